import type { Item, Operation } from '../query.ts'
import type { Bound } from './bound.ts'
import { VERSUS } from './years.ts'

/** 哪些单位三公为零, 谁没超预算, 接待费减少了的部门: departments picked by a condition that needs no amount. */

export interface Condition {
  readonly bound: Bound
  readonly operation: Operation | null
  /** What the words themselves speak of: 有公车. */
  readonly item: Item | null
  /** The text without the condition and without the words that ask who. */
  readonly rest: string
}

const ORGAN = '(?:部门|单位|机构|委办局)'
const WHICH = `(?:哪些|哪几(?:个|家)|哪一?(?:个|家)|有几(?:个|家)|有多少(?:个|家)?|几(?:个|家)(?=${ORGAN})|多少(?:个|家)?(?=${ORGAN}))`
/** Words that ask which departments do, before what they do or behind it. */
const WHO: readonly RegExp[] = [
  new RegExp(`(?:都|分别|是否)?(?:是|有没有|有无|有)?${WHICH}(?:的)?(?:${ORGAN}|是|的|(?=\\ue000)|(?!年|项|类|款|科目|方面|月))(?:的|里)?`),
  new RegExp(`(?:有没有|有无|是否有)${ORGAN}(?:是)?`),
  new RegExp(`的(?:都)?${ORGAN}(?:都|一共)?(?:有|是)?(?:哪些|哪几个|谁|几个|几家|多少个?|多少家|名单)?(?=[吗呢啊？?。！!，, ]|$)`),
  /(?:都|还)?(?:有|是)?谁家?(?:的)?(?!高|多|少|低|大|小|更|最|比)/,
]

/** A question for an item or a year is none for a department. */
const NOT_WHO =
  /(?:哪|什么|几)(?:一|些|几)?(?:个|项|类|款|笔|块|种)?(?:支出|费用|开支|收入|科目|经费|项目|资金|年|月|项|类|款|方面|样|笔|块钱)/

/** Does a text ask which departments there are of some kind? */
export const asksWhich = (text: string): boolean => !NOT_WHO.test(text) && WHO.some((pattern) => pattern.test(text))

const VEHICLES: Item = { words: '车辆', subjects: ['assets.vehicles', 'count.vehiclesKept'], different: false }
const BOUGHT: Item = { words: '购车', subjects: ['threePublic.vehiclePurchase'], different: false }

interface Row {
  readonly words: RegExp
  readonly relation: Bound['relation']
  readonly said: string
  readonly operation?: Operation
  readonly value?: string
  readonly item?: Item
  /** Says something only beside an item: 没有公务接待费. */
  readonly ofItem?: true
}

const CAR = '(?:公务用车|公家车|公车|车辆|车子|车)'
const NOT = '(?:都|并|也)?(?:没有?|未|不)(?:曾)?'
const BUDGET = '(?:年初|部门|当年)?的?预算(?:数|金额|安排)?'

/** The first row that fits wins: denials before what they deny. */
const ROWS: readonly Row[] = [
  {
    words:
      /(?:都)?(?:高于|超过|大于|多于|高过|超出)(?:所有|全部|全体|各)?(?:部门|单位)?的?(?:平均(?:水平|数|值|线)?|均值|均线)(?:以上)?的?|平均(?:水平|数|值|线)以上的?/,
    relation: 'above',
    said: '高于平均',
    value: 'average',
  },
  {
    words:
      /(?:都)?(?:低于|不到|小于|少于|低过|不足)(?:所有|全部|全体|各)?(?:部门|单位)?的?(?:平均(?:水平|数|值|线)?|均值|均线)(?:以下)?的?|平均(?:水平|数|值|线)以下的?/,
    relation: 'below',
    said: '低于平均',
    value: 'average',
  },
  {
    words: new RegExp(
      `${NOT}(?:超(?:过|了|出)?(?:${BUDGET})?|突破${BUDGET}|(?:高|多|大)于${BUDGET}|超支)(?:了|的)?|(?:控制)?在${BUDGET}(?:之内|以?内|范围内?)`,
    ),
    relation: 'atMost',
    said: '没有超过年初预算',
    operation: 'difference',
  },
  { words: new RegExp(`${NOT}完成${BUDGET}?(?:任务|目标)?(?:的)?`), relation: 'below', said: '没有完成年初预算', operation: 'difference' },
  {
    words: new RegExp(
      `${NOT}(?:花|用|执行|支)完(?:${BUDGET})?(?:的)?|${BUDGET}(?:都)?${NOT}(?:花|用|执行)完|(?:低|少|小)于${BUDGET}|比${BUDGET}(?:少|低)(?:了|的)?`,
    ),
    relation: 'below',
    said: '低于年初预算',
    operation: 'difference',
  },
  {
    words: new RegExp(
      `(?:超(?:过|了|出)?(?:了)?|突破了?|(?:高|多|大)于|多过)${BUDGET}(?:了|的)?|比${BUDGET}(?:多|高|大)(?:了|的)?|超支(?:了|的)?|超了?预算|花(?:超|冒)了?`,
    ),
    relation: 'above',
    said: '超过年初预算',
    operation: 'difference',
  },
  { words: new RegExp(`(?:都)?完成了?${BUDGET}(?:的)?`), relation: 'atLeast', said: '不低于年初预算', operation: 'difference' },
  {
    words: new RegExp(`${NOT}(?:减少|下降|降低|降|少|压减|压缩|回落)(?:过|了|的)?`),
    relation: 'atLeast',
    said: '比上年没有减少',
    operation: 'change',
  },
  {
    words: new RegExp(`${NOT}(?:增加|增长|上升|上涨|涨|升|增)(?:过|了|的)?`),
    relation: 'atMost',
    said: '比上年没有增加',
    operation: 'change',
  },
  {
    words:
      /(?:都|是|有所|在)?(?:减少|下降|降低|下滑|压减|压缩|缩减|回落|降|减|少|瘦身)(?:了|的|下来了?|(?=[？?。！!，, ]|$))(?!多少|百分|几)/,
    relation: 'below',
    said: '比上年减少',
    operation: 'change',
  },
  {
    words: /(?:都|是|有所|在)?(?:增加|增长|上升|上涨|攀升|涨|升|增|多)(?:了|的|上去了?|(?=[？?。！!，, ]|$))(?!多少|百分|几)/,
    relation: 'above',
    said: '比上年增加',
    operation: 'change',
  },
  {
    words: /(?:没有?|未|不)(?:怎么|任何)?(?:变化?|变动)(?:的)?|持平(?:的)?|原地踏步/,
    relation: 'equal',
    said: '与上年持平',
    operation: 'change',
  },
  { words: new RegExp(`${NOT}(?:新)?(?:买|购置?|购买|添置?|换)过?新?的?${CAR}(?:的)?`), relation: 'equal', said: '为0', item: BOUGHT },
  {
    words: new RegExp(`(?:新)?(?:买|购置?|购买|添置?|换|更新)[了过]?新?的?${CAR}(?:了|的)?|有新车`),
    relation: 'above',
    said: '不为0',
    item: BOUGHT,
  },
  { words: new RegExp(`(?:没有|没|无)(?:一[辆台])?${CAR}(?:可用|的)?(?!购|费|运)`), relation: 'equal', said: '为0', item: VEHICLES },
  { words: new RegExp(`(?:还|都)?(?:配备?了?|有|拥有)${CAR}(?:的)?(?!购|费|运)`), relation: 'above', said: '不为0', item: VEHICLES },
  {
    words: /(?:不|没有)(?:为|是|等于)?(?:零|0)(?![\d.%])/,
    relation: 'above',
    said: '不为0',
    ofItem: true,
  },
  {
    words:
      /(?:一分|一毛|一块|一|1分|分文|一个子儿?)(?:钱)?(?:都|也)?(?:没有?|未|不)(?:花|用|有|支出?|发生|动)(?:过|的)?|(?:都|全)?(?:是|为|等于|印的?是)?(?<![\d.])(?:零|0|〇)(?:元|万元|辆|人|支出|花费|开支)?(?:的)?(?![\d.%])|空白的?/,
    relation: 'equal',
    said: '为0',
    ofItem: true,
  },
  {
    words:
      /(?:都|并|也)?(?:没有|没(?!有)|未|无)(?!公布|公开|披露|写|列(?!支)|报(?!销)|说|提|填|印|收录|上网|晒)(?:花过?|用过?|发生过?|产生过?|支出过?|列支?|动用过?|安排|搞|出现|存在|编)?(?:一分钱|过|任何)?(?:的)?/,
    relation: 'equal',
    said: '为0',
    ofItem: true,
  },
  {
    words: /(?:都|也|还)?(?:(?<!没)有过?|花[了过]|用[了过]|发生[了过]?|产生[了过]?|列支[了过]?|存在|搞[了过]?)(?:的)?/,
    relation: 'above',
    said: '不为0',
    ofItem: true,
  },
]

const ofRow = ({ relation, said, value = '0' }: Row): Bound => ({ relation, value, unit: null, said })

/**
 * Takes a condition out of a question for departments; null where it asks for none.
 * @param hasItem whether what is left of a text names an item
 */
export function readCondition(text: string, hasItem: (rest: string) => boolean): Condition | null {
  const who = NOT_WHO.test(text) ? undefined : WHO.find((pattern) => pattern.test(text))?.exec(text)?.[0]
  if (who === undefined) return null
  const what = text.replace(who, ' ')
  for (const row of ROWS) {
    const said = row.words.exec(what)?.[0]
    if (said === undefined || said.trim() === '') continue
    const rest = what.replace(said, ' ')
    if (row.ofItem === true && !hasItem(rest)) continue
    return {
      bound: ofRow(row),
      operation: row.operation ?? null,
      item: row.item ?? null,
      rest: row.operation === 'change' ? rest.replace(VERSUS, ' ') : rest,
    }
  }
  return null
}

/** 且, 并且, 同时: two conditions at once. */
export const asksTwice = (text: string): boolean =>
  /而且|并且|(?<!(?:部|截))且|同时(?!期)|又(?=[^，。]{1,8}(?:最|为|没|有|超|减|增))/.test(text)
