import type { Mend } from '../../domain/outline.ts'

export interface CleanLine {
  readonly text: string
  readonly mends: readonly Mend[]
}

/** `592. 29`, `592 .29`, `1, 234.5` (one number with blanks inside), or any other blank. */
const BLANKS =
  /(?<![\d.])\d+(?:,\d{3})*(?:\s{1,4}\.\s{0,4}|\.\s{1,4})\d+(?![.\d])|(?<![\d,])\d{1,3}(?:(?:,\s{1,4}|\s{1,4},)\d{3})+(?!\d)(?:\.\d+)?|[\s\u200b\ufeff]+/gu
/** `2. 2024年…` at the start of a line: the first number is a list number, the blank belongs there. */
const LIST_NUMBER = /^\d{1,2}[.．]$/
const NO_BLANK_BEFORE = /[%),.;:!?\]}]/
const NO_BLANK_AFTER = /[([{]/

const isLatin = (char: string | undefined): boolean => char !== undefined && char > ' ' && char.charCodeAt(0) < 0x80
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9'

/** Digits, letters, per cent sign and point in their ordinary width; one character stays one character. */
export const narrow = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ％．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

/** Does a blank stay between these two characters? Only between two Latin words or two separate numbers. */
const staysBetween = (left: string | undefined, right: string | undefined): boolean =>
  isLatin(left) && isLatin(right) && !NO_BLANK_BEFORE.test(right ?? '') && !NO_BLANK_AFTER.test(left ?? '')

/**
 * One line without the blanks that extraction left beside Chinese characters and inside numbers.
 * Every mended number is noted with its original characters.
 */
export function cleanLine(raw: string): CleanLine {
  const line = narrow(raw).trim()
  const mends: Mend[] = []
  let removed = 0
  const text = line.replace(BLANKS, (match: string, at: number) => {
    const head = at <= 3 ? line.slice(0, at) : ''
    let kept = ''
    if (isDigit(match[0])) {
      const listed = at === 0 && /^\d{1,2}\.\s/.test(match)
      kept = listed ? match.replace(/\s+/g, ' ') : match.replace(/\s+/g, '')
      if (!listed) mends.push({ start: at - removed, raw: match })
    } else if (staysBetween(line[at - 1], line[at + match.length]) || (LIST_NUMBER.test(head) && isDigit(line[at + match.length])))
      kept = ' '
    removed += match.length - kept.length
    return kept
  })
  return { text, mends }
}

/** A line without Markdown marks; `strong` when it was marked as a heading or is bold throughout. */
export function plainMarkdown(raw: string): { readonly text: string; readonly strong: boolean } {
  const trimmed = raw.trim()
  const heading = /^#{1,6}\s+/.exec(trimmed)
  const bullet = /^[-*+]\s+(?=\S)/.exec(trimmed)
  const body = trimmed.slice((heading ?? bullet)?.[0].length ?? 0)
  return { text: body.replaceAll('**', ''), strong: heading !== null || /^\*\*[^*]{1,80}\*\*$/.test(body) }
}
