import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { FormId } from '../../domain/form.ts'
import type { Cell, FormRow, Unread } from '../../domain/report.ts'
import { addsUpUnder, choicesOf, ownNumbers, type RowChoices } from './assign.ts'
import { balancedChoices, printsBalances } from './balances.ts'
import { BLANK, dashCell, figureCell, placeOf } from './cells.ts'
import { type CodeRow, type CodeTable, readCodeRows } from './code-rows.ts'
import { alignHeader, type Header, isOtherPhase, readHeader, withoutGrid } from './columns.ts'
import { decimalsOfTokens, type Reading } from './numbers.ts'
import { type Hints, settle, sumsTopRows } from './settle.ts'
import type { Token } from './tokens.ts'

export interface ParsedRows {
  readonly rows: readonly FormRow[]
  readonly unread: readonly Unread[]
  readonly decimals: number
  /** Tokens that became cells or stand in `unread`. */
  readonly used: ReadonlySet<Token>
  readonly notes: readonly Line[]
}

const OTHER_PHASE = '预算数栏或上年数栏，决算表只取决算数'
const UNSURE = '列位无法由表头或勾稽关系确定'

/** A column number that the extraction smeared into a row (合计 … 3) is no figure. */
function isSmearedNumber(token: Token, header: Header, headerLines: readonly Line[], decimals: number): boolean {
  if (decimals === 0 || !/^\d{1,2}$/.test(token.raw)) return false
  const seen = headerLines.some((line) => line.cells?.some((cell) => cell.trim() === String(Number(token.raw) - 1)))
  const own = headerLines.some((line) => line.cells?.some((cell) => cell.trim() === token.raw))
  return seen && !own && Number(token.raw) <= header.columns.length
}

function cellsOf(choice: RowChoices, header: Header, unit: MoneyUnit, decimals: number): { cells: Record<string, Cell>; unread: Unread[] } {
  const { row, choices } = choice
  const cells: Record<string, Cell> = {}
  const sure = new Map<string, Reading>()
  const [first, ...others] = choices
  const numbers = row.figures.filter((t) => t.kind === 'number')
  for (const [column, reading] of first ?? []) {
    if (others.every((other) => other.get(column)?.raw === reading.raw && other.get(column)?.token === reading.token))
      sure.set(column, reading)
  }
  for (const column of header.columns) {
    const reading = sure.get(column)
    const open = choices.length !== 1 && (choices.length === 0 || choices.some((c) => c.has(column)))
    const dash = row.figures.find((t) => t.kind === 'dash' && t.cell !== null && header.cells?.get(column)?.has(t.cell))
    if (reading) cells[column] = figureCell(reading, unit, decimals)
    else if (dash) cells[column] = dashCell(dash)
    else
      cells[column] =
        open && numbers.length > 0 ? { kind: 'unreadable', where: placeOf(row.line, row.code ?? row.name), reason: UNSURE } : BLANK
  }
  const strange = [...sure].flatMap(([column, { tokens }]) => (isOtherPhase(column) ? tokens : []))
  const taken = [...sure.values()].flatMap((r) => r.tokens)
  const unread = numbers
    .filter((t) => !taken.includes(t) || strange.includes(t))
    .map((t) => ({ where: placeOf(t.line, t.raw), reason: strange.includes(t) ? OTHER_PHASE : UNSURE }))
  return { cells, unread }
}

/** So many of a grid's rows must add up under a header for its columns to be believed; the others are the report's contradictions. */
const BELIEVED = 0.6

const widthOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map((line) => line.cells?.length ?? 0))

/** The header as it applies to each row: every page, and every grid on it, is aligned by its own rows. */
function pageHeaders(id: FormId, table: CodeTable, printed: Header, decimals: number): Header[] {
  const { rows } = table
  const grids = new Map<string, CodeRow[]>()
  for (const row of rows) {
    const grid = `${row.line.page}|${row.line.cells?.length}`
    grids.set(grid, [...(grids.get(grid) ?? []), row])
  }
  // A body narrower than its header lost columns; which ones, no position tells.
  const cut = widthOf(rows.map((row) => row.line)) < widthOf(table.header)
  const width = rows[0]?.line.cells?.length
  const out = new Map<CodeRow, Header>()
  for (const group of grids.values()) {
    const foreign = group[0]?.line.cells?.length !== width
    const filled = group.filter((row) => row.figures.some((t) => t.kind === 'number'))
    const adding = (candidate: Header): number => filled.filter((row) => addsUpUnder(id, row, candidate, decimals)).length
    const aligned = alignHeader(printed, foreign, adding)
    const several = filled.filter((row) => ownNumbers(row, aligned).length > 1).length
    // A grid that proves no place does not show either which of its columns are none of the form's.
    const header = cut || adding(aligned) < several * BELIEVED ? withoutGrid(aligned) : aligned
    for (const row of group) out.set(row, header)
  }
  return rows.map((row) => out.get(row) ?? printed)
}

/** Does the grid show which columns are balances? Its rows must add up as the header lets them stand. */
function tellsBalances(id: FormId, table: CodeTable): boolean {
  const tokens = table.rows.flatMap((row) => row.figures)
  const decimals = decimalsOfTokens(tokens)
  const cells = [...new Set(tokens.flatMap((t) => (t.kind === 'number' && t.cell !== null ? [t.cell] : [])))]
  const header = readHeader(id, table.header, cells)
  if (header.cells === null || widthOf(table.rows.map((row) => row.line)) < widthOf(table.header)) return false
  const several = table.rows.filter((row) => ownNumbers(row, header).length > 1)
  return several.length > 0 && several.filter((row) => addsUpUnder(id, row, header, decimals)).length >= several.length * BELIEVED
}

/** The table, without its grid where balances stand beside the form's columns and the grid does not tell them apart. */
function tableOf(id: FormId, lines: readonly Line[]): { table: CodeTable; balanced: boolean } {
  const table = readCodeRows(lines)
  const balanced = printsBalances(id, table.header) && !tellsBalances(id, table)
  return { table: balanced ? { ...table, header: table.header.map((line) => ({ ...line, cells: null })) } : table, balanced }
}

/** Reads a form whose rows are 类/款/项 codes and whose columns are money (forms 2, 3, 5, 8, 9). */
export function readCodeForm(id: FormId, lines: readonly Line[], unit: MoneyUnit, hints: Hints): ParsedRows {
  const { table, balanced } = tableOf(id, lines)
  const tokens = table.rows.flatMap((row) => row.figures)
  const decimals = decimalsOfTokens(tokens)
  const dataCells = [...new Set(tokens.filter((t) => t.kind === 'number' && t.cell !== null).map((t) => t.cell ?? 0))].sort((a, b) => a - b)
  const printed = readHeader(id, table.header, dataCells)
  const headers = pageHeaders(id, table, printed, decimals)
  const headerOf = (index: number): Header => headers[index] ?? printed
  const left: Unread[] = []
  const body = table.rows.map((row, index): CodeRow => {
    const { parts } = headerOf(index)
    const foreign = (t: Token): string | undefined => (t.cell === null ? undefined : parts?.get(t.cell))
    for (const t of row.figures) {
      const reason = foreign(t)
      if (reason !== undefined && t.kind === 'number') left.push({ where: placeOf(t.line, t.raw), reason })
    }
    return { ...row, figures: row.figures.filter((t) => foreign(t) === undefined && !isSmearedNumber(t, printed, table.header, decimals)) }
  })
  const choices = (row: CodeRow, index: number): RowChoices => {
    if (row.broken) return { row, choices: [], confirmed: false }
    return balanced ? balancedChoices(id, row, decimals) : choicesOf(id, row, headerOf(index), decimals)
  }
  const settled = settle(body.map(choices), printed.columns, decimals, hints)
  const rows: FormRow[] = []
  const unread: Unread[] = [...left]
  for (const [index, choice] of settled.entries()) {
    if (choice.row.inferred && !sumsTopRows(choice, settled, printed.columns, decimals)) {
      unread.push(
        ...choice.row.figures
          .filter((t) => t.kind === 'number')
          .map((t) => ({ where: placeOf(t.line, t.raw), reason: '没有行名，与各行之和也不相符' })),
      )
      continue
    }
    const { cells, unread: open } = cellsOf(choice, headerOf(index), unit, decimals)
    unread.push(...open)
    const { code, name, line } = choice.row
    rows.push({
      code,
      name: name === '' ? (code ?? '') : name,
      parent: null,
      side: null,
      ordinal: null,
      cells,
      where: placeOf(line, code ?? name),
    })
  }
  return { rows, unread, decimals, used: new Set(table.rows.flatMap((row) => row.figures)), notes: table.tail }
}
