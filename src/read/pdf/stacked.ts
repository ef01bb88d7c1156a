import type { Glyph } from './ink.ts'
import { linesOf, type TextLine } from './words.ts'

/** A printed amount whole: a piece of a wrapped one does not look like this. */
const AMOUNT = /^[-−－]?\d{1,3}(?:[,，]\d{3})*\.\d{1,6}$|^[-−－]?\d+\.\d{1,6}$/
/** Baselines within this share of the size belong to one printed row. */
const LEVEL = 0.5

const decimals = (text: string): number => text.length - text.indexOf('.')
const isAmountColumn = (lines: readonly TextLine[]): boolean =>
  lines.length >= 2 && lines.every((line) => AMOUNT.test(line.text) && decimals(line.text) === decimals(lines[0]?.text ?? ''))

/**
 * Some tables rule only their columns: one ruled row then holds several printed ones.
 * They are told apart where amounts stand one above the other, each beside a line of the first filled column.
 * @returns the cells' glyphs for each printed row, or null when the ruled row is one row
 */
export function stackedRows(cells: readonly (readonly Glyph[])[]): Glyph[][][] | null {
  const columns = cells.map(linesOf)
  if (!columns.some(isAmountColumn)) return null
  const label = columns.find((lines) => lines.length > 0) ?? []
  const beside = (line: TextLine, other: TextLine) => Math.abs(line.baseline - other.baseline) <= LEVEL * line.size
  const amounts = columns.filter(isAmountColumn).flat()
  if (label.length < 2 || !amounts.every((amount) => label.some((line) => beside(line, amount)))) return null
  return label.map((line, row) =>
    columns.map((lines) =>
      lines.filter((other) => nearest(label, other) === row || beside(line, other)).flatMap((other) => [...other.glyphs]),
    ),
  )
}

function nearest(label: readonly TextLine[], line: TextLine): number {
  const distances = label.map((other) => Math.abs(other.baseline - line.baseline))
  return distances.indexOf(Math.min(...distances))
}
