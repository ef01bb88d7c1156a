/** What a slip of the pen makes of a figure, told backwards: what printed digits may have been meant to be. */
export interface Variant {
  readonly text: string
  readonly says: string
}

const SWAPPED = '相邻两个数字写颠倒'
const DOUBLED = '多写了一个数字'
const DROPPED = '漏写了一个数字'
const SHIFTED = '小数点错位，或多写、漏写了零'
const MISTYPED = '有一个数字写错'
const MINUS = '增减方向（正负号）写反'

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
  // 10050.00 becomes 1005.00, not 1005.000.
  const fraction = padded.slice(point).replace(new RegExp(`(?<=^.{${part.length}}.*?)0+$`), '')
  const shown = `${padded.slice(0, point).replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`
  return [text.startsWith('-') ? `-${shown}` : shown]
}

const MOST_PLACES = 2
const places = (text: string): number => text.split('.')[1]?.length ?? 0
/** Nobody prints a third decimal where two are usual, or means one where two are printed. */
const usual = (printed: string, variant: string): boolean =>
  places(variant) <= Math.max(MOST_PLACES, places(printed)) && places(variant) >= Math.min(MOST_PLACES, places(printed))
/** One of two equal neighbours. */
const halved = (text: string): string[] =>
  indexes(text).flatMap((i) => (/\d/.test(text[i] ?? '') && text[i] === text[i + 1] ? [text.slice(0, i) + text.slice(i + 1)] : []))

/** `strong`: so few variants that one of them fitting by chance is unlikely. */
const KINDS: readonly { readonly says: string; readonly strong: boolean; readonly make: (text: string) => readonly string[] }[] = [
  { says: SWAPPED, strong: true, make: swapped },
  { says: SHIFTED, strong: true, make: (text) => [1, -1, 2, -2].flatMap((by) => moved(text, by)) },
  { says: DOUBLED, strong: true, make: halved },
  { says: DOUBLED, strong: false, make: without },
  { says: DROPPED, strong: false, make: withOne },
  { says: MISTYPED, strong: false, make: otherOne },
  { says: MINUS, strong: true, make: (text) => [text.startsWith('-') ? text.slice(1) : `-${text}`] },
]

export interface SlipKind {
  readonly strong: boolean
  readonly variants: readonly Variant[]
}

/** The likeliest slip first. */
export const slipsOf = (text: string): readonly SlipKind[] =>
  KINDS.map(({ says, strong, make }) => ({
    strong,
    variants: [...new Set(make(text))]
      .filter((variant) => variant !== text && isNumber(variant) && usual(text, variant))
      .map((variant) => ({ text: variant, says })),
  }))
