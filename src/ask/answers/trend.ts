import { difference, growth } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Department } from '../../store/interface.ts'
import { measureOf } from '../follow-up.ts'
import { type Asking, accountsOf } from '../knowledge.ts'
import type { Query } from '../query.ts'
import { wayOf } from '../way.ts'
import { yearsChart } from './charts.ts'
import { asksFigures, comparedItem } from './compare.ts'
import { absolute, guards, measuredNotes } from './guards.ts'
import type { Measured } from './measured.ts'
import { answerOf, figureBetween, money } from './parts.ts'
import { pickDepartment } from './resolve.ts'
import { figureOfYear, ORIGIN_WORDS, sorted } from './year-figure.ts'

/** One department over the years; a year without a report takes what the next report says of it, marked. */

const MOST_YEARS = 12

/** Is this a question about several years of one department? */
export const isTrend = (query: Query): boolean =>
  asksFigures(query) && query.departments.length <= 1 && query.ranking === null && (query.span !== null || query.years.length > 1)

/** The years wanted, oldest first. 近三年 counts back from the latest report, not from the calendar. */
async function yearsWanted(query: Query, asking: Asking, department: Department): Promise<readonly number[]> {
  if (query.span === null) return [...query.years].sort((a, b) => a - b).slice(-MOST_YEARS)
  const known = (await accountsOf(asking.store, department.id)).map(({ meta }) => meta.fiscalYear)
  const said = query.yearsKept ? undefined : query.years[0]
  const last = said ?? Math.max(...known)
  if (known.length === 0) return []
  const first = query.span === 'all' ? Math.min(...known) - 1 : last - query.span + 1
  const most = Math.min(last - first + 1, MOST_YEARS)
  return Array.from({ length: most }, (_, i) => last - most + 1 + i)
}

interface Ends {
  readonly first: Measured
  readonly last: Measured
}

function ends(all: readonly Measured[]): Ends | null {
  const [first, last] = [all[0], all.at(-1)]
  return first === undefined || last === undefined || first === last || first.kind !== last.kind || first.subject !== last.subject
    ? null
    : { first, last }
}

/** How the last year stands to the first; only between printed or exactly implied amounts, not between rounded ratios. */
function change({ first, last }: Ends) {
  const exact = [first, last].every(({ origin, facts }) => origin !== 'own' || facts.length === 1)
  const apart = exact ? difference(last.figure, first.figure) : null
  const rate = apart === null ? null : growth(last.figure, first.figure)
  return apart === null ? null : { apart, rate }
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
  const figures = await Promise.all(years.map((year) => figureOfYear(asking, query, department, year, compared.item)))
  const { measured, missing } = sorted(figures)
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
    ...gaps.map(({ year, why }) => (why.includes(`${year}`) ? `${why}。` : `${year}年度：${why}。`)),
  ]
  const words = measured.at(-1)?.words ?? compared.item.words
  if (measured.length === 0)
    return answerOf('not-found', `没有${department.name}${years[0] ?? ''}—${years.at(-1) ?? ''}年度“${words}”的数字。`, { notes, context })
  return told(department, words, years, measured, notes, context)
}

function told(
  department: Department,
  words: string,
  years: readonly number[],
  measured: readonly Measured[],
  notes: readonly string[],
  context: Answer['context'],
): Answer {
  const both = ends(measured)
  const moved = both === null ? null : change(both)
  const span = `${measured[0]?.year}${measured.length > 1 ? `—${measured.at(-1)?.year}` : ''}年度`
  const rate = moved?.rate === null || moved === null ? '' : `（${money(moved.rate.figure)}）`
  const direction = moved === null ? '' : moved.apart.value.isZero() ? '持平' : moved.apart.value.isNegative() ? '减少' : '增加'
  const tail =
    moved === null || both === null
      ? ''
      : `；${both.last.year}年度比${both.first.year}年度${direction === '持平' ? '持平' : `${direction} ${absolute(moved.apart.figure)}${rate}`}`
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
    figures: [
      ...measured.flatMap(({ figures }) => figures),
      ...(moved === null || both === null
        ? []
        : [
            figureBetween([both.last, both.first], `${words}${both.last.year}年度比${both.first.year}年度`, moved.apart),
            ...(moved.rate === null ? [] : [figureBetween([both.last, both.first], `${words}变动率`, moved.rate)]),
          ]),
    ],
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
