import type { Line } from '../../domain/document.ts'
import type { FormId } from '../../domain/form.ts'
import { exactly, type Interval, intervalOf, meets, subtract, sum } from '../../domain/interval.ts'
import { squeeze } from '../text.ts'
import type { Assignment, RowChoices } from './assign.ts'
import type { CodeRow } from './code-rows.ts'
import { type Reading, readingsOf } from './numbers.ts'

/** A total and its parts side by side: 合计, 基本支出, 项目支出. Keys of the form's columns; null for a column that is none of them. */
interface Block {
  readonly total: string | null
  readonly parts: readonly (string | null)[]
}

const SPENT = ['basic', 'project']
const CARRIED = [null, null]
/** 项目支出结转 and 项目支出结余 may stand apart at the year's end. */
const LEFT = [null, null, null]

/** 年初, 本年收入, 本年支出, 年末 as some provinces and years print them with their parts. */
const BLOCKS: Partial<Record<FormId, readonly Block[]>> = {
  generalBudgetExpenditure: [
    { total: null, parts: CARRIED },
    { total: null, parts: CARRIED },
    { total: 'total', parts: SPENT },
    { total: null, parts: LEFT },
  ],
  governmentFund: [
    { total: 'opening', parts: CARRIED },
    { total: 'revenue', parts: [] },
    { total: 'expenditure', parts: SPENT },
    { total: 'closing', parts: LEFT },
  ],
}

/** Does the header print balances that are none of the form's columns? */
export function printsBalances(id: FormId, header: readonly Line[]): boolean {
  const words = squeeze(header.map((line) => line.text).join(''))
  if (!/年初|上年结转/.test(words) || !/本年收入/.test(words)) return false
  return id === 'generalBudgetExpenditure' || (id === 'governmentFund' && /基本支出结转/.test(words))
}

/** A block with figures in its places; undefined where it prints none. */
interface Filled {
  readonly block: Block
  readonly total: Reading | undefined
  readonly parts: readonly (Reading | undefined)[]
}

const NOTHING = exactly(0)
const amount = (reading: Reading | undefined, decimals: number): Interval =>
  reading === undefined ? NOTHING : intervalOf({ text: reading.text, unit: '万元', decimals })
const all = (readings: readonly (Reading | undefined)[], decimals: number): Interval => sum(readings.map((one) => amount(one, decimals)))

/** Every way to fill a block with the readings from `at` on: nothing, or a total and parts that make it up. */
function fillings(block: Block, readings: readonly Reading[], at: number, decimals: number): { filled: Filled; next: number }[] {
  const blank: Filled = { block, total: undefined, parts: block.parts.map(() => undefined) }
  const none = { filled: blank, next: at }
  const total = readings[at]
  if (total === undefined) return [none]
  const out = [none]
  for (let mask = block.parts.length === 0 ? 0 : 1; mask < 1 << block.parts.length; mask++) {
    let next = at + 1
    const parts = block.parts.map((_, i) => (mask & (1 << i) ? readings[next++] : undefined))
    if (next > readings.length) continue
    if (block.parts.length === 0 || meets(amount(total, decimals), all(parts, decimals)))
      out.push({ filled: { block, total, parts }, next })
  }
  return out
}

/** 年初 + 本年收入 = 本年支出 + 年末, in 合计 and wherever every block prints the part. */
function balances(blocks: readonly Filled[], decimals: number): boolean {
  const [opening, revenue, spent, closing] = blocks
  if (!opening || !revenue || !spent || !closing) return false
  const even = (of: (one: Filled) => Interval): boolean => meets(subtract(sum([of(opening), of(revenue)]), of(spent)), of(closing))
  if (!even((one) => amount(one.total, decimals))) return false
  if (blocks.some(({ block }) => block.parts.length === 0)) return true
  return even((one) => amount(one.parts[0], decimals)) && even((one) => all(one.parts.slice(1), decimals))
}

function solutions(blocks: readonly Block[], readings: readonly Reading[], decimals: number): Filled[][] {
  const walk = (index: number, at: number, done: readonly Filled[]): Filled[][] => {
    const block = blocks[index]
    if (block === undefined) return at === readings.length && balances(done, decimals) ? [[...done]] : []
    return fillings(block, readings, at, decimals).flatMap(({ filled, next }) => walk(index + 1, next, [...done, filled]))
  }
  return walk(0, 0, [])
}

const assigned = (blocks: readonly Filled[]): Assignment =>
  new Map(
    blocks.flatMap(({ block, total, parts }) =>
      [[block.total, total] as const, ...block.parts.map((key, i) => [key, parts[i]] as const)].flatMap(([key, reading]) =>
        key !== null && reading !== undefined ? [[key, reading] as const] : [],
      ),
    ),
  )

const keyOf = (assignment: Assignment): string => [...assignment].map(([column, { token }]) => `${column}${token.index}`).join()

/** Blocks of which every column is printed, by position. */
function inPlace(blocks: readonly Block[], row: CodeRow, decimals: number): Assignment | null {
  const keys = blocks.flatMap(({ total, parts }) => [total, ...parts])
  const { figures } = row
  if (figures.length !== keys.length && figures.length !== keys.length - 1) return null
  return new Map(
    figures.flatMap((figure, i) => {
      const key = keys[i]
      const reading = key && figure.kind === 'number' ? readingsOf([figure], decimals)[0]?.[0] : undefined
      return key && reading ? [[key, reading] as const] : []
    }),
  )
}

/**
 * The readings of a row without a grid whose balances stand beside its spending: by position where every column is printed, else
 * those in which every block adds up and 年初 + 本年收入 − 本年支出 = 年末. Where none does, nothing tells the columns.
 */
export function balancedChoices(id: FormId, row: CodeRow, decimals: number): RowChoices {
  const blocks = BLOCKS[id] ?? []
  const placed = inPlace(blocks, row, decimals)
  if (placed) return { row, choices: [placed], confirmed: true }
  const numbers = row.figures.filter((t) => t.kind === 'number')
  const found = readingsOf(numbers, decimals).flatMap((readings) => solutions(blocks, readings, decimals).map(assigned))
  const choices = [...new Map(found.map((one) => [keyOf(one), one] as const)).values()]
  return { row, choices, confirmed: choices.length > 0 }
}
