/** Small numbers as people say them: 三, 两, 俩, 12. */

const NUMERALS = '一二三四五六七八九十'
const SPECIAL: Readonly<Record<string, number>> = { 两: 2, 俩: 2, 仨: 3 }

/** The characters of a small number, as a piece of a pattern. */
export const COUNT = '\\d{1,2}|[一二两三四五六七八九十]'

/** 三 → 3, 两 → 2, 12 → 12; null for no number. */
export function numberOf(said: string | undefined): number | null {
  if (said === undefined || said === '') return null
  if (/^\d+$/.test(said)) return Number(said) > 0 ? Number(said) : null
  const number = SPECIAL[said] ?? NUMERALS.indexOf(said) + 1
  return number > 0 ? number : null
}
