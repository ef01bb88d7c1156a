import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'

/** Reads one file into a report. The reader and the parser are loaded when the first file comes. */
export async function readReport(file: string): Promise<Report> {
  const [{ readDocument }, { parseReport }] = await Promise.all([import('../read/index.ts'), import('../parse/index.ts')])
  return parseReport(await readDocument(file))
}

/** Runs every relation on a report, against last year's where there is one. */
export async function checkReport(report: Report, prior: Report | null = null): Promise<CheckResult> {
  const engine = await import('../check/index.ts')
  return engine.checkReport(report, prior)
}
