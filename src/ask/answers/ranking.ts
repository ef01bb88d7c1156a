import type { Answer } from '../../domain/answer.ts'
import type { StoredReport } from '../../store/interface.ts'
import { openReport } from '../figures/report-view.ts'
import { measureOf } from '../follow-up.ts'
import type { Asking } from '../knowledge.ts'
import type { Item, Query, Ranking } from '../query.ts'
import { wayOf } from '../way.ts'
import { sidesChart } from './charts.ts'
import { asksFigures, comparedItem } from './compare.ts'
import { guards, measuredNotes, missingNotes, sideName, withinRounding } from './guards.ts'
import { isMeasured, type Measured, type Missing, measure } from './measured.ts'
import { answerOf } from './parts.ts'
import { type Field, rankingField } from './ranking-scope.ts'
import { shortlist } from './shortlist.ts'
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

async function measureReports(reports: readonly StoredReport[], field: Field, asking: Asking, query: Query, item: Item) {
  const found: (Measured | Missing)[] = []
  for (const report of reports) {
    const department = field.departments.get(report.departmentId)
    const view = department === undefined ? null : await openReport(asking.store, department, report)
    if (view !== null) found.push(measure(view, item, query))
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

interface Placed {
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
const MOST_TIED = 3

function head(title: string, rows: readonly Placed[], ranking: Ranking, field: Field, all: number, counted: Counted): string {
  const [first] = rows
  if (first === undefined) return ''
  const tied = rows.filter(({ place }) => place === 1).map(({ side }) => side)
  const nameOf = (side: Measured) => (field.year === null ? sideName(side) : side.view.department.name)
  const names = tied.slice(0, MOST_TIED).map(nameOf).join('、') + (tied.length > MOST_TIED ? `等${tied.length}个部门` : '')
  const best = `${title}${ORDER_WORDS[ranking.order]}的是${names}：${first.side.amount}${ORIGIN_WORDS[first.side.origin]}${tied.length > 1 ? '（并列）' : ''}`
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

const PHASES: Partial<Record<Query['operation'], string>> = { value: '决算' }

export async function rankingAnswer(query: Query, asking: Asking): Promise<Answer> {
  const compared = comparedItem(query)
  const { ranking } = query
  if (compared === null || ranking === null) return answerOf('refused', '没看懂要按什么排。')
  if (query.operation === 'change')
    return answerOf('refused', '还不能按增减来排名，可以按决算数、预算数、完成率、占比或人均来排。', { context: asking.context })
  const field = await rankingField(query, asking)
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
  if (first === undefined)
    return answerOf('not-found', `${when}没有哪个部门的报告有“${compared.item.words}”的数字。`, {
      notes: [...notes, ...missingNotes(missing)],
      context,
    })
  const title = `${when}${first.side.words}${first.side.kind === '元' ? (PHASES[query.operation] ?? '') : ''}`
  const listed = rows.slice(0, Math.min(ranking.limit ?? MOST_ROWS, MOST_ROWS))
  const focus = rows.filter((row) => row.side.view.department.id === field.focus?.id && !listed.includes(row))
  const shown = [...listed.slice(0, MOST_ROWS - focus.length), ...focus]
  const sides = shown.map(({ side }) => side)
  const all = counted.count - others.length + elsewhere.measured.length
  return answerOf('answered', head(title, rows, ranking, field, all, counted), {
    lines: all > shown.length ? [`列出${shown.length}个，另有${all - shown.length}个没有列出。`] : [],
    table: {
      head: ['名次与部门', query.operation === 'value' && first.side.kind === '元' ? '决算数' : '数额', '出处'],
      rows: shown.map(({ place, side }) => [
        `${counted.places.get(side.view.stored.id) ?? place} ${side.mark}${side.view.department.name}${field.year === null ? ` ${side.year}` : ''}`,
        side.amount.replace(/〔.*〕/, '') + ORIGIN_WORDS[side.origin],
        side.scope,
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
  })
}
