import type { FormId } from '../../domain/form.ts'
import type { CodeRow } from './code-rows.ts'
import type { Header } from './columns.ts'
import { type RowValues, rowAddsUp } from './identities.ts'
import { type Reading, readingsOf } from './numbers.ts'
import type { Token } from './tokens.ts'

/** One way to give a row's figures their columns. */
export type Assignment = ReadonlyMap<string, Reading>

export interface RowChoices {
  readonly row: CodeRow
  /** What remains possible; one element when settled, none when the figures fit no column. */
  readonly choices: readonly Assignment[]
  /** The grid, the row's own sum or its neighbours vouch for the reading. */
  readonly confirmed: boolean
}

export const valuesOf = (assignment: Assignment): RowValues =>
  Object.fromEntries([...assignment].map(([column, reading]) => [column, reading.text]))

const LIMIT = 400

/** All ways to hand `readings` to `columns` in order, keeping to the grid where there is one. */
function placements(readings: readonly Reading[], header: Header): Assignment[] {
  const out: Assignment[] = []
  const { cells } = header
  const columns = cells === null ? (header.order ?? header.columns) : header.columns
  const walk = (at: number, from: number, done: readonly (readonly [string, Reading])[]) => {
    if (out.length >= LIMIT) return
    const reading = readings[at]
    if (reading === undefined) {
      out.push(new Map(done))
      return
    }
    for (let c = from; c + (readings.length - at) <= columns.length; c++) {
      const column = columns[c]
      if (column === undefined) continue
      const cell = reading.token.cell
      if (cells !== null && cell !== null && !cells.get(column)?.has(cell)) continue
      walk(at + 1, c + 1, [...done, [column, reading]])
    }
  }
  walk(0, 0, [])
  return out
}

/** Does the grid leave only one place for each figure? */
function isPositioned(row: CodeRow, header: Header): boolean {
  const { cells } = header
  return (
    cells !== null &&
    row.figures.every((figure) => figure.cell !== null && [...cells.values()].filter((set) => set.has(figure.cell ?? -1)).length === 1)
  )
}

/** A row's numbers without those that the grid shows in columns that are none of the form's. */
export const ownNumbers = (row: CodeRow, header: Header): Token[] =>
  row.figures.filter((t) => t.kind === 'number' && (t.cell === null || !header.parts?.has(t.cell)))

/** Does the grid under this header give the row one reading, and does that add up? */
export function addsUpUnder(id: FormId, row: CodeRow, header: Header, decimals: number): boolean {
  const figures = ownNumbers(row, header)
  if (figures.length < 2) return false
  return readingsOf(figures, decimals).some((reading) =>
    placements(reading, header).some((a) => rowAddsUp(id, valuesOf(a), header.columns, decimals)),
  )
}

/**
 * The readings of a row that the row's own identity allows; all of them where none adds up,
 * for then either the report itself is wrong or figures are missing, and neighbours must decide.
 */
export function choicesOf(id: FormId, row: CodeRow, header: Header, decimals: number): RowChoices {
  const figures = row.figures.filter((t) => t.kind === 'number')
  const positioned = isPositioned(row, header)
  const readings = readingsOf(figures, decimals)
  const all = readings.flatMap((reading) => placements(reading, header))
  const first = header.columns[0]
  const withTotal = first === 'total' ? all.filter((a) => a.size === 0 || a.has('total')) : all
  const pool = withTotal.length > 0 ? withTotal : all
  // A clear grid is read as it stands, whether it adds up or not: a contradiction there is the report's.
  if (positioned) return { row, choices: pool.slice(0, 1), confirmed: true }
  const adding = pool.filter((a) => rowAddsUp(id, valuesOf(a), header.columns, decimals))
  const vouched = adding.length > 0 && (figures.length !== 1 || header.columns.length === 1)
  return { row, choices: adding.length > 0 ? adding : pool, confirmed: vouched }
}
