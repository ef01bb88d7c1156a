import { impliedPrior } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import { choose } from '../figures/choose.ts'
import { claimsAbout } from '../figures/lookup.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { money } from './parts.ts'

const TOPIC_SUBJECTS: Partial<Record<Query['topic'], string>> = {
  threePublic: 'threePublic.total',
  expenditure: 'expenditure.total',
  revenue: 'revenue.total',
}

/** What the following year's report lets one infer about a year without a report: said as inferred, never as an answer. */
function inferred(next: ReportView, query: Query): string[] {
  const subject = TOPIC_SUBJECTS[query.topic]
  const item = query.items[0] ?? (subject === undefined ? undefined : { words: '', subjects: [subject], different: false })
  const chosen = item === undefined ? null : choose(next, item)
  if (chosen?.kind !== 'one') return []
  const [now] = chosen.looked.facts
  const change = claimsAbout(next, chosen.looked.subject, ['change']).find(({ versus }) => versus === 'priorYear')
  const direction = change?.direction
  if (now === undefined || change === undefined || (direction !== 'up' && direction !== 'down')) return []
  const prior = impliedPrior(now.figure, change.figure, direction)
  if (prior === null) return []
  const year = next.stored.meta.fiscalYear
  return [
    `不过${year}年度报告说${chosen.looked.words} ${money(now.figure)}、比上年${direction === 'up' ? '增加' : '减少'} ${money(change.figure)}，由此推算${year - 1}年度为 ${money(prior.figure)}（${prior.derivation}；推算，不是报告印出的数）。`,
  ]
}

/** Adds to “no report for that year” what the next year's report implies. */
export const withInferred = (answer: Answer, next: ReportView | null, query: Query): Answer =>
  next === null ? answer : { ...answer, lines: [...answer.lines, ...inferred(next, query)] }
