import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import { claimKey } from '../../domain/fact.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { Claim, Measure, Topic } from '../../domain/report.ts'
import { subjectWords } from '../../domain/subject.ts'
import { type Expr, fact, type Term } from '../expression.ts'
import { quoted } from '../quoted.ts'
import { inUnit, plainName } from './form-view.ts'
import type { Scope, Spoken } from './scopes.ts'

/** A claim with its subject, of what it is told, and as a term of sums. */
export interface Said extends Spoken {
  readonly scope: Scope
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
const IN_FISCAL_OVERALL: Readonly<Record<string, string>> = {
  'total.both': 'fiscal.both',
  'revenue.total': 'fiscal.revenue',
  'expenditure.total': 'fiscal.expenditure',
}

export const subjectOf = (claim: Claim): string | null => {
  const { topic, subject, item, section } = claim
  if (subject === null) return null
  if (OF_ALL_FUNDS.test(item) && !/一般公共|一般预算/.test(section)) return FISCAL[subject] ?? subjectIn(topic, subject)
  return isOfThisSection(claim) ? subjectIn(topic, subject) : null
}

/** 财政拨款支出 under a heading that names no budget is of all funds, the government funds included. */
const OF_ALL_FUNDS = /^(?:本年)?财政拨款(?:本年)?(?:支出|收入)/
const FISCAL: Readonly<Record<string, string>> = {
  'generalBudget.expenditure': 'fiscal.expenditure',
  'generalBudget.revenue': 'fiscal.revenue',
}

const SECTION = /([^（()）类款项]+)[（(]款[)）]/
const plain = (name: string): string => plainName(name).replace(/支出$/, '')

/** 农业农村（款）农业生产发展（项）: a code of another 款 was found by the last name alone. */
function isOfThisSection({ subject, item }: Claim): boolean {
  const code = subject?.startsWith('code:') ? subject.slice('code:'.length) : ''
  const named = code.length > 5 ? SECTION.exec(item)?.[1] : undefined
  const section = FUNCTIONAL.get(code.slice(0, 5))
  if (named === undefined || !section) return true
  return [section.name, ...section.otherNames].some((name) => plain(name) === plain(named) || plain(named).endsWith(plain(name)))
}

/** The subject a name stands for in a section of this topic. */
export function subjectIn(topic: Topic, subject: string | null): string | null {
  if (subject === null) return null
  if (topic.startsWith('generalBudget') || topic === 'basic') return IN_GENERAL_BUDGET[subject] ?? subject
  if (topic === 'fiscalOverall') return IN_FISCAL_OVERALL[subject] ?? subject
  return subject
}

export function saidOf({ claim, subject }: Spoken, scope: Scope, unit: MoneyUnit): Said {
  const named = claim.item.trim() || (subject && subjectWords(subject)) || '该项'
  const term: Term = {
    key: claimKey(claim),
    what: `说明中${quoted(named)}${MEASURE_WORDS[claim.measure]}`,
    figure: inUnit(claim.figure, unit),
    printed: claim.figure,
    where: claim.where,
  }
  return { claim, subject, scope, term, expr: fact(term) }
}
