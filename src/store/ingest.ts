import type { Kysely } from 'kysely'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { clearContent, content, writeContent } from './content.ts'
import { currentEdition, makeNewestCurrent } from './editions.ts'
import { forgetIfEmpty, settleDepartment } from './identity.ts'
import type { IngestOutcome, StoredReport } from './interface.ts'
import { bringBack } from './peoples-word.ts'
import { editionByHash, editionById } from './reports.ts'
import type { Schema } from './schema.ts'

/** Writes one report with everything that belongs to it; the caller holds the transaction. */
export async function ingestReport(db: Kysely<Schema>, report: Report, check: CheckResult, at: Date): Promise<IngestOutcome> {
  const known = await editionByHash(db, report.meta.sha256)
  if (known === null) return addReport(db, report, check, at)
  if (known.withdrawnAt !== undefined) return comeBack(db, known, report, check)
  return !known.hasText && report.outline !== null ? replaceReading(db, known, report, check) : { kind: 'known', report: known }
}

/** As ingest, but a known edition takes the new reading; an export never replaces what was read from the original. */
export async function rereadReport(db: Kysely<Schema>, report: Report, check: CheckResult, at: Date): Promise<IngestOutcome> {
  const known = await editionByHash(db, report.meta.sha256)
  if (known === null) return addReport(db, report, check, at)
  if (known.withdrawnAt !== undefined) return comeBack(db, known, report, check)
  return known.hasText && report.outline === null ? { kind: 'known', report: known } : replaceReading(db, known, report, check)
}

/** An edition that had been taken back comes in again, with the reading of now. */
async function comeBack(db: Kysely<Schema>, known: StoredReport, report: Report, check: CheckResult): Promise<IngestOutcome> {
  await bringBack(db, known.id)
  const { report: again } = await replaceReading(db, known, report, check)
  return { kind: 'added', report: again }
}

async function addReport(db: Kysely<Schema>, report: Report, check: CheckResult, at: Date): Promise<IngestOutcome> {
  const { meta } = report
  const departmentId = await settleDepartment(db, meta)
  const previous = await currentEdition(db, { departmentId, fiscalYear: meta.fiscalYear, kind: meta.kind })
  const { id } = await db
    .insertInto('reports')
    .values({
      department_id: departmentId,
      sha256: meta.sha256,
      current: 0,
      ingested_at: at.toISOString(),
      ...(await content(report, check)),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await makeNewestCurrent(db, { departmentId, fiscalYear: meta.fiscalYear, kind: meta.kind })
  await writeContent(db, id, report, check)
  const stored = await editionById(db, id)
  return previous === null
    ? { kind: 'added', report: stored }
    : { kind: 'superseded', report: stored, previous: { ...previous, current: false } }
}

/** The edition keeps its number and its time; whose it is and of which year may have been read better now. */
async function replaceReading(db: Kysely<Schema>, known: StoredReport, report: Report, check: CheckResult): Promise<IngestOutcome> {
  const { meta } = report
  const departmentId = await settleDepartment(db, meta)
  await clearContent(db, known.id)
  await db
    .updateTable('reports')
    .set({ department_id: departmentId, current: 0, ...(await content(report, check)) })
    .where('id', '=', known.id)
    .execute()
  await makeNewestCurrent(db, { departmentId: known.departmentId, fiscalYear: known.meta.fiscalYear, kind: known.meta.kind })
  await makeNewestCurrent(db, { departmentId, fiscalYear: meta.fiscalYear, kind: meta.kind })
  await forgetIfEmpty(db, known.departmentId)
  await writeContent(db, known.id, report, check)
  return { kind: 'known', report: await editionById(db, known.id), renewed: true }
}
