import type { FormRow } from '../../domain/report.ts'
import { type Expr, total } from '../expression.ts'
import { type Comparison, equal, type Outcome, unchecked } from '../relation.ts'
import type { FormView, Reading } from './form-view.ts'

const UNREADABLE = '有看不清的数字'

/**
 * A printed total against the figures that should make it up.
 * Silent where nothing is printed, unchecked where a part or the total cannot be read, or where the total is blank:
 * whole total rows get lost on the way to us. Where the rest of its row `speaks`, a blank total is the report's own;
 * where every other row of the table is `parted`, so are parts left blank.
 */
export function sumOutcome(
  whole: Reading,
  parts: readonly Reading[],
  what: string,
  { speaks = false, parted = false, ...more }: Partial<Comparison> & { readonly speaks?: boolean; readonly parted?: boolean } = {},
): Outcome | null {
  const all = [whole, ...parts]
  if (all.some((reading) => reading.kind === 'unreadable')) return unchecked(UNREADABLE)
  const printed = parts.filter((part) => part.kind === 'figure')
  if (whole.kind === 'absent' || parts.length === 0) return null
  if (whole.kind === 'unreadable') return unchecked(UNREADABLE)
  if (whole.kind === 'blank') {
    if (printed.every(isZero)) return null
    return speaks ? equal(total(what, printed.map(exprOf)), whole.expr, more) : unchecked('合计处没有数字')
  }
  if (printed.length === 0 && isZero(whole)) return null
  if (printed.length === 0 && !parted) return unchecked('各分项没有数字')
  return equal(total(what, parts.filter((part) => part.kind !== 'absent').map(exprOf)), whole.expr, more)
}

/** The same figure in two places. A blank beside a figure counts as zero only where `blanks` allows it. */
export function pairOutcome(
  left: Reading,
  right: Reading,
  options: { readonly blanks?: boolean; readonly more?: Partial<Comparison>; readonly op?: Comparison['op'] } = {},
): Outcome | null {
  if (left.kind === 'unreadable' || right.kind === 'unreadable') return unchecked(UNREADABLE)
  if (left.kind === 'absent' || right.kind === 'absent') return null
  if (left.kind === 'blank' && right.kind === 'blank') return null
  if ((left.kind === 'blank' || right.kind === 'blank') && !options.blanks) {
    return isZero(left) || isZero(right) ? { state: 'passed' } : unchecked('一处没有数字')
  }
  return { ...equal(left.expr, right.expr, options.more), op: options.op ?? 'equal' }
}

const exprOf = (reading: Reading): Expr => {
  if (reading.kind === 'figure' || reading.kind === 'blank') return reading.expr
  throw new Error('no figure to add')
}

export const isZero = (reading: Reading): boolean => reading.kind === 'figure' && /^-?0(\.0+)?$/.test(reading.term.figure.text)

/** Adds what is printed in `rows` under `column`; null when nothing is, or something cannot be read. */
export function columnSum(form: FormView, rows: readonly FormRow[], column: string, what: string): Reading {
  const readings = rows.map((row) => form.reading(row, column))
  const bad = readings.find((reading) => reading.kind === 'unreadable')
  if (bad?.kind === 'unreadable') return bad
  const figures = readings.flatMap((reading) => (reading.kind === 'figure' ? [reading] : []))
  const [first] = figures
  if (!first) return readings.some((reading) => reading.kind === 'blank') ? blankOf(readings) : { kind: 'absent' }
  return figures.length === 1 ? first : { kind: 'figure', term: first.term, expr: total(what, figures.map(exprOf)) }
}

const blankOf = (readings: readonly Reading[]): Reading => readings.find((reading) => reading.kind === 'blank') ?? { kind: 'absent' }

export const kept = (outcomes: readonly (Outcome | null)[]): Outcome[] => outcomes.filter((outcome) => outcome !== null)
