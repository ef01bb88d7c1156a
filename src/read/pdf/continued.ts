import type { Item } from './flow.ts'
import type { Spread } from './furniture.ts'
import type { TableRow } from './table.ts'

/** Edges of one table on two pages differ by no more than this. */
const SAME = 4

/** For each column of the narrower table the column of the wider one where it begins; null when they are not one table. */
function places(wide: readonly number[], narrow: readonly number[]): number[] | null {
  const indices = narrow.map((x) => wide.findIndex((other) => Math.abs(other - x) <= SAME))
  const whole = indices[0] === 0 && indices.at(-1) === wide.length - 1
  return whole && indices.every((index, i) => i === 0 || index > (indices[i - 1] ?? 0)) ? indices.slice(0, -1) : null
}

function spreadOut(row: TableRow, edges: readonly number[], indices: readonly number[]): TableRow {
  const columns = edges.slice(1)
  return {
    ...row,
    edges,
    cells: columns.map((_, column) => row.cells[indices.indexOf(column)] ?? ''),
    boxes: columns.map((_, column) => row.boxes[indices.indexOf(column)] ?? null),
  }
}

function continuing(above: Item | undefined, items: readonly Item[]): readonly Item[] {
  const [first] = items
  if (above?.kind !== 'row' || first?.kind !== 'row') return items
  const [wide, narrow] = [above.row.edges, first.row.edges]
  const indices = narrow.length < wide.length ? places(wide, narrow) : null
  if (indices === null) return items
  return items.map((item) =>
    item.kind === 'row' && item.row.edges === narrow ? { ...item, row: spreadOut(item.row, wide, indices) } : item,
  )
}

/**
 * A table that goes on at the top of the next page keeps its columns there,
 * even where no ruling parts them any more (a last row 合计 whose cell spans the columns of the codes).
 */
export function continued(spreads: readonly Spread[]): Spread[] {
  const out: Spread[] = []
  for (const spread of spreads) out.push({ ...spread, items: continuing(out.at(-1)?.items.at(-1), spread.items) })
  return out
}
