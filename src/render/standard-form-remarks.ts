import { decimalsOf, type Figure } from '../domain/figure.ts'
import type { Place } from '../domain/report.ts'
import { type Remark, spotText } from '../domain/standard-form.ts'

/** What the surroundings already say about a figure, so that it need not be repeated. */
export interface Context {
  readonly page: number | null
  readonly line: number | null
  readonly unit?: string
  readonly decimals?: number
}

export const remark = (key: string, value: string | number | null | undefined): Remark[] =>
  value === null || value === undefined ? [] : [[key, String(value)]]

/** Place and raw characters, as far as they differ from what is expected. */
export const placeRemarks = (where: Place, expectedRaw: string, context?: Context): Remark[] => [
  ...(context !== undefined && where.page === context.page && where.line === context.line ? [] : remark('位置', spotText(where))),
  ...(where.raw === expectedRaw ? [] : remark('原文', where.raw)),
]

/** Unit, precision, place, raw characters and mending of a figure, as far as they differ from what is expected. */
export const figureRemarks = (figure: Figure, where: Place, repaired: string | null, context?: Context): Remark[] => [
  ...(context?.unit === undefined || context.unit === figure.unit ? [] : remark('单位', figure.unit)),
  ...((context?.decimals ?? decimalsOf(figure.text)) === figure.decimals ? [] : remark('小数', figure.decimals)),
  ...placeRemarks(where, figure.text, context),
  ...remark('修补', repaired),
]
