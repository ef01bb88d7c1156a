import type { Column } from './columns.ts'

/** A block of a table: label columns and the money columns to their right. Two-sided tables have two or more. */
export interface Lane {
  /** Label columns in groups, each a code (in up to three columns) with its name. */
  readonly labels: readonly (readonly number[])[]
  readonly money: readonly number[]
}

/** Two classifications side by side are two groups: each begins with its code. A name before its code is one group with it. */
function groupsOf(cells: readonly number[], columns: readonly Column[]): number[][] {
  const groups: number[][] = []
  const isName = (cell: number | undefined): boolean => cell !== undefined && columns[cell]?.kind === 'name'
  for (const cell of cells) {
    const group = groups.at(-1)
    if (group === undefined || isName(group.at(-1))) groups.push([cell])
    else group.push(cell)
  }
  const [first, second] = groups
  const swapped = groups.length === 2 && first?.length === 1 && second !== undefined && !second.some(isName)
  return swapped ? [[...first, ...second]] : groups
}

/** A label column after money begins a new lane. */
export function lanesOf(columns: readonly Column[]): Lane[] {
  const lanes: { labels: number[]; money: number[] }[] = []
  columns.forEach((column, at) => {
    const label = column.kind === 'code' || column.kind === 'name'
    if (lanes.length === 0 || (label && (lanes.at(-1)?.money.length ?? 0) > 0)) lanes.push({ labels: [], money: [] })
    const lane = lanes.at(-1)
    if (label) lane?.labels.push(at)
    else lane?.money.push(at)
  })
  return lanes.map(({ labels, money }) => ({ labels: groupsOf(labels, columns), money }))
}
