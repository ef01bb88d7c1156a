/** Half-open ranges of a text, in order. */
export type Spans = readonly (readonly [number, number])[]

const YEAR = '(?:19|20)\\d{2}'
const DATES = new RegExp(
  [
    `${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}日?`,
    `${YEAR}(?:年度?)?(?:至|到|[-—~]+|、|和|与|及)(?:${YEAR}|\\d{2})年(?:度|末|底|初)?`,
    `${YEAR}年(?:度|末|底|初)?(?:\\d{1,2}月(?:份|底|末|初)?)?(?:\\d{1,2}日)?`,
    `\\d{1,2}月(?:份|底|末|初)?(?:\\d{1,2}日)?`,
    `(?<!\\d)\\d{1,2}日`,
    `\\d{1,2}:\\d{2}(?::\\d{2})?`,
  ].join('|'),
  'g',
)
const QUOTES = /“[^“”]{1,40}”|《[^《》]{1,120}》|『[^』]{1,40}』|「[^」]{1,40}」/g
const MONEY_INSIDE = /\d\s*(?:万元|亿元)/

/** Years, months, days and clock times. */
export const dateSpans = (view: string): Spans =>
  [...view.matchAll(DATES)].map((match) => [match.index, match.index + match[0].length] as const)

/** Quoted names and titles: a digit inside is part of the name (unless an amount is quoted). */
export const quotedSpans = (view: string): Spans =>
  [...view.matchAll(QUOTES)]
    .filter((match) => !MONEY_INSIDE.test(match[0]))
    .map((match) => [match.index, match.index + match[0].length] as const)

/** The span that holds `at`, or null (binary search). */
export function spanAt(spans: Spans, at: number): readonly [number, number] | null {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (!span) return null
    if (at < span[0]) high = middle - 1
    else if (at >= span[1]) low = middle + 1
    else return span
  }
  return null
}
