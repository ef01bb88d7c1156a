import type { TableRow } from './table.ts'
import type { TextLine } from './words.ts'

/** Tables without rulings, told by the alignment of their columns; other lines come back as they are. */
export function alignedTables(lines: readonly TextLine[]): (TextLine | TableRow)[] {
  return [...lines]
}
