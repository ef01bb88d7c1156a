import { claimKey, type Fact } from '../../domain/fact.ts'
import type { ReportView } from './report-view.ts'

/** What an amount is by the report's own heads: a self-evaluation has 全年预算数 and 执行数, the accounts 年初预算 and 决算. */

const EVALUATING = new Set(['performance', 'attachment'])

function isEvaluated(view: ReportView, { form, key }: Fact): boolean {
  if (form === 'selfEvaluation') return true
  const claim = form === 'narrative' ? view.report.claims.find((one) => claimKey(one) === key) : undefined
  return claim !== undefined && EVALUATING.has(claim.topic)
}

export function phaseOf(view: ReportView, fact: Fact): string {
  const evaluated = isEvaluated(view, fact)
  switch (fact.column) {
    case 'budget':
      return evaluated ? '全年预算数' : '年初预算'
    case 'adjusted':
      return '调整预算数'
    case 'execution':
      return '执行数'
    default:
      return evaluated && fact.form === 'selfEvaluation' ? '执行数' : '决算'
  }
}
