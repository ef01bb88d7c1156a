import type { Kysely } from 'kysely'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { writeFacts } from './facts.ts'
import { settleDepartment } from './identity.ts'
import type { IngestOutcome, StoredReport } from './interface.ts'
import { writePassages } from './passages.ts'
import { currentEdition, editionByHash, editionById, pack } from './reports.ts'
import type { Schema } from './schema.ts'

/** Writes one report with everything that belongs to it; the caller holds the transaction. */
export async function ingestReport(db: Kysely<Schema>, report: Report, check: CheckResult, at: Date): Promise<IngestOutcome> {
  const known = await editionByHash(db, report.meta.sha256)
  if (known !== null)
    return known.hasText || report.outline === null ? { kind: 'known', report: known } : complete(db, known, report, check)
  const departmentId = await settleDepartment(db, report.meta)
  const previous = await currentEdition(db, departmentId, report.meta)
  if (previous !== null) await db.updateTable('reports').set({ current: 0 }).where('id', '=', previous.id).execute()
  const id = await insertHead(db, departmentId, report, check, at)
  await writeContent(db, id, report, check)
  const stored = await editionById(db, id)
  return previous === null
    ? { kind: 'added', report: stored }
    : { kind: 'superseded', report: stored, previous: { ...previous, current: false } }
}

async function insertHead(db: Kysely<Schema>, departmentId: number, report: Report, check: CheckResult, at: Date): Promise<number> {
  const { meta } = report
  const row = await db
    .insertInto('reports')
    .values({
      department_id: departmentId,
      fiscal_year: meta.fiscalYear,
      kind: meta.kind,
      sha256: meta.sha256,
      current: 1,
      ingested_at: at.toISOString(),
      ...(await content(report, check)),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const content = async (report: Report, check: CheckResult) => ({
  has_text: report.outline === null ? (0 as const) : (1 as const),
  meta: JSON.stringify(report.meta),
  coverage: JSON.stringify(check.coverage),
  body: await pack(report),
})

async function writeContent(db: Kysely<Schema>, id: number, report: Report, check: CheckResult): Promise<void> {
  await writeFacts(db, id, report)
  for (const [no, finding] of check.findings.entries()) {
    await db
      .insertInto('findings')
      .values({ report_id: id, no, rule: finding.rule, verdict: finding.verdict, body: JSON.stringify(finding) })
      .execute()
  }
  if (report.outline !== null) await writePassages(db, id, report.outline)
}

/** An edition that was known from an export alone receives what only the original has: its text, and places of its own reading. */
async function complete(db: Kysely<Schema>, known: StoredReport, report: Report, check: CheckResult): Promise<IngestOutcome> {
  await db.deleteFrom('facts').where('report_id', '=', known.id).execute()
  await db.deleteFrom('findings').where('report_id', '=', known.id).execute()
  const { fiscalYear, kind } = known.meta
  const meta = { ...report.meta, fiscalYear, kind }
  await db
    .updateTable('reports')
    .set(await content({ ...report, meta }, check))
    .where('id', '=', known.id)
    .execute()
  await writeContent(db, known.id, { ...report, meta }, check)
  return { kind: 'known', report: await editionById(db, known.id), completed: true }
}
