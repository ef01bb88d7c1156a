import type { Item } from '../query.ts'
import { isMeasured, type Measured, type Missing } from './measured.ts'

/** One word can mean different things in different reports (车辆: all that are kept, or those of the 三公): only one of them is ranked. */

const keyOf = ({ subject, kind }: Measured): string => `${subject.startsWith('project:') ? 'project' : subject}|${kind}`

function groupsOf(measured: readonly Measured[]): Measured[][] {
  const groups = new Map<string, Measured[]>()
  for (const one of measured) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

/**
 * The meaning that most reports have a figure for, where the word's meanings part them: so that nobody is left out
 * who only prints another one first.
 */
export async function commonest(
  found: readonly (Measured | Missing)[],
  item: Item,
  measureAs: (item: Item) => Promise<readonly (Measured | Missing)[]>,
): Promise<readonly (Measured | Missing)[]> {
  const [most = []] = groupsOf(found.filter(isMeasured))
  if (item.different || item.subjects.length < 2 || most.length === found.filter(isMeasured).length) return found
  let best = { found, count: most.length }
  for (const subject of item.subjects) {
    const other = await measureAs({ ...item, subjects: [subject] })
    const count = other.filter(isMeasured).length
    if (count > best.count) best = { found: other.map((one, i) => (isMeasured(one) ? one : (found[i] ?? one))), count }
  }
  return best.found
}

/** Figures of another meaning are no match: the commoner one is ranked, the others are told. */
export function oneSubject(measured: readonly Measured[]): { readonly same: readonly Measured[]; readonly others: readonly Missing[] } {
  const [same = [], ...rest] = groupsOf(measured)
  const others = rest
    .flat()
    .map(({ view, year, words, amount }) => ({ department: view.department.name, year, why: `只有“${words}” ${amount}，不是同一项` }))
  return { same, others }
}
