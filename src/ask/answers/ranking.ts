import type { Answer } from '../../domain/answer.ts'
import type { ReportHead } from '../../store/interface.ts'
import { openReport } from '../figures/report-view.ts'
import { measureOf } from '../follow-up.ts'
import type { Asking } from '../knowledge.ts'
import type { Item, Query, Ranking } from '../query.ts'
import { wayOf } from '../way.ts'
import { averaged, boundOfMean, meanFigures, sharedOf } from './across.ts'
import { sidesChart } from './charts.ts'
import { asksFigures, comparedItem } from './compare.ts'
import { groupNotes, guards, measuredNotes, missingNotes, sideName } from './guards.ts'
import { isMeasured, type Measured, type Missing, measure } from './measured.ts'
import { answerOf } from './parts.ts'
import { bounded, contested, firstOf, placed, unsure } from './ranking-order.ts'
import { nthAnswer } from './ranking-place.ts'
import { type Field, noYear, rankingField } from './ranking-scope.ts'
import { commonest, oneSubject } from './ranking-subject.ts'
import { conditionHead, rankingHead } from './ranking-words.ts'
import { echo } from './resolve.ts'
import { shortlist } from './shortlist.ts'
import { summedUp } from './sum.ts'
import { measureChange } from './year-change.ts'
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
    const measureAs = (one: Item) => measureReports(field.reports, field, asking, query, one)
    const found = sorted(await commonest(await measureAs(item), item, measureAs))
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

const PHASES: Partial<Record<Query['operation'], string>> = { value: '决算' }

export async function rankingAnswer(asked: Query, asking: Asking): Promise<Answer> {
  const compared = comparedItem(asked)
  const { ranking } = asked
  if (compared === null || ranking === null) return answerOf('refused', '没看懂要按什么排。')
  const field = await rankingField(asked, ranking, asking)
  if (field.unknown !== null) return answerOf('not-found', `没有找到部门“${echo(field.unknown)}”。`, { context: asking.context })
  // A budget's one amount is what it plans.
  const planned = field.kind === 'budget'
  const wanted: Query = planned && asked.operation === 'budget' ? { ...asked, operation: 'value' } : asked
  const together = asked.across !== null || asked.joined === 'sum' || asked.bound?.value === 'average'
  if (together && field.reports.length > OPEN_ALL)
    return answerOf('refused', `部门太多（${field.reports.length}个），没有加总，也没有平均数；可以问排名，或写明几个部门。`)
  const context = {
    departments: [],
    years: field.year === null ? [] : [field.year],
    measure: measureOf(wanted),
    way: wayOf(wanted, { everybody: true }),
  }
  const counted = await count(field, asking, wanted, compared.item, ranking)
  const elsewhere = await absent(field, asking, wanted, compared.item)
  const { same, others } = oneSubject([...counted.measured, ...elsewhere.measured])
  const missing = [...counted.missing, ...elsewhere.missing, ...others]
  const otherYears = asked.yearsKept || field.year === null ? [] : asked.years.filter((year) => year !== field.year)
  const oneYear = otherYears.length === 0 ? [] : [`一次排一年，按${field.year}年度排；${otherYears.join('、')}年度请另问。`]
  const notes = [...oneYear, ...field.notes, ...compared.notes]
  const query: Query = { ...wanted, bound: boundOfMean(wanted, same) }
  const rows = placed(same, ranking)
  const [first] = rows
  const when = field.year === null ? '' : `${field.year}年度`
  if (first === undefined && compared.item.subjects.length === 0)
    return answerOf(
      'not-found',
      `没看懂要排的“${echo(query.odd === '' ? compared.item.words : query.odd)}”是哪一项，或各报告都没有列这一项。`,
      { notes: field.notes, context },
    )
  if (first === undefined && field.reports.length === 0 && field.year !== null)
    return answerOf('not-found', await noYear(field, field.year, asking), { notes: field.notes, context })
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
  const listed = firstOf(within.rows, ranking.limit, MOST_ROWS)
  const last = ranking.both === true ? rows.filter(({ place }) => place === rows.at(-1)?.place) : []
  const focus = rows.filter((row) => (row.side.view.department.id === field.focus?.id || last.includes(row)) && !listed.includes(row))
  const shown = [...listed.slice(0, MOST_ROWS - focus.length), ...focus]
  const sides = shown.map(({ side }) => side)
  const all = counted.count - others.length + elsewhere.measured.length
  const left = (query.bound === null ? all : (counted.within ?? within.rows.length)) - shown.length
  const said = { title, query, ranking, year: field.year, focus: field.focus, all, places: counted.places }
  const condition = conditionHead(said, within, counted.within ?? within.rows.length)
  const answer = answerOf('answered', condition?.head ?? rankingHead(said, rows), {
    lines: [...(left > 0 ? [`列出${shown.length}个，另有${left}个没有列出。`] : []), ...(condition?.lines ?? [])],
    table:
      shown.length === 0
        ? null
        : {
            head: [
              query.bound === null ? '名次与部门' : '部门',
              query.operation === 'value' && first.side.kind === '元' ? `${phase}数` : '数额',
              '出处',
            ],
            rows: shown.map(({ place, side }) => [
              `${query.bound === null ? `${counted.places.get(side.view.stored.id) ?? place} ` : ''}${side.mark}${side.view.department.name}${field.year === null ? ` ${side.year}` : ''}`,
              side.amount.replace(/〔.*〕/, '') + ORIGIN_WORDS[side.origin],
              planned ? planScope(side.scope) : side.scope,
            ]),
          },
    figures: [...[...sides, ...(condition?.others ?? [])].flatMap(({ figures }) => figures), ...meanFigures(wanted, same)],
    notes: [
      ...groupNotes(query.group, [field.departments.size, all, field.reports.length]),
      ...notes,
      ...counted.notes,
      ...missingNotes(missing, query.bound === null ? '没有列入' : '不能判断'),
      ...guards(sides),
      ...unsure(rows.slice(0, shown.length)),
      ...contested(shown),
      ...measuredNotes(sides),
    ],
    context: {
      ...context,
      way: wayOf(query, { everybody: true, listed: [...new Set(sides.map(({ view }) => view.department.name))] }),
    },
    ...sidesChart(`${title}排名`, sides, (side) => (field.year === null ? sideName(side) : side.view.department.name)),
  })
  const taken = (ranking.limit === null ? within.rows : listed).map(({ side }) => side)
  const lacking = ranking.limit === null ? missing.length : 0
  if (query.across === 'average') return averaged(answer, taken, lacking)
  if (query.across === 'share')
    return sharedOf(
      answer,
      taken,
      taken.find(({ view }) => view.department.id === field.focus?.id),
    )
  return query.joined === 'sum' ? summedUp(answer, taken, lacking) : answer
}
