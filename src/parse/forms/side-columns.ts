import type { Line } from '../../domain/document.ts'
import type { Side } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { headerStack } from './header-stack.ts'
import type { SideRow } from './sides.ts'
import type { Token } from './tokens.ts'

/**
 * Beside 决算数 some provinces print 预算数, 年初预算数, 全年预算数 or last year's figure on both sides; the form is the final one alone.
 */
export interface SideColumns {
  /** How many phases the header prints, the final one included. */
  readonly phases: number
  /** In a ruled table the grid columns of money by side with the fund each shows; null where the header does not fit its body. */
  readonly cells: Readonly<Record<Side, ReadonlyMap<number, string>>> | null
}

const FUND_WORDS: readonly (readonly [RegExp, string])[] = [
  [/一般公共预算|公共预算财政拨款/, 'generalBudget'],
  [/政府性基金/, 'governmentFund'],
  [/国有资本/, 'stateCapital'],
]
const OTHER_PHASE = /预算数|(?:年初|全年|调整|本年)预算(?!财政)|上年|上期/
const MONEY = /决算|预算数|金额|合计|小计|财政拨款$|上年数/
const LABELS = /^(?:项目.*|收入|支出|行次|栏次|\d{1,2}|按.*)$/

export const fundOf = (words: string): string | null => FUND_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** How many phases the words of a header without cells name. */
function phasesIn(header: readonly Line[]): number {
  const words = squeeze(header.map((line) => line.text).join(''))
  const finals = words.match(/决算数/g)?.length ?? 0
  const others = words.match(/预算数|上年数|上年决算数/g)?.length ?? 0
  return finals === 0 ? 1 : 1 + Math.round(others / finals)
}

interface MoneyCell {
  readonly cell: number
  readonly final: boolean
  readonly key: string
}

/** The money columns of one side's grid, left to right. */
function moneyCells(header: readonly Line[], from: number, to: number): MoneyCell[] {
  const ruled = header.filter((line) => line.cells !== null)
  const found: MoneyCell[] = []
  for (let cell = from; cell < to; cell++) {
    const stack = headerStack(ruled, cell).filter((words) => words !== '' && !LABELS.test(words))
    const own = stack.at(-1)
    if (own === undefined || !stack.some((words) => MONEY.test(words))) continue
    found.push({ cell, final: !stack.some((words) => OTHER_PHASE.test(words)), key: fundOf(own) ?? 'total' })
  }
  return found
}

const figureCells = (rows: readonly SideRow[], side: Side): number[] =>
  [
    ...new Set(rows.filter((row) => row.side === side).flatMap((row) => row.figures.flatMap((f) => (f.cell === null ? [] : [f.cell])))),
  ].sort((a, b) => a - b)

/** Header columns as they stand over the body; a header moved against its body is laid on it in order where both have as many. */
function laidOn(money: readonly MoneyCell[], used: readonly number[]): MoneyCell[] | null {
  if (used.every((cell) => money.some((one) => one.cell === cell))) return [...money]
  return used.length === money.length ? money.map((one, i) => ({ ...one, cell: used[i] ?? -1 })) : null
}

/** Reads which columns of money a two-sided form prints. */
export function sideColumns(header: readonly Line[], rows: readonly SideRow[], right: number | null, third: number | null): SideColumns {
  const width = Math.max(0, ...header.map((line) => line.cells?.length ?? 0), ...rows.map((row) => row.line.cells?.length ?? 0))
  const widest = (lines: readonly Line[]): number => Math.max(0, ...lines.map((line) => line.cells?.length ?? 0))
  // A body narrower than its header lost columns; which ones, no position tells.
  const cut = widest(rows.map((row) => row.line)) < widest(header)
  if (right === null || cut) return { phases: phasesIn(header), cells: null }
  const cells: Record<Side, ReadonlyMap<number, string>> = { revenue: new Map(), expenditure: new Map() }
  const bounds = { revenue: [0, right], expenditure: [right, third ?? width] } as const
  let phases = 1
  for (const side of ['revenue', 'expenditure'] as const) {
    const money = moneyCells(header, bounds[side][0], bounds[side][1])
    const finals = money.filter((one) => one.final).length
    if (money.length > finals) phases = Math.max(phases, finals === 0 ? 2 : Math.round(money.length / finals))
    const laid = laidOn(money, figureCells(rows, side))
    if (laid === null || finals === 0) return { phases: Math.max(phases, phasesIn(header)), cells: null }
    cells[side] = new Map(laid.filter((one) => one.final).map(({ cell, key }) => [cell, key]))
  }
  return { phases: Math.max(phases, phasesIn(header)), cells }
}

/** A side row's figures of the final phase, and those of the others; null where their columns are not certain. */
export function finalFigures(columns: SideColumns, row: SideRow): { final: readonly Token[]; others: readonly Token[] } | null {
  const numbers = row.figures.filter((f) => f.kind === 'number')
  if (columns.phases === 1) return { final: row.figures, others: [] }
  const ruled = row.figures.some((f) => f.cell !== null)
  if (columns.cells !== null && ruled) {
    const own = columns.cells[row.side]
    const isFinal = (f: Token): boolean => f.cell !== null && own.has(f.cell)
    return { final: row.figures.filter(isFinal), others: numbers.filter((f) => !isFinal(f)) }
  }
  if (numbers.length === 0) return { final: row.figures.slice(0, 1), others: [] }
  const share = numbers.length / columns.phases
  if (ruled || !Number.isInteger(share) || (row.side === 'revenue' && share !== 1)) return null
  return { final: numbers.slice(-share), others: numbers.slice(0, -share) }
}
