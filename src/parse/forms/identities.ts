import type { FormId } from '../../domain/form.ts'
import { exactly, type Interval, intervalOf, meets, subtract, sum } from '../../domain/interval.ts'

/** Values of one row by column; a blank column counts as nothing. */
export type RowValues = Readonly<Record<string, string | undefined>>

const NOTHING = exactly(0)
const known = new Map<string, Interval>()

/** Settling tries the same few figures in thousands of combinations: each interval is made once. */
function intervalOfText(text: string, decimals: number): Interval {
  const key = `${text}|${decimals}`
  const made = known.get(key) ?? intervalOf({ text, unit: '万元', decimals })
  if (known.size > 20_000) known.clear()
  known.set(key, made)
  return made
}

const interval = (values: RowValues, column: string, decimals: number): Interval => {
  const text = values[column]
  return text === undefined ? NOTHING : intervalOfText(text, decimals)
}

const sumOf = (values: RowValues, columns: readonly string[], decimals: number): Interval =>
  sum(columns.map((c) => interval(values, c, decimals)))

/** Does the row add up? The identity that every form of this kind states in its note (1栏各行＝（2+3+…）栏各行). */
export function rowAddsUp(id: FormId, values: RowValues, columns: readonly string[], decimals: number): boolean {
  if (id === 'governmentFund' || id === 'stateCapital') {
    const parts = columns.includes('basic') || columns.includes('project')
    const spent = interval(values, 'expenditure', decimals)
    const split = !parts || meets(spent, sumOf(values, ['basic', 'project'], decimals))
    const carries = columns.includes('opening') && columns.includes('closing')
    const balance = subtract(sumOf(values, ['opening', 'revenue'], decimals), spent)
    return split && (!carries || meets(balance, interval(values, 'closing', decimals)))
  }
  const others = columns.filter((column) => column !== 'total')
  return meets(interval(values, 'total', decimals), sumOf(values, others, decimals))
}

/** Do the parts add up to the whole in this column? */
export function columnAddsUp(whole: RowValues, parts: readonly RowValues[], column: string, decimals: number): boolean {
  return meets(interval(whole, column, decimals), sum(parts.map((part) => interval(part, column, decimals))))
}
