import { viewOf } from './header.ts'
import { type Modifier, SPRM } from './modifiers.ts'

/** Where the cells of a row lie, and which only continue another. */
export interface RowShape {
  /** The edges between cells from left to right, one more than there are cells. */
  readonly edges: readonly number[]
  /** Cells merged into the one before them or above them: what they hold is not shown. */
  readonly continued: readonly boolean[]
}

const CELL = 20
const MERGE = { sideways: 0b11, intoLeft: 1, down: 0b11 << 5, fromAbove: 1 << 5 }

/** Reads the shape of a row from the modifiers of its end mark; null when it has none. */
export function rowShape(modifiers: readonly Modifier[]): RowShape | null {
  const operand = modifiers.findLast((modifier) => modifier.code === SPRM.rowShape)?.operand
  const cells = operand?.[0] ?? 0
  if (operand === undefined || operand.byteLength < 1 + 2 * (cells + 1)) return null
  const view = viewOf(operand)
  const merges = Array.from({ length: cells }, (_, i) => {
    const at = 1 + 2 * (cells + 1) + i * CELL
    return at + 2 <= operand.byteLength ? view.getUint16(at, true) : 0
  })
  return {
    edges: Array.from({ length: cells + 1 }, (_, i) => view.getInt16(1 + 2 * i, true)),
    continued: merges.map((flags) => (flags & MERGE.sideways) === MERGE.intoLeft || (flags & MERGE.down) === MERGE.fromAbove),
  }
}

/** Edges of one column are drawn by hand in each row: nearer than this (twentieths of a point) they are one. */
const NEAR = 60

/** All rows' edges as columns; the number of the column that begins nearest to an edge. */
export function columnsOf(shapes: readonly (RowShape | null)[]): (edge: number) => number {
  const all = [...new Set(shapes.flatMap((shape) => shape?.edges ?? []))].sort((a, b) => a - b)
  const starts: number[] = []
  const columnAt = new Map<number, number>()
  for (const edge of all) {
    if (edge - (starts.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) starts.push(edge)
    columnAt.set(edge, starts.length - 1)
  }
  return (edge) => columnAt.get(edge) ?? 0
}
