import { Decimal } from 'decimal.js'
import { type Figure, isMoneyUnit, scaleBetween } from '../domain/figure.ts'

/** A number's length in front of the number, and the length of that length in front of it: longer ones sort later as text. */
function lengthPrefix(length: number): string {
  const digits = String(length)
  return `${digits.length}${digits}`
}

/** Digits of a positive decimal so that text order is value order: how long the whole part is, then all digits without trailing zeros. */
function magnitude(value: Decimal): string {
  const [whole = '', fraction = ''] = value.toFixed().split('.')
  const digits = whole === '0' ? '' : whole
  return lengthPrefix(digits.length) + (digits + fraction).replace(/0+$/, '')
}

/** Nine's complement, closed by a mark above all digits: the larger the magnitude, the earlier it sorts. */
const mirrored = (digits: string): string => `${digits.replace(/\d/g, (digit) => String(9 - Number(digit)))}~`

/**
 * A text whose byte order is the exact order of values, for any size and precision: an index sorts amounts without
 * ever making them binary numbers. Money of all units is put on one scale (元); other figures keep their own.
 */
export function amountKey(figure: Pick<Figure, 'text' | 'unit'>): string {
  const shift = isMoneyUnit(figure.unit) ? scaleBetween(figure.unit, '元') : 0
  const value = shiftedBy(new Decimal(figure.text), shift)
  if (value.isZero()) return '1'
  return value.isPositive() ? `2${magnitude(value)}` : `0${mirrored(magnitude(value.negated()))}`
}

/** Moves the decimal point without rounding: a product would be cut to the working precision. */
function shiftedBy(value: Decimal, places: number): Decimal {
  return places === 0 || value.isZero() ? value : new Decimal(`${value.toFixed()}e${places}`)
}
