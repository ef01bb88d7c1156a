import { Decimal } from 'decimal.js'
import type { Figure, Unit } from '../domain/figure.ts'
import { decimalOf } from '../domain/figure.ts'
import { add, divide, exactly, type Interval, intervalOf, negate, times } from '../domain/interval.ts'
import type { Place } from '../domain/report.ts'

/** One printed figure as a relation sees it. */
export interface Term {
  /** Which fact it is (domain/fact.ts keys). */
  readonly key: string
  /** What it is, in the report's words, with its form or section. */
  readonly what: string
  /** In the report's base unit, so that figures of different money units compare. */
  readonly figure: Figure
  /** As it is printed. */
  readonly printed: Figure
  readonly where: Place
}

export interface Addend {
  readonly sign: 1 | -1
  readonly expr: Expr
}

/** What the two sides of a relation are made of. Kept as a tree, so that it can be evaluated again with one figure corrected. */
export type Expr =
  | { readonly kind: 'fact'; readonly term: Term }
  /** A cell left blank: zero, and open to correction like any printed figure. */
  | { readonly kind: 'blank'; readonly term: Term }
  | { readonly kind: 'exact'; readonly what: string; readonly value: string; readonly unit: Unit; readonly where: Place | null }
  | { readonly kind: 'sum'; readonly what: string; readonly parts: readonly Addend[] }
  /** part ÷ whole, in per cent. */
  | { readonly kind: 'ratio'; readonly what: string; readonly part: Expr; readonly whole: Expr }
  /** change ÷ (final − change), in per cent: the growth that a final figure and its change imply. */
  | { readonly kind: 'growth'; readonly what: string; readonly final: Expr; readonly change: Expr }
  | { readonly kind: 'negated'; readonly expr: Expr }
  | { readonly kind: 'scaled'; readonly what: string; readonly by: string; readonly unit: Unit; readonly expr: Expr }

/** Figures that stand in for the printed ones, by fact key. */
export type Corrections = ReadonlyMap<string, Figure>

const NONE: Corrections = new Map()
const HUNDRED = exactly(100)

export const fact = (term: Term): Expr => ({ kind: 'fact', term })
export const total = (what: string, exprs: readonly Expr[]): Expr => ({
  kind: 'sum',
  what,
  parts: exprs.map((expr) => ({ sign: 1, expr })),
})
export const signed = (what: string, parts: readonly Addend[]): Expr => ({ kind: 'sum', what, parts })
export const ratio = (what: string, part: Expr, whole: Expr): Expr => ({ kind: 'ratio', what, part, whole })
export const scaled = (what: string, expr: Expr, by: string, unit: Unit): Expr => ({ kind: 'scaled', what, by, unit, expr })
export const exact = (what: string, value: string, unit: Unit, where: Place | null = null): Expr => ({
  kind: 'exact',
  what,
  value,
  unit,
  where,
})

const figureFor = (term: Term, corrections: Corrections): Figure => corrections.get(term.key) ?? term.figure

/** The interval in which the true value of `expr` lies; null where it is undefined (a base that may be zero). */
export function rangeOf(expr: Expr, corrections: Corrections = NONE): Interval | null {
  switch (expr.kind) {
    case 'fact':
      return intervalOf(figureFor(expr.term, corrections))
    case 'blank': {
      const corrected = corrections.get(expr.term.key)
      return corrected ? intervalOf(corrected) : exactly(0)
    }
    case 'exact':
      return exactly(expr.value)
    case 'negated': {
      const range = rangeOf(expr.expr, corrections)
      return range && negate(range)
    }
    case 'scaled': {
      const range = rangeOf(expr.expr, corrections)
      return range && times(range, exactly(expr.by))
    }
    case 'sum':
      return expr.parts.reduce<Interval | null>((sum, { sign, expr: part }) => {
        const range = rangeOf(part, corrections)
        return sum && range && add(sum, sign === 1 ? range : negate(range))
      }, exactly(0))
    case 'ratio': {
      const [part, whole] = [rangeOf(expr.part, corrections), rangeOf(expr.whole, corrections)]
      const quotient = part && whole && divide(part, whole)
      return quotient && times(quotient, HUNDRED)
    }
    case 'growth':
      return growthRange(rangeOf(expr.final, corrections), rangeOf(expr.change, corrections))
  }
}

/** The change stands in both numerator and base, so the corners are taken together: the interval is no wider than the figures allow. */
function growthRange(final: Interval | null, change: Interval | null): Interval | null {
  if (!final || !change) return null
  const bases = [final.low.minus(change.high), final.high.minus(change.low)]
  if (bases.some((base) => base.lte(0))) return null
  const corners = [final.low, final.high].flatMap((f) => [change.low, change.high].map((c) => c.div(f.minus(c)).times(100)))
  return { low: Decimal.min(...corners), high: Decimal.max(...corners) }
}

/** The value that the printed digits give, taken literally; null where undefined. */
export function amountOf(expr: Expr, corrections: Corrections = NONE): Decimal | null {
  switch (expr.kind) {
    case 'fact':
    case 'blank':
      return decimalOf(figureFor(expr.term, corrections))
    case 'exact':
      return new Decimal(expr.value)
    case 'negated':
      return amountOf(expr.expr, corrections)?.negated() ?? null
    case 'scaled':
      return amountOf(expr.expr, corrections)?.times(expr.by) ?? null
    case 'sum':
      return expr.parts.reduce<Decimal | null>((sum, { sign, expr: part }) => {
        const value = amountOf(part, corrections)
        return sum && value && sum.plus(value.times(sign))
      }, new Decimal(0))
    case 'ratio': {
      const [part, whole] = [amountOf(expr.part, corrections), amountOf(expr.whole, corrections)]
      return part && whole && !whole.isZero() ? part.div(whole).times(100) : null
    }
    case 'growth': {
      const [final, change] = [amountOf(expr.final, corrections), amountOf(expr.change, corrections)]
      const base = final && change && final.minus(change)
      return change && base && !base.isZero() ? change.div(base).times(100) : null
    }
  }
}

/** Every printed figure that stands in `expr`. */
export function termsOf(expr: Expr): readonly Term[] {
  switch (expr.kind) {
    case 'fact':
    case 'blank':
      return [expr.term]
    case 'exact':
      return []
    case 'negated':
    case 'scaled':
      return termsOf(expr.expr)
    case 'sum':
      return expr.parts.flatMap((part) => termsOf(part.expr))
    case 'ratio':
      return [...termsOf(expr.part), ...termsOf(expr.whole)]
    case 'growth':
      return [...termsOf(expr.final), ...termsOf(expr.change)]
  }
}

/** Every empty cell that stands in `expr`. */
export function blanksOf(expr: Expr): readonly Term[] {
  switch (expr.kind) {
    case 'blank':
      return [expr.term]
    case 'fact':
    case 'exact':
      return []
    case 'negated':
    case 'scaled':
      return blanksOf(expr.expr)
    case 'sum':
      return expr.parts.flatMap((part) => blanksOf(part.expr))
    case 'ratio':
      return [...blanksOf(expr.part), ...blanksOf(expr.whole)]
    case 'growth':
      return [...blanksOf(expr.final), ...blanksOf(expr.change)]
  }
}

/** The unit in which `expr` is shown. */
export function unitOf(expr: Expr): Unit {
  switch (expr.kind) {
    case 'fact':
    case 'blank':
      return expr.term.figure.unit
    case 'exact':
    case 'scaled':
      return expr.unit
    case 'negated':
      return unitOf(expr.expr)
    case 'sum':
      return expr.parts[0] ? unitOf(expr.parts[0].expr) : ''
    case 'ratio':
    case 'growth':
      return '%'
  }
}

/** The most decimals any of its figures prints: what a computed value is shown to. A multiple carries its factor's decimals as well. */
export function decimalsShown(expr: Expr): number {
  switch (expr.kind) {
    case 'ratio':
    case 'growth':
      return 2
    case 'scaled':
      if (expr.expr.kind === 'ratio') return 2
      return expr.unit === '%' ? decimalsShown(expr.expr) : decimalsShown(expr.expr) + new Decimal(expr.by).decimalPlaces()
    case 'sum':
      return Math.max(0, ...expr.parts.map((part) => decimalsShown(part.expr)))
    default:
      return Math.max(0, ...termsOf(expr).map((term) => term.figure.decimals))
  }
}

export const isPrinted = (expr: Expr): expr is Extract<Expr, { kind: 'fact' }> => expr.kind === 'fact'
