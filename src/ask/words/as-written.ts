/** The words that were not understood, as the user wrote them: the common words between them belong to them (往来款, not 往款). */

const MOST_BETWEEN = 3

/** The shortest piece of a text that holds all characters of `odd` in order; null when none is short enough to be meant. */
function window(text: string, odd: string): string | null {
  let best: string | null = null
  for (let start = text.indexOf(odd.charAt(0)); start >= 0; start = text.indexOf(odd.charAt(0), start + 1)) {
    let end = start
    for (const character of odd) {
      const at = text.indexOf(character, end)
      end = at < 0 ? Number.POSITIVE_INFINITY : at + 1
    }
    const piece = end > text.length ? null : text.slice(start, end)
    if (
      piece !== null &&
      piece.length <= odd.length + MOST_BETWEEN &&
      !/\d/.test(piece.replace(/^\d+|\d+$/g, '')) &&
      piece.length < (best?.length ?? Number.POSITIVE_INFINITY)
    )
      best = piece
  }
  return best
}

/** @param odd characters left over, in the text's order; gives a piece of the text, the whole of it or the longest part */
export function asWritten(text: string, odd: string): string {
  if (odd === '') return ''
  const whole = window(text, odd)
  if (whole !== null) return whole
  for (let length = odd.length - 1; length > 0; length--)
    for (let at = 0; at + length <= odd.length; at++) {
      const piece = window(text, odd.slice(at, at + length))
      if (piece !== null) return piece
    }
  return odd
}
