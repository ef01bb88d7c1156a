const isAscii = (character: string | undefined): boolean => character !== undefined && character > ' ' && character < '\u007f'

/**
 * Joins the pieces of one cell that were broken for width. Chinese needs no blank;
 * between two ASCII characters one stays, so that two figures never become one.
 */
export function joinWrapped(pieces: readonly string[]): string {
  const words = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
  return words.map((word, i) => (isAscii(words[i - 1]?.at(-1)) && isAscii(word[0]) ? ` ${word}` : word)).join('')
}
