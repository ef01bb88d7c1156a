import { evaluationKey, type Fact } from '../../domain/fact.ts'
import { normaliseName } from '../normalise.ts'
import { sameAs } from './relatives.ts'
import type { ReportView } from './report-view.ts'

/** What the department's own self-evaluation prints for things that the accounts have too. */

const HEADS: Readonly<Record<string, RegExp>> = {
  'expenditure.total': /^(部门|单位)?(整体)?(支出)?(总额|合计|年度目标)?(年度)?(预算)?(执行数)?$/,
  'expenditure.basic': /^基本支出(总额|合计)?((调整)?预算)?(执行)?数?$/,
  'expenditure.project': /^项目支出(总额|合计)?((调整)?预算)?(执行)?数?$/,
}

export function evaluatedOf(view: ReportView, subject: string, column: 'budget' | 'execution'): Fact[] {
  const head = HEADS[sameAs(subject)]
  if (head === undefined) return []
  const facts = view.report.evaluations
    .filter((one) => one.scope === 'department' && one.column === column && /元$/.test(one.figure.unit))
    .filter(({ indicator }) => head.test(normaliseName(indicator ?? '')))
    .flatMap((one) => view.facts.get(evaluationKey(one)) ?? [])
  return facts.filter((fact, i) => i === facts.findIndex(({ figure }) => Number(figure.text) === Number(fact.figure.text)))
}
