import { Decimal } from 'decimal.js'
import { isMoneyUnit, type MoneyUnit, scaleBetween } from '../domain/figure.ts'
import type { FindingSide } from '../domain/finding.ts'
import type { Place } from '../domain/report.ts'
import { type Addend, amountOf, decimalsShown, type Expr, termsOf, unitOf } from './expression.ts'

/** How many decimals a computed percentage is shown to when nothing printed says otherwise. */
const PERCENT_PLACES = 2

const trimmed = (value: Decimal, places: number): string => value.toFixed(Math.max(0, places))

/** The digits of one side: as printed, or computed to the precision of what it was computed from (`places` for quotients). */
export function digitsOf(expr: Expr, places = PERCENT_PLACES): string {
  if (expr.kind === 'fact') return expr.term.printed.text
  if (expr.kind === 'exact') return expr.value
  if (expr.kind === 'blank') return '空'
  if (expr.kind === 'negated') return amountOf(expr)?.toString() ?? '无法计算'
  const value = amountOf(expr)
  if (!value) return '无法计算'
  const quotient = expr.kind === 'ratio' || expr.kind === 'growth'
  if (quotient) return trimmed(value, places)
  const unit = commonUnit(expr)
  if (unit === null) return trimmed(value, decimalsShown(expr))
  const decimals = Math.max(0, ...termsOf(expr).map((term) => term.printed.decimals))
  return trimmed(value.times(Decimal.pow(10, scaleBetween(unit.own, unit.printed))), decimals)
}

/** The other unit of money in which all parts of a sum are printed: a sentence does not change its unit on the way. */
function commonUnit(expr: Expr): { readonly own: MoneyUnit; readonly printed: MoneyUnit } | null {
  const own = unitOf(expr)
  const [printed, ...others] = expr.kind === 'sum' ? [...new Set(termsOf(expr).map((term) => term.printed.unit))] : []
  return printed !== undefined && others.length === 0 && printed !== own && isMoneyUnit(printed) && isMoneyUnit(own)
    ? { own, printed }
    : null
}

/** The unit that stands behind the digits of a side. */
export const printedUnit = (expr: Expr): string =>
  expr.kind === 'fact' ? expr.term.printed.unit : expr.kind === 'blank' ? '' : (commonUnit(expr)?.printed ?? unitOf(expr))

export function whatOf(expr: Expr): string {
  switch (expr.kind) {
    case 'fact':
    case 'blank':
      return expr.term.what
    case 'negated':
      return whatOf(expr.expr)
    default:
      return expr.what
  }
}

/** Place of a side: where it is printed, for a computed one where its first figure stands. */
export function placeOf(expr: Expr): Place | null {
  if (expr.kind === 'exact') return expr.where
  return termsOf(expr)[0]?.where ?? null
}

export const sideOf = (expr: Expr): FindingSide => ({
  what: whatOf(expr),
  value: digitsOf(expr),
  unit: printedUnit(expr) || null,
  where: placeOf(expr),
})

/** `第105行`, `第7页`; empty when the place is unknown. */
export function placeWords(places: readonly (Place | null)[]): string {
  const known = places.filter((place): place is Place => place !== null)
  const words = known.map((place) => (place.line !== null ? `第${place.line}行` : place.page !== null ? `第${place.page}页` : ''))
  return [...new Set(words.filter((word) => word !== ''))].join('、')
}

/** A side as the sentence names it: what it is and its figure. */
export const sideWords = (expr: Expr): string => `${whatOf(expr)}${verb(expr)}${digitsOf(expr)}${printedUnit(expr)}`

const verb = (expr: Expr): string => (expr.kind === 'fact' || expr.kind === 'negated' || expr.kind === 'exact' ? '' : '为')

/** Fills a relation's sentence and ends it with the place. */
export function sentence(wording: string, words: Readonly<Record<string, string>>, places: string, remark?: string): string {
  const filled = Object.entries(words).reduce((text, [name, word]) => text.replaceAll(`{${name}}`, word), wording)
  const body = remark === undefined ? filled : `${filled}；${remark}`
  return places === '' ? `${body}。` : `${body}（${places}）。`
}

/** `171.90+403.00+11.45=586.35`; null for a plain printed figure. */
export function derivationOf(expr: Expr): string | null {
  const value = digitsOf(expr)
  switch (expr.kind) {
    case 'fact':
    case 'blank':
    case 'exact':
    case 'negated':
      return null
    case 'scaled':
      return `${digitsOf(expr.expr)}×${expr.by}=${value}`
    case 'ratio':
      return `${bracketed(expr.part)}÷${bracketed(expr.whole)}=${value}%`
    case 'growth':
      return `${bracketed(expr.change)}÷(${bracketed(expr.final)}−${bracketed(expr.change)})=${value}%`
    case 'sum': {
      if (worthAdding(expr.parts).length === 1) return null
      const text = worthAdding(expr.parts)
        .map(({ sign, expr: part }, i) => `${sign === -1 ? '−' : i === 0 ? '' : '+'}${bracketed(part)}`)
        .join('')
      return `${text}=${value}`
    }
  }
}

/** Zeros and blanks add nothing; they are told only where there is nothing else. */
function worthAdding(parts: readonly Addend[]): readonly Addend[] {
  const telling = parts.filter((part) => !amountOf(part.expr)?.isZero())
  return telling.length > 0 ? telling : parts.slice(0, 1)
}

function bracketed(expr: Expr): string {
  if (expr.kind === 'sum' && expr.parts.length > 1) return `(${derivationOf(expr)?.replace(/=[^=]*$/, '') ?? digitsOf(expr)})`
  const digits = digitsOf(expr)
  return digits.startsWith('-') ? `(${digits})` : digits
}
