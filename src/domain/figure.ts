import { Decimal } from 'decimal.js'

/** Units of money that reports print. */
export const MONEY_UNITS = ['元', '千元', '万元', '亿元'] as const
export type MoneyUnit = (typeof MONEY_UNITS)[number]

/** Any unit a figure can carry: money, per cent, percentage points, or a counting word (人, 辆, 个, 批次 …). */
export type Unit = MoneyUnit | '%' | '个百分点' | (string & {})

/**
 * One printed figure: plain data, so that it can be stored, exported and compared.
 * - `text`: canonical digits as printed (`-9.60`): ASCII, no blanks, no thousands separators, decimals kept.
 * - `unit`: as printed beside the figure or above its table.
 * - `decimals`: the precision it was printed to. In a form this is the table's precision, not the cell's
 *   (spreadsheets drop trailing zeros), so it can exceed the digits in `text`.
 */
export interface Figure {
  readonly text: string
  readonly unit: Unit
  readonly decimals: number
}

const CANONICAL = /^-?\d+(\.\d+)?$/
const MINUS = /^[-−–—－﹣‐‑]/
const FACTOR: Record<MoneyUnit, number> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 }

/** How many digits stand after the decimal point of canonical `text`. */
export const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0

/**
 * The one door for numbers: printed characters → canonical digits, or null when they are no number.
 * Accepts full-width digits, thousands separators of both widths, minus signs of all kinds, a bracketed negative is not assumed.
 * Blanks inside are not accepted: mending is the reader's business and must be recorded.
 */
export function canonicalDigits(raw: string): string | null {
  const s = raw.normalize('NFKC').trim()
  const negative = MINUS.test(s)
  const body = (negative ? s.slice(1) : s.replace(/^\+/, '')).trim()
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(body) ? body.replaceAll(',', '') : body
  // 01 is a piece of a code or a date, never an amount.
  if (!CANONICAL.test(plain) || /^0\d/.test(plain)) return null
  return negative ? `-${plain}` : plain
}

/**
 * Makes a figure from printed characters.
 * @param raw characters as they stand, already free of inner blanks
 * @param unit the unit that applies
 * @param decimals precision of the table, when the figure stands in one; never less than what is printed
 * @returns null when `raw` is no number
 */
export function figureOf(raw: string, unit: Unit, decimals = 0): Figure | null {
  const text = canonicalDigits(raw)
  return text === null ? null : { text, unit, decimals: Math.max(decimals, decimalsOf(text)) }
}

export const isMoneyUnit = (unit: string): unit is MoneyUnit => (MONEY_UNITS as readonly string[]).includes(unit)
export const isPercent = (figure: Figure): boolean => figure.unit === '%'

/** The exact decimal value in the figure's own unit. */
export const decimalOf = (figure: Figure): Decimal => new Decimal(figure.text)

/** Powers of ten from one money unit to another (万元 → 元 is 4). */
export const scaleBetween = (from: MoneyUnit, to: MoneyUnit): number => FACTOR[from] - FACTOR[to]

/**
 * The same amount in another money unit; the printed precision moves along, so the interval stays the same.
 * @throws RangeError when the figure is no amount of money
 */
export function convert(figure: Figure, to: MoneyUnit): Figure {
  if (!isMoneyUnit(figure.unit)) throw new RangeError(`不是金额：${figure.text}${figure.unit}`)
  if (figure.unit === to) return figure
  const shift = scaleBetween(figure.unit, to)
  const places = Math.max(0, decimalsOf(figure.text) - shift)
  const text = decimalOf(figure).times(Decimal.pow(10, shift)).toFixed(places)
  // Coarser units gain decimals (1 元 = 0.0001 万元), finer ones may have a precision above one unit: decimals goes negative then.
  return { text, unit: to, decimals: figure.decimals - shift }
}
