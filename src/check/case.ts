import { Decimal } from 'decimal.js'
import { isMoneyUnit } from '../domain/figure.ts'
import type { Finding, FindingSide } from '../domain/finding.ts'
import type { Place } from '../domain/report.ts'
import { amountOf, type Expr, isPrinted, termsOf, unitOf } from './expression.ts'
import type { Judged } from './judge.ts'
import type { Comparison, Relation, Remark } from './relation.ts'
import { derivationOf, digitsOf, placeOf, placeWords, printedUnit, sentence, sideOf, sideWords, whatOf } from './wording.ts'

/** A comparison that was made, with what came of it: the stuff findings and root causes are made of. */
export interface Case {
  readonly relation: Relation
  readonly comparison: Comparison
  readonly judged: Judged
  readonly keys: ReadonlySet<string>
}

export const caseOf = (relation: Relation, comparison: Comparison, judged: Judged): Case => ({
  relation,
  comparison,
  judged,
  keys: new Set([...termsOf(comparison.left), ...termsOf(judged.right)].map((term) => term.key)),
})

const computed = (expr: Expr): boolean => !isPrinted(expr) && expr.kind !== 'exact'

/** Percentages that were computed are shown as precisely as the one they are held against, whole ones to two places. */
function shown(expr: Expr, other: Expr): FindingSide {
  const side = sideOf(expr)
  return expr.kind === 'ratio' || expr.kind === 'growth' ? { ...side, value: digitsOf(expr, places(other)) } : side
}

const places = (expr: Expr): number => (isPrinted(expr) ? expr.term.figure.decimals || 2 : expr.kind === 'negated' ? places(expr.expr) : 2)

/** Difference of the two sides in their unit; of percentages in 个百分点. */
export function differenceOf(left: Expr, right: Expr): string | null {
  const [a, b] = [shown(left, right), shown(right, left)]
  const exact = [amountOf(left), amountOf(right)]
  if (!exact[0] || !exact[1]) return null
  if (inOneUnit(left, right) !== null)
    return new Decimal(a.value)
      .minus(b.value)
      .abs()
      .toFixed(Math.max(decimals(a.value), decimals(b.value)))
  const digits = Math.max(decimals(a.value), decimals(b.value))
  return exact[0].toDecimalPlaces(digits).minus(exact[1].toDecimalPlaces(digits)).abs().toFixed(digits)
}

/** The unit that both sides are shown in, where it is not the one they are compared in. */
function inOneUnit(left: Expr, right: Expr): string | null {
  const [a, b] = [printedUnit(left), printedUnit(right)]
  const isNumber = [left, right].every((expr) => /^-?\d+(\.\d+)?$/.test(digitsOf(expr)))
  return a === b && isMoneyUnit(a) && a !== unitOf(left) && isNumber ? a : null
}

const decimals = (text: string): number => text.split('.')[1]?.length ?? 0

export const unitWords = (unit: string): string => (unit === '%' ? '个百分点' : unit)

export const evidenceOf = (places: readonly (Place | null | undefined)[]): Place[] => {
  const seen = new Set<string>()
  return places.flatMap((place) => {
    if (!place) return []
    const key = `${place.page}|${place.line}|${place.raw}`
    if (seen.has(key)) return []
    seen.add(key)
    return [place]
  })
}

/** The finding that a failed (or merely rounded) comparison stands for. */
export function findingOf(made: Case, verdict: 'inconsistent' | 'rounding'): Finding {
  const { relation, comparison } = made
  const { left } = comparison
  const { right } = made.judged
  const difference = differenceOf(left, right)
  const unit = inOneUnit(left, right) ?? unitWords(unitOf(left) || unitOf(right))
  const [a, b] = [shown(left, right), shown(right, left)]
  const words = {
    left: computed(left) ? `${whatOf(left)}为${a.value}${a.unit ?? ''}` : sideWords(left),
    right: computed(right) && right.kind !== 'blank' ? `${whatOf(right)}${b.value}${b.unit ?? ''}` : sideWords(right),
    difference: difference === null ? '' : `${difference}${unit}`,
  }
  const terms = [...termsOf(left), ...termsOf(right)]
  return {
    rule: relation.id,
    kind: comparison.kind ?? relation.kind,
    verdict,
    statement: sentence(relation.wording, words, placeWords([placeOf(left), placeOf(right)]), comparison.remark),
    left: a,
    right: b,
    evidence: evidenceOf([
      ...terms.filter((term) => !/^-?0(\.0+)?$/.test(term.figure.text)).map((term) => term.where),
      ...(comparison.evidence ?? []),
    ]),
    difference,
    derivation: [derivationOf(left), derivationOf(right)].filter((text) => text !== null).join('；') || null,
    likelyCause: null,
    touches: [...made.keys],
    effects: [],
  }
}

/** A defect that its relation has already worded. */
export const remarkFinding = (relation: Relation, remark: Remark): Finding => ({
  rule: relation.id,
  kind: remark.kind ?? relation.kind,
  verdict: remark.state,
  statement: remark.statement,
  left: remark.left,
  right: remark.right,
  evidence: evidenceOf([remark.left?.where, remark.right?.where, ...(remark.evidence ?? [])]),
  difference: remark.difference ?? null,
  derivation: remark.derivation ?? null,
  likelyCause: remark.likelyCause ?? null,
  touches: remark.touches ?? [],
  effects: [],
})
