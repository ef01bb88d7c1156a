import type { Line } from '../../../domain/document.ts'
import { joinWrapped } from '../../join.ts'
import type { SheetRow } from './visible.ts'

/** A first cell alone in its row that holds this much is text put into a sheet, no row of a table. */
const TEXT_LENGTH = 40
/** A name nobody gave says nothing. */
const DEFAULT_NAME = /^(?:Sheet|工作表)\s*\d*$/i

function textIn(cells: readonly string[]): string[] | null {
  const filled = cells.filter((cell) => cell !== '')
  const [only] = filled
  if (only === undefined || filled.length > 1) return null
  if (cells.length > 1 && (only.length <= TEXT_LENGTH || cells[0] !== only)) return null
  return only.split('\n').filter((line) => line.trim() !== '')
}

function rowLines({ no, cells }: SheetRow, page: number): Line[] {
  const text = textIn(cells)
  if (text !== null) return text.map((line) => ({ no, page, text: line, cells: null }))
  const row = cells.map((cell) => joinWrapped(cell.split('\n')))
  return [{ no, page, text: row.join('\t'), cells: row }]
}

/** The lines of one sheet: its name, then its rows. */
export function sheetLines(name: string, rows: readonly SheetRow[], page: number): Line[] {
  const title: Line[] = DEFAULT_NAME.test(name.trim()) ? [] : [{ no: null, page, text: name, cells: null }]
  return [...title, ...rows.flatMap((row) => rowLines(row, page))]
}
