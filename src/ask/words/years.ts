const DIGITS = '〇零一二三四五六七八九'
const CHINESE = /[〇零一二三四五六七八九]{4}(?=年)|[〇零一二三四五六七八九]{2}(?=年)/g

/** 二〇二〇年 → 2020年; a pair of digits is the year of this century. */
const arabic = (text: string): string =>
  text.replace(CHINESE, (digits) => [...digits].map((digit) => Math.max(0, DIGITS.indexOf(digit) - 1)).join(''))

const PLAIN =
  /(?<![\d.])(20\d{2}|19\d{2})(?![\d.])\s*(财政|会计)?(?:(年度|年)(?:底|末(?!结|余)|年底|年末(?!结|余))?)?|(?<![\d.])(\d{2})\s*(年度|年)(?!代)/g
const RELATIVE: readonly (readonly [RegExp, (now: number) => number])[] = [
  [/大前年/, (now) => now - 3],
  [/前年/, (now) => now - 2],
  [/去年/, (now) => now - 1],
  [/今年|本年度?(?!支出|收入|度)/, (now) => now],
  [/明年/, (now) => now + 1],
]

/** 与上年相比: against what a change is told. */
export const VERSUS = /(?:与|和|跟|同|较|比)?(?:上年|去年|往年|以前)(?:相比|比较|比)?/

const AGAINST: readonly RegExp[] = [
  /(?<!\d\d年?度?\s*)(?:与|和|跟|同)\s?(?:20)?(\d\d)年?度?(?!\d)\s*(?:相比|比较|对比|比|相差|差)/,
  /(?<![同环])(?:比|较|对比|相比于?|相较于?)\s?(?:20)?(\d\d)年?度?(?!\d)/,
]
/** 较2019年减少: the year that a change counts from; null where none is named. A gap before the year is a name that was taken out. */
export function againstYear(text: string): number | null {
  const year = AGAINST.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
  return year === undefined ? null : 2000 + Number(year)
}

/** Does each of the departments stand with a year of its own, before or behind it: 青山2020年和洪山2021年? */
export function hasYearEach(text: string, departments: readonly string[]): boolean {
  const years = [...text.matchAll(PLAIN)].map(({ index }) => ({ at: index, year: true }))
  const names = departments.map((words) => ({ at: text.indexOf(words), year: false }))
  if (names.length < 2 || names.length !== years.length || names.some(({ at }) => at < 0)) return false
  return [...years, ...names].sort((a, b) => a.at - b.at).every((one, i, all) => i === 0 || one.year !== all[i - 1]?.year)
}

/** 2020年的上年, 2020年报告里的上年: the year before the one that is named; elsewhere a named year stands for itself. */
export const BEFORE_NAMED = /\d\d年?度?(?:的)?(?:报告|决算|决算报告)?(?:里|中|里面)?(?:写|说|提到)?的?上年/

/** 2019年到2021年, 2019-2021: all years between. */
const RANGE = /(20\d{2}|(?<!\d)\d{2}(?=\s*年))\s*(?:年度?)?\s*(?:到|至|[-—~–―]+|一直到)\s*(20\d{2}|\d{2})(?!\d)\s*年?/
const LONGEST_RANGE = 30

function withRange(text: string): string {
  const [said, from, to] = RANGE.exec(text) ?? []
  if (said === undefined || from === undefined || to === undefined) return text
  const [first, last] = [from, to].map((year) => (year.length === 2 ? 2000 + Number(year) : Number(year)))
  if (first === undefined || last === undefined || last <= first || last - first > LONGEST_RANGE) return text
  return text.replace(said, Array.from({ length: last - first + 1 }, (_, i) => ` ${first + i}年 `).join(''))
}

export interface YearsSaid {
  readonly years: readonly number[]
  /** 去年 …: as said, when the year follows from the calendar. */
  readonly relative: string | null
  /** The text with the years taken out. */
  readonly rest: string
}

/** Takes the years out of a question: 2020, 2020年度, 20年, 二〇二〇年, 去年. */
export function readYears(text: string, now: Date): YearsSaid {
  const years: number[] = []
  const rest = withRange(arabic(text)).replace(PLAIN, (_all, full: string | undefined, _kind, _word, short: string | undefined) => {
    years.push(full === undefined ? 2000 + Number(short) : Number(full))
    return ' '
  })
  if (years.length > 0) return { years: [...new Set(years)], relative: null, rest }
  for (const [pattern, yearFrom] of RELATIVE) {
    const said = pattern.exec(rest)?.[0]
    if (said !== undefined) return { years: [yearFrom(now.getFullYear())], relative: said, rest: rest.replace(said, ' ') }
  }
  return { years: [], relative: null, rest }
}
