import type { Report, ReportMeta } from '../domain/report.ts'
import type { KnowledgeStore } from '../store/interface.ts'

/** Last year's report of the same department and kind, where the store has it: what this year's is checked against. */
export async function priorReport(store: KnowledgeStore, meta: ReportMeta): Promise<Report | null> {
  const department = await store.departmentOf(meta)
  if (department === null) return null
  const editions = await store.reports({ departmentId: department.id, fiscalYear: meta.fiscalYear - 1 })
  const edition = editions.find((one) => one.meta.kind === meta.kind)
  return edition === undefined ? null : store.report(edition.id)
}
