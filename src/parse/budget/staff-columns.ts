import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { Cell, FormRow, Unread } from '../../domain/report.ts'
import { choicesOf } from '../forms/assign.ts'
import { figureCell } from '../forms/cells.ts'
import type { ParsedRows } from '../forms/code-form.ts'
import type { CodeRow } from '../forms/code-rows.ts'
import { settle } from '../forms/settle.ts'
import { tokensOf } from '../forms/tokens.ts'
import { squeeze } from '../text.ts'

/** 合计 = 人员经费 + 公用经费 is the same identity as 合计 = 基本支出 + 项目支出: one engine settles both. */
const AS = { total: 'budget', basic: 'personnel', project: 'public' } as const
const HEADER = { columns: Object.keys(AS), cells: null }
const FORM = 'generalBudgetExpenditure'

const samePlace = (a: { line: number | null; page: number | null }, b: Line): boolean => a.line === b.no && a.page === b.page

/** The row's figures: what stands after its name on its line. */
function codeRow(row: FormRow, line: Line | undefined): CodeRow | null {
  if (line === undefined) return null
  const tokens = tokensOf(line)
  const from = tokens.findLastIndex((token) => token.kind === 'text') + 1
  return { code: row.code, name: row.name, line, figures: from === 0 ? [] : tokens.slice(from) }
}

/**
 * Gives 人员经费 and 公用经费 of a basic expenditure table without ruling their figures, where its sums leave one reading.
 * @param parsed the table as read by its first figures
 */
export function withStaffColumns(parsed: ParsedRows, lines: readonly Line[], unit: MoneyUnit): ParsedRows {
  const words = squeeze(lines.map((line) => line.text).join(''))
  if (!/人员经费/.test(words) || !/公用经费/.test(words)) return parsed
  const coded = parsed.rows.map((row) => {
    const { budget } = row.cells
    return budget?.kind === 'figure'
      ? codeRow(
          row,
          lines.find((line) => samePlace(budget.where, line)),
        )
      : null
  })
  const told = coded.filter((row) => row !== null)
  if (told.length === 0 || told.every((row) => row.figures.length < 2)) return parsed
  const settled = settle(
    told.map((row) => choicesOf(FORM, row, HEADER, parsed.decimals)),
    HEADER.columns,
    parsed.decimals,
    { totals: {}, siblings: new Map() },
  )
  const taken = new Map<Line, string[]>()
  const rows = parsed.rows.map((row, i) => {
    const own = coded[i]
    const choice = settled.find((one) => one.row === own)
    const [only, ...others] = choice?.choices ?? []
    if (!own || only === undefined || others.length > 0 || only.get('total')?.token !== own.figures[0]) return row
    const cells: Record<string, Cell> = { ...row.cells }
    for (const [column, reading] of only) {
      if (column === 'total') continue
      cells[AS[column as keyof typeof AS]] = figureCell(reading, unit, parsed.decimals)
      taken.set(own.line, [...(taken.get(own.line) ?? []), reading.raw])
    }
    return { ...row, cells }
  })
  return { ...parsed, rows, unread: parsed.unread.filter((one) => !takes(taken, one)) }
}

/** Was this unread figure given a column now? Each only once. */
function takes(taken: Map<Line, string[]>, { where }: Unread): boolean {
  for (const [line, raws] of taken) {
    const at = samePlace(where, line) ? raws.indexOf(where.raw) : -1
    if (at < 0) continue
    raws.splice(at, 1)
    return true
  }
  return false
}
