import type { AnswerContext } from '../domain/answer.ts'
import { besideKin } from './kin.ts'
import type { Item, Query } from './query.ts'
import { meantBy, namedIn, spokenOf } from './spoken.ts'
import { readWay, type Way } from './way.ts'
import { isVerb } from './words/items.ts'

const CHOICE = /^(?:第?\s*(\d{1,2}|[一二三四五六七八九十])\s*个?|选\s*(\d{1,2}))[。.]?$/
const NUMERALS = '一二三四五六七八九十'

/** `2` or 第二个 after a question back is the choice of that number. */
export function chosenFrom(text: string, context: AnswerContext | null): string {
  const [, said, picked] = CHOICE.exec(text.trim()) ?? []
  const word = said ?? picked ?? ''
  const number = NUMERALS.includes(word) ? NUMERALS.indexOf(word) + 1 : Number(word)
  return word === '' ? text : (context?.choices?.[number - 1] ?? text)
}

/** Topics that keep their own kind of reply when a conversation goes on. */
const TOPIC_MEASURES = new Set(['threePublic', 'expenditure', 'revenue'])

/** What an answer leaves behind for the next question. */
export const measureOf = (query: Query): string | null =>
  TOPIC_MEASURES.has(query.topic) ? `topic:${query.topic}` : query.items.length > 0 ? JSON.stringify(query.items) : null

export function itemsFrom(measure: string): Item[] {
  try {
    const items: unknown = JSON.parse(measure)
    return Array.isArray(items) ? (items as Item[]) : []
  } catch {
    return []
  }
}

/** The years of a question, or the conversation's; 上年, and 去年 said without a department, count from the conversation's. */
function yearsIn(query: Query, { years: [said] }: AnswerContext, bare: boolean): Pick<Query, 'years' | 'yearsKept' | 'relativeYear'> {
  const { relativeYear } = query
  const own = { years: query.years, yearsKept: false, relativeYear }
  if (said === undefined || (relativeYear === '上年' && query.years.length > 0)) return own
  const back = relativeYear === null ? undefined : YEARS_BACK[relativeYear]
  if (back !== undefined && (relativeYear === '上年' || bare)) return { years: [said - back], yearsKept: false, relativeYear }
  return query.years.length > 0 ? own : { years: [said], yearsKept: true, relativeYear }
}

const YEARS_BACK: Readonly<Record<string, number>> = { 上年: 1, 去年: 1, 前年: 2, 大前年: 3 }
const GOES_ON = ['item', 'threePublic', 'expenditure', 'revenue', 'check', 'why', 'passage', 'projects']
const FIGURES = ['item', 'threePublic', 'expenditure', 'revenue']

/** Whether a ranking or a row of years goes on: only where the new question says nothing that ends it. */
function wayIn(query: Query, context: AnswerContext): Pick<Query, 'ranking' | 'span' | 'operation' | 'per'> & { readonly way: Way | null } {
  const way = readWay(context.way)
  const own = { ranking: query.ranking, span: query.span, operation: query.operation, per: query.per }
  if (way === null || !FIGURES.includes(query.topic)) return { ...own, way: null }
  const saysItem = query.items.length > 0 || query.rest !== ''
  const ends = query.finalSaid && way.operation === 'budget'
  const operation = query.operation === 'value' && !saysItem && !ends ? way.operation : query.operation
  const per = operation === way.operation ? way.per : query.per
  const oneYear = query.years.length > 0 || query.relativeYear !== null
  const nth = query.ranking?.nth
  const placed = nth === undefined || way.ranking === null ? query.ranking : { ...way.ranking, limit: null, nth }
  const ranking = placed ?? (way.everybody && query.departments.length > 0 ? null : way.ranking)
  const span = query.span ?? (oneYear ? null : way.span)
  return { ranking: query.span === null ? ranking : query.ranking, span, operation, per, way }
}

const SHORT_VERB = 4

/** 加起来多少: everything that was asked of this report, one after the other. */
function addedUp(query: Query, context: AnswerContext): Item[] | null {
  const bare = query.joined === 'sum' && query.departments.length === 0 && context.departments.length === 1 && query.items.length === 0
  if (!bare || query.rest !== '' || query.ranking !== null || query.span !== null || query.years.length > 0) return null
  const way = readWay(context.way)
  const all = [...(way?.items ?? []), ...itemsFrom(context.measure ?? '')]
  const goesOn = way !== null && (way.span !== null || way.ranking !== null || way.years.length > 1)
  return goesOn || all.length === 0 ? null : all
}

const COUNTED = /^(count|staff|assets)\.|^told:.*人员$|^vehicles:/
const isCount = ({ subjects: [subject = ''] }: Item): boolean => COUNTED.test(subject)
/** What an average is of, where only the number of heads was spoken of. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  'count.vehiclesKept': ['threePublic.vehicleOperation', 'threePublic.vehicles'],
  'count.receptionBatches': ['threePublic.reception'],
  'count.receptionPersons': ['threePublic.reception'],
  'count.overseasGroups': ['threePublic.overseas'],
}

/** 几个人, 人均呢: the average is of an amount, the last one told, never of the heads themselves. */
function averaged({ operation, per }: Query, items: readonly Item[], way: Way | null): Item[] {
  if (operation !== 'perHead' || !items.every(isCount)) return [...items]
  const amount = way?.items.filter((item) => !isCount(item)).at(-1)
  return [amount ?? { words: '', subjects: [...(USUAL[per] ?? ['expenditure.total'])], different: false }]
}

/** The item that an answer was about, also where it was a topic of its own. */
export function itemOf(measure: string): Item | undefined {
  if (!measure.startsWith('topic:')) return itemsFrom(measure)[0]
  return { words: '', subjects: [`${measure.slice('topic:'.length)}.total`], different: false }
}

/** What the question is about where it names nothing itself. */
function subjectIn(query: Query, context: AnswerContext): Pick<Query, 'topic' | 'items'> & Partial<Pick<Query, 'whole'>> {
  const { topic, items } = query
  const { measure } = context
  const way = readWay(context.way)
  if (measure !== null && query.operation === 'share' && query.departments.length === 0) {
    const told = itemOf(measure)
    if (query.inside && items.length > 0 && told !== undefined) return { topic: 'item', items: [...items], whole: told }
    if (query.ofWhole && items[0] !== undefined && !measure.startsWith('topic:'))
      return { topic: 'item', items: itemsFrom(measure).slice(0, 1), whole: items[0] }
    if (items.length === 0 && query.rest === '' && told !== undefined && way !== null && way.whole !== null)
      return { topic: 'item', items: [told], whole: way.whole }
  }
  // 这几个部门一共花了多少, 实际支出呢: the verb names nothing of its own.
  const verbs =
    (query.joined === 'sum' || query.departments.length === 0) &&
    items.length > 0 &&
    items.every((item) => isVerb(item) || (query.finalSaid && item.words === '支出' && query.phrase.length <= SHORT_VERB))
  const asksNothing = (items.length === 0 || verbs) && query.rest === '' && (topic === 'item' || topic === 'why' || verbs)
  if (!asksNothing || measure === null) return { topic, items }
  if (!measure.startsWith('topic:')) return { topic: verbs ? 'item' : topic, items: averaged(query, itemsFrom(measure), way) }
  const kept = measure.slice('topic:'.length) as Query['topic']
  const whole = [{ words: '', subjects: [`${kept}.total`], different: false }]
  return { topic: (topic === 'item' || verbs) && query.operation === 'value' ? kept : topic, items: whole }
}

/** 差多少 after two figures were told: between two departments, two years, two items, or the budget and what was spent. */
function gapIn(query: Query, context: AnswerContext): Query {
  const way = readWay(context.way)
  const spoken = spokenOf(context)
  const items = [...(way?.items ?? []), ...itemsFrom(context.measure ?? '')]
  const asked = { ...query, joined: null, years: [...context.years], yearsKept: true }
  const several = context.departments.length > 1 ? context.departments : items.length < 2 ? spoken.slice(-2) : []
  if (several.length > 1) return { ...asked, departments: [...several], operation: way?.operation ?? 'value', ...subjectIn(asked, context) }
  const one = { ...asked, departments: [...context.departments] }
  if (way !== null && (way.span !== null || way.years.length > 1 || way.yearBefore.length > 0)) {
    const years = way.years.length > 1 ? [...way.years] : [...new Set([...way.yearBefore, ...one.years])]
    return { ...one, span: way.span, years, yearsKept: way.span !== null, ...subjectIn(one, context) }
  }
  if (items.length > 1) return { ...one, topic: 'item', items: items.slice(-2), joined: 'apart' }
  // 少了多少 is said of a change, 差多少 of what was planned.
  const operation = /[多少高低]了/.test(query.phrase) ? 'change' : 'difference'
  return { ...one, operation, ...subjectIn({ ...one, operation }, context) }
}

/** 这三家, 他们: exactly those that were spoken of; null where the conversation has none. */
function ofSpoken(query: Query, context: AnswerContext): Query | null {
  if (query.group === null || query.departments.length > 0) return null
  const meant = meantBy(query.group, context)
  if (meant === null) return null
  const { operation, per } = wayIn(query, context)
  const ranking = query.ranking?.everyone === true ? null : query.ranking
  const asked = { ...query, ranking, operation, per }
  return { ...asked, departments: [...meant], ...yearsIn(query, context, true), ...subjectIn(asked, context) }
}

/** 那2019年呢, 比上年呢, 汉阳的呢, 三公呢, 画成图: what a question leaves out it takes from the one before. */
export function withContext(said: Query, context: AnswerContext | null): Query {
  if (context === null || !GOES_ON.includes(said.topic)) return said
  const query = besideKin(said, itemsFrom(context.measure ?? '')) ?? said
  if (query.joined === 'apart' && query.items.length === 0 && query.departments.length === 0) return gapIn(query, context)
  const [told] = itemsFrom(context.measure ?? '')
  if (query.contrast && told !== undefined && context.departments.length === 1)
    return {
      ...query,
      topic: 'item',
      items: [told, ...query.items],
      joined: 'apart',
      departments: [...context.departments],
      ...yearsIn(query, context, true),
    }
  const those = ofSpoken(query, context)
  if (those !== null) return those
  // 谁高 after two answers: between the two that were spoken of.
  const spoken = namedIn(context)
  if (query.among && query.ranking !== null && spoken.length > 1)
    return { ...query, departments: [...spoken], years: [...context.years], yearsKept: true, ...subjectIn(query, context) }
  // 哪个多 after two items of one report.
  const items = [...(readWay(context.way)?.items ?? []), ...itemsFrom(context.measure ?? '')]
  if (query.among && query.items.length === 0 && query.rest === '' && items.length > 1 && context.departments.length === 1)
    return {
      ...query,
      ranking: null,
      topic: 'item',
      items: items.slice(-2),
      joined: 'apart',
      departments: [...context.departments],
      ...yearsIn(query, context, true),
    }
  const added = addedUp(query, context)
  if (added !== null)
    return { ...query, topic: 'item', items: added, departments: [...context.departments], ...yearsIn(query, context, true) }
  const { way, ...how } = wayIn(query, context)
  const bare = query.departments.length === 0
  const own = bare ? [...(query.ranking === null || how.ranking?.place === true ? context.departments : [])] : [...query.departments]
  const together = query.beside ? [...new Set([...context.departments, ...own])] : own
  const departments = !bare && way !== null ? [...new Set([...way.beside, ...together])] : together
  const years = yearsIn(query, context, bare)
  const several =
    years.yearsKept && way !== null && way.years.length > 1 && how.span === null ? { years: [...way.years], yearsKept: false } : {}
  // 一共多少 is of those departments where there are several.
  if (query.joined === 'sum' && query.departments.length === 0 && context.departments.length > 1)
    return { ...query, ranking: null, departments: [...context.departments], ...years, ...subjectIn(query, context) }
  return { ...query, departments, ...years, ...several, ...how, ...subjectIn({ ...query, ...how }, context) }
}
