import type { Box } from '../../domain/document.ts'
import type { Grid } from './grid.ts'
import type { Segment } from './ink.ts'

/** A cell as a person sees it: one field of the grid, or several without a ruling between them. */
export interface Region {
  readonly row: number
  readonly column: number
  readonly lastRow: number
  readonly lastColumn: number
  readonly box: Box
}

/** A border counts when rulings cover this share of it. */
const COVERED = 0.5
/** A ruling belongs to an edge when it is no farther off. */
const NEAR = 5

/** For each edge the rulings that lie on it. */
const onEdges = (edges: readonly number[], rulings: readonly Segment[]): Segment[][] =>
  edges.map((edge) => rulings.filter((ruling) => Math.abs(ruling.at - edge) <= NEAR))

/** Whether the rulings cover the border [from, to]. */
function isRuled(rulings: readonly Segment[] | undefined, from: number, to: number): boolean {
  let sum = 0
  for (const ruling of rulings ?? []) sum += Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from))
  return sum >= COVERED * Math.max(to - from, 1)
}

/** For every field of a grid the region it belongs to, row by row. */
export function regionsOf(grid: Grid): readonly (readonly Region[])[] {
  const [columns, rows] = [grid.xs.length - 1, grid.ys.length - 1]
  const parent = Array.from({ length: columns * rows }, (_, i) => i)
  const root = (i: number): number => {
    let top = i
    while (parent[top] !== undefined && parent[top] !== top) top = parent[top] ?? top
    parent[i] = top
    return top
  }
  const [uprights, levels] = [onEdges(grid.xs, grid.uprights), onEdges(grid.ys, grid.levels)]
  const [x, y] = [(i: number) => grid.xs[i] ?? 0, (j: number) => grid.ys[j] ?? 0]
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const field = j * columns + i
      if (i + 1 < columns && !isRuled(uprights[i + 1], y(j), y(j + 1))) parent[root(field + 1)] = root(field)
      if (j + 1 < rows && !isRuled(levels[j + 1], x(i), x(i + 1))) parent[root(field + columns)] = root(field)
    }
  const regions = new Map<number, Region>()
  for (let field = 0; field < columns * rows; field++) {
    const [row, column] = [Math.floor(field / columns), field % columns]
    const old = regions.get(root(field))
    const [top, left] = [Math.min(old?.row ?? row, row), Math.min(old?.column ?? column, column)]
    const [lastRow, lastColumn] = [Math.max(old?.lastRow ?? row, row), Math.max(old?.lastColumn ?? column, column)]
    const box = { x: x(left), y: y(top), width: x(lastColumn + 1) - x(left), height: y(lastRow + 1) - y(top) }
    regions.set(root(field), { row: top, column: left, lastRow, lastColumn, box })
  }
  return Array.from({ length: rows }, (_, j) =>
    Array.from({ length: columns }, (_, i) => regions.get(root(j * columns + i)) ?? noRegion(i, j)),
  )
}

const noRegion = (column: number, row: number): Region => ({
  row,
  column,
  lastRow: row,
  lastColumn: column,
  box: { x: 0, y: 0, width: 0, height: 0 },
})
