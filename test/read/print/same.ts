import { type Fact, factsOf } from '../../../src/domain/fact.ts'
import type { Report } from '../../../src/domain/report.ts'

/** What two readings of one report share and what only one of them says. */
export interface Difference {
  readonly all: number
  readonly same: number
  /** Facts of the first that the second lacks. */
  readonly lost: readonly string[]
  /** Facts of the second that the first does not know. */
  readonly wrong: readonly string[]
}

const squeezed = (text: string | null): string => (text ?? '').replace(/[\s“”"'‘’（）()、，,]/g, '')
const said = ({ form, row, column, figure }: Fact): string =>
  [form, row.code ?? squeezed(row.name), squeezed(row.parent), column, figure.text, figure.unit].join('|')

/** Compares facts by what they say: form, row, column and figure, as often as each is said. */
export function difference(first: Report, second: Report): Difference {
  const rest = new Map<string, number>()
  for (const fact of factsOf(second)) rest.set(said(fact), (rest.get(said(fact)) ?? 0) + 1)
  const facts = factsOf(first).map(said)
  const lost = facts.filter((fact) => {
    const times = rest.get(fact) ?? 0
    if (times > 0) rest.set(fact, times - 1)
    return times === 0
  })
  const wrong = [...rest].flatMap(([fact, times]) => Array.from({ length: times }, () => fact))
  return { all: facts.length, same: facts.length - lost.length, lost, wrong }
}
