import { Decimal } from 'decimal.js'
import { decimalOf } from '../domain/figure.ts'
import type { Case } from './case.ts'
import { slipsOf } from './digit-slips.ts'
import { amountOf, type Corrections, type Expr, isPrinted, type Term, termsOf } from './expression.ts'
import { type Figures, holds, readAs, termsIn } from './readings.ts'

/** Beyond so many figures a slip of one of them fits any difference. */
const MOST_TERMS = 40

/** One figure, written with one slip, that would make all of `cases` hold and break nothing else. */
interface Slip {
  readonly term: Term
  readonly text: string
  readonly says: string
}

function slipsIn(term: Term, cases: readonly Case[], figures: Figures, rank: number): Slip[] {
  const kind = slipsOf(term.printed.text)[rank]
  if (!kind) return []
  const slips = kind.variants.flatMap(({ text, says }): Slip[] => {
    const read = readAs(term, text)
    const [alone, copied] = [figures.corrected(term, read), figures.copied(term, read)]
    return [alone, ...(copied ? [copied] : [])].some((corrections) => mends(corrections, cases, figures)) ? [{ term, text, says }] : []
  })
  // A quotient leaves its parts so much room that of many variants only a single one is evidence.
  return kind.strong || slips.length === 1 || cases.some((made) => isExact(made, term)) ? slips : []
}

/** All of `cases` hold then, and nothing that held breaks. */
const mends = (corrections: Corrections, cases: readonly Case[], figures: Figures): boolean =>
  cases.every((made) => holds(made, corrections)) &&
  ![...figures.touching(corrections.keys())].some((made) => held(made) && !holds(made, corrections))

const held = ({ judged }: Case): boolean => judged.judgement === 'passed' || judged.judgement === 'rounding'

/** A quotient leaves its parts much room; only the rate itself is tied to the last digit. */
function isExact({ comparison, judged }: Case, term: Term): boolean {
  const sides = [comparison.left, judged.right]
  const quotient = sides.some((side) => side.kind === 'ratio' || side.kind === 'growth')
  return !quotient || sides.some((side) => isPrintedAs(side, term))
}

const isPrintedAs = (side: Expr, term: Term): boolean =>
  side.kind === 'negated' ? isPrintedAs(side.expr, term) : isPrinted(side) && side.term.key === term.key

/** 99.99 % for 99.9994 %: the rest was cut off where it had to be rounded. */
function isCutOff({ comparison: { left }, judged: { right } }: Case): boolean {
  const [rate, quotient] = right.kind === 'ratio' || right.kind === 'growth' ? [left, right] : [right, left]
  const value = amountOf(quotient)
  const printed = termsOf(rate)[0]
  if (!value || !printed || termsOf(rate).length !== 1 || !(quotient.kind === 'ratio' || quotient.kind === 'growth')) return false
  return value.abs().toDecimalPlaces(printed.figure.decimals, Decimal.ROUND_DOWN).eq(decimalOf(printed.figure).abs())
}

const KINDS = slipsOf('12.34').length

/** What probably happened; uncertain where several figures could bear the slip. */
interface Cause {
  readonly says: string
  readonly certain: boolean
}

/** Sums are mended by any figure that moves by the right amount; only the likeliest slip counts, and only if it singles one figure out. */
export function slipCause(cases: readonly Case[], figures: Figures, doubted: Term | null): Cause | null {
  if (cases.every(isCutOff)) return { says: '可能是舍去了尾数，没有四舍五入。', certain: true }
  // Anything larger or smaller makes an inequality hold.
  const equalities = cases.filter(({ comparison }) => comparison.op === 'equal')
  const all = [...new Map(equalities.flatMap(termsIn).map((term) => [term.key, term])).values()]
  const terms = doubted ? [doubted] : all.filter(({ key }) => equalities.every((made) => made.keys.has(key)))
  if (equalities.length === 0 || terms.length > MOST_TERMS) return null
  for (let rank = 0; rank < KINDS; rank++) {
    const slips = terms.flatMap((term) => slipsIn(term, cases, figures, rank))
    const [first] = slips
    if (!first) continue
    const pair = cases.every(({ comparison, judged }) => isPrinted(comparison.left) && isPrinted(judged.right))
    if (pair) return { says: `${first.says}：${first.term.printed.text}与${first.text}。`, certain: true }
    return new Set(slips.map(({ term }) => term.key)).size === 1
      ? { says: `${first.term.what}${first.says}：印作${first.term.printed.text}，若为${first.text}则相符。`, certain: true }
      : { says: `${first.says}，是哪一个数字不能断定。`, certain: false }
  }
  return null
}
