import type { Figure } from './figure.ts'

/** What a picture shows. The words and labels are final: whoever draws it adds no digits of its own. */
export const CHART_KINDS = ['composition', 'budgetFinal', 'years', 'ranking'] as const
export type ChartKind = (typeof CHART_KINDS)[number]

/** One bar or point. */
export interface ChartValue {
  /** As it is printed or was computed, with what must be said beside it (推算, ※). */
  readonly label: string
  readonly figure: Figure
  /** Not printed for this year by a report of its own. */
  readonly implied: boolean
}

export interface ChartSeries {
  readonly name: string
  /** One for each category; null where there is no figure. */
  readonly values: readonly (ChartValue | null)[]
}

/** A picture as plain data, free of any drawing library. */
export interface Chart {
  readonly kind: ChartKind
  readonly title: string
  /** Unit, scope and where the figures come from. */
  readonly subtitle: string
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Computed from printed figures, not printed itself. */
  readonly computed?: true
  /** What contests a figure of the picture: both sides, one line each. */
  readonly notes: readonly string[]
  /** What the picture shows, in words, for those who do not see it. */
  readonly alt: string
}
