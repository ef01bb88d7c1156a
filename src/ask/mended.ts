import type { DepartmentIndex } from './names/department-index.ts'
import { findDepartment } from './names/find-department.ts'
import { mendedNames } from './names/mend-name.ts'
import type { Query } from './query.ts'
import { type Mended, mendings } from './words/mend.ts'
import { spotNames } from './words/spot-names.ts'

/** Other readings of a question in which something was not understood. */

/** What two readings must share to mean the same. */
const meaning = ({ topic, departments, years, relativeYear, items, operation, per, ranking, span, bound, joined, output }: Query): string =>
  JSON.stringify([
    topic,
    departments,
    years,
    relativeYear,
    items.map(({ subjects }) => subjects[0]),
    operation,
    per,
    ranking,
    span,
    bound,
    joined,
    output,
  ])

/** Readings of a question with one slip mended that leave nothing unexplained; of one meaning the first. */
export function mendedReadings(
  text: string,
  first: Query,
  index: DepartmentIndex,
  understood: (text: string) => Query,
): (Query & { readonly slip: Mended })[] {
  const open = spotNames(text, index).reduce(
    (so, { start, text: span }) => so.slice(0, start) + ' '.repeat(span.length) + so.slice(start + span.length),
    text,
  )
  const found = new Map<string, Query & { readonly slip: Mended }>()
  for (const slip of mendings(text, open, first.rest)) {
    const query = understood(slip.text)
    const clear = query.rest === '' && query.topic !== 'outside' && query.departments.length >= first.departments.length
    if (clear && !found.has(meaning(query))) found.set(meaning(query), { ...query, slip })
  }
  return [...found.values()]
}

/** A name that no department has, but one slip away from the only one that comes near. */
export function withNameMended<T extends Query>(query: T, index: DepartmentIndex): T {
  const settled = query.departments.map((words) => {
    const found = findDepartment(index, words)
    if (found.kind === 'one') return { words, said: null }
    const [best, second] = mendedNames(index, words)
    const several = found.kind === 'several' && found.departments.length > 1
    const told = best !== undefined && (second === undefined || second.evidence < best.evidence) && !(several && best.evidence < 3)
    return told ? { words: best.meant, said: words } : { words, said: null }
  })
  const mended = settled.find(({ said }) => said !== null)
  if (mended === undefined || mended.said === null) return query
  return { ...query, departments: settled.map(({ words }) => words), mended: { said: mended.said, meant: mended.words } }
}
