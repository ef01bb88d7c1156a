import type { DepartmentIndex } from './names/department-index.ts'
import { placesIn } from './names-said.ts'
import type { Item, Operation, Query, Ranking } from './query.ts'
import { readBound } from './words/bound.ts'
import { whichOf, withoutComparing } from './words/comparing.ts'
import { asksTwice, asksWhich, readCondition } from './words/condition.ts'
import { readGroup } from './words/group.ts'
import { HELD } from './words/held.ts'
import { readItems } from './words/items.ts'
import { ALL } from './words/joined.ts'
import { withoutFillers } from './words/leftover.ts'
import type { Spotted } from './words/spot-names.ts'
import { readWishes } from './words/wishes.ts'

/** What a question says of several departments at once: a group, a condition they are picked by, a comparison between those named. */
export interface SeveralSaid {
  readonly group: Query['group']
  /** The order or the list that the words ask for, unless another is said. */
  readonly ranking: Ranking | null
  readonly bound: Query['bound']
  readonly operation: Operation | null
  readonly item: Item | null
  readonly which: boolean
  readonly across: Query['across']
  /** The text without these words. */
  readonly rest: string
  /** What is left after the other wishes were taken out, without words that merely compare. */
  readonly settle: (rest: string) => string
}

/** An item is named, or the conversation's is meant: 哪些为0. */
const hasItem = (text: string): boolean => readItems(text).items.length > 0 || withoutFillers(text) === ''

/** 完成率各是多少，哪家偏离最大: said once already. */
const AWAY = '预算完成率偏离'
const withoutAway = (text: string): string => {
  const rest = text.replace(AWAY, ' ')
  return /完成率|执行率|完成情况/.test(rest) ? rest : text.replace(AWAY, '预算完成率')
}

/** 平均, where no head, car or month follows. */
const MEAN =
  /(?<!高于|低于|超过|不到|大于|小于|多于|少于)(?:平均|均值)(?:下来|数|值|水平)?(?:是|为)?(?!每?一?(?:个人|人|辆|台|批|位|名|月|天|个月))/
const PART = '(?:多少|几成|百分之几|几分之几|多大比例|比例|比重|份额|几)'

/** What is asked of the group together: 占五个部门的多少, 五个部门平均. */
function acrossIn(
  text: string,
  rest: string,
  group: Query['group'],
  several: boolean,
): { readonly across: Query['across']; readonly rest: string } {
  if (group === null && !several) return { across: null, rest }
  const share =
    group === null
      ? null
      : new RegExp(`占(?:了|到)?${group.said}(?:总数|合计|总额)?的?${PART}|${group.said}(?:里|中|里面|当中)?占(?:了|到)?${PART}`)
  if (share?.test(text) === true) return { across: 'share', rest: rest.replace(new RegExp(`占[^，。]*?${PART}`), ' ') }
  return MEAN.test(rest) ? { across: 'average', rest: rest.replace(MEAN, ' ') } : { across: null, rest }
}

/** @param text names replaced by blanks, a name without a place by its mark */
export function readSeveral(text: string, spotted: readonly Spotted[], index: DepartmentIndex): SeveralSaid {
  const away = text.includes(AWAY)
  const { group, rest: whole } = readGroup(away ? withoutAway(text) : text)
  const specific = spotted.filter(({ generic }) => !generic).length
  const places = placesIn(whole, index).cores.length
  const several = specific + places > 1 || group?.who === 'spoken' || (group?.who === 'kind' && group.count === 2)
  const { across, rest: groupless } = acrossIn(text, whole, group, several)
  const named = specific + (groupless.includes(HELD) && specific === 0 ? 1 : 0)
  const plain = { group, across, bound: null, operation: null, item: null, which: false, rest: groupless }
  const settle = (rest: string): string => (several ? withoutComparing(rest) : rest)
  const distance = away ? ({ distance: true } as const) : {}
  const everyone: Ranking | null = group === null || group.who === 'spoken' ? null : { ...ALL, everyone: true }
  const unnamed = specific + places === 0
  if (across === 'share') return { ...plain, ranking: { ...ALL, place: true }, settle }
  if (unnamed && asksTwice(groupless) && (asksWhich(groupless) || readWishes(groupless).ranking !== null))
    return { ...plain, ranking: null, which: true, settle }
  if (readBound(groupless).bound !== null) return { ...plain, ranking: everyone, settle }
  const wishes = readWishes(groupless)
  if (wishes.ranking !== null) return { ...plain, ranking: { ...wishes.ranking, ...distance }, settle }
  if (wishes.why || wishes.passage !== null || wishes.span !== null) return { ...plain, ranking: null, settle }
  const asked = whichOf(groupless)
  const picks = unnamed || (named > 0 && group?.who === 'kind')
  const condition = picks || asked === null ? readCondition(groupless, hasItem) : null
  if (condition !== null && specific + places !== 1) {
    const { bound, operation, item, rest } = condition
    const order = bound.relation === 'below' || bound.relation === 'atMost' ? 'smallest' : 'largest'
    return { ...plain, bound, operation, item, ranking: { ...ALL, order }, rest, settle }
  }
  if (several && asked !== null) return { ...plain, ranking: { ...ALL, order: asked, ...distance }, settle }
  return { ...plain, ranking: everyone, which: everyone === null && picks && asksWhich(groupless) && /部门|单位/.test(groupless), settle }
}
