import type { Line } from '../../domain/document.ts'
import { type Row, rowOf } from './rows.ts'

/** Lines are counted as editors count them; a form feed or a NUL is a character of its line. */
const LINE_END = /\r\n|\r|\n/

/** All lines with their 1-based numbers, as they stand; table rows with cells. Rules of Markdown tables carry nothing and are left out. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let above: Row = null
  let no = 0
  for (const line of text.split(LINE_END)) {
    no++
    const row = rowOf(line, above)
    above = row
    if (row !== 'rule') lines.push({ no, page: null, text: line, cells: row?.cells ?? null })
  }
  return lines
}
