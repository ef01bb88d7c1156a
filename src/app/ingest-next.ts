import { type CheckResult, type Coverage, NO_LAST_YEAR } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import type { KnowledgeStore, StoredReport } from '../store/interface.ts'

/** What the year after, known before this one, says when it is held against it. */
export interface NextYear {
  readonly fiscalYear: number
  readonly contradictions: number
}

/** Compares a report with last year's, and nothing else. */
export type AcrossYears = (report: Report, prior: Report) => CheckResult | Promise<CheckResult>

const added = (a: Coverage, b: Coverage): Coverage => ({
  ...a,
  checked: a.checked + b.checked,
  passed: a.passed + b.passed,
  rounding: a.rounding + b.rounding,
  inconsistent: a.inconsistent + b.inconsistent,
  text: a.text + b.text,
  unchecked: [...a.unchecked.filter((one) => one.reason !== NO_LAST_YEAR), ...b.unchecked],
})

/**
 * Reports come in any order: where the year after came first and had nothing to be compared with, it is compared now.
 * @param stored the edition that has just come in
 * @returns null where there is no such report
 */
export async function holdNextYear(
  store: KnowledgeStore,
  stored: StoredReport,
  report: Report,
  across: AcrossYears,
): Promise<NextYear | null> {
  const { departmentId, meta } = stored
  const fiscalYear = meta.fiscalYear + 1
  const next = (await store.reports({ departmentId, fiscalYear })).find((one) => one.meta.kind === meta.kind)
  const coverage = next === undefined ? null : await store.coverage(next.id)
  if (next === undefined || !coverage?.unchecked.some(({ reason }) => reason === NO_LAST_YEAR)) return null
  const later = await store.report(next.id)
  if (later === null) return null
  const compared = await across(later, report)
  const before = await store.findings(next.id)
  const errors = compared.findings.filter(({ verdict }) => verdict === 'inconsistent')
  const others = compared.findings.filter(({ verdict }) => verdict !== 'inconsistent')
  await store.recheck(next.id, { findings: [...errors, ...before, ...others], coverage: added(coverage, compared.coverage) })
  return { fiscalYear, contradictions: errors.length }
}
