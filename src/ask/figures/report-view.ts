import { type Fact, factsOf } from '../../domain/fact.ts'
import type { Finding } from '../../domain/finding.ts'
import type { FormId } from '../../domain/form.ts'
import { accountKey, asAccount } from '../../domain/planned.ts'
import type { Form, Report } from '../../domain/report.ts'
import type { Department, KnowledgeStore, StoredReport } from '../../store/interface.ts'

/** One stored report, opened for answering. Every figure of an answer comes from its facts. */
export interface ReportView {
  readonly department: Department
  readonly stored: StoredReport
  readonly report: Report
  readonly facts: ReadonlyMap<string, Fact>
  /** Findings with their effects, one list. */
  readonly findings: readonly Finding[]
}

const flat = (findings: readonly Finding[]): Finding[] => findings.flatMap((finding) => [finding, ...flat(finding.effects)])

/** Opens a report; null when the store has lost it. */
export async function openReport(store: KnowledgeStore, department: Department, stored: StoredReport): Promise<ReportView | null> {
  const [report, findings] = await Promise.all([store.report(stored.id), store.findings(stored.id)])
  if (report === null) return null
  const found = flat(findings)
  if (stored.meta.kind === 'budget') return plannedView({ department, stored, report, facts: new Map(), findings: found })
  return { department, stored, report, facts: new Map(factsOf(report).map((fact) => [fact.key, fact])), findings: found }
}

/** A budget is opened as the account it plans, so that all is found where it is asked for; its facts keep saying that they are budgets. */
function plannedView(view: ReportView): ReportView {
  const report = asAccount(view.report)
  const facts = factsOf(report).map((fact): Fact => (fact.column === 'final' ? { ...fact, column: 'budget' } : fact))
  return {
    ...view,
    report,
    facts: new Map(facts.map((fact) => [fact.key, fact])),
    findings: view.findings.map((finding) => ({ ...finding, touches: finding.touches.map(accountKey) })),
  }
}

export const formOf = ({ report }: ReportView, id: FormId): Form | null => report.forms.find((form) => form.id === id) ?? null
