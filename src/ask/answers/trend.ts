import { type Derived, difference, growth } from '../../compute/derive.ts'
import type { Answer, AnswerFigure } from '../../domain/answer.ts'
import type { Department } from '../../store/interface.ts'
import { measureOf } from '../follow-up.ts'
import { type Asking, accountsOf } from '../knowledge.ts'
import type { Item, Query } from '../query.ts'
import { wayOf } from '../way.ts'
import { yearsChart } from './charts.ts'
import { asksFigures, comparedItem } from './compare.ts'
import { absolute, guards, measuredNotes } from './guards.ts'
import type { Measured, Missing } from './measured.ts'
import { answerOf, figureBetween, money } from './parts.ts'
import { pickDepartment } from './resolve.ts'
import { figureOfYear, ORIGIN_WORDS, sorted } from './year-figure.ts'

/** One department over the years; a year without a report takes what the next report says of it, marked. */

const MOST_YEARS = 12

/** Is this a question about several years of one department? */
export const isTrend = (query: Query): boolean =>
  asksFigures(query) && query.departments.length <= 1 && query.ranking === null && (query.span !== null || query.years.length > 1)

/** The years wanted, oldest first. 近三年 counts back from the latest report, not from the calendar. */
export async function yearsWanted(query: Query, asking: Asking, department: Department): Promise<readonly number[]> {
  if (query.span === null) return [...query.years].sort((a, b) => a - b).slice(-MOST_YEARS)
  const known = (await accountsOf(asking.store, department.id)).map(({ meta }) => meta.fiscalYear)
  const said = query.yearsKept ? undefined : query.years[0]
  const last = said ?? Math.max(...known)
  if (known.length === 0) return []
  const [end, first] =
    query.span === 'since'
      ? [Math.max(...known), said ?? Math.min(...known)]
      : [last, query.span === 'all' ? Math.min(...known) - 1 : last - query.span + 1]
  const most = Math.max(1, Math.min(end - first + 1, MOST_YEARS))
  return Array.from({ length: most }, (_, i) => end - most + 1 + i)
}

/** From the first year to the last, where both are of one kind. */
export interface Moved {
  readonly first: Measured
  readonly last: Measured
  readonly apart: Derived
  readonly rate: Derived | null
}

/** How the last year stands to the first; only between printed or exactly implied amounts, not between rounded ratios. */
export function movedBetween(all: readonly Measured[]): Moved | null {
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined || first === last || first.kind !== last.kind || first.subject !== last.subject) return null
  const exact = [first, last].every(({ origin, facts }) => origin !== 'own' || facts.length === 1)
  const apart = exact ? difference(last.figure, first.figure) : null
  return apart === null ? null : { first, last, apart, rate: growth(last.figure, first.figure) }
}

/** 2021年度比2020年度减少 3.00万元（-10.00%）. */
export function movedWords({ first, last, apart, rate }: Moved): string {
  const years = `${last.year}年度比${first.year}年度`
  if (apart.value.isZero()) return `${years}持平`
  const percent = rate === null ? '' : `（${money(rate.figure)}）`
  return `${years}${apart.value.isNegative() ? '减少' : '增加'} ${absolute(apart.figure)}${percent}`
}

export const movedFigures = (moved: Moved | null, words: string): AnswerFigure[] =>
  moved === null
    ? []
    : [
        figureBetween([moved.last, moved.first], `${words}${moved.last.year}年度比${moved.first.year}年度`, moved.apart),
        ...(moved.rate === null ? [] : [figureBetween([moved.last, moved.first], `${words}变动率`, moved.rate)]),
      ]

interface Over {
  readonly measured: readonly Measured[]
  readonly missing: readonly Missing[]
  /** The years are told of something broader than what was asked. */
  readonly broader: readonly string[]
}

/** The figures of all years; where one year is only told of by something broader, all of them of that. */
export async function figuresOver(
  years: readonly number[],
  department: Department,
  query: Query,
  item: Item,
  asking: Asking,
): Promise<Over> {
  const over = async (one: Item) => sorted(await Promise.all(years.map((year) => figureOfYear(asking, query, department, year, one))))
  const found = await over(item)
  const [other, ...more] = [...new Set(found.measured.map(({ subject }) => subject))].filter((subject) => !item.subjects.includes(subject))
  if (other === undefined || more.length > 0 || item.subjects.length === 0) return { ...found, broader: [] }
  const all = await over({ ...item, subjects: [other] })
  if (all.measured.length < found.measured.length) return { ...found, broader: [] }
  return {
    ...all,
    broader: [`报告没有单说“${item.words || (found.measured[0]?.words ?? '')}”的上年数，各年都是${all.measured[0]?.words ?? ''}的。`],
  }
}

export async function trendAnswer(asked: Query, asking: Asking): Promise<Answer> {
  // 近三年变化 wants the years themselves; what changed follows from them.
  const query: Query = asked.operation === 'change' ? { ...asked, operation: 'value' } : asked
  const compared = comparedItem(query)
  if (compared === null) return answerOf('refused', '没看懂要看哪一项的变化。')
  const found = await pickDepartment(query.departments[0], query, asking)
  if ('status' in found) return { ...found, ...(found.context === null ? {} : { context: { ...found.context, way: wayOf(query) } }) }
  const { department } = found
  const years = await yearsWanted(query, asking, department)
  const { measured, missing, broader } = await figuresOver(years, department, query, compared.item, asking)
  // 历年 reaches one year before the first report: no gap when that report says nothing of it.
  const gaps = missing.filter(({ year }) => query.span !== 'all' || year !== years[0])
  const context = {
    departments: [department.name],
    years: [measured.at(-1)?.year ?? years.at(-1) ?? 0].filter((year) => year > 0),
    measure: measureOf(query),
    way: wayOf(query),
  }
  const notes = [
    ...found.notes,
    ...compared.notes,
    ...broader,
    ...gaps.map(({ year, why }) => (why.includes(`${year}`) ? `${why}。` : `${year}年度：${why}。`)),
  ]
  const words = measured.at(-1)?.words ?? compared.item.words
  if (measured.length === 0)
    return answerOf('not-found', `没有${department.name}${years[0] ?? ''}—${years.at(-1) ?? ''}年度“${words}”的数字。`, { notes, context })
  const answer = told(department, words, years, measured, notes, context)
  // Two years were named and one of them is told of nowhere: said at once.
  const [gap] = gaps
  return years.length === 2 && measured.length === 1 && gap !== undefined
    ? { ...answer, headline: `${answer.headline.replace(/。$/, '')}；没有${gap.year}年度的数字，比不出增减。` }
    : answer
}

function told(
  department: Department,
  words: string,
  years: readonly number[],
  measured: readonly Measured[],
  notes: readonly string[],
  context: Answer['context'],
): Answer {
  const moved = movedBetween(measured)
  const span = `${measured[0]?.year}${measured.length > 1 ? `—${measured.at(-1)?.year}` : ''}年度`
  const tail = moved === null ? '' : `；${movedWords(moved)}`
  const list = measured
    .map((one) => `${one.year}年度 ${one.words === words ? '' : `${one.words} `}${one.amount}${ORIGIN_WORDS[one.origin]}`)
    .join('，')
  const title = `${department.name}${span}${words}`
  return answerOf('answered', `${title}：${list}${tail}。`, {
    lines: [...(moved === null ? [] : [`算式：${moved.apart.derivation}`]), ...peaks(measured)],
    table: {
      head: ['年度', words.length > 12 ? '数额' : words, '出处'],
      rows: measured.map((one) => [
        one.mark + one.year,
        one.amount.replace(/〔.*〕/, '') + ORIGIN_WORDS[one.origin],
        one.words === words ? one.scope : `${one.words}，${one.scope}`,
      ]),
    },
    figures: [...measured.flatMap(({ figures }) => figures), ...movedFigures(moved, words)],
    notes: [...notes, ...guards(measured), ...measuredNotes(measured)],
    context,
    // Another total told of a year is no bar beside this one.
    ...yearsChart(
      title,
      years,
      measured.filter((one) => one.words === words),
    ),
  })
}

/** The highest and the lowest year of three or more. */
function peaks(measured: readonly Measured[]): string[] {
  if (measured.length < 3 || measured.some(({ kind }) => kind !== measured[0]?.kind)) return []
  const bySize = [...measured].sort((a, b) => b.exact.comparedTo(a.exact))
  const yearsOf = (side: Measured | undefined) =>
    side === undefined
      ? ''
      : measured
          .filter(({ exact }) => exact.eq(side.exact))
          .map(({ year }) => `${year}年度`)
          .join('、')
  const [top, bottom] = [bySize[0], bySize.at(-1)]
  return top === undefined || bottom === undefined || top.exact.eq(bottom.exact)
    ? []
    : [`最高：${yearsOf(top)}；最低：${yearsOf(bottom)}。`]
}
