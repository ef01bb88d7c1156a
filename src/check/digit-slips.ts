/** What a slip of the pen makes of a figure, told backwards: what printed digits may have been meant to be. */
export interface Variant {
  readonly text: string
  readonly says: string
}

const SWAPPED = '相邻两个数字可能写颠倒'
const DOUBLED = '可能多写了一个数字'
const DROPPED = '可能漏写了一个数字'
const SHIFTED = '可能小数点错位，或多写、漏写了零'
const MISTYPED = '可能有一个数字写错'
const MINUS = '可能漏写或多写了负号'

const DIGITS = '0123456789'
const isNumber = (text: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)
const indexes = (text: string): readonly number[] => [...text].map((_, i) => i)

const swapped = (text: string): string[] =>
  indexes(text).flatMap((i) =>
    text[i] === text[i + 1] || !/\d\d/.test(text.slice(i, i + 2)) ? [] : [text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2)],
  )
const without = (text: string): string[] =>
  indexes(text).flatMap((i) => (/\d/.test(text[i] ?? '') ? [text.slice(0, i) + text.slice(i + 1)] : []))
const withOne = (text: string): string[] =>
  [...indexes(text), text.length].flatMap((i) => [...DIGITS].map((digit) => text.slice(0, i) + digit + text.slice(i)))
const otherOne = (text: string): string[] =>
  indexes(text).flatMap((i) =>
    /\d/.test(text[i] ?? '')
      ? [...DIGITS].flatMap((digit) => (digit === text[i] ? [] : [text.slice(0, i) + digit + text.slice(i + 1)]))
      : [],
  )

function moved(text: string, by: number): string[] {
  const [whole = '', part = ''] = text.replace('-', '').split('.')
  const digits = whole + part
  const at = whole.length + by
  const padded = at <= 0 ? `${'0'.repeat(1 - at)}${digits}` : digits.padEnd(at, '0')
  const point = Math.max(1, at)
  const shown = `${padded.slice(0, point).replace(/^0+(?=\d)/, '')}${padded.length > point ? `.${padded.slice(point)}` : ''}`
  return [text.startsWith('-') ? `-${shown}` : shown]
}

const KINDS: readonly { readonly says: string; readonly make: (text: string) => readonly string[] }[] = [
  { says: SWAPPED, make: swapped },
  { says: SHIFTED, make: (text) => [1, -1, 2, -2].flatMap((by) => moved(text, by)) },
  { says: DOUBLED, make: without },
  { says: DROPPED, make: withOne },
  { says: MISTYPED, make: otherOne },
  { says: MINUS, make: (text) => [text.startsWith('-') ? text.slice(1) : `-${text}`] },
]

/** The likeliest slip first. */
export const slipsOf = (text: string): readonly (readonly Variant[])[] =>
  KINDS.map(({ says, make }) =>
    [...new Set(make(text))].filter((variant) => variant !== text && isNumber(variant)).map((variant) => ({ text: variant, says })),
  )
