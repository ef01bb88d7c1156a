/** Characters that take two columns of a terminal: Chinese, kana, hangul, full-width forms, Chinese punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|[\u{1f300}-\u{1faff}]/u
const NONE = /\p{Mn}|[\u200b-\u200d]/u

const columnsOf = (character: string): number => (NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1)

/** How many columns a text takes in a terminal. */
export const displayWidth = (text: string): number => [...text].reduce((width, character) => width + columnsOf(character), 0)

/** Fills a text with blanks up to a width, on the right or on the left. */
export function padTo(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'right' ? text + blanks : blanks + text
}

/** Breaks a text into lines that fit a width; a break never parts a number or a Latin word where it can be helped. */
export function wrap(text: string, width: number): string[] {
  const pieces = text.match(/[A-Za-z0-9.%,+\-÷×=()]+|[\s\S]/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && displayWidth(line) + displayWidth(piece) > width && !/^[，。；：、！？”’）》】]$/u.test(piece)) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}
