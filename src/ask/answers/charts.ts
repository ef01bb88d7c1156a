import type { Chart, ChartKind, ChartSeries, ChartValue } from '../../domain/chart.ts'
import type { Fact } from '../../domain/fact.ts'
import { decimalOf, type Figure } from '../../domain/figure.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Measured } from './measured.ts'
import { money } from './parts.ts'
import { show } from './show.ts'
import { ORIGIN_WORDS } from './year-figure.ts'

/** Answers' figures as pictures: the same printed strings, nothing computed anew. */

/** Fewer make no picture. */
const FEWEST = 2

const chartValue = (figure: Figure, mark = '', origin: Measured['origin'] = 'own'): ChartValue => ({
  label: `${mark}${money(figure)}${ORIGIN_WORDS[origin]}`,
  figure,
  implied: origin !== 'own',
})

const altOf = (title: string, categories: readonly string[], series: readonly ChartSeries[]): string =>
  `${title}。${categories
    .map((category, i) => {
      const told = series.map(({ name, values }) => `${series.length > 1 ? `${name} ` : ''}${values[i]?.label ?? '没有数字'}`)
      return `${category}：${told.join('，')}`
    })
    .join('；')}。`

function chartOf(
  kind: ChartKind,
  title: string,
  subtitle: string,
  categories: readonly string[],
  series: readonly ChartSeries[],
  notes: readonly string[],
  computed = false,
): { readonly chart?: Chart } {
  const origin = computed ? { computed: true as const } : {}
  const chart: Chart = {
    kind,
    title,
    subtitle,
    categories,
    series,
    notes,
    ...origin,
    alt: [altOf(title, categories, series), ...notes].join(''),
  }
  const drawn = series.flatMap(({ values }) => values.filter((value) => value !== null))
  const money = new Set(drawn.map(({ figure }) => /元$/.test(figure.unit) || figure.unit))
  return drawn.length >= FEWEST && money.size === 1 ? { chart } : {}
}

/** A contested figure with its rival, for the foot of the picture. */
const contested = (sides: readonly Measured[], nameOf: (side: Measured) => string): string[] =>
  sides.filter(({ mark }) => mark !== '').map((side) => `※${nameOf(side)}：${side.amount}。`)

const computedAmong = (sides: readonly Measured[]): boolean =>
  sides.some(
    ({ figures, facts, origin }) =>
      (origin === 'own' && facts.length > 1) || (origin !== 'stated' && (figures[0]?.derivation ?? null) !== null),
  )

const scopes = (sides: readonly Measured[]): string => [...new Set(sides.map(({ scope }) => scope))].join('、')

/** Several reports' figures beside each other, in the given order. */
export const sidesChart = (title: string, sides: readonly Measured[], nameOf: (side: Measured) => string) =>
  chartOf(
    'ranking',
    title,
    scopes(sides),
    sides.map(nameOf),
    [{ name: sides[0]?.words ?? '', values: sides.map(({ figure, mark, origin }) => chartValue(figure, mark, origin)) }],
    contested(sides, nameOf),
    computedAmong(sides),
  )

/** Years with their gaps. */
export const yearsChart = (title: string, years: readonly number[], found: readonly Measured[]) =>
  chartOf(
    'years',
    title,
    scopes(found),
    years.map((year) => `${year}年度`),
    [
      {
        name: found[0]?.words ?? '',
        values: years.map((year) => {
          const one = found.find((side) => side.year === year)
          return one === undefined ? null : chartValue(one.figure, one.mark, one.origin)
        }),
      },
    ],
    contested(found, ({ year }) => `${year}年度`),
    computedAmong(found),
  )

export interface ChartRow {
  readonly words: string
  /** One for each series; undefined where the report has no figure. */
  readonly facts: readonly (Fact | undefined)[]
}

const tells = ({ facts: [fact] }: ChartRow): boolean => fact !== undefined && !decimalOf(fact.figure).isZero()

/** Rows of a form: what a whole is made of, or budget beside final. Zeros of a composition make no bar and are left out. */
export function rowsChart(
  view: ReportView,
  kind: 'composition' | 'budgetFinal',
  title: string,
  subtitle: string,
  rows: readonly ChartRow[],
  more: readonly string[] = [],
): { readonly chart?: Chart } {
  const names = kind === 'composition' ? ['决算数'] : ['预算数', '决算数']
  const drawn = kind === 'composition' ? rows.filter(tells) : rows
  const shownFact = (words: string, fact: Fact | undefined) =>
    fact === undefined ? null : { fact, shown: show(view, words, fact, { unit: null }) }
  const cells = drawn.map(({ words, facts }) => names.map((_, i) => shownFact(words, facts[i])))
  return chartOf(
    kind,
    title,
    subtitle,
    drawn.map(({ words }) => words),
    names.map((name, i) => ({
      name,
      values: cells.map((row) => {
        const cell = row[i] ?? null
        return cell === null ? null : chartValue(cell.fact.figure, cell.shown.mark)
      }),
    })),
    [
      ...more,
      ...drawn.flatMap(({ words }, i) =>
        (cells[i] ?? []).flatMap((cell) => (cell === null || cell.shown.mark === '' ? [] : [`※${words}：${cell.shown.amount}。`])),
      ),
    ],
  )
}
