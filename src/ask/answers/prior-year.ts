import type { Answer } from '../../domain/answer.ts'
import type { ReportView } from '../figures/report-view.ts'
import { measureOf } from '../follow-up.ts'
import type { Query } from '../query.ts'
import { comparedItem } from './compare.ts'
import { measuredNotes } from './guards.ts'
import { toldByNext } from './year-figure.ts'

/** A year without a report of its own: what the following year's report states of it, or lets one infer, marked as such. */
export function fromNext(answer: Answer, next: ReportView, query: Query): Answer {
  const compared = query.operation === 'value' && query.items.length < 2 && query.rest === '' ? comparedItem(query) : null
  const item = compared?.item
  const found = item === undefined || item.subjects.length === 0 ? null : toldByNext(next, item)
  if (found === null) return answer
  const { meta } = next.stored
  const name = next.department.name
  const how = found.origin === 'stated' ? `${meta.fiscalYear}年度报告所述的上年数` : `按${meta.fiscalYear}年度报告推算，不是报告印出的数`
  const wider = query.items[0]?.subjects.includes(found.subject) === false && query.topic !== 'threePublic'
  return {
    ...answer,
    status: 'answered',
    headline: `${name}${found.year}年度${found.words}：${found.amount}（${how}）。`,
    lines: found.figures.flatMap(({ derivation }) => (derivation === null ? [] : [`推算：${derivation}`])),
    choices: [],
    figures: found.figures,
    notes: [
      answer.headline,
      ...(wider ? [`${meta.fiscalYear}年度报告没有单说“${item?.words ?? ''}”的上年数，这是${found.words}的。`] : []),
      ...measuredNotes([found]),
    ],
    context: { departments: [name], years: [found.year], measure: measureOf(query) },
  }
}
