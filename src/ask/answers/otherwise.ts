import type { Derived } from '../../compute/derive.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Figure } from '../../domain/figure.ts'
import type { ReportView } from '../figures/report-view.ts'
import { money } from './parts.ts'
import { CONTESTED, rivalsOf } from './rivals.ts'

/** What a computed figure becomes where a side of it is printed otherwise elsewhere in the report. */
export interface Otherwise {
  readonly words: string
  readonly derived: Derived
}

export function otherwise(
  view: ReportView,
  [first, second]: readonly { readonly words: string; readonly fact: Fact }[],
  again: (a: Figure, b: Figure) => Derived | null,
): Otherwise[] {
  if (first === undefined || second === undefined) return []
  const said = (words: string, figure: Figure, derived: Derived | null): Otherwise[] =>
    derived === null ? [] : [{ words: `${CONTESTED}${words}另一处作 ${money(figure)}，按此为 ${money(derived.figure)}`, derived }]
  return [
    ...rivalsOf(view, first.fact).flatMap(({ figure }) => said(first.words, figure, again(figure, second.fact.figure))),
    ...rivalsOf(view, second.fact).flatMap(({ figure }) => said(second.words, figure, again(first.fact.figure, figure))),
  ]
}
