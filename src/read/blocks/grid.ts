import type { Table, TableCell } from './block.ts'

/** No form is wider; what claims more is damaged, and must not fill the memory. */
const WIDEST = 256

/** Each cell in its first row and column; null where it reaches over or nothing stands. */
export type Grid = readonly (readonly (TableCell | null)[])[]

const atLeastOne = (span: number): number => Math.max(1, Math.trunc(span) || 1)

/** Lays the cells of a table on its columns; a cell that reaches down keeps its columns in the rows below. */
export function gridOf(table: Table): Grid {
  /** For each column, how many rows a cell from above still covers. */
  let covered: number[] = []
  const rows = table.rows.map((cells) => {
    const row: TableCell[] = []
    const below = covered.map((left) => Math.max(0, left - 1))
    let column = 0
    for (const cell of cells) {
      while ((covered[column] ?? 0) > 0) column++
      if (column >= WIDEST) break
      row[column] = cell
      const end = Math.min(column + atLeastOne(cell.columns), WIDEST)
      for (; column < end; column++) below[column] = Math.max(below[column] ?? 0, atLeastOne(cell.rows) - 1)
    }
    covered = below
    return { row, width: column }
  })
  const width = Math.max(covered.length, ...rows.map((row) => row.width))
  return rows.map(({ row }) => Array.from({ length: width }, (_, i) => row[i] ?? null))
}
