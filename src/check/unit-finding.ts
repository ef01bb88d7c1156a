import { Decimal } from 'decimal.js'
import { type Figure, isMoneyUnit, type MoneyUnit, scaleBetween } from '../domain/figure.ts'
import type { Finding } from '../domain/finding.ts'
import { type Case, evidenceOf } from './case.ts'
import { type Expr, isPrinted, type Term, termsOf, unitOf } from './expression.ts'
import { derivationOf, digitsOf, placeOf, placeWords, printedUnit, sideWords, whatOf } from './wording.ts'

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

/** An amount that the figure is held against: one printed beside it before one that was computed. */
function rivalOf(cases: readonly Case[], term: Term): Expr | null {
  const others = cases.flatMap(({ comparison, judged }) => {
    const sides = [comparison.left, judged.right]
    const isOwn = (side: Expr): boolean => isPrinted(side) && side.term.key === term.key
    const other = sides.find((side) => !isOwn(side))
    return comparison.op === 'equal' && sides.some(isOwn) && other !== undefined && isMoneyUnit(unitOf(other)) ? [other] : []
  })
  return others.find(isPrinted) ?? others[0] ?? null
}

const PLACES = 2
/** Digits under `from` as an amount in `to`, to the cent of the larger unit. */
const converted = (digits: string, from: MoneyUnit, to: MoneyUnit): string =>
  new Decimal(digits).times(Decimal.pow(10, scaleBetween(from, to))).toFixed(PLACES)

/** The amount that the figure should be, in the unit that is printed there. */
function amountIn(unit: MoneyUnit, rival: Expr | null, figure: Figure): string {
  const own = rival === null ? figure.unit : printedUnit(rival)
  const digits = rival === null ? figure.text : digitsOf(rival)
  return isMoneyUnit(own) && /^-?\d+(\.\d+)?$/.test(digits) ? converted(digits, own, unit) : digits
}

/** A figure printed under the wrong unit is one finding: the figure as it stands, what it is held against, and the unit under which everything fits. */
export function unitFinding(term: Term, meant: MoneyUnit, figure: Figure, cases: readonly [Case, ...Case[]]): Finding {
  const [root] = cases
  const printed = { ...term.printed, unit: meant }
  const right = { ...term, figure, printed }
  const derivation = [root.comparison.left, root.judged.right].flatMap((side) => derivationOf(reread(side, right)) ?? []).join('；')
  const { text } = term.printed
  const unit = term.printed.unit as MoneyUnit
  const rival = rivalOf(cases, term)
  const amount = amountIn(unit, rival, printed)
  const difference = new Decimal(text).minus(amount).abs().toFixed(PLACES)
  const apart = `相差${difference}${unit}（${Decimal.pow(10, Math.abs(scaleBetween(unit, meant))).toFixed()}倍）`
  const own = rival && printedUnit(rival) !== unit ? `${sideWords(rival)}（合${amount}${unit}）` : rival && sideWords(rival)
  const held = own
    ? `，而${own}，${apart}；按${text}${meant}计则相符`
    : `，按${text}${meant}（合${amount}${unit}）计才与${cases.length > 1 ? `${cases.length}处` : ''}有关数字相符，${apart}`
  return {
    rule: root.relation.id,
    kind: 'unit',
    verdict: 'inconsistent',
    statement: `${term.what}印作${text}${unit}${held}（${placeWords([term.where, rival && placeOf(rival)])}）。`,
    left: { what: term.what, value: text, unit, where: term.where },
    right: { what: rival ? whatOf(rival) : `按“${meant}”计`, value: amount, unit, where: rival && placeOf(rival) },
    evidence: evidenceOf(
      cases.flatMap((made) => [...termsOf(made.comparison.left), ...termsOf(made.judged.right)].map((one) => one.where)),
    ),
    difference,
    derivation: derivation || null,
    likelyCause: `单位写错，应为${meant}。`,
    touches: [...new Set(cases.flatMap((made) => [...made.keys]))],
    effects: [],
  }
}
