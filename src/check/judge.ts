import { Decimal } from 'decimal.js'
import { decimalOf, type Figure } from '../domain/figure.ts'
import { meets } from '../domain/interval.ts'
import { amountOf, type Corrections, type Expr, isPrinted, rangeOf } from './expression.ts'
import type { Comparison } from './relation.ts'

export type Judgement = 'passed' | 'rounding' | 'inconsistent' | 'undefined'

/** To how many decimals a printed side is printed; a sign does not matter. */
const precise = (expr: Expr): number | null =>
  expr.kind === 'negated' ? precise(expr.expr) : isPrinted(expr) ? Math.max(0, expr.term.figure.decimals) : null

/** 6176828.47元 and 617.68万元: the finer figure rounded to the coarser one's last place is the coarser one. */
function roundsTo(a: Figure, b: Figure): boolean {
  const places = Math.min(a.decimals, b.decimals)
  const [x, y] = [a, b].map((figure) => decimalOf(figure).times(Decimal.pow(10, places)).round())
  return x !== undefined && y !== undefined && x.eq(y)
}

/** Would a reader see two different figures? A quotient is compared at the precision at which its rival is printed. */
function looksSame(left: Expr, right: Expr, corrections?: Corrections): boolean {
  const [a, b] = [amountOf(left, corrections), amountOf(right, corrections)]
  if (!a || !b) return false
  if (isPrinted(left) && isPrinted(right) && left.term.printed.unit !== right.term.printed.unit)
    return roundsTo(left.term.figure, right.term.figure)
  const quotient = [left, right].some((expr) => expr.kind === 'ratio' || expr.kind === 'growth' || expr.kind === 'scaled')
  const places = quotient ? (precise(left) ?? precise(right) ?? 2) : null
  return places === null ? a.eq(b) : a.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).eq(b.toDecimalPlaces(places, Decimal.ROUND_HALF_UP))
}

function judgePair(op: Comparison['op'], left: Expr, right: Expr, corrections?: Corrections): Judgement {
  const [a, b] = [rangeOf(left, corrections), rangeOf(right, corrections)]
  if (!a || !b) return 'undefined'
  switch (op) {
    case 'equal':
      if (!meets(a, b)) return 'inconsistent'
      return looksSame(left, right, corrections) ? 'passed' : 'rounding'
    case 'atMost': {
      if (a.low.gt(b.high)) return 'inconsistent'
      const [x, y] = [amountOf(left, corrections), amountOf(right, corrections)]
      return x && y && x.gt(y) ? 'rounding' : 'passed'
    }
    case 'above':
      return a.high.lt(b.low) ? 'inconsistent' : 'passed'
    case 'below':
      return a.low.gt(b.high) ? 'inconsistent' : 'passed'
  }
}

const RANK: Record<Judgement, number> = { passed: 0, rounding: 1, inconsistent: 2, undefined: 3 }

export interface Judged {
  readonly judgement: Judgement
  /** The right side that fits best. */
  readonly right: Expr
}

/** By intervals only; of several possible right sides the one that fits best counts. */
export function judge(comparison: Comparison, corrections?: Corrections): Judged {
  const sides = [comparison.right, ...(comparison.alternatives ?? [])]
  const judged = sides.map((right) => ({ judgement: judgePair(comparison.op, comparison.left, right, corrections), right }))
  return judged.reduce((best, next) => (RANK[next.judgement] < RANK[best.judgement] ? next : best))
}
