import type { DepartmentIndex } from './names/department-index.ts'
import { findDepartment } from './names/find-department.ts'
import { normaliseText } from './normalise.ts'
import type { Item, Operation, Query } from './query.ts'
import { isGeneral, readItems } from './words/items.ts'
import {
  CHECK_WORDS,
  DEPARTMENTS_WORDS,
  FILLERS,
  HELP_WORDS,
  ITEM_END,
  OPERATION_WORDS,
  OUTSIDE_WORDS,
  PER_WORDS,
  PERSON_WORDS,
  PRIOR_WORDS,
  UNIT_WORDS,
} from './words/lexicon.ts'
import { mend } from './words/mend.ts'
import { type Spotted, spotNames } from './words/spot-names.ts'
import { readWishes, type Wishes } from './words/wishes.ts'
import { readYears } from './words/years.ts'

/** Stands for a name without a place while items are read: 财政局 must not lose its words to an item. */
const HELD = '\ue000'
/** 哪项支出最大 asks for the parts of a department's own figures. */
const LARGEST_ITEM =
  /(哪(一)?(项|类|款|块|种|方面|个科目|个项目)|什么(支出|费用|科目|收入)?)[^，。]{0,8}最(大|多|高|小|少|低)|最(大|多|高|小|少|低)的?(一)?(项|笔|类|块)?(支出|开支|花销|收入)?是(哪|什么)/
const CHANGE_WORDS = /增长|增加|减少|下降|上涨|增幅|降幅|涨幅/
/** A name without a place that is listed beside another: 区委办和某某局. */
const BESIDE = new RegExp(`${HELD} *[和与跟及同比、,，]|[和与跟及同比、,，] *${HELD}`)
const LISTED = /[和与跟及、,，]/
const ORGAN_END = /(局|委|办|部|院|厅|会|中心|街道|公室|学校|大学|学院|处|所|队|社|馆|站|乡|镇|区|县|市|省)$/
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
  passage: null,
  output: 'text',
  unit: null,
  mended: null,
  phrase: '',
  rest: '',
}

/** A query that asks for nothing yet. */
export const emptyQuery = (topic: Query['topic']): Query => ({ ...EMPTY, topic })

const blank = (text: string, { start, text: span }: Spotted, mark: string): string =>
  text.slice(0, start) + mark.padEnd(span.length, ' ') + text.slice(start + span.length)

/** What remains when the words without meaning of their own are gone. */
export function withoutFillers(text: string): string {
  let rest = text.replace(/[^\p{L}\p{N}\ue000]/gu, ' ')
  for (const filler of ORDERED_FILLERS) rest = rest.replaceAll(filler, ' ')
  return rest.replace(/\s+/g, '')
}

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
    if (said !== undefined) return { operation, rest: text.replace(said, ' ') }
  }
  return { operation: 'value', rest: text }
}

const ORGAN_PHRASE =
  /[\p{Script=Han}]{2,}?(局|工委|委员会|[市区县省党]委(?!托)|[建改健信资编]委|办公室|委办|府办|厅|检察院|法院|大学|学院|街道办?|中心)(?![\p{Script=Han}]{0,4}(局|委员会|办公室|中心))/u
const LEADING_FILLER = new RegExp(`^(${ORDERED_FILLERS.filter((word) => word.length > 1 || '的在那和'.includes(word)).join('|')})`)

/** A body that no name of the index explains: 江岸区人社局. Only the words before it that mean nothing are taken off. */
function organPhrase(text: string): string | null {
  let phrase = ORGAN_PHRASE.exec(text)?.[0] ?? ''
  while (LEADING_FILLER.test(phrase)) phrase = phrase.replace(LEADING_FILLER, '')
  return phrase.length >= 3 ? phrase : null
}

/** The words that name a department, and those that nothing explains. */
function namesIn(words: string, spotted: readonly Spotted[], index: DepartmentIndex): Pick<Query, 'departments' | 'rest'> {
  const rest = withoutFillers(words)
  const held = spotted.find((name) => name.generic)
  const specific = spotted.filter((name) => !name.generic)
  if (specific.length > 0) {
    const named = specific.map((name) => name.text)
    if (held !== undefined && BESIDE.test(words)) {
      const [before = '', ...after] = rest.split(HELD)
      return { departments: [...named, before + held.text], rest: after.join('') }
    }
    const other = rest.replaceAll(HELD, '')
    // An organ that no name explains, listed beside one that is known: looked for like any other, never passed over.
    if (other.length < 4 || !ORGAN_END.test(other) || !LISTED.test(words)) return { departments: named, rest: other }
    const first = words.indexOf(other.slice(0, 2)) < (specific[0]?.start ?? 0)
    return { departments: first ? [other, ...named] : [...named, other], rest: '' }
  }
  if (held !== undefined) {
    const [before = '', ...after] = rest.split(HELD)
    return { departments: [before + held.text], rest: after.join('') }
  }
  const organ = organPhrase(words)
  if (organ !== null && findDepartment(index, rest).kind === 'none') return { departments: [organ], rest: '' }
  if (rest === '') return { departments: [], rest }
  if (findDepartment(index, rest).kind !== 'none') return { departments: [rest], rest: '' }
  const { cores, beside } = placesIn(rest, index)
  if (cores.length > 0 && !ORGAN_END.test(beside)) return { departments: cores, rest: beside }
  return ORGAN_END.test(rest) ? { departments: [rest], rest: '' } : { departments: [], rest }
}

/** 武汉各区委办: a place beside a name says nothing more. */
function withoutPlace<T extends Pick<Query, 'departments' | 'rest'>>(names: T, index: DepartmentIndex): T {
  const isPlace = ({ placed }: { placed: { places: readonly { core: string; full: string }[] } }) =>
    placed.places.some(({ core, full }) => core === names.rest || full === names.rest)
  return names.departments.length > 0 && names.rest !== '' && index.entries.some(isPlace) ? { ...names, rest: '' } : names
}

/** Every place of the index that a text names: 硚口和汉阳 are two departments by their places. */
function placesIn(text: string, index: DepartmentIndex): { readonly cores: string[]; readonly beside: string } {
  const cores: string[] = []
  let beside = text
  for (let core = longestPlace(beside, index); core !== null; core = longestPlace(beside, index)) {
    cores.push(core)
    beside = beside.replace(core, '')
  }
  return { cores, beside }
}

function longestPlace(text: string, index: DepartmentIndex): string | null {
  for (let length = Math.min(8, text.length); length >= 2; length--)
    for (let at = 0; at + length <= text.length; at++) {
      const core = text.slice(at, at + length)
      if (index.byPlace(core).length > 0) return core
    }
  return null
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
  ['item', 'threePublic', 'expenditure', 'revenue', 'why'].includes(query.topic) &&
  query.rest.replace(/\P{Script=Han}/gu, '') !== '' &&
  !ITEM_NAME.test(query.phrase)

/** A name that ends so may be the report's own: 维权费 is no slip for 维修费. */
const ITEM_NAME = /(活动|工程|项目|补助|补贴|资金)$/

/** Understands a plain question. The same words always give the same query. */
export function understand(question: string, index: DepartmentIndex, now: Date): Query {
  const first = understood(question, index, now)
  if (!unclear(first)) return first
  const text = normaliseText(question)
  const mended = mend(
    spotNames(text, index).reduce((so, name) => blank(so, name, ''), text),
    first.rest,
  )
  if (mended === null || !text.includes(mended.said)) return first
  const second = understood(text.replace(mended.said, mended.meant), index, now)
  const { said, meant } = mended
  return second.rest.length < first.rest.length && second.departments.join() === first.departments.join()
    ? { ...second, mended: { said, meant } }
    : first
}

function understood(question: string, index: DepartmentIndex, now: Date): Query {
  // Blanks between Chinese characters part no words.
  const text = normaliseText(question).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  if (HELP_WORDS.test(text)) return emptyQuery('help')
  const spotted = spotNames(text, index)
  const named = spotted.reduce((so, name) => blank(so, name, name.generic ? HELD : ''), text)
  const wishes = readWishes(named)
  if (spotted.length === 0 && wishes.ranking === null && DEPARTMENTS_WORDS.test(text)) return emptyQuery('departments')
  const per = PER_WORDS.find(([pattern]) => pattern.test(wishes.rest))
  // 每批次接待费 is an average of one item, not a question for two.
  const nameless = per === undefined ? wishes.rest : wishes.rest.replace(per[0], ' 人均 ')
  const unit = UNIT_WORDS.find(([pattern]) => pattern.test(nameless))?.[1] ?? null
  const { items: exact, all, rest: itemless } = readItems(nameless)
  const { operation, rest: calm } =
    wishes.ranking !== null && CHANGE_WORDS.test(itemless)
      ? { operation: 'change' as const, rest: itemless.replace(CHANGE_WORDS, ' ') }
      : operationOf(itemless)
  const items = operation === 'share' && all.length === 2 ? all : exact
  const { years, relative, rest: yearless } = readYears(operation === 'value' ? itemless : calm, now)
  const prior = operation === 'value' && PRIOR_WORDS.test(yearless)
  const cleared = UNIT_WORDS.reduce(
    (so, [pattern]) => so.replace(pattern, ' '),
    yearless.replace(CHECK_WORDS, ' ').replace(PRIOR_WORDS, ' '),
  )
  const names = withoutPlace(namesIn(cleared, spotted, index), index)
  const phrase = phraseOf(readYears(operationOf(nameless).rest, now).rest)
  // 宣传费支出 asks for 宣传费, whatever that is, not for all expenditure.
  const ownName = items.every(isGeneral) && names.rest.length >= 2 && names.departments.length > 0 && ITEM_END.test(phrase)
  const meant = ownName ? [] : [...items]
  const { ranking, span, passage, output } = wishes
  const asksLargest = LARGEST_ITEM.test(nameless) && operation === 'value' && items.every(isGeneral)
  const topic = asksLargest ? (/收入|来源/.test(nameless) ? 'revenue' : 'expenditure') : topicOf(named, meant, operation, wishes)
  const nothingElse = meant.length === 0 && names.rest === '' && ranking === null && span === null && operation === 'value'
  const wholeReport = topic === 'item' && nothingElse && names.departments.length === 1 && output !== 'text' && output !== 'picture'
  return {
    ...EMPTY,
    ...names,
    ...(asksLargest ? { rest: '' } : {}),
    topic: wholeReport ? 'report' : topic,
    years: [...years],
    relativeYear: prior ? '上年' : relative,
    items: asksLargest ? [] : meant,
    operation,
    per: per?.[1] ?? EMPTY.per,
    ranking,
    span,
    passage,
    output,
    unit,
    phrase,
  }
}
