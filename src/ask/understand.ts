import { clausesOf } from './clauses.ts'
import type { DepartmentIndex } from './names/department-index.ts'
import { findDepartment } from './names/find-department.ts'
import { mendedNames } from './names/mend-name.ts'
import { HELD, namesIn, withoutPlace } from './names-said.ts'
import { normaliseText } from './normalise.ts'
import type { Item, Operation, Query } from './query.ts'
import { readBound } from './words/bound.ts'
import { isGeneral, readItems } from './words/items.ts'
import { danglingJoins, leftovers } from './words/leftover.ts'
import {
  CHECK_WORDS,
  DEPARTMENTS_WORDS,
  FILLERS,
  HELP_WORDS,
  ITEM_END,
  OPERATION_PARTS,
  OPERATION_WORDS,
  OUTSIDE_WORDS,
  PER_WORDS,
  PERSON_WORDS,
  PRIOR_WORDS,
  UNIT_WORDS,
} from './words/lexicon.ts'
import { type Mended, mendings } from './words/mend.ts'
import { type Spotted, spotNames } from './words/spot-names.ts'
import { readWishes, type Wishes } from './words/wishes.ts'
import { readYears } from './words/years.ts'

/** 哪项支出最大 asks for the parts of a department's own figures. */
const LARGEST_ITEM =
  /(哪(一)?(项|类|款|块|种|方面|个科目|个项目)|什么(支出|费用|科目|收入)?)[^，。]{0,8}最(大|多|高|小|少|低)|最(大|多|高|小|少|低)的?(一)?(项|笔|类|块)?(支出|开支|花销|收入)?是(哪|什么)/
const CHANGE_WORDS = /比(上年|去年)|增长(率|幅度)?|增加|减少|下降|上涨|涨|降低|增幅|降幅|涨幅|压减/g
const FALLING = /减少|下降|降低|降幅|压减|(?<!升)降(?!序)/
const RATE_WORDS = /率|幅|百分|比例/
const ORDERED_FILLERS = [...FILLERS].sort((a, b) => b.length - a.length)

const EMPTY: Query = {
  topic: 'item',
  departments: [],
  years: [],
  yearsKept: false,
  relativeYear: null,
  items: [],
  operation: 'value',
  per: 'staff.active',
  ranking: null,
  span: null,
  bound: null,
  asRate: false,
  joined: null,
  show: null,
  andThen: null,
  beside: false,
  passage: null,
  output: 'text',
  unit: null,
  mended: null,
  phrase: '',
  rest: '',
  plain: '',
  instead: [],
}

/** A query that asks for nothing yet. */
export const emptyQuery = (topic: Query['topic']): Query => ({ ...EMPTY, topic })

const blank = (text: string, { start, text: span }: Spotted, mark: string): string =>
  text.slice(0, start) + mark.padEnd(span.length, ' ') + text.slice(start + span.length)

const EDGE_FILLERS = ORDERED_FILLERS.filter((word) => !/^(支出|收入|经费|费用|项目)$/.test(word))

/** A text without the fillers before and after it. */
function phraseOf(text: string): string {
  let phrase = text.replace(/[^\p{L}\p{N}]/gu, '')
  for (let before = ''; before !== phrase; ) {
    before = phrase
    const start = EDGE_FILLERS.find((word) => phrase.startsWith(word))
    if (start !== undefined) phrase = phrase.slice(start.length)
    const end = EDGE_FILLERS.find((word) => phrase.endsWith(word))
    if (end !== undefined) phrase = phrase.slice(0, -end.length)
  }
  return phrase
}

function operationOf(text: string): { operation: Operation; rest: string } {
  for (const [pattern, operation] of OPERATION_WORDS) {
    const said = pattern.exec(text)?.[0]
    // What stands between the words of an operation is none of it: 占公经费的比例 keeps 公经费.
    if (said !== undefined) return { operation, rest: text.replace(said, ` ${said.replace(OPERATION_PARTS, ' ')} `) }
  }
  return { operation: 'value', rest: text }
}

function topicOf(text: string, items: readonly Item[], operation: Operation, wishes: Wishes): Query['topic'] {
  if (PERSON_WORDS.test(text) || (items.length === 0 && OUTSIDE_WORDS.test(text))) return 'outside'
  if (wishes.why) return 'why'
  if (wishes.passage !== null) return 'passage'
  if (CHECK_WORDS.test(text) && operation === 'value') return 'check'
  const [only] = items
  if (items.length !== 1 || only === undefined || operation !== 'value') return 'item'
  const topics: Record<string, Query['topic']> = {
    'threePublic.total': 'threePublic',
    'expenditure.total': 'expenditure',
    'revenue.total': 'revenue',
  }
  return topics[only.subjects[0] ?? ''] ?? 'item'
}

/** Words of everything, of nothing, or left over: something in the question was not understood. */
const unclear = (query: Query): boolean =>
  ['item', 'threePublic', 'expenditure', 'revenue', 'why'].includes(query.topic) && query.rest !== ''

/** A name that ends so may be the report's own: 维权费 is no slip for 维修费. */
const ITEM_NAME = /(活动|工程|项目|补助|补贴|资金)$/

const MOST_INSTEAD = 6

/** What two readings must share to mean the same. */
const meaning = ({ topic, departments, years, relativeYear, items, operation, per, ranking, span, bound, joined, output }: Query): string =>
  JSON.stringify([
    topic,
    departments,
    years,
    relativeYear,
    items.map(({ subjects }) => subjects[0]),
    operation,
    per,
    ranking,
    span,
    bound,
    joined,
    output,
  ])

/** Readings of a question with one slip mended that leave nothing unexplained; of one meaning the first. */
function mended(text: string, first: Query, index: DepartmentIndex, now: Date): (Query & { readonly slip: Mended })[] {
  const open = spotNames(text, index).reduce((so, name) => blank(so, name, ''), text)
  const found = new Map<string, Query & { readonly slip: Mended }>()
  for (const slip of mendings(text, open, first.rest)) {
    const query = understood(slip.text, index, now)
    const clear = query.rest === '' && query.topic !== 'outside' && query.departments.length >= first.departments.length
    if (clear && !found.has(meaning(query))) found.set(meaning(query), { ...query, slip })
  }
  return [...found.values()]
}

/** Understands a plain question. The same words always give the same query. */
export function understand(question: string, index: DepartmentIndex, now: Date): Query {
  const { head, tail } = clausesOf(plainText(question))
  const query = understandClause(head, index, now)
  return tail === null ? query : { ...query, andThen: tail }
}

function understandClause(question: string, index: DepartmentIndex, now: Date): Query {
  const first = withNameMended(understood(question, index, now), index)
  if (!unclear(first)) return first
  const text = plainText(question)
  const all = mended(text, first, index, now)
  const [best] = all
  const rivals = all.filter(
    ({ slip }) => slip.evidence === best?.slip.evidence && (slip.evidence === 3 || slip.meant.length === best.slip.meant.length),
  )
  const own = first.items.length === 0 && ITEM_NAME.test(first.phrase)
  if (best !== undefined && rivals.length === 1 && best.slip.evidence > 1 && !own) {
    const { slip, ...query } = withNameMended(best, index)
    return { ...query, mended: { said: slip.said, meant: slip.meant } }
  }
  const plain = leftovers(first.rest).reduce((so, piece) => so.replace(piece, ''), text)
  const clear = plain !== text && understood(plain, index, now).rest === ''
  return { ...first, plain: clear && first.items.length > 0 ? plain : '', instead: all.slice(0, MOST_INSTEAD).map(({ slip }) => slip.text) }
}

/** A name that no department has, but one slip away from the only one that comes near. */
function withNameMended<T extends Query>(query: T, index: DepartmentIndex): T {
  const settled = query.departments.map((words) => {
    const found = findDepartment(index, words)
    if (found.kind === 'one') return { words, said: null }
    const [best, second] = mendedNames(index, words)
    const several = found.kind === 'several' && found.departments.length > 1
    const told = best !== undefined && (second === undefined || second.evidence < best.evidence) && !(several && best.evidence < 3)
    return told ? { words: best.meant, said: words } : { words, said: null }
  })
  const mended = settled.find(({ said }) => said !== null)
  if (mended === undefined || mended.said === null) return query
  return { ...query, departments: settled.map(({ words }) => words), mended: { said: mended.said, meant: mended.words } }
}

/** Blanks between Chinese characters part no words. */
const plainText = (question: string): string => normaliseText(question).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')

const SUM_WORDS = /加起来|加在一起|加总|加一起|合起来|合在一起|相加|总和|之和|的和(?=是|$|[？?])|汇总/
/** Whose figures are to be added up where no department is named. */
const EVERYBODY =
  /(这|那|上面|以上|所有|全部|全体|各)?([两二三四五六七八九十几]|\d+)(家|个)(部门|单位)?|(所有|全部|各|全体)(个)?的?(部门|单位)|它们|他们/
const TOTAL_WORDS = /一共|总共|合计|总计|总和|加起来|共(?=花|用|多少|支|有)/
const EACH_WORDS = /(各|分别)占/
const APART_WORDS =
  /(多|少|高|低|大|小)(了|出)?(多少|几|些)|相差(了)?(多少|几)?|差(了)?(多少|几)|差额|之差|(哪个|哪项|谁)(更)?(多|高|大|少|低|小|贵)/

/** Several items as one answer: their sum, their difference, the share of each. */
function joinedOf(text: string, items: readonly Item[]): { readonly joined: Query['joined']; readonly rest: string } {
  if (/(几|多少)倍/.test(text)) return { joined: 'times', rest: text.replace(/的?(几|多少)倍/, ' ') }
  if (items.length > 1 && EACH_WORDS.test(text)) return { joined: 'each', rest: text }
  if (SUM_WORDS.test(text)) return { joined: 'sum', rest: text.replace(SUM_WORDS, ' ') }
  const apart = items.length === 2 && !/上年|去年|预算/.test(text) && APART_WORDS.test(text)
  return apart ? { joined: 'apart', rest: text.replace(APART_WORDS, ' ') } : { joined: null, rest: text }
}

const ALL = { order: 'largest', limit: null, place: false } as const
/** 和硚口比呢, 跟硚口差多少: beside what was asked before. */
const BESIDE_CONTEXT = /^那?(和|跟|与|同|比)[^，。？]{2,}(比|差|多|少|高|低|呢)/
const BESIDE_WORDS =
  /对比|相比|比较|比起来|比|谁(更)?(高|低|多|少)|哪个(更)?(高|低|多|少)|相?差(了)?(多少|几)?|[多少高低](了)?多少|[高低多少]/g

const OVER = { relation: 'above', value: '0', unit: '元', said: '大于0（超预算）' } as const

const SHOW_WORDS: readonly (readonly [RegExp, 'steps' | 'sources'])[] = [
  [/(是)?(怎么|如何|咋|怎样)(算|计算|得|推算?)(出)?(来)?的?|计算过程|计算方法|算式|推算过程|怎么来的/, 'steps'],
  [
    /^(看|查|查看|看看|显示|给我看?)?(一?下)?(报告)?(的)?(原文|出处|数据?来源|来源|依据)(呢|是什么|在哪里?|在哪儿|在第?几页)?$|(出自|来自)(哪里|哪儿|哪张表|哪个表)|哪来的|哪里来的|在哪(一)?(页|张表|个表)|第几(页|行)/,
    'sources',
  ],
]

function showOf(text: string): { readonly show: Query['show']; readonly rest: string } {
  for (const [pattern, show] of SHOW_WORDS) {
    const said = pattern.exec(text.replace(/[？?。！!~～]+$/, ''))?.[0]
    if (said !== undefined) return { show, rest: text.replace(said, ' ') }
  }
  return { show: null, rest: text }
}

function understood(question: string, index: DepartmentIndex, now: Date): Query {
  const text = plainText(question)
  if (HELP_WORDS.test(text)) return emptyQuery('help')
  const spotted = spotNames(text, index)
  const named = spotted.reduce((so, name) => blank(so, name, name.generic ? HELD : ''), text)
  const { show, rest: shown } = showOf(named)
  const { bound, rest: boundless } = readBound(shown)
  const wishes = wishesIn(boundless, bound, spotted)
  if (spotted.length === 0 && wishes.ranking === null && DEPARTMENTS_WORDS.test(text)) return emptyQuery('departments')
  const per = PER_WORDS.find(([pattern]) => pattern.test(wishes.rest))
  // 每批次接待费 is an average of one item, not a question for two.
  const nameless = per === undefined ? wishes.rest : wishes.rest.replace(per[0], ' 人均 ')
  const unit = UNIT_WORDS.find(([pattern]) => pattern.test(nameless))?.[1] ?? null
  const { items: exact, all, rest: itemful } = readItems(nameless)
  const { joined, rest: itemless } = joinedOf(itemful, exact.length > 1 ? exact : all)
  const { operation, rest: calm } =
    joined === 'apart'
      ? { operation: 'value' as const, rest: itemless }
      : wishes.ranking !== null && new RegExp(CHANGE_WORDS).test(itemless)
        ? { operation: 'change' as const, rest: itemless.replace(CHANGE_WORDS, ' ') }
        : operationOf(itemless)
  const items = (operation === 'share' || joined === 'apart') && all.length === 2 ? all : exact
  const { years, relative, rest: yearless } = readYears(operation === 'value' ? itemless : calm, now)
  const prior = operation === 'value' && PRIOR_WORDS.test(yearless)
  const cleared = UNIT_WORDS.reduce(
    (so, [pattern]) => so.replace(pattern, ' '),
    yearless.replace(CHECK_WORDS, ' ').replace(PRIOR_WORDS, ' '),
  )
  const beside = BESIDE_CONTEXT.test(text)
  const names = withoutPlace(namesIn(beside ? cleared.replace(BESIDE_WORDS, ' ') : cleared, spotted, index), index)
  const phrase = phraseOf(readYears(operationOf(nameless).rest, now).rest)
  // 宣传费支出 asks for 宣传费, whatever that is, not for all expenditure.
  const ownName = items.every(isGeneral) && names.rest.length >= 2 && names.departments.length > 0 && ITEM_END.test(phrase)
  const meant = ownName ? [] : [...items]
  const { span, passage, output } = wishes
  // 办公费和印刷费哪个多 asks for no order of departments.
  const ordered = joined === 'apart' && names.departments.length <= 1 ? null : wishes.ranking
  // 减少最多 is the smallest change.
  const turned = ordered !== null && operation === 'change' && FALLING.test(itemless)
  const ranking: Query['ranking'] = turned ? { ...ordered, order: ordered.order === 'largest' ? 'smallest' : 'largest' } : ordered
  const summed =
    joined === 'sum' ||
    (TOTAL_WORDS.test(text) && (names.departments.length > 1 || (names.departments.length === 0 && EVERYBODY.test(text))))
  // 谁超预算了: those whose final is above the budget.
  const over =
    operation === 'difference' &&
    bound === null &&
    /超(过|了|出)?(年初)?预算|超支/.test(text) &&
    /谁|哪些|哪个|哪几|有没有部门/.test(text) &&
    names.departments.length === 0
  const asksLargest = LARGEST_ITEM.test(nameless) && operation === 'value' && items.every(isGeneral)
  const topic = asksLargest ? (/收入|来源/.test(nameless) ? 'revenue' : 'expenditure') : topicOf(named, meant, operation, wishes)
  const nothingElse = meant.length === 0 && names.rest === '' && ranking === null && span === null && operation === 'value'
  const wholeReport = topic === 'item' && nothingElse && names.departments.length === 1 && output !== 'text' && output !== 'picture'
  const joins =
    beside || names.departments.length > 1 || named.includes(HELD) || all.length > 1 || years.length + (relative === null ? 0 : 1) > 1
  const rest = asksLargest
    ? ''
    : names.rest + (joins ? '' : danglingJoins(text.startsWith(cleared.trim().slice(0, 2)) ? cleared.trim() : `。${cleared}`))
  return {
    ...EMPTY,
    ...names,
    rest,
    topic: wholeReport ? 'report' : topic,
    years: [...years],
    relativeYear: prior ? '上年' : relative,
    items: asksLargest ? [] : meant,
    operation,
    per: per?.[1] ?? EMPTY.per,
    ranking: ranking ?? ((summed || over) && names.departments.length === 0 && (over || EVERYBODY.test(text)) ? ALL : null),
    span,
    bound: over ? OVER : bound,
    asRate: operation === 'change' && RATE_WORDS.test(text),
    joined: summed ? 'sum' : joined,
    beside: beside && names.departments.length === 1,
    show,
    passage,
    output,
    unit,
    phrase,
  }
}

/** 超过10万元的部门, or a bound without any department: all of them that meet it. */
function wishesIn(text: string, bound: Query['bound'], spotted: readonly Spotted[]): Wishes {
  const wishes = readWishes(text)
  const whose = /部门|单位|谁|哪些?(?!年|项|类|款)|几家|家(?=[^庭]|$)/.test(text)
  if (bound === null || bound.relation === 'equal' || wishes.ranking !== null || (!whose && spotted.some(({ generic }) => !generic)))
    return wishes
  const rest = wishes.rest
    .replace(/(都)?(有)?(哪些|哪几个|哪几家|谁家?|哪个|哪家|几个|几家|多少个?|多少家)?(部门|单位|家)|谁|哪些|哪个/g, ' ')
    .replace(/的(?=\s*$)/, ' ')
  return { ...wishes, ranking: { order: /below|atMost/.test(bound.relation) ? 'smallest' : 'largest', limit: null, place: false }, rest }
}
