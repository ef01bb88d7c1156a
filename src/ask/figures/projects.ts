import { Decimal } from 'decimal.js'
import { claimKey, evaluationKey, type Fact } from '../../domain/fact.ts'
import { decimalOf } from '../../domain/figure.ts'
import { normaliseName } from '../normalise.ts'
import type { ReportView } from './report-view.ts'
import { isTotalScore } from './scores.ts'

/** The projects that a report names, each with what it prints of it. */

export type ProjectColumn = 'budget' | 'execution' | 'rate' | 'score'
export interface Project {
  readonly name: string
  readonly facts: Readonly<Record<ProjectColumn, readonly Fact[]>>
}

const TOTAL = /^(合计|总计|小计|项目支出|基本支出|支出合计)$/
const COLUMNS: Readonly<Record<string, ProjectColumn>> = {
  budget: 'budget',
  adjusted: 'budget',
  execution: 'execution',
  final: 'execution',
  amount: 'execution',
  rate: 'rate',
  completion: 'rate',
  score: 'score',
}
const TOPICS = ['performance', 'generalBudget.detail', 'expenditure', 'attachment'] as const

const empty = (): Record<ProjectColumn, Fact[]> => ({ budget: [], execution: [], rate: [], score: [] })

function grouped(all: readonly { readonly name: string; readonly column: ProjectColumn; readonly fact: Fact }[]): Project[] {
  const projects = new Map<string, { name: string; facts: Record<ProjectColumn, Fact[]> }>()
  for (const { name, column, fact } of all) {
    const key = normaliseName(name)
    const project = projects.get(key) ?? { name, facts: empty() }
    project.facts[column].push(fact)
    projects.set(key, project)
  }
  return [...projects.values()]
}

/** Of the self-evaluations; where there are none, of the part of the explanations that names most. */
export function projectsOf(view: ReportView): Project[] {
  const { evaluations, claims, meta } = view.report
  const evaluated = evaluations.flatMap((one) => {
    const column = COLUMNS[one.column]
    const fact = view.facts.get(evaluationKey(one))
    const own = one.indicator === null ? column !== 'score' : column === 'score' && isTotalScore(one)
    return one.scope !== 'project' || column === undefined || fact === undefined || !own || TOTAL.test(normaliseName(one.project))
      ? []
      : [{ name: one.project, column, fact }]
  })
  if (evaluated.length > 0) return grouped(evaluated)
  const told = TOPICS.map((topic) =>
    grouped(
      claims.flatMap((claim) => {
        const column = COLUMNS[claim.measure]
        const fact = view.facts.get(claimKey(claim))
        const here =
          claim.topic === topic && claim.subject?.startsWith('project:') && (claim.year === null || claim.year === meta.fiscalYear)
        return here !== true || column === undefined || fact === undefined ? [] : [{ name: claim.item, column, fact }]
      }),
    ),
  )
  return told.sort((a, b) => b.length - a.length)[0] ?? []
}

/** A value that can be put in order; 1倍 is 100%. */
export const comparable = ({ figure }: Fact): Decimal =>
  figure.unit === '倍' ? decimalOf(figure).times(100) : new Decimal(decimalOf(figure))
