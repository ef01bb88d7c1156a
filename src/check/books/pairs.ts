import type { Measure } from '../../domain/report.ts'
import type { Expr } from '../expression.ts'
import type { Said } from './claims.ts'
import type { Books } from './index.ts'

/** Claims about the same item in the same sentence, else in the same section: never across sections. */
export function companions(books: Books, said: Said, measures: readonly Measure[]): readonly Said[] {
  const same = books.said.filter(
    (other) =>
      other !== said &&
      measures.includes(other.claim.measure) &&
      sameItem(said, other) &&
      (other.scope === said.scope || other.claim.sentence === said.claim.sentence) &&
      other.claim.section === said.claim.section,
  )
  const near = same.filter((other) => other.claim.sentence === said.claim.sentence)
  if (near.length > 0) return closest(books, near, said)
  // Without a subject only the sentence tells what belongs together.
  return said.subject === null
    ? []
    : closest(
        books,
        same.filter((other) => other.claim.topic === said.claim.topic),
        said,
      )
}

const sameItem = (a: Said, b: Said): boolean =>
  a.subject !== null ? a.subject === b.subject : b.subject === null && a.claim.item === b.claim.item

/** Of several the one in the nearest sentence; there the nearest in reading order, before rather than behind. */
function closest(books: Books, candidates: readonly Said[], said: Said): readonly Said[] {
  const own = books.said.indexOf(said)
  const steps = (other: Said): number => {
    const by = books.said.indexOf(other) - own
    return by < 0 ? -by : by + 0.5
  }
  const sentences = (other: Said): number => Math.abs(other.claim.sentence - said.claim.sentence)
  return [...candidates].sort((a, b) => sentences(a) - sentences(b) || steps(a) - steps(b))
}

/** The year's figure that a change, share or completion speaks of: beside it, else from the forms. */
export function finalFor(books: Books, said: Said): Expr | null {
  const [near] = companions(books, said, ['final', 'execution', 'amount', 'count']).filter((other) => books.isOfTheYear(other))
  if (near) return near.expr
  if (said.subject === null) return null
  const stated = books.saying(said.subject, 'final', undefined, said.scope)[0]
  if (stated) return stated.expr
  if (said.scope !== '') return null
  const cell = books.cellOf(said.subject)
  return cell.kind === 'figure' ? cell.expr : null
}
