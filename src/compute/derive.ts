import { Decimal } from 'decimal.js'
import { convert, decimalOf, decimalsOf, type Figure, isMoneyUnit, type MoneyUnit } from '../domain/figure.ts'

/** A computed figure: exact in `value`, rounded half up for display only, with the steps that lead to it. */
export interface Derived {
  readonly value: Decimal
  /** As shown. Never feed it into another computation: use `value`. */
  readonly figure: Figure
  readonly derivation: string
}

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })
const HUNDRED = new Exact(100)
const PERCENT_DECIMALS = 2

const bracketed = (text: string): string => (text.startsWith('-') ? `(${text})` : text)

function shown(value: Decimal, unit: string, decimals: number, steps: string): Derived {
  const text = value.toFixed(decimals, Decimal.ROUND_HALF_UP)
  const sign = new Decimal(text).eq(value) ? '=' : '≈'
  return { value, figure: { text, unit, decimals }, derivation: `${steps}${sign}${text}${unit === '%' ? '%' : ''}` }
}

/** Brings amounts to the first one's unit; counts of the same word stay as they are. Null when they cannot meet. */
function together(figures: readonly Figure[]): readonly Figure[] | null {
  const unit = figures[0]?.unit
  if (unit === undefined) return null
  if (figures.every((figure) => figure.unit === unit)) return figures
  return isMoneyUnit(unit) && figures.every((figure) => isMoneyUnit(figure.unit)) ? figures.map((figure) => convert(figure, unit)) : null
}

const exact = (figure: Figure): Decimal => new Exact(decimalOf(figure))
const most = (figures: readonly Figure[]): number => Math.max(0, ...figures.map((figure) => decimalsOf(figure.text)))

/** a − b in a's unit. */
export function difference(a: Figure, b: Figure): Derived | null {
  const [x, y] = together([a, b]) ?? []
  if (x === undefined || y === undefined) return null
  return shown(exact(x).minus(exact(y)), x.unit, most([x, y]), `${x.text}-${bracketed(y.text)}`)
}

/** The sum of amounts of one kind. */
export function total(figures: readonly Figure[]): Derived | null {
  const same = together(figures)
  if (same === null) return null
  const sum = same.reduce((so, figure) => so.plus(exact(figure)), new Exact(0))
  return shown(sum, same[0]?.unit ?? '', most(same), same.map((figure) => bracketed(figure.text)).join('+'))
}

/** part ÷ whole as a percentage; null for a whole of zero: it has no share. */
export function share(part: Figure, whole: Figure, decimals = PERCENT_DECIMALS): Derived | null {
  const [x, y] = together([part, whole]) ?? []
  if (x === undefined || y === undefined || exact(y).isZero()) return null
  return shown(exact(x).div(exact(y)).times(HUNDRED), '%', decimals, `${bracketed(x.text)}÷${bracketed(y.text)}×100%`)
}

/** Several parts together ÷ whole as a percentage; null where they cannot be added or the whole is zero. */
export function shareOfAll(parts: readonly Figure[], whole: Figure, decimals = PERCENT_DECIMALS): Derived | null {
  const [y, ...all] = together([whole, ...parts]) ?? []
  if (y === undefined || all.length === 0 || exact(y).isZero()) return null
  const sum = all.reduce((so, figure) => so.plus(exact(figure)), new Exact(0))
  const steps = all.map((figure) => bracketed(figure.text)).join('+')
  return shown(sum.div(exact(y)).times(HUNDRED), '%', decimals, `(${steps})÷${bracketed(y.text)}×100%`)
}

/** Completion of a budget is a share of it. */
export const completion = share

/** (now − before) ÷ before as a percentage; null for a base of zero. */
export function growth(now: Figure, before: Figure, decimals = PERCENT_DECIMALS): Derived | null {
  const [x, y] = together([now, before]) ?? []
  if (x === undefined || y === undefined || exact(y).isZero()) return null
  const rate = exact(x).minus(exact(y)).div(exact(y).abs()).times(HUNDRED)
  return shown(rate, '%', decimals, `(${x.text}-${bracketed(y.text)})÷${bracketed(y.text)}×100%`)
}

/** amount ÷ number of people; null for nobody. */
export function perHead(amount: Figure, people: Figure, decimals = 2): Derived | null {
  if (exact(people).isZero()) return null
  return shown(exact(amount).div(exact(people)), amount.unit, decimals, `${bracketed(amount.text)}÷${people.text}`)
}

/** An amount ÷ a plain number, such as the months of a year. */
export function spread(amount: Figure, parts: number, decimals = 2): Derived {
  return shown(exact(amount).div(parts), amount.unit, decimals, `${bracketed(amount.text)}÷${parts}`)
}

/** How many times b is a; null for a base of zero. */
export function times(a: Figure, b: Figure, decimals = 2): Derived | null {
  const [x, y] = together([a, b]) ?? []
  if (x === undefined || y === undefined || exact(y).isZero()) return null
  return shown(exact(x).div(exact(y)), '倍', decimals, `${bracketed(x.text)}÷${bracketed(y.text)}`)
}

/** The year before, from this year's figure and the change that the report states. Implied: no report prints it. */
export function impliedPrior(now: Figure, change: Figure, direction: 'up' | 'down'): Derived | null {
  const [x, y] = together([now, change]) ?? []
  if (x === undefined || y === undefined) return null
  const before = direction === 'up' ? exact(x).minus(exact(y)) : exact(x).plus(exact(y))
  return shown(before, x.unit, most([x, y]), `${x.text}${direction === 'up' ? '-' : '+'}${bracketed(y.text)}`)
}

/** The same amount in the unit a person asked for, as a step. */
export function inUnit(figure: Figure, unit: MoneyUnit): Derived | null {
  if (!isMoneyUnit(figure.unit)) return null
  const moved = convert(figure, unit)
  const factor = exact(moved).isZero() ? null : exact(moved).div(exact(figure))
  const text = decimalOf(moved).toFixed()
  const steps =
    factor === null
      ? figure.text
      : factor.gte(1)
        ? `${figure.text}×${factor.toFixed()}`
        : `${figure.text}÷${new Exact(1).div(factor).toFixed()}`
  return { value: exact(moved), figure: { ...moved, text, decimals: decimalsOf(text) }, derivation: `${steps}=${text}` }
}
