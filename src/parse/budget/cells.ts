import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { Cell, Unread } from '../../domain/report.ts'
import { BLANK, dashCell, figureCell, placeOf } from '../forms/cells.ts'
import { readingsOf } from '../forms/numbers.ts'
import { type Token, tokensOf } from '../forms/tokens.ts'

/** The precision and unit of one table. */
export interface Money {
  readonly unit: MoneyUnit
  readonly decimals: number
}

/** What stands in one grid column of a line. */
export const tokensAt = (line: Line, cell: number): Token[] => tokensOf(line).filter((token) => token.cell === cell)

export const numbersIn = (tokens: readonly Token[]): Token[] => tokens.filter((token) => token.kind === 'number')

export const unreadOf = (tokens: readonly Token[], reason: string): Unread[] =>
  numbersIn(tokens).map((token) => ({ where: placeOf(token.line, token.raw), reason }))

/** One money cell; null when several numbers stand in it and none of them can be told to be the figure. */
export function moneyCell(tokens: readonly Token[], { unit, decimals }: Money): Cell | null {
  const numbers = numbersIn(tokens)
  if (numbers.length === 0) {
    const dash = tokens.find((token) => token.kind === 'dash')
    return dash === undefined ? BLANK : dashCell(dash)
  }
  const reading = readingsOf(numbers, decimals).find((one) => one.length === 1)?.[0]
  return reading === undefined ? null : figureCell(reading, unit, decimals)
}
