import { BUDGET_HEADERS } from '../../../knowledge/forms/budget.ts'
import type { Line } from '../../domain/document.ts'
import { decimalOf, type MoneyUnit } from '../../domain/figure.ts'
import type { Cell, Form, FormRow, Unread } from '../../domain/report.ts'
import { figureCell, placeOf } from '../forms/cells.ts'
import type { ParsedRows } from '../forms/code-form.ts'
import { type CodeRow, readCodeRows } from '../forms/code-rows.ts'
import { type Reading, readingsOf } from '../forms/numbers.ts'
import { squeeze } from '../text.ts'
import { UNSURE } from './code-rows.ts'

const keyOf = (words: string): string | undefined => BUDGET_HEADERS.revenue.words.find(([pattern]) => pattern.test(words))?.[1]

const isZero = ({ text }: Reading): boolean => /^[0.]*$/.test(text)

/** The only source that the overview gives money; null where there are several, or it says nothing. */
function onlySource(overview: Form | undefined): string | null {
  const given = (overview?.rows ?? []).filter(
    ({ side, parent, name, cells }) =>
      side === 'revenue' &&
      parent === null &&
      keyOf(name) !== undefined &&
      cells.budget?.kind === 'figure' &&
      !decimalOf(cells.budget.figure).isZero(),
  )
  // 一般公共预算 under 财政拨款收入 is part of it, however the table numbers it.
  const keys = new Set(given.map(({ name }) => keyOf(name) ?? ''))
  if (keys.has('appropriation')) for (const fund of ['generalBudget', 'governmentFund', 'stateCapital']) keys.delete(fund)
  return keys.size === 1 ? ([...keys][0] ?? null) : null
}

/** The sources in a header without ruling, whatever their order; each once. */
function printedKeys(header: readonly Line[]): Set<string> {
  const words = squeeze(header.map((line) => line.text).join(''))
  return new Set(BUDGET_HEADERS.revenue.words.flatMap(([pattern, key]) => (key !== '' && pattern.test(words) ? [key] : [])))
}

function cellsOf(row: CodeRow, source: string, rest: readonly string[], unit: MoneyUnit, decimals: number): Record<string, Cell> | null {
  const numbers = row.figures.filter((token) => token.kind === 'number')
  const readings = readingsOf(numbers, decimals)[0] ?? []
  const [total, ...others] = readings
  const money = others.filter((reading) => !isZero(reading))
  const zeros = others.filter(isZero)
  const [own] = money
  if (total === undefined || own === undefined || money.length > 1 || own.text !== total.text) return null
  if (zeros.length > 0 && zeros.length !== rest.length) return null
  const cell = (reading: Reading): Cell => figureCell(reading, unit, decimals)
  // All the others are nought: which nought stands in which of their columns makes no difference.
  return { total: cell(total), [source]: cell(own), ...Object.fromEntries(zeros.map((zero, i) => [rest[i] ?? '', cell(zero)])) }
}

/**
 * The sources of a revenue table without ruling. Its header does not tell their columns; where all money comes from one source,
 * as the overview says, a row has its total twice and nothing else.
 */
export function sourceRows(parsed: ParsedRows, lines: readonly Line[], unit: MoneyUnit, overview: Form | undefined): ParsedRows {
  const source = onlySource(overview)
  const table = readCodeRows(lines)
  const keys = printedKeys(table.header)
  if (source === null || !keys.has(source)) return totalsOnly(parsed)
  const rest = [...keys].filter((key) => key !== source)
  const unread: Unread[] = []
  const rows = parsed.rows.map((row): FormRow => {
    const own = table.rows.find(({ code, line }) => code === row.code && line.no === row.where.line && line.page === row.where.page)
    const cells = own === undefined ? null : cellsOf(own, source, rest, unit, parsed.decimals)
    if (cells !== null) return { ...row, cells }
    const numbers = own?.figures.filter((token) => token.kind === 'number') ?? []
    const { total } = row.cells
    const open = total?.kind === 'figure' ? numbers.slice(1) : numbers
    unread.push(...open.map((token) => ({ where: placeOf(token.line, token.raw), reason: UNSURE })))
    return { ...row, cells: total === undefined ? {} : { total } }
  })
  const lost = parsed.unread.filter(({ where }) => !table.rows.some(({ line }) => line.no === where.line && line.page === where.page))
  return { ...parsed, rows, unread: [...lost, ...unread] }
}

/** Sources have no sum that tells one from another, and a header without a grid not their order: only the total is sure. */
function totalsOnly(parsed: ParsedRows): ParsedRows {
  const others = parsed.rows.flatMap((row) => Object.entries(row.cells)).filter(([column]) => column !== 'total')
  const unread = others.flatMap(([, cell]) => (cell.kind === 'figure' ? [{ where: cell.where, reason: UNSURE }] : []))
  const only = ({ total }: FormRow['cells']): FormRow['cells'] => (total === undefined ? {} : { total })
  const rows = parsed.rows.map((row) => ({ ...row, cells: only(row.cells) }))
  return { ...parsed, rows, unread: [...parsed.unread, ...unread] }
}
