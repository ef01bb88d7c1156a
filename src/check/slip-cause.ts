import type { Case } from './case.ts'
import { slipsOf } from './digit-slips.ts'
import { isPrinted, type Term } from './expression.ts'
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
  const kinds = slipsOf(term.printed.text)
  return (kinds[rank] ?? []).flatMap(({ text, says }): Slip[] => {
    const corrections = figures.corrected(term, readAs(term, text))
    if (!cases.every((made) => holds(made, corrections))) return []
    const breaks = [...figures.touching(corrections.keys())].some(
      (made) => made.judged.judgement !== 'inconsistent' && made.judged.judgement !== 'undefined' && !holds(made, corrections),
    )
    return breaks ? [] : [{ term, text, says }]
  })
}

const KINDS = slipsOf('12.34').length

/** Sums are mended by any figure that moves by the right amount; only the likeliest slip counts, and only if it singles one figure out. */
export function slipCause(cases: readonly Case[], figures: Figures, doubted: Term | null): string | null {
  const all = [...new Map(cases.flatMap(termsIn).map((term) => [term.key, term])).values()]
  const terms = doubted ? [doubted] : all.filter(({ key }) => cases.every((made) => made.keys.has(key)))
  if (terms.length > MOST_TERMS) return null
  for (let rank = 0; rank < KINDS; rank++) {
    const slips = terms.flatMap((term) => slipsIn(term, cases, figures, rank))
    const [first] = slips
    if (!first) continue
    const pair = cases.every(({ comparison, judged }) => isPrinted(comparison.left) && isPrinted(judged.right))
    if (pair) return `${first.says}：${first.term.printed.text}与${first.text}。`
    return new Set(slips.map(({ term }) => term.key)).size === 1
      ? `${first.term.what}${first.says}：印作${first.term.printed.text}，若为${first.text}则相符。`
      : null
  }
  return null
}
