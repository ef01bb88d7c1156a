import { chance } from '../../check/planter/accounts.ts'
import { flatRows, type GridRow, type Sheet } from '../grid.ts'

/** How a form's lines come out of an extraction. */
export type TextKind = 'tabs' | 'raw' | 'layout' | 'paged' | 'untitled'

const WRAP = 13
const isAmount = (text: string): boolean => /^[-—]?[\d,.]*$/.test(text)
const cut = (text: string): string[] => (text.length <= WRAP || isAmount(text) ? [text] : [text.slice(0, WRAP), ...cut(text.slice(WRAP))])

/** Cells one behind the other, blanks gone; a wrapped name breaks the line, as it does in most extractions. */
function rawLines(row: GridRow): string[] {
  const lines: string[] = []
  let line: string[] = []
  for (const { text } of row) {
    if (text === '') continue
    const [first = '', ...rest] = cut(text.trim())
    if (rest.length > 0 && line.length > 0) {
      lines.push(line.join(' '))
      line = []
    }
    line.push(first)
    for (const piece of rest) {
      lines.push(line.join(' '))
      line = [piece]
    }
  }
  return line.length > 0 ? [...lines, line.join(' ')] : lines
}

const widthOf = (text: string): number => [...text].reduce((all, c) => all + (c > '\u00ff' ? 2 : 1), 0)

/** Columns in place by blanks; a wrapped name stands above and below its row. */
function laidLines(rows: readonly GridRow[]): string[] {
  const pieces = rows.map((row) => row.map(({ text }) => cut(text.trim())))
  const widths = (pieces[0] ?? []).map((_, c) => Math.max(4, ...pieces.map((row) => Math.max(...(row[c] ?? ['']).map(widthOf)))) + 2)
  return pieces.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length))
    const middle = Math.floor((height - 1) / 2)
    return Array.from({ length: height }, (_, line) =>
      row
        .map((cell, c) => {
          const from = cell.length === 1 ? middle : 0
          const text = cell[line - from] ?? ''
          return text + ' '.repeat(Math.max(1, (widths[c] ?? 4) - widthOf(text)))
        })
        .join('')
        .trimEnd(),
    ).filter((text) => text.trim() !== '')
  })
}

function sheetLines(sheet: Sheet, kind: TextKind, year: number, repeat: boolean): string[] {
  const rows = flatRows(sheet)
  const heads = rows.slice(0, sheet.head.length)
  const title = kind === 'untitled' ? [] : [repeat ? `${year}年度${sheet.title}` : sheet.title]
  const above = kind === 'tabs' ? sheet.above : [sheet.above.join(' ')]
  const print = (part: readonly GridRow[]): string[] =>
    kind === 'tabs'
      ? part.map((row) => row.map(({ text }) => text).join('\t'))
      : kind === 'layout'
        ? laidLines(part)
        : part.flatMap(rawLines)
  if (kind !== 'paged') return [...title, ...above, ...(kind === 'layout' ? laidLines(rows) : print(rows)), ...sheet.notes, '']
  const body = rows.slice(sheet.head.length)
  const pages: string[] = []
  for (let at = 0; at < body.length; at += 14) {
    if (at > 0) pages.push(`- ${at + 3} -`, '', ...(repeat ? [...title, ...above, ...print(heads)] : []))
    pages.push(...print(body.slice(at, at + 14)))
  }
  return [...title, ...above, ...print(heads), ...pages, ...sheet.notes, '']
}

/** A whole report as text. */
export function textOf(
  front: readonly string[],
  sheets: readonly Sheet[],
  back: readonly string[],
  kind: TextKind,
  year: number,
  seed: number,
): string {
  const repeat = chance(seed + 5)() > 0.5
  return `${[...front, '', ...sheets.flatMap((sheet) => sheetLines(sheet, kind, year, repeat)), ...back.flatMap((line) => [line, ''])].join('\n')}\n`
}
