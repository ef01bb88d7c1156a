import { claimKey, evaluationKey, type Fact } from '../../domain/fact.ts'
import type { Evaluation } from '../../domain/report.ts'
import type { ReportView } from './report-view.ts'

/** Total scores of self-evaluations: the department's own first, then the projects'. Scores of single indicators are none. */

export const SCORE = 'evaluation.score'
export const SCORE_WORDS = '绩效自评总分'

const TOTAL = /^(总分|合计|总得分|总计|自评总分|自评得分|综合得分|得分合计)$/
const TOLD = /(自评|评价|绩效)?(综合|总分|总得分|自评得分|综合得分)$/
const PROJECT = /项目/

const sure = (facts: readonly (Fact | undefined)[]): Fact[] => facts.filter((fact) => fact !== undefined)

/** A score told in the text under a heading about the department's whole expenditure. */
const ofWhole = (section: string): boolean => /整体/.test(section) && !PROJECT.test(section)

/** Is this the total of a table, not one indicator's score? */
export const isTotalScore = ({ column, indicator }: Evaluation): boolean =>
  column === 'score' && indicator !== null && TOTAL.test(indicator)

export function totalScores(view: ReportView): Fact[] {
  const { evaluations, claims } = view.report
  const totals = evaluations.filter(isTotalScore)
  const inTables = (scope: 'department' | 'project') =>
    sure(totals.filter((one) => one.scope === scope).map((one) => view.facts.get(evaluationKey(one))))
  const told = claims.filter((claim) => claim.measure === 'score' && TOLD.test(claim.item))
  const inText = (whole: boolean) =>
    sure(
      told.filter((claim) => (ofWhole(claim.section) || /整体/.test(claim.item)) === whole).map((claim) => view.facts.get(claimKey(claim))),
    )
  return [...inTables('department'), ...inText(true), ...inTables('project'), ...inText(false)]
}

/** Whose score it is, in the report's words. */
export const scoredWhat = ({ row, section }: Fact): string =>
  row.parent ?? (/整体/.test(row.name) ? '部门整体支出' : (titleIn(section) ?? row.name))

const titleIn = (section: string | null): string | null => {
  const parts = (section ?? '').split(' / ').map((part) => part.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、．.]*/, ''))
  return parts.find((part) => /整体/.test(part)) !== undefined ? '部门整体支出' : (parts.find((part) => /项目|报告/.test(part)) ?? null)
}

/** Is the first of the scores the department's own? */
export const isWhole = (view: ReportView, fact: Fact): boolean =>
  scoredWhat(fact) === '部门整体支出' ||
  view.report.evaluations.some((one) => one.scope === 'department' && view.facts.get(evaluationKey(one))?.key === fact.key)
