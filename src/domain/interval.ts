import { Decimal } from 'decimal.js'
import { decimalOf, type Figure } from './figure.ts'

/**
 * The closed interval of real values that a printed figure can stand for.
 * This file is the only rounding rule of the program (XBRL Calculations 1.1: figures agree when their intervals meet).
 */
export interface Interval {
  readonly low: Decimal
  readonly high: Decimal
}

const HALF = new Decimal('0.5')

/** Half a unit of the last printed place. */
export const halfUlp = (decimals: number): Decimal => HALF.times(Decimal.pow(10, -decimals))

/** A value known exactly (a count, a sum of nothing). */
export const exactly = (value: Decimal.Value): Interval => ({ low: new Decimal(value), high: new Decimal(value) })

const isCount = (figure: Figure): boolean => !/元$|%|百分点/.test(figure.unit)

/** v ± ½·10⁻ᵈ for money and percentages; counts (人, 辆, 个 …) without decimals are exact. */
export function intervalOf(figure: Figure): Interval {
  const value = decimalOf(figure)
  if (isCount(figure) && figure.decimals <= 0) return exactly(value)
  const half = halfUlp(figure.decimals)
  return { low: value.minus(half), high: value.plus(half) }
}

export const add = (a: Interval, b: Interval): Interval => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) })
export const negate = (a: Interval): Interval => ({ low: a.high.negated(), high: a.low.negated() })
export const subtract = (a: Interval, b: Interval): Interval => add(a, negate(b))
export const sum = (parts: readonly Interval[]): Interval => parts.reduce(add, exactly(0))

export function times(a: Interval, b: Interval): Interval {
  const products = [a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)]
  return { low: Decimal.min(...products), high: Decimal.max(...products) }
}

/** a / b; null when b may be zero: a base of zero has no ratio and no tolerance excuses it. */
export function divide(a: Interval, b: Interval): Interval | null {
  if (b.low.lte(0) && b.high.gte(0)) return null
  const quotients = [a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]
  return { low: Decimal.min(...quotients), high: Decimal.max(...quotients) }
}

/** Do the two intervals have a value in common? (closed: touching ends meet) */
export const meets = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high)
