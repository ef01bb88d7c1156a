import { Decimal } from 'decimal.js'
import { decimalsOf, isMoneyUnit, type MoneyUnit, scaleBetween } from '../domain/figure.ts'
import type { FindingSide } from '../domain/finding.ts'

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** One unit of the last place that a side prints, in 元; null for what is no money. */
const stepOf = (side: FindingSide): Decimal | null =>
  side.unit !== null && isMoneyUnit(side.unit) && isNumber(side.value)
    ? Decimal.pow(10, scaleBetween(side.unit, '元') - decimalsOf(side.value))
    : null

const inYuan = (side: FindingSide): Decimal => new Decimal(side.value).times(Decimal.pow(10, scaleBetween(side.unit as MoneyUnit, '元')))

/** 87.70万元 for 877080元: the rest was cut off where it had to be rounded up. */
export function cutOff(a: FindingSide, b: FindingSide): boolean {
  const [x, y] = [stepOf(a), stepOf(b)]
  if (x === null || y === null || x.eq(y)) return false
  const [coarse, fine, step] = x.gt(y) ? [a, b, x] : [b, a, y]
  return inYuan(fine).div(step).trunc().times(step).eq(inYuan(coarse))
}
