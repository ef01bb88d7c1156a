import type { AnswerFigure } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import { evaluatedOf } from '../figures/evaluated.ts'
import type { Looked } from '../figures/lookup.ts'
import { phaseOf } from '../figures/phase.ts'
import type { ReportView } from '../figures/report-view.ts'
import { printedFigure } from './parts.ts'
import { rivalsOf } from './rivals.ts'
import { show } from './show.ts'

/** Another figure that the department's self-evaluation prints for the same thing: said beside, never passed over. */
export function evaluatedBeside(
  view: ReportView,
  looked: Looked,
  fact: Fact,
  column: 'budget' | 'execution',
): { readonly lines: readonly string[]; readonly figures: readonly AnswerFigure[] } {
  const known = new Set([fact, ...rivalsOf(view, fact)].map(({ figure }) => Number(figure.text)))
  const others = evaluatedOf(view, looked.subject, column).filter(({ key, figure }) => key !== fact.key && !known.has(Number(figure.text)))
  return {
    lines: others.map(
      (other) => `绩效自评表里的${phaseOf(view, other)}是 ${show(view, looked.words, other, { unit: null }).amount}，口径可能不同。`,
    ),
    figures: others.map((other) => printedFigure(view, `${looked.words}${phaseOf(view, other)}（绩效自评表）`, other)),
  }
}
