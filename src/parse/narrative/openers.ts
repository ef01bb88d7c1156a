import { itemOf } from './items.ts'
import type { Group, Reach } from './lists.ts'
import type { Scope } from './scope.ts'
import { nameOf } from './subjects.ts'

const OPENER = /其中|^按(?:照)?[^，。]{0,14}(?:分类|划分|科目分?)|主要用于|主要包括|具体包括|包括|分别(?:为|是)/
const WHOLE_SECTION = /以下(?:几个)?方面|(?:构成|结构|分布|用途|用于)[^，。]{0,4}如下/
/** `项目支出主要用于甲5万元`, `项目支出甲5万元`: what follows is what it was spent on. */
const PARTS = /^\s*(基本支出|项目支出)(?:主要)?(?!决算|预算|年初|总|占|为|是|共|合计|数|比|较|与|增|减|中|完成|执行|[，、:]|$)/

const startsWithMark = (words: string, at: number): boolean => /^[，,:]/.test(words.slice(at))

/** How far a list goes: 包括 to the next ； — 其中 with a mark behind it to the sentence's end, without one to the next ； */
const reachOf = (opener: string, marked: boolean): Reach =>
  opener.endsWith('包括') || (opener === '其中' && !marked) ? 'clause' : 'sentence'

/** Behind the last 项 of a list 按支出性质划分 divides what the list divided. */
const dividedAnew = (first: Group | null): Group | null => (/^code:\d{7}$/.test(first?.subject ?? '') ? first?.list?.parent : null) ?? first

/** Opens the list that the words before a figure announce; returns the words behind the announcement. */
export function openBefore(words: string, first: boolean, scope: Scope): string {
  const part = first ? PARTS.exec(words) : null
  const subject = part ? nameOf(part[1] ?? '', scope.topic, 'money').subject : null
  const known = subject === null ? null : scope.known(subject)
  if (part && known) {
    scope.lists.end('sentence')
    scope.lists.start(known, 'sentence')
    return words.slice(part[0].length).replace(/^(?:用于|包括|有|安排|是|为)+/, '')
  }
  const opener = OPENER.exec(words)
  // 收、支总计分别为: the words before it are the item.
  if (!opener || (opener[0].startsWith('分别') && itemOf(words.slice(0, opener.index)) !== '')) return words
  const at = opener.index + opener[0].length
  const own = scope.current !== null && scope.current.claims.size > 0
  const parent = !own && opener[0].endsWith('包括') ? scope.dividedBefore : scope.spokenOf
  if (parent) scope.lists.start(parent, WHOLE_SECTION.test(words) ? 'section' : reachOf(opener[0], startsWithMark(words, at)))
  return words.slice(at).replace(/^[，,:、]+/, '')
}

/**
 * Opens the list that a clause without figures announces.
 * @param stop the mark behind the clause
 * @param last is it the paragraph's last one? Then the list is in the paragraphs that follow.
 */
export function openAfter(words: string, stop: string, last: boolean, level: number | null, scope: Scope): void {
  const opener = OPENER.exec(words)
  const section = WHOLE_SECTION.test(words)
  // 主要用于下乡调研所需的燃料费。 is complete: what follows is no list of it.
  if (stop === '。' && !section && opener && words.length > opener.index + opener[0].length + 4) return
  if ((!opener && !section) || (scope.reasons && !words.startsWith('其中'))) return
  // 2．按支出经济分类，包括… divides anew what 1．按支出功能分类 divided: its parts are not parts of that list's first item.
  const parent = opener?.[0].startsWith('按') ? (dividedAnew(scope.first) ?? scope.dividedBefore) : last ? scope.announced : scope.spokenOf
  if (!parent || (!last && !/[:，,]/.test(stop))) return
  scope.lists.start(parent, section || last ? 'section' : reachOf(opener?.[0] ?? '', true), level)
}
