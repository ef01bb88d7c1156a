import type { Line } from '../../domain/document.ts'
import { joinWrapped } from '../join.ts'
import { ordinary } from '../pdf/characters.ts'
import type { Block, Table, TableCell } from './block.ts'
import { gridOf } from './grid.ts'

/** A cell alone in its row that holds this much in several paragraphs is text put into a table, no row of it. */
const TEXT_LENGTH = 120

const piecesOf = (text: string): string[] => ordinary(text).split('\n')

/** The lines of a cell; a table inside a cell gives its rows. */
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? piecesOf(block.text) : block.rows.flatMap((row) => row.map(textOf))))

const textOf = (cell: TableCell): string => joinWrapped(textsOf(cell.blocks))

const hasTable = (cell: TableCell): boolean => cell.blocks.some((block) => block.kind === 'table')

/** A table of one column, or one with tables inside, only arranges its content. */
const isLayout = (table: Table): boolean => table.rows.every((row) => row.length <= 1) || table.rows.some((row) => row.some(hasTable))

function isText(cells: readonly TableCell[]): boolean {
  const filled = cells.filter((cell) => textOf(cell) !== '')
  const texts = textsOf(filled[0]?.blocks ?? []).filter((text) => text.trim() !== '')
  return filled.length === 1 && texts.length > 1 && texts.join('').length > TEXT_LENGTH
}

/** A line without its number. */
type Unnumbered = Omit<Line, 'no'>

const plainLine = (text: string): Unnumbered => ({ page: null, text, cells: null })
const rowLine = (cells: readonly string[]): Unnumbered => ({ page: null, text: cells.join('\t'), cells })

function* ofTable(table: Table): Generator<Unnumbered> {
  if (isLayout(table)) {
    for (const cell of table.rows.flat()) yield* ofBlocks(cell.blocks)
    return
  }
  for (const row of gridOf(table)) {
    const cells = row.filter((cell) => cell !== null)
    if (isText(cells)) for (const cell of cells) yield* ofBlocks(cell.blocks)
    else yield rowLine(row.map((cell) => (cell === null ? '' : textOf(cell))))
  }
}

function* ofBlocks(blocks: readonly Block[]): Generator<Unnumbered> {
  for (const block of blocks) {
    if (block.kind === 'table') yield* ofTable(block)
    else yield* piecesOf(block.text).map(plainLine)
  }
}

/** Paragraphs and table rows in reading order, numbered from 1; blank paragraphs count but are left out. */
export function linesOf(blocks: readonly Block[]): Line[] {
  return Array.from(ofBlocks(blocks), (line, i) => ({ no: i + 1, ...line })).filter(
    (line) => line.cells !== null || line.text.trim() !== '',
  )
}
