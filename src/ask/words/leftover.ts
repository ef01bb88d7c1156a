import { lightAt, mayOpen } from './light.ts'

/** What is left of a question when names, years, items and everything that means nothing by itself are taken out. */

interface Part {
  readonly text: string
  readonly light: boolean
}

/** One run of characters as light words and the rest, in the reading that leaves fewest characters and takes fewest words. */
function partsOf(run: string, bare: boolean): Part[] {
  const cost: number[] = Array.from({ length: run.length + 1 }, () => 0)
  const step: number[] = []
  for (let at = run.length - 1; at >= 0; at--) {
    cost[at] = (cost[at + 1] ?? 0) + UNEXPLAINED
    step[at] = 0
    for (const length of lightAt(run, at, bare)) {
      const so = (cost[at + length] ?? Number.POSITIVE_INFINITY) + 1
      if (so < (cost[at] ?? 0)) {
        cost[at] = so
        step[at] = length
      }
    }
  }
  const parts: Part[] = []
  for (let at = 0; at < run.length; ) {
    const length = step[at] ?? 0
    const last = parts.at(-1)
    const text = run.slice(at, at + length)
    // 出支: two such verbs side by side are no words of this language.
    if (length > 0 && last?.light === true && mayOpen(last.text) && mayOpen(text))
      parts[parts.length - 1] = { text: last.text + text, light: false }
    else if (length > 0) parts.push({ text, light: true })
    else if (last?.light === false) parts[parts.length - 1] = { text: last.text + run.charAt(at), light: false }
    // 批发市场: a light character right before is the beginning of the same word.
    else if (last !== undefined && mayOpen(last.text)) parts[parts.length - 1] = { text: last.text + run.charAt(at), light: false }
    else parts.push({ text: run.charAt(at), light: false })
    at += Math.max(length, 1)
  }
  return withHeads(parts)
}

/** A head of a name, and the small words that may stand before it without being its name. */
const HEAD = /^(款|费|金|经费|费用|资金|项目|支出|补助|补贴|活动|工程|工作)/
/** 用经费 is the end of 公用经费. */
const TORN = /^(经费|款|金)/
const SMALL = /^[的了是有这那该全总共个几得着过和与及跟在年度]$/

/** 往来款, 交办经费: two or more single characters before a head may be its name, whatever each means alone. */
function withHeads(parts: readonly Part[]): Part[] {
  const named: Part[] = []
  for (const part of parts) {
    let before = named.length
    while (
      before > 0 &&
      named[before - 1]?.light === true &&
      /^.$/u.test(named[before - 1]?.text ?? '') &&
      !SMALL.test(named[before - 1]?.text ?? '')
    )
      before--
    const torn = TORN.test(part.text) && mayOpen(named.at(-1)?.text ?? '')
    if (torn) before = Math.min(before, named.length - 1)
    if (torn || (HEAD.test(part.text) && named.length - before > 1))
      named.push({
        text:
          named
            .splice(before)
            .map(({ text }) => text)
            .join('') + part.text,
        light: false,
      })
    else named.push(part)
  }
  return named
}

const UNEXPLAINED = 1000

/** Letters, digits and the mark of a held name count, punctuation does not. */
const RUNS = /[^\p{L}\p{N}\ue000]+/u

/**
 * The pieces that no light word explains, in order.
 * @param bare whether a verb that stands alone is light: not where the text may hold a name (经开工办)
 */
export const leftovers = (text: string, bare = true): string[] =>
  text
    .split(RUNS)
    .flatMap((run) => partsOf(run, bare))
    .filter(({ light }) => !light)
    .map(({ text: piece }) => piece)

/** What remains when the words without meaning of their own are gone. */
export const withoutFillers = (text: string): string => leftovers(text).join('')
/** The same where a name may be among them. */
export const withNames = (text: string): string => leftovers(text, false).join('')

/** A text without the light words before and after it; those that say what is meant (支出, 项目) stay. */
export function withoutEdges(text: string): string {
  const parts = partsOf(text.replace(/[^\p{L}\p{N}]/gu, ''), true)
  const tells = ({ text: piece, light }: Part): boolean => !light || TELLING.test(piece)
  const first = parts.findIndex(tells)
  return first < 0
    ? ''
    : parts
        .slice(first, parts.findLastIndex(tells) + 1)
        .map(({ text: piece }) => piece)
        .join('')
}

const TELLING = /^(支出|收入|经费|费用|项目)$/

/** A word that joins two things where there is only one: 三公同, 三公的比. At the beginning of a question it joins to what was said before. */
export function danglingJoins(text: string): string {
  const inner = text.replace(/^\s*那?[和与及跟同比]/, '').replace(/比较|对比|相比|相同|共同|以及|涉及|与否/g, '')
  return (inner.match(/[和与及跟同比]/g) ?? []).join('')
}
