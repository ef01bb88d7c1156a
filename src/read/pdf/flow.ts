import type { Box } from '../../domain/document.ts'
import { alignedTables } from './aligned.ts'
import { bottom, centreY } from './box.ts'
import { type Grid, gridBox, gridsOf } from './grid.ts'
import type { Glyph } from './ink.ts'
import type { PageInk } from './page.ts'
import { isInside, type TableRow, tableRows } from './table.ts'
import { linesOf, type TextLine, withoutDoubles } from './words.ts'

/** A page's content in reading order: a line of text, or a row of a table. */
export type Item =
  | { readonly kind: 'text'; readonly line: TextLine; readonly box: Box }
  | { readonly kind: 'row'; readonly row: TableRow; readonly box: Box }

const area = (grid: Grid): number => gridBox(grid).width * gridBox(grid).height

/** Ruled tables of a page with their glyphs; an inner table takes its own before the outer one does. */
function ruledTables(glyphs: readonly Glyph[], grids: readonly Grid[]): { tables: { box: Box; rows: TableRow[] }[]; rest: Glyph[] } {
  let rest = [...glyphs]
  const tables: { box: Box; rows: TableRow[] }[] = []
  for (const grid of [...grids].sort((a, b) => area(a) - area(b))) {
    const inside = rest.filter((glyph) => isInside(grid, glyph))
    const rows = tableRows(grid, inside)
    if (rows === null) continue
    const taken = new Set(inside)
    rest = rest.filter((glyph) => !taken.has(glyph))
    tables.push({ box: gridBox(grid), rows: rows.filter((row) => row.cells.some((cell) => cell !== '')) })
  }
  return { tables, rest }
}

/** Everything on a page, from top to bottom. A table stays in one piece; text beside it stands before or after. */
export function itemsOf(page: PageInk, grids: readonly Grid[] = gridsOf(page.segments)): Item[] {
  const { tables, rest } = ruledTables(withoutDoubles(page.glyphs), grids)
  const blocks: { top: number; items: Item[] }[] = tables.map(({ box, rows }) => ({
    top: box.y,
    items: rows.map((row) => ({ kind: 'row', row, box: row.box })),
  }))
  for (const part of alignedTables(linesOf(rest))) {
    const items: Item[] = 'cells' in part ? [{ kind: 'row', row: part, box: part.box }] : [{ kind: 'text', line: part, box: part.box }]
    const middle = centreY(part.box)
    const beside = tables.find(({ box }) => middle > box.y && middle < bottom(box))
    const top = beside === undefined ? middle : middle < centreY(beside.box) ? beside.box.y - 0.1 : bottom(beside.box)
    blocks.push({ top, items })
  }
  return blocks.sort((a, b) => a.top - b.top).flatMap((block) => block.items)
}
