import type { Decimal } from 'decimal.js'
import { convert, decimalOf, type Figure, isMoneyUnit, type MoneyUnit } from '../domain/figure.ts'
import type { Finding } from '../domain/finding.ts'
import { type Case, findingOf } from './case.ts'
import { amountOf, type Corrections, isPrinted, type Term, termsOf } from './expression.ts'
import { groupedBy } from './grouping.ts'
import { judge } from './judge.ts'
import { unitFinding } from './unit-finding.ts'

/** A figure that, read as `figure`, makes `explains` hold. */
interface Suspect {
  readonly term: Term
  readonly figure: Figure
  readonly explains: readonly Case[]
  /** The unit under which the printed digits fit; null where the digits themselves would have to be others. */
  readonly meant: MoneyUnit | null
}

const UNCORRECTED: Corrections = new Map()
const termsIn = (made: Case): readonly Term[] => [...termsOf(made.comparison.left), ...termsOf(made.judged.right)]
const failed = (made: Case): boolean => made.judged.judgement === 'inconsistent'
const holds = (made: Case, corrections: Corrections): boolean => {
  const { judgement } = judge(made.comparison, corrections)
  return judgement === 'passed' || judgement === 'rounding'
}

/** The same figure printed in two columns of one row (合计 and its only part) is one figure when it is doubted. */
type Twins = ReadonlyMap<string, readonly Term[]>
const twinKey = (term: Term): string => `${term.key.slice(0, term.key.lastIndexOf('|'))}=${term.figure.text}`

function twinsAmong(cases: readonly Case[]): Twins {
  const terms = new Map(cases.flatMap(termsIn).map((term) => [term.key, term]))
  return groupedBy(terms.values(), (term) => (term.key.startsWith('narrative|') ? term.key : twinKey(term)))
}

const corrected = (term: Term, figure: Figure, twins: Twins): Corrections =>
  new Map([term, ...(twins.get(twinKey(term)) ?? [])].map((twin) => [twin.key, figure]))

/** What `term` would have to be for `made` to hold, taken from the other side: exact for sums and pairs, nothing for quotients. */
function figureNeeded(made: Case, term: Term, twins: Twins): Figure | null {
  const [a, b] = [amountOf(made.comparison.left), amountOf(made.judged.right)]
  if (!a || !b) return null
  const gap = a.minus(b)
  const readings = [gap, gap.negated()].map((step) => moved(term.figure, step))
  return readings.find((figure) => holds(made, corrected(term, figure, twins))) ?? null
}

const moved = (figure: Figure, step: Decimal): Figure => {
  const value = decimalOf(figure).minus(step)
  return { ...figure, text: value.toFixed(Math.max(0, figure.decimals, value.decimalPlaces())) }
}

/** Every reading of one figure that some failed relation asks for, with what it would explain; none that breaks what holds. */
function suspectsOf(open: readonly Case[], all: readonly Case[], twins: Twins): Suspect[] {
  const terms = new Map(open.flatMap(termsIn).map((term) => [term.key, term]))
  return [...terms.values()].flatMap((term) => {
    const keys = [term, ...(twins.get(twinKey(term)) ?? [])].map((twin) => twin.key)
    const touches = (made: Case): boolean => keys.some((key) => made.keys.has(key))
    const touching = open.filter(touches).sort((a, b) => directness(a) - directness(b))
    const needed = new Map(touching.flatMap((made) => figureNeeded(made, term, twins) ?? []).map((figure) => [figure.text, figure]))
    const readings = [...otherUnits(term), ...[...needed.values()].map((figure) => ({ figure, meant: null }))]
    return readings.flatMap(({ figure, meant }): Suspect[] => {
      const corrections = corrected(term, figure, twins)
      const explains = touching.filter((made) => holds(made, corrections))
      // Anything smaller makes an inequality hold: only an equality shows the unit.
      if (explains.length === 0 || (meant !== null && !explains.some(({ comparison }) => comparison.op === 'equal'))) return []
      const breaks = all.some((made) => touches(made) && holds(made, UNCORRECTED) && !holds(made, corrections))
      return breaks ? [] : [{ term, figure, explains, meant }]
    })
  })
}

/** The printed digits under the other units of money: 132.33元 read as 132.33万元. */
function otherUnits({ printed, figure }: Term): readonly { readonly figure: Figure; readonly meant: MoneyUnit }[] {
  const own = figure.unit
  if (!isMoneyUnit(own) || Number(printed.text) === 0) return []
  return SLIPPED_UNITS.filter((unit) => unit !== printed.unit).map((unit) => ({ figure: convert({ ...printed, unit }, own), meant: unit }))
}

const SLIPPED_UNITS: readonly MoneyUnit[] = ['元', '万元', '亿元']

/** The relation that shows the wrong figure most directly: two printed figures side by side before a sum, a sum before a quotient. */
function directness(made: Case): number {
  const sides = [made.comparison.left, made.judged.right]
  if (sides.every((side) => isPrinted(side) || side.kind === 'blank')) return 0
  if (sides.some((side) => side.kind === 'ratio' || side.kind === 'growth')) return 2
  return 1
}

/**
 * Groups failed relations by the figure that explains them: the smallest set of suspects, found greedily,
 * that makes all of them hold when corrected. One finding for each cause; what follows from it stands in its effects.
 */
export function groupByRoot(cases: readonly Case[]): Finding[] {
  const twins = twinsAmong(cases)
  let open = cases.filter(failed)
  const findings: Finding[] = []
  while (open.length > 0) {
    const best = suspectsOf(open, cases, twins)
      .filter((suspect) => suspect.explains.length > 1 || suspect.meant !== null)
      .sort((a, b) => b.explains.length - a.explains.length || Number(b.meant !== null) - Number(a.meant !== null))[0]
    if (!best) break
    findings.push(rootFinding(best))
    open = open.filter((made) => !best.explains.includes(made))
  }
  return [...findings, ...open.map((made) => findingOf(made, 'inconsistent'))]
}

function rootFinding(suspect: Suspect): Finding {
  const { term, figure, explains } = suspect
  const [root, ...effects] = [...explains].sort((a, b) => directness(a) - directness(b))
  if (!root) throw new Error('a suspect explains something')
  if (suspect.meant !== null) return unitFinding(term, suspect.meant, figure, [root, ...effects])
  const read = `若${term.what}为${figure.text}${figure.unit}则相符`
  const worded = (made: Case): Finding =>
    findingOf({ ...made, comparison: { ...made.comparison, remark: made.comparison.remark ?? read } }, 'inconsistent')
  return { ...worded(root), effects: effects.map(worded) }
}
