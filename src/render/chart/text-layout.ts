/** Widths of text in the one font that pictures use, near enough to lay lines out. */

const NARROW = /[\x20-\x7e]/
const advance = (character: string): number => (NARROW.test(character) ? 0.56 : 1)

export const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + advance(character), 0) * size

/** Numbers with their unit or year, and brackets with what they hold on to, stay together. */
const PIECE = /[\x21-\x7e]+(年度?|万元|亿元|元)?|[（“《]?.[）”》，。；、]*/gu

/** Breaks a text so that each line fits; the last line that is allowed ends with a mark when more would follow. */
export function lines(text: string, size: number, width: number, most = 3): string[] {
  const broken: string[] = []
  let line = ''
  for (const piece of text.match(PIECE) ?? []) {
    if (textWidth(line + piece, size) > width && line !== '') {
      broken.push(line)
      line = ''
    }
    line += piece
  }
  broken.push(line)
  if (broken.length <= most) return broken
  return [...broken.slice(0, most - 1), `${(broken[most - 1] ?? '').slice(0, -1)}…`]
}

/** The font has no ※. */
const shown = (text: string): string => text.replaceAll('※', '*')
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeXml = (text: string): string => shown(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
