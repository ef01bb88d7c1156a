import type { SourceDocument } from '../domain/document.ts'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'

// The reader, the parser and the engine are loaded when the first file comes: a question that needs none of them starts at once.
const readDocument = async (file: string): Promise<SourceDocument> => (await import('../read/index.ts')).readDocument(file)
const parseReport = async (document: SourceDocument): Promise<Report> => {
  const [{ parseReport: parse }, { parseOneReport }] = await Promise.all([import('../parse/index.ts'), import('./one-report.ts')])
  return parseOneReport(document, parse)
}

/** Reads one file into a report. */
export const readReport = async (file: string): Promise<Report> => parseReport(await readDocument(file))

/** Runs every relation on a report, against last year's where there is one. */
export async function checkReport(report: Report, prior: Report | null = null): Promise<CheckResult> {
  const engine = await import('../check/index.ts')
  return engine.checkReport(report, prior)
}

/** Only what a report says of last year, against last year's own report. */
export async function compareYears(report: Report, prior: Report): Promise<CheckResult> {
  const engine = await import('../check/index.ts')
  return engine.checkReport({ ...report, records: [] }, prior, engine.acrossYears)
}

/** The steps from a file to its findings, for the use cases that take them one by one. */
export const EXAMINER = { readDocument, parseReport, checkReport, compareYears }
