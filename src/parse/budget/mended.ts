import type { Line } from '../../domain/document.ts'
import type { Unread } from '../../domain/report.ts'
import { placeOf } from '../forms/cells.ts'
import type { ParsedRows } from '../forms/code-form.ts'
import { tokensOf } from '../forms/tokens.ts'
import { squeeze } from '../text.ts'

const NAMELESS = '没有行名，无法归入表中'
/** Codes have neither separators nor a point; amounts of this size have one. */
const AMOUNT = /\d[.．,，]\d/

const keyOf = (no: number | null, page: number | null): string => `${page}|${no}`

/**
 * What a table's lines print and no row took, as unread: nothing vanishes, whole amounts in 元 neither.
 * @param lines the table's own lines as printed
 */
export function leftOver(lines: readonly Line[], parsed: ParsedRows): Unread[] {
  const told = new Map<string, string[]>()
  const tell = (no: number | null, page: number | null, raw: string): void => {
    const key = keyOf(no, page)
    told.set(key, [...(told.get(key) ?? []), squeeze(raw)])
  }
  for (const { where } of parsed.unread) tell(where.line, where.page, where.raw)
  for (const cell of parsed.rows.flatMap((row) => Object.values(row.cells)))
    if (cell.kind === 'figure' || cell.kind === 'unreadable') tell(cell.where.line, cell.where.page, cell.where.raw)
  return lines
    .filter((line) => !parsed.notes.includes(line))
    .flatMap(tokensOf)
    .filter((token) => {
      if (token.kind !== 'number' || !AMOUNT.test(token.raw)) return false
      const here = told.get(keyOf(token.line.no, token.line.page)) ?? []
      const at = here.findIndex((raw) => raw.includes(token.raw))
      if (at >= 0) here.splice(at, 1)
      return at < 0
    })
    .map((token) => ({ where: placeOf(token.line, token.raw), reason: NAMELESS }))
}

/**
 * Reads lines whose words were mended (a code that lost its zero, a wrapped name put together): rows keep the places of the page.
 * Every figure of the printed lines is accounted for, whatever the mended ones looked like.
 */
export function readMended(lines: readonly Line[], mended: readonly Line[], read: (mended: readonly Line[]) => ParsedRows): ParsedRows {
  const parsed = read(mended)
  const notes = parsed.notes.map((note) => lines.find((line) => line.no === note.no && line.page === note.page) ?? note)
  const whole = { ...parsed, notes, used: new Set(lines.flatMap(tokensOf)) }
  return { ...whole, unread: [...parsed.unread, ...leftOver(lines, whole)] }
}
