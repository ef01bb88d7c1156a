import type { Answer } from '../../domain/answer.ts'
import type { ReportView } from '../figures/report-view.ts'
import { isWhole, SCORE, scoredWhat, totalScores } from '../figures/scores.ts'
import { normaliseName } from '../normalise.ts'
import type { Query } from '../query.ts'
import { contextOf } from './context.ts'
import { answerOf, money, scopeWords, whose } from './parts.ts'
import { factNotes, show } from './show.ts'

const MOST_ROWS = 12

export const asksScores = ({ items, operation }: Query): boolean => operation === 'value' && items[0]?.subjects[0] === SCORE

/** 绩效自评总分: the department's own, and the projects'. A score of one indicator is not the total. */
export function scoresAnswer(view: ReportView, query: Query): Answer {
  const context = contextOf(view, query)
  const named = normaliseName(query.rest)
  const all = totalScores(view)
  const own = named.length < 2 ? [] : all.filter((fact) => normaliseName(scoredWhat(fact)).includes(named))
  const facts = (own.length > 0 ? own : all).slice(0, MOST_ROWS)
  const [first] = facts
  if (first === undefined)
    return answerOf(
      'not-found',
      `${whose(view)}的报告没有写绩效自评的总分${view.report.evaluations.length > 0 ? '，自评表里只有各项指标的数' : ''}。`,
      { context },
    )
  const shown = facts.map((fact) => show(view, `${scoredWhat(fact)}绩效自评总分`, fact, query))
  const whole = isWhole(view, first)
  return answerOf(
    'answered',
    `${whose(view)}绩效自评总分：${whole ? '部门整体支出' : scoredWhat(first)} ${shown[0]?.amount ?? ''}（${scopeWords(first.form)}）。`,
    {
      lines: whole ? [] : ['报告没有写部门整体支出的总分，这是项目的。'],
      table:
        facts.length < 2
          ? null
          : {
              head: ['对象', '总分', '出处'],
              rows: facts.map((fact, i) => [scoredWhat(fact) + (shown[i]?.mark ?? ''), money(fact.figure), scopeWords(fact.form)]),
            },
      figures: shown.flatMap(({ figures }) => figures),
      notes: factNotes(view, facts, shown),
      context,
    },
  )
}
