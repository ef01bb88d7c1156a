/** The number that a heading or list item begins with. */
export interface Numbering {
  /** 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1., 4 for (1). */
  readonly level: number
  readonly number: string
  /** How many characters of the text the number takes. */
  readonly length: number
}

const CHINESE = '[一二三四五六七八九十百]{1,4}'
/** In order of trial; group 1 is the number as printed. A point or bracket is demanded, so that `2020年` and `1.6%` are no list numbers. */
const FORMS: readonly (readonly [number, RegExp])[] = [
  [0, new RegExp(`^(第${CHINESE}(?:部分|章|篇))[、.．:：\\s]*`)],
  [2, new RegExp(`^([（(]${CHINESE}[)）])[、.．]?\\s*`)],
  [1, new RegExp(`^(${CHINESE})[、.．]\\s*`)],
  [4, /^([（(]\d{1,2}[)）])[、.．]?\s*/],
  [3, /^(\d{1,2}[.．](?!\d)|\d{1,2}、(?!\d))\s*/],
]

/** The numbering at the start of `text`, or null. */
export function numberingOf(text: string): Numbering | null {
  const head = text.slice(0, 16)
  for (const [level, form] of FORMS) {
    const match = form.exec(head)
    if (match) return { level, number: (match[1] ?? '').replace(/[、.．]$/, (mark) => (level === 3 ? mark : '')), length: match[0].length }
  }
  return null
}
