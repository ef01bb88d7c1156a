import type { Chart, ChartKind, ChartSeries, ChartValue } from '../../domain/chart.ts'
import { decimalOf, type Figure } from '../../domain/figure.ts'
import type { Measured } from './measured.ts'
import { money } from './parts.ts'

/** Answers' figures as pictures: the same printed strings, nothing computed anew. */

/** Fewer make no picture. */
const FEWEST = 2

const chartValue = (figure: Figure, mark = '', implied = false): ChartValue => ({
  label: `${mark}${money(figure)}${implied ? '（推算）' : ''}`,
  figure,
  implied,
})

const altOf = (title: string, categories: readonly string[], series: readonly ChartSeries[]): string =>
  `${title}。${categories
    .map((category, i) => {
      const told = series.map(({ name, values }) => `${series.length > 1 ? `${name} ` : ''}${values[i]?.label ?? '没有数字'}`)
      return `${category}：${told.join('，')}`
    })
    .join('；')}。`

function chartOf(kind: ChartKind, title: string, subtitle: string, categories: readonly string[], series: readonly ChartSeries[]) {
  const chart: Chart = { kind, title, subtitle, categories, series, alt: altOf(title, categories, series) }
  const drawn = series.flatMap(({ values }) => values.filter((value) => value !== null))
  const money = new Set(drawn.map(({ figure }) => /元$/.test(figure.unit) || figure.unit))
  return drawn.length >= FEWEST && money.size === 1 ? { chart } : {}
}

/** Several reports' figures beside each other, in the given order. */
export const sidesChart = (kind: 'years' | 'ranking', title: string, sides: readonly Measured[], nameOf: (side: Measured) => string) =>
  chartOf(kind, title, [...new Set(sides.map(({ scope }) => scope))].join('、'), sides.map(nameOf), [
    { name: sides[0]?.words ?? '', values: sides.map(({ figure, mark, origin }) => chartValue(figure, mark, origin !== 'own')) },
  ])

/** Years with their gaps. */
export const yearsChart = (title: string, years: readonly number[], found: readonly Measured[]) =>
  chartOf(
    'years',
    title,
    [...new Set(found.map(({ scope }) => scope))].join('、'),
    years.map((year) => `${year}年度`),
    [
      {
        name: found[0]?.words ?? '',
        values: years.map((year) => {
          const one = found.find((side) => side.year === year)
          return one === undefined ? null : chartValue(one.figure, one.mark, one.origin !== 'own')
        }),
      },
    ],
  )

export interface ChartRow {
  readonly words: string
  readonly figures: readonly (Figure | null)[]
  readonly mark: string
}

/** Rows of a form: what a whole is made of, or budget beside final. Zeros of a composition make no bar and are left out. */
export function rowsChart(
  kind: 'composition' | 'budgetFinal',
  title: string,
  subtitle: string,
  names: readonly string[],
  rows: readonly ChartRow[],
) {
  const drawn =
    kind === 'composition'
      ? rows.filter(({ figures }) => figures[0] !== null && figures[0] !== undefined && !decimalOf(figures[0]).isZero())
      : rows
  return chartOf(
    kind,
    title,
    subtitle,
    drawn.map(({ words }) => words),
    names.map((name, i) => ({
      name,
      values: drawn.map(({ figures, mark }) => {
        const figure = figures[i] ?? null
        return figure === null ? null : chartValue(figure, mark)
      }),
    })),
  )
}
