const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100 }

/** 十二 → 12, 两百三十 → 230; null when the characters are no number. */
export function chineseNumber(words: string): number | null {
  let total = 0
  let digit = 0
  for (const char of words) {
    const scale = SCALES[char]
    const value = DIGITS[char]
    if (scale !== undefined) {
      total += (digit || 1) * scale
      digit = 0
    } else if (value !== undefined && digit === 0) digit = value
    else return null
  }
  return total + digit || null
}

/** Counting said in words: only behind words that count (共涉及五个项目, 召开两次会议), since 一个, 三个方面, 四个意识 count nothing. */
const COUNTED =
  /(?:共|共计|总计|合计|涉及|召开|下设|内设|设有?|组织对|举办|纳入|下属|所属|聘用|购置)了?([一二两三四五六七八九十百]{1,4})(个|家|项|次|名|人|辆|场|期|所|批)(?!方面|环节|阶段|层|步|部分|意识|自信|维护|坚持|维度|统一|关键|必须|重点|月|大|一百|统筹|百)/g

/** 一个, 一批 alone is no count. */
const SUMS = /^(?:共|总计|合计|涉及|组织对)/

export interface SpelledNumber {
  readonly start: number
  readonly end: number
  readonly close: number
  readonly text: string
  readonly unit: string
}

/** Counts that a text spells in Chinese numerals. */
export function spelledNumbers(view: string): SpelledNumber[] {
  return [...view.matchAll(COUNTED)].flatMap((match) => {
    const [all, numeral = '', unit = ''] = match
    const value = numeral === '一' && !SUMS.test(all) ? null : chineseNumber(numeral)
    const close = match.index + all.length
    const start = close - unit.length - numeral.length
    return value === null ? [] : [{ start, end: start + numeral.length, close, text: String(value), unit }]
  })
}
