import { Decimal } from 'decimal.js'
import { decimalOf } from '../domain/figure.ts'
import type { Case } from './case.ts'
import { slipsOf } from './digit-slips.ts'
import { amountOf, type Corrections, type Expr, isPrinted, type Term, termsOf } from './expression.ts'
import { judge } from './judge.ts'
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
  // A quotient leaves its parts too much room for anything but the plainest slips.
  return kind.strong || cases.some((made) => isExact(made, term)) ? slips : []
}

/** All of `cases` hold then, and nothing that held breaks. */
const mends = (corrections: Corrections, cases: readonly Case[], figures: Figures): boolean =>
  cases.every((made) => fits(made, corrections)) &&
  ![...figures.touching(corrections.keys())].some((made) => held(made) && !holds(made, corrections))

/** Two or three digits leave a quotient so much room that only one that looks the same is evidence. */
const fits = (made: Case, corrections: Corrections): boolean =>
  isQuotient(made) ? judge(made.comparison, corrections).judgement === 'passed' : holds(made, corrections)

const isQuotient = ({ comparison, judged }: Case): boolean =>
  [comparison.left, judged.right].some((side) => side.kind === 'ratio' || side.kind === 'growth')

const held = ({ judged }: Case): boolean => judged.judgement === 'passed' || judged.judgement === 'rounding'

/** A quotient leaves its parts much room; only the rate itself is tied to the last digit. */
function isExact(made: Case, term: Term): boolean {
  return !isQuotient(made) || [made.comparison.left, made.judged.right].some((side) => isPrintedAs(side, term))
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

const STRONG = slipsOf('12.34').map(({ strong }) => strong)
/** Two figures of one or two digits differ by a digit whatever they are. */
const MIN_DIGITS = 3
const telling = ({ printed }: Term): boolean => printed.text.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= MIN_DIGITS

/** What probably happened, with the digits that were meant where it tells them. */
export interface SlipCause {
  readonly says: string
  readonly text: string | null
}

/** The figure whose correction is already known; null where any figure of the relations may be the wrong one. */
export interface Doubt {
  readonly term: Term
  readonly text: string
}

/**
 * The likeliest slip, only if it singles out one figure and one reading of it: sums are mended by any figure that moves by the right amount.
 * A relation that ends with a remark explains itself.
 */
export function slipCause(cases: readonly Case[], figures: Figures, doubt: Doubt | null): SlipCause | null {
  if (cases.every(isCutOff)) return { says: '舍去了尾数，没有四舍五入。', text: null }
  // Anything larger or smaller makes an inequality hold.
  const equalities = cases.filter(({ comparison }) => comparison.op === 'equal')
  const all = [...new Map(equalities.flatMap(termsIn).map((term) => [term.key, term])).values()]
  const terms = doubt ? [doubt.term] : all.filter(({ key }) => equalities.every((made) => made.keys.has(key)))
  if (equalities.length === 0 || terms.length > MOST_TERMS || cases.some(({ comparison }) => comparison.remark !== undefined)) return null
  for (let rank = 0; rank < STRONG.length; rank++) {
    const slips = terms.flatMap((term) => (doubt || STRONG[rank] || telling(term) ? slipsIn(term, cases, figures, rank) : []))
    if (slips.length > 0) return doubt ? ofTheDoubted(slips, doubt) : ofAny(slips, cases)
  }
  return null
}

/** Never another correction than the one the finding tells. */
function ofTheDoubted(slips: readonly Slip[], { text }: Doubt): SlipCause | null {
  const slip = slips.find((one) => Number(one.text) === Number(text)) ?? (slips.length === 1 ? slips[0] : undefined)
  return slip ? { says: `${slip.says}：印作${slip.term.printed.text}，若为${slip.text}则相符。`, text: slip.text } : null
}

function ofAny(slips: readonly Slip[], cases: readonly Case[]): SlipCause | null {
  const [first] = slips
  if (!first) return null
  const rival = cases.length === 1 ? rivalOf(cases, first) : null
  if (rival) return { says: `${first.says}：${first.term.printed.text}与${rival.printed.text}。`, text: null }
  return slips.length === 1
    ? { says: `${first.term.what}${first.says}：印作${first.term.printed.text}，若为${first.text}则相符。`, text: null }
    : null
}

/** The other of two figures printed side by side, where the slip turns one into the other. */
function rivalOf([made]: readonly Case[], { term, text }: Slip): Term | null {
  const sides = made ? [made.comparison.left, made.judged.right] : []
  const other = sides.every(isPrinted) ? sides.flatMap(termsOf).find(({ key }) => key !== term.key) : undefined
  return other && other.printed.unit === term.printed.unit && Number(other.printed.text) === Number(text) ? other : null
}
