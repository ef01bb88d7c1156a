import type { Query } from '../query.ts'
import { HELD } from './held.ts'
import { numberOf } from './numerals.ts'

/** Groups of departments: 各部门, 五个部门, 三个区委办 (a mark stands for the kind), 这三家. */
export type Group = NonNullable<Query['group']>

export interface GroupSaid {
  readonly group: Group | null
  /** The text without the group's words; the mark of a kind stays. */
  readonly rest: string
}

const ORGAN = '(?:部门|单位|机构|委办局|预算单位|机关单位)'
/** One is no group. */
const COUNT = '\\d{1,2}|[两二三四五六七八九十]'
/** What a number of 个 can count beside departments. */
const NOT_BODIES = '(?![年月日项笔款类科数字人点季工大小百亿万]|项目|科目|表|指标)'
const BEFORE = '(?:这|那|上面|上述|以上|刚才|刚刚|前面|前述)(?:里|提到|说到|说|问到|问|列出|列|查)?过?的?(?:这|那)?'

/** Those the conversation has spoken of. A soft one is a mere pronoun: it may as well mean one department or nothing. */
const SPOKEN: readonly (readonly [pattern: RegExp, soft: boolean])[] = [
  [new RegExp(`${BEFORE}(?<count>${COUNT}|几)(?:个|家)(?:${ORGAN}|(?=\\ue000))?${NOT_BODIES}`), false],
  [new RegExp(`${BEFORE}(?:些个?${ORGAN}|些家|(?<count>[俩仨])(?:个|家)?${ORGAN}?)`), false],
  [new RegExp(`(?:他们|它们|她们|人家)(?<count>${COUNT}|几|[俩仨])(?:个|家)?${ORGAN}?${NOT_BODIES}`), false],
  [/(?<count>[俩仨])(?:个|家)?(?:部门|单位)?(?=的|谁|哪|一共|合计|加|差|比|相差|之间|都|各|$)|(?<two>双方|两者|二者|两边|彼此)/, true],
  [new RegExp(`^那?(?<count>${COUNT})(?:个|家)(?=的|谁|哪|一共|合计|总共|加|差|比|相差|之间|都|各|分别|$)`), true],
  [/他们|它们|她们/, true],
]

/** All there are, by number where one is said. */
const ALL: readonly RegExp[] = [
  new RegExp(`(?:所有|全部|全体|各|每)(?:的|个|一个|家|一家|(?<count>${COUNT})(?:个|家))*${ORGAN}(?:们)?(?:各自|分别)?`),
  // 最高的三个部门, 前三个部门, 哪几个部门 and 有几个部门 are no group.
  new RegExp(`(?<![哪有前后第\\d十]|最[\\p{Script=Han}]{1,4}|倒数)(?<count>${COUNT}|几)(?:个|家)${ORGAN}(?:们)?(?:各自|分别)?`, 'u'),
  new RegExp(`(?<![哪有前后第\\d十]|最[\\p{Script=Han}]{1,4}|倒数)(?<count>${COUNT})家(?!庭|企|公司|医|学|工)`, 'u'),
  /大家伙?儿?(?!庭|具|园)|各家|家家|每家/,
  /^(?:全部|所有)的?(?!支出|收入|项目|费用|科目|经费|花|资金|人)(?=\S)/,
]

/** A kind of department, by its name without a place: 各区委办, 三个区委办. */
const KIND: readonly RegExp[] = [
  new RegExp(`(?:所有|全部|全体|各|每)的?(?:(?<count>${COUNT}|几)?(?:个|家))?(?=${HELD})`),
  new RegExp(`(?<![哪有前后第\\d十]|最[\\p{Script=Han}]{1,4}|倒数)(?:一共|这|那)?(?<count>${COUNT}|几)(?:个|家)(?=${HELD})`, 'u'),
]
/** 区委办里头: inside the kind. */
const AMONG = new RegExp(`(${HELD} *)(?:里头|里边|里面|当中|之中|其中|之间|里|中)`)

const groupOf = (who: Group['who'], found: RegExpExecArray, soft = false): Group => ({
  who,
  count: found.groups?.two === undefined ? numberOf(found.groups?.count) : 2,
  soft,
  said: found[0].trim(),
})

/**
 * Takes a group of departments out of a question.
 * @param text names already replaced by blanks, a name without a place by its mark
 */
export function readGroup(text: string): GroupSaid {
  const inside = text.replace(AMONG, '$1 ')
  const patterns: readonly (readonly [Group['who'], RegExp, boolean])[] = [
    ...KIND.map((pattern) => ['kind', pattern, false] as const),
    ...SPOKEN.map(([pattern, soft]) => ['spoken', pattern, soft] as const),
    ...ALL.map((pattern) => ['all', pattern, false] as const),
  ]
  for (const [who, pattern, soft] of patterns) {
    const found = pattern.exec(inside)
    if (found !== null) return { group: groupOf(who, found, soft), rest: inside.replace(found[0], ' ') }
  }
  return { group: null, rest: inside }
}
