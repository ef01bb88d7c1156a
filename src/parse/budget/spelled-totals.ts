import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import { intervalOf, meets, sum } from '../../domain/interval.ts'
import type { FormRow, Unread } from '../../domain/report.ts'
import { figureCell, placeOf } from '../forms/cells.ts'
import type { ParsedRows } from '../forms/code-form.ts'
import { type Reading, readingsOf } from '../forms/numbers.ts'
import { type Token, tokensOf } from '../forms/tokens.ts'
import { squeeze } from '../text.ts'

const PART = '合计的分栏，不是本表的栏目'

/** The figures that follow a row's name on its line, up to the next name. */
function figuresAfter(line: Line, name: string): Token[] {
  const tokens = tokensOf(line)
  const from = tokens.findIndex((token) => token.kind === 'text' && squeeze(token.raw).endsWith(name)) + 1
  const length = tokens.slice(from).findIndex((token) => token.kind === 'text')
  return from === 0 ? [] : tokens.slice(from, length < 0 ? undefined : from + length).filter((token) => token.kind === 'number')
}

const isWhole = ([whole, ...parts]: readonly Reading[], unit: MoneyUnit, decimals: number): boolean => {
  const interval = ({ text }: Reading) => intervalOf({ text, unit, decimals })
  return whole !== undefined && parts.length > 0 && meets(interval(whole), sum(parts.map(interval)))
}

/**
 * The overview of some budgets spells each class out: 合计, then 人员经费, 公用经费 and 项目支出. Without ruling the first
 * figure of a row is its total where it is the sum of all others.
 */
export function withSpelledTotals(parsed: ParsedRows, lines: readonly Line[], unit: MoneyUnit): ParsedRows {
  const told: Unread[] = []
  const rows = parsed.rows.map((row): FormRow => {
    const line = lines.find((one) => one.no === row.where.line && one.page === row.where.page)
    if (row.side !== 'expenditure' || row.cells.budget?.kind === 'figure' || line === undefined) return row
    const numbers = figuresAfter(line, row.name)
    const readings = readingsOf(numbers, parsed.decimals)[0] ?? []
    const [total, ...parts] = readings
    if (total === undefined || !isWhole(readings, unit, parsed.decimals)) return row
    told.push({ where: placeOf(line, total.raw), reason: '' }, ...parts.map(({ raw }) => ({ where: placeOf(line, raw), reason: PART })))
    return { ...row, cells: { ...row.cells, budget: figureCell(total, unit, parsed.decimals) } }
  })
  const rest = told.reduce<readonly Unread[]>((left, one) => without(left, one), parsed.unread)
  return { ...parsed, rows, unread: [...rest, ...told.filter(({ reason }) => reason !== '')] }
}

/** The list without the first that speaks of the same figure. */
function without(list: readonly Unread[], { where }: Unread): readonly Unread[] {
  const at = list.findIndex((one) => one.where.raw === where.raw && one.where.line === where.line && one.where.page === where.page)
  return at < 0 ? list : list.filter((_, i) => i !== at)
}
