import type { Decimal } from 'decimal.js'
import { convert, decimalOf, decimalsOf, type Figure, isMoneyUnit, type MoneyUnit } from '../domain/figure.ts'
import type { Case } from './case.ts'
import { amountOf, type Corrections, type Term, termsOf } from './expression.ts'
import { groupedBy } from './grouping.ts'
import { judge } from './judge.ts'

/** Another way to read what is printed, under which failed relations hold. */
export interface Reading {
  readonly term: Term
  /** What the term would be. */
  readonly figure: Figure
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

/** All figures that relations compare, and which of them are one and the same printed twice in a row (合计 and its only part). */
export class Figures {
  readonly terms: ReadonlyMap<string, Term>
  private readonly cases: ReadonlyMap<string, readonly Case[]>
  private readonly rows: ReadonlyMap<string, readonly Term[]>
  private readonly named: ReadonlyMap<string, readonly Term[]>

  constructor(all: readonly Case[]) {
    this.terms = new Map(all.flatMap(termsIn).map((term) => [term.key, term]))
    const touched = all.flatMap((made) => [...made.keys].map((key) => ({ key, made })))
    this.cases = new Map([...groupedBy(touched, ({ key }) => key)].map(([key, list]) => [key, list.map(({ made }) => made)]))
    this.named = groupedBy(this.terms.values(), (term) => term.what)
    this.rows = groupedBy(this.terms.values(), (term) => rowOf(term) ?? term.key)
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

  /** The same digits in another column of the row are doubted together. */
  corrected(term: Term, figure: Figure): Corrections {
    const twins = isNothing(term)
      ? []
      : [...this.besides(term), ...this.repeats(term)].filter((other) => other.figure.text === term.figure.text)
    return new Map([term, ...twins].map((twin) => [twin.key, figure]))
  }
}

/** What `term` would have to be for `made` to hold, taken from the other side: exact for sums and pairs, nothing for quotients. */
function figureNeeded(made: Case, term: Term, figures: Figures): Figure | null {
  const [a, b] = [amountOf(made.comparison.left), amountOf(made.judged.right)]
  if (!a || !b) return null
  const gap = a.minus(b)
  const readings = [gap, gap.negated()].map((step) => stepped(term.figure, step))
  return readings.find((figure) => holds(made, figures.corrected(term, figure))) ?? null
}

const stepped = (figure: Figure, step: Decimal): Figure => {
  const value = decimalOf(figure).minus(step)
  return { ...figure, text: value.toFixed(Math.max(0, figure.decimals, value.decimalPlaces())) }
}

const SLIPPED_UNITS: readonly MoneyUnit[] = ['元', '万元', '亿元']

/** The printed digits under the other units of money: 132.33元 read as 132.33万元. */
function otherUnits({ printed, figure }: Term): readonly { readonly figure: Figure; readonly meant: MoneyUnit }[] {
  const own = figure.unit
  if (!isMoneyUnit(own) || Number(printed.text) === 0) return []
  return SLIPPED_UNITS.filter((unit) => unit !== printed.unit).map((unit) => ({ figure: convert({ ...printed, unit }, own), meant: unit }))
}

/** Every reading of one figure that the relations touching it ask for. */
export function readingsOf(term: Term, touching: readonly Case[], figures: Figures): readonly Reading[] {
  const needed = new Map(touching.flatMap((made) => figureNeeded(made, term, figures) ?? []).map((figure) => [figure.text, figure]))
  const plain = { term, meant: null, slidFrom: null }
  return [
    ...otherUnits(term).map(({ figure, meant }) => ({ ...plain, figure, meant, corrections: figures.corrected(term, figure) })),
    ...[...needed.values()].map((figure) => ({ ...plain, figure, corrections: figures.corrected(term, figure) })),
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

/** The figure as these printed digits, in the unit the relations use. */
export function readAs({ printed, figure }: Term, text: string): Figure {
  const read = { ...printed, text, decimals: Math.max(printed.decimals, decimalsOf(text)) }
  return isMoneyUnit(read.unit) && isMoneyUnit(figure.unit)
    ? { ...convert(read, figure.unit), decimals: figure.decimals }
    : { ...read, decimals: figure.decimals }
}
