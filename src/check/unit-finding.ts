import { Decimal } from 'decimal.js'
import { type Figure, isMoneyUnit, type MoneyUnit, scaleBetween } from '../domain/figure.ts'
import type { Finding } from '../domain/finding.ts'
import { type Case, evidenceOf } from './case.ts'
import { type Expr, isPrinted, type Term, termsOf } from './expression.ts'
import { derivationOf, placeOf, placeWords, sideOf, sideWords } from './wording.ts'

/** `expr` with one figure read otherwise. */
function reread(expr: Expr, term: Term): Expr {
  switch (expr.kind) {
    case 'fact':
    case 'blank':
      return expr.term.key === term.key ? { ...expr, term } : expr
    case 'exact':
      return expr
    case 'negated':
    case 'scaled':
      return { ...expr, expr: reread(expr.expr, term) }
    case 'sum':
      return { ...expr, parts: expr.parts.map((part) => ({ ...part, expr: reread(part.expr, term) })) }
    case 'ratio':
      return { ...expr, part: reread(expr.part, term), whole: reread(expr.whole, term) }
    case 'growth':
      return { ...expr, final: reread(expr.final, term), change: reread(expr.change, term) }
  }
}

/** The printed figure it should equal, where it stands beside one. */
function rivalOf({ comparison, judged }: Case, term: Term): Expr | null {
  const sides = [comparison.left, judged.right]
  return comparison.op === 'equal' && sides.every(isPrinted)
    ? (sides.find((side) => !termsOf(side).some(({ key }) => key === term.key)) ?? null)
    : null
}

/** A figure printed under the wrong unit is one finding: the figure as it stands, and the unit under which everything fits. */
export function unitFinding(term: Term, meant: MoneyUnit, figure: Figure, cases: readonly [Case, ...Case[]]): Finding {
  const [root] = cases
  const printed = { ...term.printed, unit: meant }
  const right = { ...term, figure, printed }
  const derivation = [root.comparison.left, root.judged.right].flatMap((side) => derivationOf(reread(side, right)) ?? []).join('；')
  const { text, unit } = term.printed
  const rival = rivalOf(root, term)
  return {
    rule: root.relation.id,
    kind: 'unit',
    verdict: 'inconsistent',
    statement: `${term.what}印作${text}${unit}，按${text}${meant}计才与${rival ? sideWords(rival) : `${cases.length > 1 ? `${cases.length}处` : ''}有关数字`}相符（${placeWords([term.where, rival && placeOf(rival)])}）。`,
    left: { what: term.what, value: text, unit, where: term.where },
    right: rival ? sideOf(rival) : { what: `按“${meant}”计`, value: text, unit: meant, where: null },
    evidence: evidenceOf(
      cases.flatMap((made) => [...termsOf(made.comparison.left), ...termsOf(made.judged.right)].map((one) => one.where)),
    ),
    difference: isMoneyUnit(unit) ? `${Decimal.pow(10, Math.abs(scaleBetween(unit, meant))).toFixed()}倍` : null,
    derivation: derivation || null,
    likelyCause: `单位写错，应为${meant}。`,
    touches: [...new Set(cases.flatMap((made) => [...made.keys]))],
    effects: [],
  }
}
