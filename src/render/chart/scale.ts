import type { Chart, ChartValue } from '../../domain/chart.ts'
import { decimalOf, isMoneyUnit, scaleBetween } from '../../domain/figure.ts'

/** How long a bar is, as a share of the longest: for drawing alone, the label tells the figure. */
export interface Extent {
  readonly lengthOf: (value: ChartValue) => number
  /** Share of the width that lies left of zero. */
  readonly negative: number
}

function comparable({ figure }: ChartValue): number {
  const value = decimalOf(figure)
  return (isMoneyUnit(figure.unit) ? value.times(10 ** scaleBetween(figure.unit, '元')) : value).toNumber()
}

export function extentOf(chart: Chart): Extent {
  const values = chart.series.flatMap(({ values: all }) => all.filter((value) => value !== null)).map(comparable)
  const top = Math.max(0, ...values)
  const bottom = Math.max(0, ...values.map((value) => -value))
  const span = top + bottom || 1
  return { lengthOf: (value) => comparable(value) / span, negative: bottom / span }
}
