import { type Fact, factsOf } from '../../domain/fact.ts'
import type { Finding } from '../../domain/finding.ts'
import type { FormId } from '../../domain/form.ts'
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
  return { department, stored, report, facts: new Map(factsOf(report).map((fact) => [fact.key, fact])), findings: flat(findings) }
}

export const formOf = ({ report }: ReportView, id: FormId): Form | null => report.forms.find((form) => form.id === id) ?? null
