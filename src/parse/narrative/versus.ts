export type Versus = 'priorYear' | 'budget'

const YEAR = '(?:\\d{4}年度?|上年度?|去年|上一年度?|上年同期|去年同期|以前年度)'
const SAME_TIME = '(?:同期|同口径|同比)?'
const WORTH = '(?:决算|预算|执行|支出|收入)?(?:数|支出|金额|总额)?'

/** Comparison bases; the part that names them is cut out of the words before an item is read. */
const BASES: readonly (readonly [RegExp, Versus])[] = [
  [new RegExp(`(?:与|同|和|比|较|跟|对比)(?:${YEAR})${SAME_TIME}${WORTH}(?:相比|对比|比较|比|来看)?`), 'priorYear'],
  [/同比|环比/, 'priorYear'],
  [
    /(?:与|同|和|比|较)(?:\d{4}(?:年度?)?)?(?:年初|全年|年度|调整后?的?|当年|本年)?(?:部门)?(?:支出)?预算(?:安排)?(?:数|金额)?(?:相比|对比|比较|比)?/,
    'budget',
  ],
  // 比2024年“三公”经费财政拨款年初预算: whose budget it is may stand between.
  [/(?:比|较)(?:\d{4}年度?)?[^，。；:\d比较]{2,16}(?:年初|全年|调整)预算(?:安排)?(?:数|金额)?/, 'budget'],
]

export interface Compared {
  readonly versus: Versus
  readonly start: number
  readonly end: number
  /** The year it names, if any. */
  readonly year: number | null
}

/** The comparison that `words` names (the last one, when there are several). */
export function comparedWith(words: string): Compared | null {
  let found: Compared | null = null
  for (const [base, versus] of BASES) {
    for (const match of words.matchAll(new RegExp(base.source, 'g'))) {
      const year = /\d{4}/.exec(match[0])
      if (!found || match.index >= found.start)
        found = { versus, start: match.index, end: match.index + match[0].length, year: year ? Number(year[0]) : null }
    }
  }
  return found
}
