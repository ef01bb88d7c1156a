import type { AnswerContext } from '../../domain/answer.ts'
import type { ReportView } from '../figures/report-view.ts'
import { measureOf } from '../follow-up.ts'
import type { Query } from '../query.ts'

/** What an answer about one report leaves behind for the next question. */
export const contextOf = (view: ReportView, query: Query): AnswerContext => ({
  departments: [view.department.name],
  years: [view.stored.meta.fiscalYear],
  measure: measureOf(query),
})
