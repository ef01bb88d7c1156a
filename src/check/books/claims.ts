import { claimKey } from '../../domain/fact.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { Claim, Measure, Topic } from '../../domain/report.ts'
import { subjectWords } from '../../domain/subject.ts'
import { type Expr, fact, type Term } from '../expression.ts'
import { quoted } from '../quoted.ts'
import { inUnit } from './form-view.ts'

/** A claim with the subject it has where it stands: in the general budget's section 基本支出 is the general budget's. */
export interface Said {
  readonly claim: Claim
  readonly subject: string | null
  readonly term: Term
  readonly expr: Expr
}

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  final: '决算数',
  budget: '年初预算数',
  adjusted: '调整预算数',
  execution: '执行数',
  completion: '完成率',
  share: '占比',
  change: '增减额',
  growth: '增减率',
  prior: '上年数',
  amount: '金额',
  count: '数量',
  score: '得分',
  weight: '分值',
  rate: '比率',
}

const IN_GENERAL_BUDGET: Readonly<Record<string, string>> = {
  'expenditure.basic': 'generalBudget.basic',
  'expenditure.project': 'generalBudget.project',
  'fiscal.expenditure': 'generalBudget.expenditure',
}
const IN_FISCAL_OVERALL: Readonly<Record<string, string>> = { 'total.both': 'fiscal.both' }

export const subjectOf = (claim: Claim): string | null => subjectIn(claim.topic, claim.subject)

/** The subject a name stands for in a section of this topic. */
export function subjectIn(topic: Topic, subject: string | null): string | null {
  if (subject === null) return null
  if (topic.startsWith('generalBudget') || topic === 'basic') return IN_GENERAL_BUDGET[subject] ?? subject
  if (topic === 'fiscalOverall') return IN_FISCAL_OVERALL[subject] ?? subject
  return subject
}

export function saidOf(claim: Claim, unit: MoneyUnit): Said {
  const subject = subjectOf(claim)
  const named = claim.item.trim() || (subject && subjectWords(subject)) || '该项'
  const term: Term = {
    key: claimKey(claim),
    what: `说明中${quoted(named)}${MEASURE_WORDS[claim.measure]}`,
    figure: inUnit(claim.figure, unit),
    printed: claim.figure,
    where: claim.where,
  }
  return { claim, subject, term, expr: fact(term) }
}
