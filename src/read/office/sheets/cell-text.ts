import type { CellObject } from '@e965/xlsx'

/** Applies a number format. */
export type Format = (pattern: string, value: number) => string

const SIGN = /[-−–—－]/
const BRACKETS = /^\((.*)\)$/

/** A negative number that its format shows in brackets or in red alone keeps its sign. */
function signed(text: string, value: number): string {
  if (value >= 0 || SIGN.test(text) || !/[1-9]/.test(text)) return text
  return `-${text.replace(BRACKETS, '$1')}`
}

/** `!` escapes a character in Chinese Excel (0!.0, for 万), which the formatter knows only as a backslash. */
function shown(cell: CellObject, format: Format): string {
  const pattern = typeof cell.z === 'string' ? cell.z : ''
  if (typeof cell.v === 'number' && pattern.includes('!')) return format(pattern.replace(/!(.)/g, '\\$1'), cell.v)
  return cell.w ?? (cell.v === undefined ? '' : String(cell.v))
}

/** A cell as the sheet shows it: its number format applied, never the binary number behind it. */
export function cellText(cell: CellObject | undefined, format: Format): string {
  if (cell === undefined || cell.t === 'z') return ''
  const text = shown(cell, format).replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
  return typeof cell.v === 'number' && cell.t === 'n' ? signed(text, cell.v) : text
}
