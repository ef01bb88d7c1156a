import type { Finding } from '../domain/finding.ts'
import type { Books } from './books/index.ts'
import { type Case, findingOf } from './case.ts'
import { blanksOf, isPrinted, type Term, unitOf } from './expression.ts'
import { Figures, holds, type Reading, readingsOf, termsIn } from './readings.ts'
import { shiftedRows } from './shifted-rows.ts'
import { type Doubt, type SlipCause, slipCause } from './slip-cause.ts'
import { unitFinding } from './unit-finding.ts'

/** A reading with the failed relations that it explains. */
interface Suspect {
  readonly reading: Reading
  readonly explains: readonly Case[]
}

const failed = (made: Case): boolean => made.judged.judgement === 'inconsistent'
const held = ({ judged }: Case): boolean => judged.judgement === 'passed' || judged.judgement === 'rounding'

/** Anything smaller makes an inequality hold: only an equality shows the unit, one that could not even be computed included. */
const isTelling = ({ reading, explains }: Suspect, touched: readonly Case[]): boolean =>
  explains.length > 0 &&
  // Any empty row fills a sum; only a figure printed beside it shows which one was left out.
  (reading.corrections.size === 1 || Number(reading.term.figure.text) !== 0 || explains.some((made) => directness(made) === 0)) &&
  (reading.meant === null ||
    explains.some(({ comparison }) => comparison.op === 'equal') ||
    touched.some((made) => made.judged.judgement === 'undefined' && holds(made, reading.corrections)))

/** Every reading of one figure that some failed relation asks for, with what it would explain; none that breaks what holds. */
function suspectsOf(open: readonly Case[], figures: Figures): Suspect[] {
  const terms = new Map(open.flatMap(termsIn).map((term) => [term.key, term]))
  const isOpen = new Set(open)
  return [...terms.values()].flatMap((term) => {
    const own = figures.corrected(term, term.figure).keys()
    const touching = [...figures.touching(own)].filter((made) => isOpen.has(made)).sort((a, b) => directness(a) - directness(b))
    return readingsOf(term, touching, figures).flatMap((reading): Suspect[] => {
      const touched = [...figures.touching(reading.corrections.keys())]
      const explains = touched.filter((made) => isOpen.has(made) && holds(made, reading.corrections))
      const suspect = { reading, explains }
      return !isTelling(suspect, touched) || touched.some((made) => held(made) && !holds(made, reading.corrections)) ? [] : [suspect]
    })
  })
}

/** The relation that shows the wrong figure most directly: two printed figures side by side, a sum, a quotient, what only says larger or smaller. */
function directness(made: Case): number {
  const sides = [made.comparison.left, made.judged.right]
  if (made.comparison.op === 'above' || made.comparison.op === 'below') return 4
  if (sides.every((side) => isPrinted(side) || side.kind === 'blank')) return 0
  if (sides.some((side) => side.kind === 'ratio' || side.kind === 'growth')) return 2
  return unitOf(made.comparison.left) === '%' ? 3 : 1
}

/** A slipped column or unit is the stronger reading of two that explain as much. */
const strength = ({ reading }: Suspect): number => Number(reading.meant !== null) + Number(reading.slidFrom !== null)

/** How directly the failed relations show what this figure should be. */
const shownBy = ({ reading, explains }: Suspect): number =>
  Math.min(...explains.filter((made) => made.keys.has(reading.term.key)).map(directness))

/**
 * Groups failed relations by the figure that explains them: the smallest set of suspects, found greedily,
 * that makes all of them hold when corrected. One finding for each cause; what follows from it stands in its effects.
 */
export function groupByRoot(cases: readonly Case[], books: Books): readonly Root[] {
  const figures = new Figures(cases)
  let open = cases.filter(failed)
  const roots: Root[] = []
  for (const shift of shiftedRows(books, open)) {
    roots.push({ finding: shift.finding, doubted: null })
    open = open.filter((made) => !shift.explains.includes(made))
  }
  while (open.length > 0) {
    const [best] = suspectsOf(open, figures)
      .filter(({ explains, reading }) => explains.length > 1 || reading.meant !== null)
      .sort((a, b) => b.explains.length - a.explains.length || strength(b) - strength(a) || shownBy(a) - shownBy(b))
    if (!best) break
    roots.push(rootFinding(best, figures))
    open = open.filter((made) => !best.explains.includes(made))
  }
  const others = open.map((made) => explained(findingOf(made, 'inconsistent'), [made], causeOf([made], figures, null), null))
  return [...roots, ...others]
}

const BLANK = '漏填了一格。'

const sidesOf = ({ comparison, judged }: Case) => [comparison.left, judged.right]
const isDirect = (made: Case): boolean => sidesOf(made).some((side) => side.kind === 'blank')

/** The one empty cell that would make these relations hold; of several nobody can tell which. */
function emptyCell(cases: readonly Case[], doubted: Term | null): Term | null {
  const blanks = new Map(cases.flatMap((made) => sidesOf(made).flatMap(blanksOf)).map((term) => [term.key, term]))
  if (doubted) return blanks.get(doubted.key) ?? null
  const common = [...blanks.values()].filter(({ key }) => cases.every((made) => made.keys.has(key)))
  return common.length === 1 ? (common[0] ?? null) : null
}

/** A figure beside an empty cell speaks for itself; in a sum a slip of the pen is likelier than the one empty cell. */
function causeOf(cases: readonly Case[], figures: Figures, doubt: Doubt | null): SlipCause | null {
  const empty = emptyCell(cases, doubt?.term ?? null) ? { says: BLANK, text: null } : null
  if (empty && (doubt !== null || cases.some(isDirect))) return empty
  const [own] = cases.flatMap(({ comparison }) => comparison.cause ?? [])
  if (own !== undefined && cases.length === 1) return { says: own, text: null }
  return slipCause(cases, figures, doubt) ?? empty
}

/** A finding with the figure it doubts, so that later guesses do not blame another. */
export interface Root {
  readonly finding: Finding
  readonly doubted: Term | null
}

/** An empty cell stands for nothing in a sum, but it is where a reader has to look. */
function explained(finding: Finding, cases: readonly Case[], cause: SlipCause | null, doubted: Term | null): Root {
  const empty = emptyCell(cases, doubted)
  const evidence = empty ? [...finding.evidence, empty.where] : finding.evidence
  return { finding: { ...finding, likelyCause: cause?.says ?? null, evidence }, doubted }
}

function rootFinding({ reading, explains }: Suspect, figures: Figures): Root {
  const { term, figure, meant, slidFrom } = reading
  const apart = (made: Case): number => Number(!made.keys.has(term.key))
  const [root, ...effects] = [...explains].sort((a, b) => directness(a) - directness(b) || apart(a) - apart(b))
  if (!root) throw new Error('a suspect explains something')
  if (meant !== null) return { finding: unitFinding(term, meant, figure, [root, ...effects]), doubted: term }
  const cause = slidFrom
    ? { says: `错栏：${term.printed.text}填错了栏。`, text: null }
    : causeOf(explains, figures, { term, text: reading.text })
  const read = slidFrom
    ? `${term.what}的${term.printed.text}若在${slidFrom.what}一栏则相符`
    : `若${term.what}为${cause?.text ?? reading.text}${term.printed.unit}则相符`
  const worded = (made: Case): Finding =>
    findingOf({ ...made, comparison: { ...made.comparison, remark: made.comparison.remark ?? read } }, 'inconsistent')
  const { finding, doubted } = explained(worded(root), explains, cause, term)
  return { finding: { ...finding, effects: effects.map(worded) }, doubted }
}
