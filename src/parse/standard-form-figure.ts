import { decimalsOf, type Figure } from '../domain/figure.ts'
import type { Place } from '../domain/report.ts'
import { need, type Remarks } from './standard-form-damage.ts'

/** What the surroundings of a figure say, where its own remarks are silent. */
export interface Surroundings {
  readonly page: number | null
  readonly line: number | null
  readonly unit: string
  readonly decimals?: number
}

const CANONICAL = /^-?\d+(\.\d+)?$/

/** The place a text's remarks name; without remarks it is where its surroundings are. */
export function placeOf(
  remarks: Remarks,
  expectedRaw: string,
  around: { readonly page: number | null; readonly line: number | null },
): Place {
  const { page, line } = remarks.spot('位置') ?? around
  return { page, line, raw: remarks.get('原文') ?? expectedRaw }
}

/** A figure with its place and mending, from its digits and remarks. */
export function figureWith(
  text: string,
  remarks: Remarks,
  around: Surroundings,
): { figure: Figure; where: Place; repaired: string | null } {
  need(CANONICAL.test(text) ? text : null, remarks.line, '数字')
  return {
    figure: { text, unit: remarks.get('单位') ?? around.unit, decimals: remarks.number('小数') ?? around.decimals ?? decimalsOf(text) },
    where: placeOf(remarks, text, around),
    repaired: remarks.get('修补'),
  }
}
