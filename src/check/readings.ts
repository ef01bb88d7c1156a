import { Decimal } from 'decimal.js'
import { convert, decimalOf, decimalsOf, type Figure, isMoneyUnit, type MoneyUnit, scaleBetween } from '../domain/figure.ts'
import type { Case } from './case.ts'
import { amountOf, type Corrections, type Term, termsOf } from './expression.ts'
import { groupedBy } from './grouping.ts'
import { judge } from './judge.ts'

/** Another way to read what is printed, under which failed relations hold. */
export interface Reading {
  readonly term: Term
  /** What the term would be. */
  readonly figure: Figure
  /** The same as it would be printed, in the unit and to the decimals that stand there. */
  readonly text: string
  readonly corrections: Corrections
  /** The unit under which the printed digits fit; null where the digits themselves would have to be others. */
  readonly meant: MoneyUnit | null
  /** The empty cell of the same row into which the figure belongs; null where it stands in its own. */
  readonly slidFrom: Term | null
}

export const termsIn = (made: Case): readonly Term[] => [...termsOf(made.comparison.left), ...termsOf(made.judged.right)]
export const holds = (made: Case, corrections: Corrections): boolean => {
  const { judgement } = judge(made.comparison, corrections)
  return judgement === 'passed' || judgement === 'rounding'
}

/** A cell of a form; explanations and self-evaluations have no rows to share. */
const rowOf = (term: Term): string | null =>
  /^(narrative|selfEvaluation)\|/.test(term.key) || !term.key.includes('|') ? null : term.key.slice(0, term.key.lastIndexOf('|'))
const isNothing = ({ figure }: Term): boolean => Number(figure.text) === 0

/** Two figures of forms that a held relation shows to be the same amount, each the only one of its side that is not zero; both ways. */
function tieOf({ comparison, judged }: Case): readonly (readonly [Term, Term])[] {
  if ((comparison.op !== 'equal' && comparison.op !== 'atMost') || judged.judgement !== 'passed') return []
  const [a, b, ...more] = [comparison.left, judged.right].flatMap((side) => termsOf(side).filter((term) => !isNothing(term)))
  if (!a || !b || more.length > 0 || a.figure.text !== b.figure.text || rowOf(a) === null || rowOf(b) === null) return []
  return [
    [a, b],
    [b, a],
  ]
}

/** All figures that relations compare, and which of them are one and the same printed twice in a row (合计 and its only part). */
export class Figures {
  readonly terms: ReadonlyMap<string, Term>
  private readonly cases: ReadonlyMap<string, readonly Case[]>
  private readonly rows: ReadonlyMap<string, readonly Term[]>
  private readonly named: ReadonlyMap<string, readonly Term[]>
  private readonly tied: ReadonlyMap<string, readonly Term[]>

  constructor(all: readonly Case[]) {
    this.terms = new Map(all.flatMap(termsIn).map((term) => [term.key, term]))
    const touched = all.flatMap((made) => [...made.keys].map((key) => ({ key, made })))
    this.cases = new Map([...groupedBy(touched, ({ key }) => key)].map(([key, list]) => [key, list.map(({ made }) => made)]))
    this.named = groupedBy(this.terms.values(), (term) => term.what)
    this.rows = groupedBy(this.terms.values(), (term) => rowOf(term) ?? term.key)
    const ties = all.flatMap(tieOf)
    this.tied = new Map([...groupedBy(ties, ([from]) => from.key)].map(([key, list]) => [key, list.map(([, to]) => to)]))
  }

  /** Everything that a change of these figures could break or mend. */
  touching(keys: Iterable<string>): ReadonlySet<Case> {
    return new Set([...keys].flatMap((key) => this.cases.get(key) ?? []))
  }

  besides(term: Term): readonly Term[] {
    const row = rowOf(term)
    return row === null ? [] : (this.rows.get(row) ?? []).filter((other) => other.key !== term.key)
  }

  /** A sentence that is printed twice says one thing. */
  private repeats(term: Term): readonly Term[] {
    return rowOf(term) === null ? (this.named.get(term.what) ?? []).filter((other) => other.key !== term.key) : []
  }

  /** Figures of forms that held relations tie to this one as the same amount, directly or one through another: a slip that was copied from form to form. */
  private copies(term: Term): readonly Term[] {
    const found = new Map([[term.key, term]])
    for (const one of found.values()) for (const other of this.tied.get(one.key) ?? []) found.set(other.key, other)
    return [...found.values()]
  }

  /** The corrections of a figure that was copied, wherever it was copied to; null where it stands alone. */
  copied(term: Term, figure: Figure): Corrections | null {
    const copies = rowOf(term) === null || isNothing(term) ? [] : this.copies(term)
    return copies.length < 2 ? null : new Map(copies.flatMap((copy) => [...this.corrected(copy, figure)]))
  }

  /** A row left blank misses its figure twice: under 合计 and under its only part. */
  leftOut(term: Term, figure: Figure): readonly Corrections[] {
    const others = isNothing(term) ? this.besides(term).filter(isNothing) : []
    return others.map((other) => new Map([term, other].map(({ key }) => [key, figure])))
  }

  /** The same digits in another column of the row are doubted together. */
  corrected(term: Term, figure: Figure): Corrections {
    const twins = isNothing(term)
      ? []
      : [...this.besides(term), ...this.repeats(term)].filter((other) => other.figure.text === term.figure.text)
    return new Map([term, ...twins].map((twin) => [twin.key, figure]))
  }
}

/** What `term` would have to be for `made` to hold, taken from the other side: exact for sums and pairs, nothing for quotients. */
function textNeeded(made: Case, term: Term, figures: Figures): string | null {
  const [a, b] = [amountOf(made.comparison.left), amountOf(made.judged.right)]
  if (!a || !b) return null
  const gap = a.minus(b)
  const texts = [gap, gap.negated()].map((step) => stepped(term, step))
  return (
    texts.find((text) => {
      const figure = readAs(term, text)
      return isPossible(term, figure) && holds(made, figures.corrected(term, figure))
    }) ?? null
  )
}

/** Where a form prints an amount, the right one is not below zero either. */
const isPossible = (term: Term, figure: Figure): boolean =>
  rowOf(term) === null || !decimalOf(figure).isNegative() || decimalOf(term.figure).isNegative()

/** The digits that would be printed there: nobody prints more decimals than the figures beside it have. */
function stepped({ figure, printed }: Term, step: Decimal): string {
  const value = decimalOf(figure).minus(step)
  const same = !isMoneyUnit(figure.unit) || !isMoneyUnit(printed.unit) || figure.unit === printed.unit
  return same
    ? value.toFixed(Math.max(0, figure.decimals))
    : value.times(Decimal.pow(10, scaleBetween(figure.unit, printed.unit))).toFixed(Math.max(0, printed.decimals))
}

const SLIPPED_UNITS: readonly MoneyUnit[] = ['元', '万元', '亿元']

/** The printed digits under the other units of money: 132.33元 read as 132.33万元. */
function otherUnits({ printed, figure }: Term): readonly { readonly figure: Figure; readonly meant: MoneyUnit }[] {
  const own = figure.unit
  if (!isMoneyUnit(own) || Number(printed.text) === 0) return []
  const readings = SLIPPED_UNITS.filter((unit) => unit !== printed.unit).map((unit) => ({
    figure: convert({ ...printed, unit }, own),
    meant: unit,
  }))
  // Anything small enough agrees with a zero: that shows no unit.
  return readings.filter((reading) => !decimalOf(reading.figure).toDecimalPlaces(Math.max(0, figure.decimals)).isZero())
}

/** Every reading of one figure that the relations touching it ask for. */
export function readingsOf(term: Term, touching: readonly Case[], figures: Figures): readonly Reading[] {
  const needed = new Set(touching.flatMap((made) => textNeeded(made, term, figures) ?? []))
  const plain = { term, text: term.printed.text, meant: null, slidFrom: null }
  return [
    ...otherUnits(term).map(({ figure, meant }) => ({ ...plain, figure, meant, corrections: figures.corrected(term, figure) })),
    ...[...needed].flatMap((text): Reading[] => {
      const figure = readAs(term, text)
      const copied = figures.copied(term, figure)
      const corrections = [figures.corrected(term, figure), ...figures.leftOut(term, figure), ...(copied ? [copied] : [])]
      return corrections.map((one) => ({ ...plain, text, figure, corrections: one }))
    }),
    ...figures.besides(term).flatMap((other): Reading[] => {
      if (isNothing(term) || !isNothing(other)) return []
      const corrections = new Map([
        [term.key, { ...term.figure, text: '0' }],
        [other.key, term.figure],
      ])
      return [{ ...plain, figure: term.figure, corrections, slidFrom: other }]
    }),
  ]
}

/** At least as precise as the figure it stands for. */
const finer = (figure: Figure, decimals: number): Figure => ({ ...figure, decimals: Math.max(figure.decimals, decimals) })

/** The figure as these printed digits, in the unit the relations use. */
export function readAs({ printed, figure }: Term, text: string): Figure {
  const read = { ...printed, text, decimals: Math.max(printed.decimals, decimalsOf(text)) }
  return isMoneyUnit(read.unit) && isMoneyUnit(figure.unit)
    ? finer(convert(read, figure.unit), figure.decimals)
    : finer(read, figure.decimals)
}
