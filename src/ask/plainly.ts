import { EMPTY, emptyQuery } from './empty-query.ts'
import type { DepartmentIndex } from './names/department-index.ts'
import { namesIn, withoutPlace } from './names-said.ts'
import type { Item, Operation, Query } from './query.ts'
import { readSeveral } from './said-of-several.ts'
import { blank } from './specially.ts'
import { readBound } from './words/bound.ts'
import { formIn } from './words/forms.ts'
import { HELD } from './words/held.ts'
import { byClassification, isGeneral, readItems } from './words/items.ts'
import { ALL, BESIDE_CONTEXT, BESIDE_WORDS, contrasts, JOINING, joinedOf, showOf, TOTAL_WORDS } from './words/joined.ts'
import { kindAsked } from './words/kind-asked.ts'
import { danglingJoins, withoutEdges, withoutFillers } from './words/leftover.ts'
import { CHECK_WORDS, DEPARTMENTS_WORDS, ITEM_END, OUTSIDE_WORDS, PERSON_WORDS, PRIOR_WORDS, UNIT_WORDS } from './words/lexicon.ts'
import { AS_RATE, OPERATION_PARTS, OPERATION_WORDS, PER_WORDS, RATE_BESIDE } from './words/operations.ts'
import { withoutRestated } from './words/restated.ts'
import { asksOfPlanned, shareRoles } from './words/shares.ts'
import { asksWhetherOver, OVER_ONE } from './words/special.ts'
import { spotNames } from './words/spot-names.ts'
import { readWishes, type Wishes } from './words/wishes.ts'
import { againstYear, BEFORE_NAMED, hasYearEach, readYears } from './words/years.ts'

/** 哪项支出最大 asks for the parts of a department's own figures. */
const LARGEST_ITEM =
  /(哪(一)?(项|类|款|块|种|方面|个科目|个项目)|什么(支出|费用|科目|收入)?)[^，。]{0,8}最(大|多|高|小|少|低)|最(大|多|高|小|少|低)的?(一)?(项|笔|类|块)?(支出|开支|花销|收入)?是(哪|什么)|(花|用)(得|钱|费)*最(多|少)的(?!部门|单位|是谁)|最(大|多|高|小|少|低)的?((一|那)(项|笔|类|块)|笔|类|大头)的?(支出|开支|花销|收入|花费)?|(钱|经费|支出)?(主要|大部分|都|大头)?(花|用)(在|到|哪)了?(哪|什么地方|什么上)/
const CHANGE_WORDS = /比(上年|去年)|增长(率|幅度)?|增加|减少|下降|上涨|涨|降低|增幅|降幅|涨幅|压减/g
const FALLING = /减少|下降|降低|降幅|压减|(?<!升)降(?!序)/
const MOVING: ReadonlySet<Operation> = new Set(['change', 'difference'])

/** 较2019年减少了多少，降幅多少: the other words of the same movement say nothing more. */
const movedAgain = (text: string, operation: Operation): string =>
  OPERATION_WORDS.filter(([, other]) => other === operation).reduce((so, [pattern]) => {
    const said = pattern.exec(so)?.[0]
    return said === undefined ? so : so.replace(said, ` ${said.replace(OPERATION_PARTS, ' ')} `)
  }, text)

function operationOf(text: string): { operation: Operation; rest: string } {
  for (const [pattern, operation] of OPERATION_WORDS) {
    const said = pattern.exec(text)?.[0]
    // 花了多少，预算多少: both are wanted, as a plain answer shows them.
    if (said !== undefined && operation === 'budget' && /花了|用了|决算|执行(数|金额)|实际/.test(text))
      return { operation: 'value', rest: text.replace(said, ' ') }
    // What stands between the words of an operation is none of it: 占公经费的比例 keeps 公经费.
    if (said === undefined) continue
    const rest = text.replace(said, ` ${said.replace(OPERATION_PARTS, ' ')} `)
    // 降了多少，降了百分之几: one movement, told both ways.
    return { operation, rest: MOVING.has(operation) ? movedAgain(rest.replace(RATE_BESIDE, ' '), operation) : rest }
  }
  return { operation: 'value', rest: text }
}

/** 决算是年初预算的几倍, the 几倍 already taken. */
const OF_BUDGET = /(?:决算|实际|执行|支出)?(?:数|支出)?(?:是|为|相当于|等于|达到?)?(?:年初|全年)?的?(?:预算|计划)(?:数|额|安排)?的?/

function doneWith(text: string, joined: Query['joined'], ranked: boolean, alone: boolean): { operation: Operation; rest: string } {
  if (joined === 'apart') return { operation: 'value', rest: text }
  if (ranked && new RegExp(CHANGE_WORDS).test(text)) return { operation: 'change', rest: text.replace(CHANGE_WORDS, ' ') }
  if (joined === 'times' && alone && OF_BUDGET.test(text)) return { operation: 'completion', rest: text.replace(OF_BUDGET, ' ') }
  return operationOf(text)
}

/** 花了几个亿: nothing but money is named. */
const SPENDING = /[花用支](?!途|于)|开支|开销|支出/
const ALL_SPENT: Item = { words: '花了', subjects: ['expenditure.total'], different: false }

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

/** 三个部分分别占多少, 各占几成. */
const EACH_PART = /(各|分别|依次|每(一)?(部分|项|块))[^，。？]{0,4}占|(三|几|各|两)(个|大)?(部分|项|块|类)[^，。？]{0,4}占/

/** What an average over something is of, where the question names no amount. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  'count.vehiclesKept': ['threePublic.vehicleOperation', 'threePublic.vehicles'],
  'count.receptionBatches': ['threePublic.reception'],
  'count.receptionPersons': ['threePublic.reception'],
  'count.overseasGroups': ['threePublic.overseas'],
}
const COUNT = /^(count\.|staff\.|assets\.vehicles|told:(退休|离休|在职)人员)/

/** 按在职人数人均支出: heads are what is divided by, not what is divided. */
function averagedOf(items: readonly Item[], per: string | undefined): readonly Item[] {
  const amounts = items.filter(({ subjects: [subject = ''] }) => !COUNT.test(subject))
  const usual = USUAL[per ?? '']
  if (usual !== undefined && amounts.every(isGeneral)) return [{ words: '', subjects: [...usual], different: false }]
  return amounts.length > 0 || items.length === 0 ? amounts : [{ words: '', subjects: ['expenditure.total'], different: false }]
}

/** Reads one plain question: names, years, items, and what is to be done with them. */
export function plainly(text: string, index: DepartmentIndex, now: Date): Query {
  const spotted = spotNames(text, index)
  const blanked = spotted.reduce((so, name) => blank(so, name, name.generic ? HELD : ''), text)
  const several = readSeveral(blanked, spotted, index)
  const named = several.rest
  const { form, rest: formless } = formIn(named)
  const { show, rest: shown } = showOf(formless)
  const { bound, rest: unbound } = several.bound === null ? readBound(shown) : { bound: several.bound, rest: shown }
  const { said: asides, rest: boundless } = withoutRestated(unbound)
  const wishes = wishesIn(boundless, bound)
  if (spotted.length === 0 && wishes.ranking === null && asksForList(text, now)) return emptyQuery('departments')
  const settled = several.settle(wishes.rest)
  const per = PER_WORDS.find(([pattern]) => pattern.test(settled))
  // 每批次接待费 is an average of one item, not a question for two.
  const nameless = per === undefined ? settled : settled.replace(per[0], ' 人均 ')
  const unit = UNIT_WORDS.find(([pattern]) => pattern.test(nameless))?.[1] ?? null
  const { items: exact, placed, all, rest: itemful, compound } = byClassification(readItems(nameless))
  const { joined, rest: itemless } = joinedOf(itemful, exact.length > 1 ? exact : all)
  const { operation: said, rest: calm } = doneWith(itemless, joined, (several.ranking ?? wishes.ranking) !== null, all.length < 2)
  const operation = several.operation ?? said
  const shared = operation === 'share' ? shareRoles(nameless, placed) : null
  // 占三公多少: the part is the conversation's.
  const bareWhole = shared !== null && shared.parts.length === 0 && shared.whole !== null ? shared.whole : null
  const each = shared !== null && joined === null && EACH_PART.test(nameless) ? 'each' : joined
  const items =
    bareWhole !== null
      ? [bareWhole]
      : shared !== null
        ? shared.parts
        : joined === 'apart' && all.length === 2
          ? all
          : operation === 'perHead'
            ? averagedOf(exact, per?.[1])
            : exact
  const { years: allYears, relative, rest: yearless } = readYears(operation === 'value' ? itemless : calm, now)
  const against = operation === 'change' && allYears.length < 3 ? againstYear(named) : null
  const years = allYears.filter((year) => year !== against)
  const prior = operation === 'value' && PRIOR_WORDS.test(yearless)
  const cleared = UNIT_WORDS.reduce(
    (so, [pattern]) => so.replace(pattern, ' '),
    (allYears.length > 0 ? yearless.replace(/[去今前本]年度?/g, ' ') : yearless).replace(CHECK_WORDS, ' ').replace(PRIOR_WORDS, ' '),
  )
  const beside = BESIDE_CONTEXT.test(text)
  const names = withoutPlace(namesIn(beside ? cleared.replace(BESIDE_WORDS, ' ') : cleared, spotted, index), index)
  // A place alone (青山) is no spotted name; it is no part of what is asked for.
  const phrase = names.departments.reduce(
    (so, words) => (so.length > words.length + 1 ? withoutEdges(so.replace(words, '')) : so),
    withoutEdges(readYears(operationOf(nameless).rest, now).rest),
  )
  // 宣传费支出 asks for 宣传费, whatever that is, not for all expenditure.
  const ownName = items.every(isGeneral) && names.rest.length >= 2 && names.departments.length > 0 && ITEM_END.test(phrase)
  const meant = several.item !== null ? [several.item] : ownName ? [] : [...items]
  const bareSpending = meant.length === 0 && names.rest === '' && unit !== null && SPENDING.test(named)
  const { passage, output } = wishes
  const span = years.length > 1 ? null : wishes.span
  // 办公费和印刷费哪个多 asks for no order of departments.
  const wanted = several.ranking ?? wishes.ranking
  // Nor does a list of everybody over several years.
  const noOrder = (joined === 'apart' && names.departments.length <= 1) || (wanted?.everyone === true && years.length > 1)
  const ordered = noOrder ? null : wanted
  // 减少最多 is the smallest change.
  const turned = ordered !== null && operation === 'change' && FALLING.test(itemless)
  const ranking: Query['ranking'] = turned ? { ...ordered, order: ordered.order === 'largest' ? 'smallest' : 'largest' } : ordered
  const counted = several.group !== null || ranking?.limit != null
  const summed = joined === 'sum' || (TOTAL_WORDS.test(text) && (names.departments.length > 1 || counted))
  // 三公超过10万元的, without any department: all of them that meet it.
  const everybody =
    bound !== null &&
    bound.relation !== 'equal' &&
    wishes.ranking === null &&
    names.departments.length === 0 &&
    meant.length > 0 &&
    names.rest === ''
  const largest = LARGEST_ITEM.exec(named)?.[0]
  const whose = largest === undefined ? names : namesIn(readYears(named.replace(largest, ' '), now).rest, spotted, index)
  const asksLargest =
    LARGEST_ITEM.test(named) &&
    whose.departments.length <= 1 &&
    !/部门|单位|谁|哪家/.test(named) &&
    (operation === 'value' || /占比最/.test(named)) &&
    items.every(isGeneral)
  const topic = asksLargest
    ? /三公/.test(named)
      ? 'threePublic'
      : /收入|来源/.test(named)
        ? 'revenue'
        : 'expenditure'
    : topicOf(named, meant, operation, wishes)
  const nothingElse = meant.length === 0 && names.rest === '' && ranking === null && span === null && operation === 'value'
  const wholeReport = topic === 'item' && nothingElse && names.departments.length === 1 && output !== 'text' && output !== 'picture'
  const joins =
    beside || names.departments.length > 1 || named.includes(HELD) || all.length > 1 || allYears.length + (relative === null ? 0 : 1) > 1
  const rest = asksLargest
    ? ''
    : names.rest + (joins ? '' : danglingJoins(text.startsWith(cleared.trim().slice(0, 2)) ? cleared.trim() : `。${cleared}`))
  return {
    ...EMPTY,
    ...(asksLargest ? whose : names),
    rest: rest + (operation === 'value' && joined === null ? compound : ''),
    topic: bareSpending ? 'expenditure' : wholeReport ? 'report' : topic,
    years: prior && years[0] !== undefined && BEFORE_NAMED.test(text) ? [years[0] - 1] : [...years],
    against,
    yearEach: years.length > 1 && hasYearEach(text, names.departments),
    relativeYear: prior && years.length === 0 ? '上年' : relative,
    items: asksLargest ? [] : bareSpending ? [ALL_SPENT] : meant,
    operation: asksLargest ? 'value' : operation,
    per: per?.[1] ?? EMPTY.per,
    ranking: asksLargest ? null : (ranking ?? (everybody ? ALL : null)),
    span,
    group: several.group,
    across: several.across,
    which: several.which,
    bound: operation === 'difference' && bound === null && asksWhetherOver(text) ? OVER_ONE : bound,
    whole: bareWhole === null ? (shared?.whole ?? null) : null,
    planned: operation === 'share' && asksOfPlanned(named),
    ofWhole: bareWhole !== null,
    contrast: meant.length === 1 && names.departments.length === 0 && operation === 'value' && contrasts(text),
    form,
    kind: operation === 'value' ? kindAsked(text) : 'money',
    finalSaid: /决算|实际|花了|用了/.test(text) && !/预算/.test(text),
    asRate: MOVING.has(operation) && (AS_RATE.test(text) || /最[快慢]/.test(text)),
    joined: summed ? 'sum' : each,
    beside: beside && (names.departments.length === 1 || JOINING.test(text)),
    asides: [...asides],
    show,
    passage,
    output,
    unit,
    phrase: asksLargest ? (/最/.test(named) ? named : '最多') : phrase,
  }
}

/** 有哪些部门, and nothing of what they should be like. */
const asksForList = (text: string, now: Date): boolean =>
  DEPARTMENTS_WORDS.test(text) &&
  withoutFillers(
    readYears(text, now)
      .rest.replace(DEPARTMENTS_WORDS, ' ')
      .replace(/账本?|资料|年报|名字/g, ' '),
  ) === ''

/** 超过10万元的部门: all of them that meet it. */
function wishesIn(text: string, bound: Query['bound']): Wishes {
  const wishes = readWishes(text)
  const whose = /部门|单位|谁|哪些?(?!年|项|类|款)|几家|家(?=[^庭]|$)/.test(text)
  if (bound === null || bound.relation === 'equal' || wishes.ranking !== null || !whose) return wishes
  const rest = wishes.rest
    .replace(
      /(都)?(有)?(哪些|哪几个|哪几家|谁家?|哪个|哪家|几个|几家|多少个?|多少家)?(部门|单位|家)|(都)?(有|是)?(几|多少)(个|家)|谁|哪些|哪个/g,
      ' ',
    )
    .replace(/的(?=\s*$)/, ' ')
  return { ...wishes, ranking: { order: /below|atMost/.test(bound.relation) ? 'smallest' : 'largest', limit: null, place: false }, rest }
}
