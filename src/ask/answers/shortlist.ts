import type { Decimal } from 'decimal.js'
import { completion, difference, growth, perHead, share } from '../../compute/derive.ts'
import { decimalOf, type Figure } from '../../domain/figure.ts'
import type { StandardSubject } from '../../domain/subject.ts'
import type { FactQuery, KnowledgeStore, ReportHead } from '../../store/interface.ts'
import { SUBJECT_CELLS } from '../figures/cells.ts'
import { wholeOf } from '../figures/relatives.ts'
import type { Item, Query, Ranking } from '../query.ts'
import { meetsBound } from '../words/bound.ts'
import { onOneScale } from './measured.ts'

/**
 * Among very many reports: which are worth opening. Reads the figures by their index; the reports opened afterwards
 * give the figures that are shown, so that a shortlist can leave out but never alter.
 */
export interface Shortlist {
  /** Reports to open, the first in order first. */
  readonly reports: readonly ReportHead[]
  /** How many have a figure in the index. */
  readonly counted: number
  /** Reports in which the index has no figure. */
  readonly without: readonly ReportHead[]
  /** Position of every report in the index's order, equal values sharing one. */
  readonly places: ReadonlyMap<number, number>
  /** How many meet the question's bound by the index. */
  readonly within: number
}

const FORMS_OF_CODES = [
  ['expenditure', 'total'],
  ['generalBudgetExpenditure', 'total'],
] as const
const CLAIMS: Readonly<Record<'final' | 'budget', readonly string[]>> = { final: ['final', 'amount', 'count'], budget: ['budget'] }

/** Where a subject stands, the most telling place first: the same places that one report's answer looks at. */
function placesOf(subject: string, measure: 'final' | 'budget'): FactQuery[] {
  const [kind = '', code = ''] = subject.split(':')
  const told = CLAIMS[measure].map((column): FactQuery => ({ subject, column, forms: ['narrative'] }))
  if (kind === 'code' || kind === 'economic') {
    const cells: FactQuery[] =
      kind === 'code'
        ? FORMS_OF_CODES.map(([form, column]) => ({ forms: [form], item: code, column }))
        : [{ forms: ['basicExpenditure'], item: code, column: 'final' }]
    return measure === 'budget' ? told : [...cells, ...told]
  }
  const cells = (SUBJECT_CELLS[subject as StandardSubject] ?? []).flatMap(({ form, rows, column, side }) =>
    measure === 'budget' && form !== 'threePublic'
      ? []
      : rows.map((item) => ({ forms: [form], item, column: form === 'threePublic' ? measure : column, side })),
  )
  return [...cells.map(({ side: _, ...query }) => query), ...told]
}

/** One figure a report: the first place that has one. */
async function figures(store: KnowledgeStore, year: number, subject: string, measure: 'final' | 'budget'): Promise<Map<number, Figure>> {
  const found = new Map<number, Figure>()
  for (const place of placesOf(subject, measure)) {
    for (const { reportId, figure } of await store.amounts({ ...place, fiscalYear: year }))
      if (!found.has(reportId)) found.set(reportId, figure)
  }
  return found
}

type Combine = (a: Figure, b: Figure) => { readonly value: Decimal } | null

function combination(
  query: Query,
  subject: string,
): { readonly other: readonly [string, 'final' | 'budget']; readonly make: Combine } | null {
  switch (query.operation) {
    case 'completion':
      return { other: [subject, 'budget'], make: completion }
    case 'difference':
      return { other: [subject, 'budget'], make: difference }
    case 'perHead':
      return { other: [query.per, 'final'], make: perHead }
    case 'share': {
      const whole = wholeOf(subject)
      return whole === null ? null : { other: [whole, 'final'], make: share }
    }
    default:
      return null
  }
}

/** The exact value of every report, by report. */
async function values(
  store: KnowledgeStore,
  year: number,
  subject: string,
  query: Query,
  reports: readonly ReportHead[],
): Promise<Map<number, Decimal>> {
  if (query.operation === 'change') return changes(store, year, subject, query, reports)
  const first = await figures(store, year, subject, query.operation === 'budget' ? 'budget' : 'final')
  const combined = combination(query, subject)
  const second = combined === null ? null : await figures(store, year, ...combined.other)
  const result = new Map<number, Decimal>()
  for (const [reportId, figure] of first) {
    const other = second?.get(reportId)
    const value = combined === null ? decimalOf(figure) : other === undefined ? undefined : combined.make(figure, other)?.value
    if (value !== undefined)
      result.set(reportId, onOneScale(value, query.operation === 'completion' || query.operation === 'share' ? '%' : figure.unit))
  }
  return result
}

/** Changes against the year before, for departments whose both reports have the figure. */
async function changes(
  store: KnowledgeStore,
  year: number,
  subject: string,
  query: Query,
  reports: readonly ReportHead[],
): Promise<Map<number, Decimal>> {
  const [now, then, earlier] = await Promise.all([
    figures(store, year, subject, 'final'),
    figures(store, year - 1, subject, 'final'),
    store.reports({ fiscalYear: year - 1 }),
  ])
  const before = new Map(
    earlier.filter(({ meta }) => meta.kind === 'finalAccount').map((report) => [report.departmentId, then.get(report.id)]),
  )
  const found = new Map<number, Decimal>()
  for (const { id, departmentId } of reports) {
    const [figure, other] = [now.get(id), before.get(departmentId)]
    const made = figure === undefined || other === undefined ? null : (query.asRate ? growth : difference)(figure, other)
    if (made !== null) found.set(id, onOneScale(made.value, made.figure.unit))
  }
  return found
}

/** Order by itself, or by the distance from a budget fully used. */
const keyOf = (value: Decimal, { distance }: Ranking): Decimal => (distance === true ? value.minus(100).abs() : value)

/** Values of the index are in 元 already. */
const meetsOnScale = (value: Decimal, { bound, operation }: Query): boolean =>
  bound !== null &&
  meetsBound({ text: '0', unit: operation === 'completion' || operation === 'share' ? '%' : '元', decimals: 0 }, value, bound) === true

/** Orders all reports of a year by the index. */
export async function shortlist(
  store: KnowledgeStore,
  query: Query,
  year: number,
  item: Item,
  ranking: Ranking,
  reports: readonly ReportHead[],
): Promise<Shortlist> {
  const exact = await values(store, year, item.subjects[0] ?? '', query, reports)
  const sign = ranking.order === 'largest' ? -1 : 1
  const having = reports
    .flatMap((report) => {
      const value = exact.get(report.id)
      return value === undefined ? [] : [{ report, value }]
    })
    .sort((a, b) => sign * keyOf(a.value, ranking).comparedTo(keyOf(b.value, ranking)))
  const places = new Map<number, number>()
  having.forEach(({ report, value }, i) => {
    const before = having[i - 1]
    places.set(report.id, before?.value.eq(value) === true ? (places.get(before.report.id) ?? i + 1) : i + 1)
  })
  return {
    reports: having.map(({ report }) => report),
    counted: having.length,
    without: reports.filter(({ id }) => !exact.has(id)),
    places,
    within: query.bound === null ? 0 : having.filter(({ value }) => meetsOnScale(value, query)).length,
  }
}
