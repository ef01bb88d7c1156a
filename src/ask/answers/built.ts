import type { Derived } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Figure } from '../../domain/figure.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { contextOf } from './context.ts'
import { otherwise } from './otherwise.ts'
import { answerOf, computedFigure, scopeWords, whose } from './parts.ts'
import { factNotes, show } from './show.ts'

/** The shape of an answer that computes. */

export const cannot = (view: ReportView, query: Query, headline: string): Answer =>
  answerOf('not-found', `${whose(view)}${headline}`, { context: contextOf(view, query) })

/** Heads the table of the figures that an answer was computed from. */
export const USED = '用到的数'

/** A computed figure first, then the figures it comes from, each with its rivals. */
export function built(
  view: ReportView,
  query: Query,
  what: string,
  head: string,
  derived: Derived,
  from: readonly { words: string; fact: Fact }[],
  again: (a: Figure, b: Figure) => Derived | null,
): Answer {
  const other = otherwise(view, from, again)
  const shown = from.map(({ words, fact }) => show(view, words, fact, { unit: null }))
  const facts = from.map(({ fact }) => fact)
  return answerOf('answered', `${whose(view)}${head}${other.map(({ words }) => `〔${words}〕`).join('')}。`, {
    lines: [`算式：${derived.derivation}`],
    table: {
      head: [USED, '数额', '出处'],
      rows: from.map(({ words, fact }, i) => [words + (shown[i]?.mark ?? ''), shown[i]?.amount ?? '', scopeWords(fact.form)]),
    },
    figures: [
      computedFigure(view, what, derived, facts),
      ...other.map((one) => computedFigure(view, `${what}（按另一说法）`, one.derived, facts)),
      ...shown.flatMap(({ figures }) => figures),
    ],
    notes: [...scopeNotes(facts), ...factNotes(view, facts, shown)],
    context: contextOf(view, query),
  })
}

/** Figures of different forms are told apart: what they cover can differ. */
export const scopeNotes = (facts: readonly Fact[]): string[] => {
  const scopes = [...new Set(facts.map((fact) => scopeWords(fact.form)))]
  return scopes.length > 1 ? [`这几个数取自不同的表（${scopes.join('、')}），口径可能不同。`] : []
}
