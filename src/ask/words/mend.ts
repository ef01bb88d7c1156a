import { itemWords } from './items.ts'
import { type Evidence, isEmptyCharacter, slipOf } from './slip.ts'

/** Slips of the pen in the words of a question: 完率成, 公务待接费. */

export interface Mended {
  /** The whole question with the word as it was meant. */
  readonly text: string
  readonly said: string
  readonly meant: string
  readonly evidence: Evidence
}

/** Words of the question beside items. */
const OTHERS = (
  '完成率 执行率 预算执行率 预算完成率 占比 比例 比重 百分之几 占多少 预算 年初预算 预算数 决算 决算数 人均 平均每人 平均 排名 排行 排行榜 排第几 第几 趋势 走势 趋势图 排名图 ' +
  '同比 最高 最低 最多 最少 最大 最小 前两名 前三名 前五名 哪个部门 哪些部门 各部门 谁家 哪家 比上年 比去年 上年 去年 前年 今年 历年 近三年 近两年 多少 花了多少 花了多少钱 花多少钱 多少钱 是多少 ' +
  '有多少 增加 减少 增长 下降 增加多少 减少多少 相差 超过 不足 比较 对比 为什么 原因 主要职能 主要职责 重点工作 名词解释 导出 画图 换算成 请问 请问一下 我想知道 查一下 麻烦 谢谢 ' +
  '从低到高 从高到低 哪年 每辆车 哪项 什么支出 比预算 节约了多少 多多少 少多少 ' +
  '各单位 所有部门 所有单位 每个部门 三家单位 五个部门 哪些单位 哪个单位 谁最省 谁最抠 排个名 最高和最低 各是谁 高于平均 低于平均 超预算 没超预算 没花完 没花完预算 一分钱没花 ' +
  '涨没涨 变没变 差多少 相差多少 谁多 谁高 几辆车 几辆公车 多几辆 偏差最大 前一年 上一年 以来 怎么变的 多了还是少了 多还是少 比一比 合计 区委办 机关工委'
).split(' ')

/** Words by length and character: of a word one slip away, one of the first two characters stands in it. */
let index: ReadonlyMap<string, readonly string[]> | null = null
function withCharacter(character: string, length: number): readonly string[] {
  if (index === null) {
    const built = new Map<string, string[]>()
    for (const word of new Set([...itemWords(), ...OTHERS]))
      if (/^\p{Script=Han}+$/u.test(word))
        for (const one of new Set(word)) built.set(one + word.length, [...(built.get(one + word.length) ?? []), word])
    index = built
  }
  return index.get(character + length) ?? []
}

const OTHER_WORDS = new Set(OTHERS)
/** Words of the question itself are a closed list: three characters of them tell a word that lacks one. */
function evidenceOf(said: string, word: string): Evidence | null {
  const slip = slipOf(said, word)
  return slip === 1 && word.length > 2 && said.length < word.length && OTHER_WORDS.has(word) ? 2 : slip
}

/** Slips that no word tells: a character typed twice (硚硚口, 2020年年), one changed with a neighbouring digit (2020三年公), an empty one too many. */
const loose = (text: string, odd: string): Mended[] =>
  [...text].flatMap((character, i): Mended[] => {
    const next = text.charAt(i + 1)
    const without = text.slice(0, i) + text.slice(i + 1)
    const changed = text.slice(0, i) + next + character + text.slice(i + 2)
    const beside = /\d\p{Script=Han}|\p{Script=Han}\d/u.test(character + next) || next === '年' || character === '年'
    return [
      ...(odd.includes(character) && character === next
        ? [{ text: without, said: character + next, meant: character, evidence: 3 as const }]
        : []),
      ...(beside && (odd.includes(character) || odd.includes(next))
        ? [{ text: changed, said: character + next, meant: next + character, evidence: 3 as const }]
        : []),
      ...(odd.includes(character) && isEmptyCharacter(character)
        ? [
            {
              text: without,
              said: text.slice(Math.max(0, i - 1), i + 2),
              meant: text.slice(Math.max(0, i - 1), i) + next,
              evidence: 2 as const,
            },
          ]
        : []),
    ]
  })

const LONGEST = 16
const MOST = 40

/**
 * Every way to read one slip out of a question, the best told and longest word first.
 * @param open the question with names of departments as blanks, which no slip is sought in
 * @param odd characters that were not understood: a slip holds one of them
 */
export function mendings(text: string, open: string, odd: string): Mended[] {
  const found = new Map<string, Mended>()
  for (let start = 0; start < text.length; start++)
    for (let size = 1; size <= LONGEST && start + size <= text.length; size++) {
      const said = open.slice(start, start + size)
      if (/\P{Script=Han}/u.test(said)) break
      if (![...said].some((character) => odd.includes(character))) continue
      for (const length of [size - 1, size, size + 1])
        for (const word of new Set([...said.slice(0, 2)].flatMap((character) => withCharacter(character, length)))) {
          const slip = evidenceOf(said, word)
          const mended = text.slice(0, start) + word + text.slice(start + size)
          if (slip !== null && slip >= (found.get(mended)?.evidence ?? 0))
            found.set(mended, { text: mended, said, meant: word, evidence: slip })
        }
    }
  for (const one of loose(text, odd)) if (one.evidence > (found.get(one.text)?.evidence ?? 0)) found.set(one.text, one)
  return [...found.values()].sort((a, b) => b.evidence - a.evidence || b.meant.length - a.meant.length).slice(0, MOST)
}
