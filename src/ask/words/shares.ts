import type { Item } from '../query.ts'
import { isGeneral, isVerb, type Placed } from './items.ts'

/** Which of the items of 占多少 are parts, and which is the whole: A里B占多少 and B占A多少 are B of A, whatever stands first. */
export interface Shared {
  readonly parts: readonly Item[]
  /** null where the question names none. */
  readonly whole: Item | null
}

/** Between a whole and its part: 基本支出里面人员经费, 三公预算里接待. */
const INSIDE =
  /^(支出|经费|费用?)?的?(?:年初|全年)?(?:预算|决算)?[数额]?的?(总额)?[，, ]*(里面|里头|里边|里|当中|之中|其中|中间|中|之内|内)的?[，, ]*/
/** Behind a whole that something is set against: 是公用经费的百分之几. */
const OF_IT = /^(支出|经费|费用?)?(总额|总数|合计)?的?(百分之|几成|几分之|比例|比重|份额|百分比|多少)/
const IS = /(是|为|相当于|等于|抵)(?=[^是为]*$)/
const AND = /^(支出|经费|费用?)?(跟|和|与|同|对|比|:|\/)/
const RATIO = /^(支出|经费|费用?)?的?(比例|比率|比值|比)/

/** 花的钱 and the head of a name (三公+支出) name nothing of their own beside another item. */
function told(placed: readonly Placed[]): Placed[] {
  const exact = placed.some(({ item }) => !isGeneral(item))
  return placed.filter(({ at, item }, i) => {
    const before = placed[i - 1]
    const head = before !== undefined && !isGeneral(before.item) && before.at + before.length === at
    return !(isGeneral(item) && exact && (head || isVerb(item)))
  })
}

const itemsOf = (placed: readonly Placed[]): Item[] => placed.map(({ item }) => item)
const end = ({ at, length }: Placed): number => at + length

/** @param text the text in which the items stand at their places */
export function shareRoles(text: string, all: readonly Placed[]): Shared {
  const placed = told(all)
  const [first, second] = placed
  const takes = text.search(/占(?!地|比)/)
  const after = takes < 0 ? [] : placed.filter(({ at }) => at > takes)
  const before = takes < 0 ? placed : placed.filter(({ at }) => at < takes)
  const [whole] = after
  if (whole !== undefined) return { parts: itemsOf(insideOf(text, before)?.parts ?? before), whole: whole.item }
  const inside = insideOf(text, placed)
  if (inside !== null) return { parts: itemsOf(inside.parts), whole: inside.whole.item }
  const last = placed.at(-1)
  if (first === undefined || second === undefined || last === undefined || last === first) return { parts: itemsOf(placed), whole: null }
  const behind = text.slice(end(last))
  const between = text.slice(end(placed.at(-2) ?? first), last.at)
  if ((IS.test(between) && OF_IT.test(behind)) || (placed.length === 2 && AND.test(between) && RATIO.test(behind)))
    return { parts: itemsOf(placed.slice(0, -1)), whole: last.item }
  return { parts: itemsOf(placed), whole: null }
}

/** 三公里接待: the first is the whole of those behind it. */
function insideOf(text: string, placed: readonly Placed[]): { readonly parts: readonly Placed[]; readonly whole: Placed } | null {
  const [whole, ...parts] = placed
  const [next] = parts
  return whole !== undefined && next !== undefined && INSIDE.test(text.slice(end(whole), next.at)) ? { parts, whole } : null
}

/** 三公预算里, 按年初预算: the plan, where it is no part of the name of a purse or of a kind of report. */
const PLANNED =
  /(?:年初|全年|按|照|当初的?)(?:的)?预算|(?<!公共|基金|经营|部门|单位|政府)预算(?:数|额|安排|总额|总数|盘子)?的?(?:里面|里头|里边|里|当中|之中|中|之内|内|，|,|占)/
export const asksOfPlanned = (text: string): boolean => PLANNED.test(text) && !/决算|实际|花了|用了|支出了/.test(text)
