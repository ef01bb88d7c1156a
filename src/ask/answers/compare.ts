import { Decimal } from 'decimal.js'
import { difference, times } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Department } from '../../store/interface.ts'
import { measureOf } from '../follow-up.ts'
import type { Asking } from '../knowledge.ts'
import { accountsOf } from '../knowledge.ts'
import type { Item, Query } from '../query.ts'
import { wayOf } from '../way.ts'
import { meetsBound } from '../words/bound.ts'
import { averaged, boundOfMean } from './across.ts'
import { sidesChart } from './charts.ts'
import { absolute, groupNotes, guards, measuredNotes, missingNotes, sideName, withinRounding } from './guards.ts'
import { isMeasured, type Measured, type Missing } from './measured.ts'
import { answerOf, figureBetween, money } from './parts.ts'
import { pickDepartment } from './resolve.ts'
import { summedUp } from './sum.ts'
import { changeOfYear } from './year-change.ts'
import { figureOfYear, ORIGIN_WORDS, sorted } from './year-figure.ts'

/** Several departments beside each other: what they have, what is missing, and where the scopes differ. */

const TOPIC_ITEMS: Partial<Record<Query['topic'], Item>> = {
  threePublic: { words: '三公', subjects: ['threePublic.total'], different: false },
  expenditure: { words: '支出', subjects: ['expenditure.total'], different: false },
  revenue: { words: '收入', subjects: ['revenue.total'], different: false },
}
const GENERAL_BUDGET: Item = { words: '一般公共预算财政拨款支出', subjects: ['generalBudget.expenditure'], different: false }
const ALL_EXPENDITURE: Item = { words: '支出', subjects: ['expenditure.total'], different: false }

/** The one item that is compared; `note` where it was chosen for the user. */
export function comparedItem(query: Query): { readonly item: Item; readonly notes: readonly string[] } | null {
  const [first, second] = query.items
  const item = first ?? TOPIC_ITEMS[query.topic]
  if (item !== undefined)
    return { item, notes: second === undefined ? [] : [`一次比一项，按“${item.words}”比较；“${second.words}”请另问。`] }
  if (query.rest !== '' && query.topic === 'item')
    return { item: { words: query.phrase || query.rest, subjects: [], different: false }, notes: [] }
  // Budgets are told of the general budget.
  if (query.topic === 'item' && ['completion', 'difference', 'budget'].includes(query.operation))
    return { item: GENERAL_BUDGET, notes: ['没有说哪一项，按一般公共预算财政拨款支出比较。'] }
  return query.topic === 'item' ? { item: ALL_EXPENDITURE, notes: ['没有说哪一项，按支出合计比较。'] } : null
}

const FIGURE_TOPICS = ['item', 'threePublic', 'expenditure', 'revenue']
/** Is this a question for a figure of some kind? */
export const asksFigures = (query: Query): boolean => FIGURE_TOPICS.includes(query.topic)

/** Is this a question about several departments? */
export const isComparison = (query: Query): boolean => asksFigures(query) && query.departments.length > 1

/** The years to compare in: those named, else each department's latest. */
async function yearsOf(query: Query, asking: Asking, department: Department, own: number | undefined): Promise<readonly number[]> {
  if (query.yearEach && own !== undefined) return [own]
  if (query.years.length > 0 && !query.yearsKept) return query.years
  const [latest] = await accountsOf(asking.store, department.id)
  const back = query.relativeYear === '上年' && query.years.length === 0 ? 1 : 0
  return latest === undefined ? [] : [latest.meta.fiscalYear - back]
}

interface Side {
  readonly department: Department
  /** Its own, where each stands with one. */
  readonly year: number | undefined
}

/** One department's figures; in the conversation's year where it has any, else in its latest. */
async function sidesOf(query: Query, asking: Asking, { department, year }: Side, item: Item): Promise<readonly (Measured | Missing)[]> {
  const read = query.operation === 'change' ? changeOfYear : figureOfYear
  const of = (years: readonly number[]) => Promise.all(years.map((year) => read(asking, query, department, year, item)))
  const kept = query.yearsKept ? (await of(query.years.slice(0, 1))).filter(isMeasured) : []
  const found = kept.length > 0 ? kept : await of(await yearsOf(query, asking, department, year))
  return found.length === 0 ? [{ department: department.name, year: null, why: '没有决算报告' }] : found
}

const WAY_WORDS: Partial<Record<Query['operation'], string>> = { value: '决算', budget: '' }

/** Sets the sides beside each other, in the order of the question, or by size where an order was asked for. */
export async function compareAnswer(query: Query, asking: Asking): Promise<Answer> {
  const compared = comparedItem(query)
  if (compared === null) return answerOf('refused', '没看懂要比较什么。')
  const { item, notes } = compared
  const sides: Side[] = []
  const made: string[] = []
  for (const [i, words] of query.departments.entries()) {
    const found = await pickDepartment(words, query, asking)
    // A sum without one of them would be another sum.
    if ('status' in found && (found.status === 'ambiguous' || query.joined === 'sum')) {
      const beside = query.departments.filter((other) => other !== words)
      return { ...found, context: { departments: [], years: query.years, measure: measureOf(query), way: wayOf(query, { beside }) } }
    }
    if ('status' in found) made.push(found.headline.replace(/(名字相近的有|已收录的有)：$/, ''))
    else {
      const year = query.yearEach ? query.years[i] : undefined
      if (!sides.some((side) => side.department.id === found.department.id && side.year === year))
        sides.push({ department: found.department, year })
      made.push(...found.notes)
    }
  }
  const asked = await Promise.all(sides.map((side) => sidesOf(query, asking, side, item)))
  const { measured, missing } = sorted(asked.flat())
  const answer = comparison(
    query,
    measured,
    [...made, ...notes],
    missingNotes(missing),
    sides.map(({ department }) => department),
  )
  const lacking = query.departments.length - new Set(measured.map(({ view }) => view.department.id)).size
  if (answer.status !== 'answered') return answer
  if (query.across === 'average') return averaged(answer, measured, lacking)
  return query.joined === 'sum' ? summedUp(answer, measured, lacking) : answer
}

function comparison(
  query: Query,
  measured: readonly Measured[],
  first: readonly string[],
  missing: readonly string[],
  departments: readonly Department[],
): Answer {
  const context = {
    departments: departments.map(({ name }) => name),
    years: [...new Set(measured.map(({ year }) => year))].slice(0, 1),
    measure: measureOf(query),
    way: wayOf(query),
  }
  const sides = query.ranking === null ? measured : bySize(measured, query.ranking.order)
  const [one] = sides
  if (one === undefined)
    return answerOf('not-found', [...first, ...missing][0] ?? '没有找到可以比较的报告。', {
      notes: [...first, ...missing].slice(1),
      context,
    })
  const alike = sides.every(({ kind }) => kind === one.kind)
  const phase = one.kind === '元' ? (WAY_WORDS[query.operation] ?? '') : ''
  const title = `${one.words}${phase}`
  const listed = sides.map((side) => `${sideName(side)} ${side.amount}${ORIGIN_WORDS[side.origin]}`).join('；')
  const ratio = query.joined === 'times'
  const pair = alike && sides.length === 2 ? apart(sides, ratio ? times : difference) : null
  const gap = pair === null ? '' : ratio ? `；前者是后者的 ${money(pair.figure)}` : `；相差 ${absolute(pair.figure)}`
  return answerOf('answered', `${title}：${listed}${alike ? verdict(sides, query) : ''}${gap}${meeting(sides, query)}。`, {
    table: {
      head: ['部门与年度', phase === '' ? '数额' : `${phase}数`, '出处'],
      rows: sides
        .slice(0, 12)
        .map((side) => [side.mark + sideName(side), side.amount.replace(/〔.*〕/, '') + ORIGIN_WORDS[side.origin], side.scope]),
    },
    figures: [
      ...sides.flatMap(({ figures }) => figures),
      ...(pair === null ? [] : [figureBetween([one, ...sides.slice(1)], `${one.words}${ratio ? '之比' : '相差'}`, pair)]),
    ],
    notes: [
      ...groupNotes(query.group, [departments.length], query.group?.who === 'spoken' ? '前面说到的有' : '这里说到的有'),
      ...first,
      ...missing,
      ...guards(sides),
      ...close(sides),
      ...measuredNotes(sides),
    ],
    context,
    ...sidesChart(`${title}比较`, sides, sideName),
  })
}

const bySize = (all: readonly Measured[], order: 'largest' | 'smallest'): Measured[] =>
  [...all].sort((a, b) => (order === 'largest' ? b.exact.comparedTo(a.exact) : a.exact.comparedTo(b.exact)))

/** Exact figures subtract; of computed ones the rounded display must not be taken any further. */
function apart(sides: readonly Measured[], make: typeof difference) {
  const [a, b] = sides
  if (a === undefined || b === undefined || a.facts.length !== 1 || b.facts.length !== 1) return null
  return make(a.figure, b.figure)
}

const ORDER_WORDS = { value: { largest: '最高', smallest: '最低' }, change: { largest: '增加最多', smallest: '减少最多' } } as const

/** Which one is larger, where that was asked or is of use. */
function verdict(sides: readonly Measured[], query: Query): string {
  if (sides.length < 2) return query.ranking === null ? '' : '；别的没有数字，比不出高低'
  const wanted = query.ranking?.order ?? 'largest'
  const ordered = bySize(sides, wanted)
  const best = ordered.filter((side) => side.exact.eq(ordered[0]?.exact ?? new Decimal(0)))
  if (best.length === sides.length) return '；两边相同'.replace('两边', sides.length === 2 ? '两边' : '各方')
  if (query.ranking === null && sides.length === 2) return ''
  const word = ORDER_WORDS[query.operation === 'change' ? 'change' : 'value'][wanted]
  return `；${word}的是${best.map(sideName).join('、')}`
}

/** 谁没超预算, of those named: which of them meet the condition. */
function meeting(sides: readonly Measured[], query: Query): string {
  const bound = boundOfMean(query, sides)
  if (bound === null) return ''
  const verdicts = sides.map((side) => ({ side, meets: meetsBound(side.figure, side.exact, bound) }))
  if (verdicts.some(({ meets }) => meets === null)) return ''
  const those = verdicts.filter(({ meets }) => meets === true).map(({ side }) => sideName(side))
  return those.length === 0 ? `；${bound.said}的一个也没有` : `；${bound.said}的是${those.join('、')}`
}

const close = (sides: readonly Measured[]): string[] => {
  const [a, b] = sides
  return a !== undefined && b !== undefined && sides.length === 2 && withinRounding(a, b) ? ['两数之差在四舍五入之内，哪个大说不准。'] : []
}
