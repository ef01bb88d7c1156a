import type { Answer } from '../../domain/answer.ts'
import type { ReportHead } from '../../store/interface.ts'
import { openReport } from '../figures/report-view.ts'
import { measureOf } from '../follow-up.ts'
import type { Asking } from '../knowledge.ts'
import type { Item, Query, Ranking } from '../query.ts'
import { wayOf } from '../way.ts'
import { meetsBound } from '../words/bound.ts'
import { sidesChart } from './charts.ts'
import { asksFigures, comparedItem } from './compare.ts'
import { guards, measuredNotes, missingNotes, sideName, withinRounding } from './guards.ts'
import { isMeasured, type Measured, type Missing, measure } from './measured.ts'
import { answerOf } from './parts.ts'
import { nthAnswer } from './ranking-place.ts'
import { type Field, rankingField } from './ranking-scope.ts'
import { echo } from './resolve.ts'
import { shortlist } from './shortlist.ts'
import { summedUp } from './sum.ts'
import { measureChange, movedAgainst } from './year-change.ts'
import { figureOfYear, ORIGIN_WORDS, sorted } from './year-figure.ts'

/** Departments in order of a figure: exact, ties together, the missing listed, differences of scope said. */

const MOST_ROWS = 12
/** So many reports are opened whole; of more the index says which are worth it. */
const OPEN_ALL = 200
const OPEN_FIRST = 40
const OPEN_WITHOUT = 100
/** For so many departments without that year's report the next year's is asked. */
const ASK_NEXT = 60

export const isRanking = (query: Query): boolean => asksFigures(query) && query.ranking !== null && query.departments.length <= 1

/** 支出决算表 of a budget is its 支出预算表. */
export const planScope = (scope: string): string => scope.replaceAll('决算', '预算')

async function measureReports(heads: readonly ReportHead[], field: Field, asking: Asking, query: Query, item: Item) {
  const found: (Measured | Missing)[] = []
  const stored = heads.length === 0 ? [] : await asking.store.reports({ ids: heads.map(({ id }) => id) })
  for (const report of stored) {
    const department = field.departments.get(report.departmentId)
    const view = department === undefined ? null : await openReport(asking.store, department, report)
    if (view !== null)
      found.push(query.operation === 'change' ? await measureChange(view, item, query, asking) : measure(view, item, query))
  }
  return found
}

interface Counted {
  readonly measured: readonly Measured[]
  readonly missing: readonly Missing[]
  /** How many have a figure, opened or not. */
  readonly count: number
  /** Places by the index, for reports that the list does not reach. */
  readonly places: ReadonlyMap<number, number>
  readonly notes: readonly string[]
  /** How many meet the bound, where not all reports were opened. */
  readonly within?: number
}

async function count(field: Field, asking: Asking, query: Query, item: Item, ranking: Ranking): Promise<Counted> {
  if (field.reports.length <= OPEN_ALL || field.year === null) {
    const found = sorted(await measureReports(field.reports, field, asking, query, item))
    return { ...found, count: found.measured.length, places: new Map(), notes: [] }
  }
  const listed = await shortlist(asking.store, query, field.year, item, ranking, field.reports)
  const focus = listed.reports.filter(({ departmentId }) => departmentId === field.focus?.id)
  const first = await measureReports([...new Set([...listed.reports.slice(0, OPEN_FIRST), ...focus])], field, asking, query, item)
  const others = await measureReports(listed.without.slice(0, OPEN_WITHOUT), field, asking, query, item)
  const unopened = listed.without.length - OPEN_WITHOUT
  const { measured, missing } = sorted([...first, ...others])
  return {
    measured,
    missing,
    count: listed.counted + others.filter(isMeasured).length,
    places: listed.places,
    ...(query.bound === null ? {} : { within: listed.within }),
    notes: unopened > 0 ? [`另有${unopened}个部门的表中没有读到这个数，没有逐份细看。`] : [],
  }
}

/** Figures of another item by the same word (公积金 as 项 or as 经济科目) are no match: the commoner one is ranked. */
function oneSubject(measured: readonly Measured[]): { readonly same: readonly Measured[]; readonly others: readonly Missing[] } {
  const groups = new Map<string, Measured[]>()
  for (const one of measured) {
    const key = `${one.subject.startsWith('project:') ? 'project' : one.subject}|${one.kind}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const [same = [], ...rest] = [...groups.values()].sort((a, b) => b.length - a.length)
  const others = rest
    .flat()
    .map(({ view, year, words, amount }) => ({ department: view.department.name, year, why: `只有“${words}” ${amount}，不是同一项` }))
  return { same, others }
}

export interface Placed {
  readonly place: number
  readonly side: Measured
}

function placed(measured: readonly Measured[], { order }: Ranking): Placed[] {
  const sign = order === 'largest' ? -1 : 1
  const ordered = [...measured].sort((a, b) => sign * a.exact.comparedTo(b.exact) || a.view.department.id - b.view.department.id)
  const places: Placed[] = []
  ordered.forEach((side, i) => {
    const before = places[i - 1]
    places.push({ place: before?.side.exact.eq(side.exact) === true ? before.place : i + 1, side })
  })
  return places
}

/** The departments that have no report of that year; some are told of by the next year's. */
async function absent(field: Field, asking: Asking, query: Query, item: Item) {
  const { year } = field
  if (year === null || field.absent.length > ASK_NEXT)
    return {
      measured: [],
      missing: field.absent.map(({ name }) => ({ department: name, year, why: `没有${year === null ? '' : `${year}年度的`}决算报告` })),
    }
  return sorted(await Promise.all(field.absent.map((department) => figureOfYear(asking, query, department, year, item))))
}

const ORDER_WORDS = { largest: '最高', smallest: '最低' } as const
const CHANGE_WORDS = { largest: '增加最多', smallest: '减少最多' } as const

/** 最高的是; of changes 减少最多的是, where anything fell at all. */
function orderWords(title: string, best: Measured, { operation }: Query, order: Ranking['order']): string {
  if (operation !== 'change') return `${title}${ORDER_WORDS[order]}的是`
  const plain = title.replace(/增减(幅度)?$/, '')
  return movedAgainst(best, order)
    ? `${plain}没有哪个部门${order === 'largest' ? '增加' : '减少'}；最接近的是`
    : `${plain}${CHANGE_WORDS[order]}的是`
}
const MOST_TIED = 3

function head(title: string, rows: readonly Placed[], query: Query, ranking: Ranking, field: Field, all: number, counted: Counted): string {
  const [first] = rows
  if (first === undefined) return ''
  const tied = rows.filter(({ place }) => place === 1).map(({ side }) => side)
  const nameOf = (side: Measured) => (field.year === null ? sideName(side) : side.view.department.name)
  const names = tied.slice(0, MOST_TIED).map(nameOf).join('、') + (tied.length > MOST_TIED ? `等${tied.length}个部门` : '')
  const best = `${orderWords(title, first.side, query, ranking.order)}${names}：${first.side.amount}${ORIGIN_WORDS[first.side.origin]}${tied.length > 1 ? '（并列）' : ''}`
  const focus = field.focus === null ? undefined : rows.find(({ side }) => side.view.department.id === field.focus?.id)
  if (field.focus === null) return `${best}；有这个数的部门共${all}个。`
  if (focus === undefined) return `${field.focus.name}没有可排的数；${best}。`
  const place = counted.places.get(focus.side.view.stored.id) ?? focus.place
  const ties = rows.filter((row) => row.place === focus.place).length > 1 ? '并列' : ''
  return `${title}：${nameOf(focus.side)} ${focus.side.amount}，在${all}个部门中从${ranking.order === 'largest' ? '高到低' : '低到高'}${ties}第${place}；${best}。`
}

/** Neighbours whose printed figures do not tell which is larger. */
function unsure(rows: readonly Placed[]): string[] {
  const pairs = rows.slice(1).flatMap(({ side }, i) => {
    const before = rows[i]?.side
    return before !== undefined && withinRounding(before, side) ? [`${before.view.department.name}与${side.view.department.name}`] : []
  })
  return pairs.length === 0 ? [] : [`${pairs.join('、')}之差在四舍五入之内，先后说不准。`]
}

const contested = (rows: readonly Placed[]): string[] =>
  rows.some(({ side }) => side.mark !== '') ? ['有※的数报告前后不一致，名次按表中的数排，按另一说法可能不同。'] : []

interface Within {
  readonly rows: readonly Placed[]
  /** Their unit cannot be held against the bound. */
  readonly foreign: boolean
}

/** Those that meet 超过10万元; all where no bound was given. */
function bounded(rows: readonly Placed[], { bound }: Query): Within {
  if (bound === null) return { rows, foreign: false }
  const verdicts = rows.map((row) => ({ row, meets: meetsBound(row.side.figure, row.side.exact, bound) }))
  return {
    rows: verdicts.filter(({ meets }) => meets === true).map(({ row }) => row),
    foreign: verdicts.some(({ meets }) => meets === null),
  }
}

function boundHead(whole: string, { rows, foreign }: Within, { bound }: Query, counted: Counted, all: number): string | null {
  if (bound === null) return null
  // 比上年减少的 says itself what is compared.
  const title = bound.said.startsWith('比上年') ? whole.replace(/比上年增减(幅度)?$/, '') : whole
  const named = rows.slice(0, MOST_TIED).map(({ side }) => `${side.view.department.name} ${side.amount}`)
  const many = counted.within ?? rows.length
  if (foreign) return `${title}的单位与“${bound.said}”不同，没有相比。`
  return many === 0
    ? `${title}${bound.said}的一个也没有；有这个数的部门共${all}个。`
    : `${title}${bound.said}的有${many}个：${named.join('；')}${many > named.length ? '等' : ''}；有这个数的部门共${all}个。`
}

const PHASES: Partial<Record<Query['operation'], string>> = { value: '决算' }

export async function rankingAnswer(asked: Query, asking: Asking): Promise<Answer> {
  const compared = comparedItem(asked)
  const { ranking } = asked
  if (compared === null || ranking === null) return answerOf('refused', '没看懂要按什么排。')
  const field = await rankingField(asked, ranking, asking)
  if (field.unknown !== null) return answerOf('not-found', `没有找到部门“${echo(field.unknown)}”。`, { context: asking.context })
  // A budget's one amount is what it plans.
  const planned = field.kind === 'budget'
  const query: Query = planned && asked.operation === 'budget' ? { ...asked, operation: 'value' } : asked
  const context = {
    departments: [],
    years: field.year === null ? [] : [field.year],
    measure: measureOf(query),
    way: wayOf(query, { everybody: true }),
  }
  const counted = await count(field, asking, query, compared.item, ranking)
  const elsewhere = await absent(field, asking, query, compared.item)
  const { same, others } = oneSubject([...counted.measured, ...elsewhere.measured])
  const missing = [...counted.missing, ...elsewhere.missing, ...others]
  const notes = [...field.notes, ...compared.notes]
  const rows = placed(same, ranking)
  const [first] = rows
  const when = field.year === null ? '' : `${field.year}年度`
  if (first === undefined && compared.item.subjects.length === 0)
    return answerOf(
      'not-found',
      `没看懂要排的“${echo(query.odd === '' ? compared.item.words : query.odd)}”是哪一项，或各报告都没有列这一项。`,
      { notes: field.notes, context },
    )
  if (first === undefined)
    return answerOf(
      'not-found',
      query.operation === 'change'
        ? `${when}没有哪个部门算得出“${compared.item.words}”比上年的增减。`
        : `${when}没有哪个部门的报告有“${compared.item.words}”的数字。`,
      {
        notes: [...notes, ...missingNotes(missing)],
        context,
      },
    )
  const phase = planned && query.operation === 'value' ? '预算' : (PHASES[query.operation] ?? '')
  const title = `${when}${planned ? '部门预算' : ''}${first.side.words}${first.side.kind === '元' ? phase : ''}`
  if (ranking.nth !== undefined) return nthAnswer(title, rows, ranking.nth, ranking.order, [...notes, ...missingNotes(missing)], context)
  const within = bounded(rows, query)
  const listed = within.rows.slice(0, Math.min(ranking.limit ?? MOST_ROWS, MOST_ROWS))
  const focus = rows.filter((row) => row.side.view.department.id === field.focus?.id && !listed.includes(row))
  const shown = [...listed.slice(0, MOST_ROWS - focus.length), ...focus]
  const sides = shown.map(({ side }) => side)
  const all = counted.count - others.length + elsewhere.measured.length
  const left = (query.bound === null ? all : (counted.within ?? within.rows.length)) - shown.length
  const answer = answerOf(
    'answered',
    boundHead(title, within, query, counted, all) ?? head(title, rows, query, ranking, field, all, counted),
    {
      lines: left > 0 ? [`列出${shown.length}个，另有${left}个没有列出。`] : [],
      table:
        shown.length === 0
          ? null
          : {
              head: ['名次与部门', query.operation === 'value' && first.side.kind === '元' ? `${phase}数` : '数额', '出处'],
              rows: shown.map(({ place, side }) => [
                `${counted.places.get(side.view.stored.id) ?? place} ${side.mark}${side.view.department.name}${field.year === null ? ` ${side.year}` : ''}`,
                side.amount.replace(/〔.*〕/, '') + ORIGIN_WORDS[side.origin],
                planned ? planScope(side.scope) : side.scope,
              ]),
            },
      figures: sides.flatMap(({ figures }) => figures),
      notes: [
        ...notes,
        ...counted.notes,
        ...missingNotes(missing),
        ...guards(sides),
        ...unsure(rows.slice(0, shown.length)),
        ...contested(shown),
        ...measuredNotes(sides),
      ],
      context,
      ...sidesChart(`${title}排名`, sides, (side) => (field.year === null ? sideName(side) : side.view.department.name)),
    },
  )
  if (query.joined !== 'sum') return answer
  return field.reports.length > OPEN_ALL
    ? { ...answer, notes: [`部门太多（${field.reports.length}个），没有加总。`, ...answer.notes] }
    : summedUp(
        answer,
        within.rows.map(({ side }) => side),
        missing.length,
      )
}
