import type { Kysely } from 'kysely'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { writeFacts } from './facts.ts'
import { writePassages } from './passages.ts'
import { pack } from './reports.ts'
import type { Schema } from './schema.ts'

/** The columns of an edition that come from reading and checking it. */
export async function content(report: Report, check: CheckResult) {
  const { meta } = report
  return {
    fiscal_year: meta.fiscalYear,
    kind: meta.kind,
    has_text: report.outline === null ? (0 as const) : (1 as const),
    meta: JSON.stringify(meta),
    coverage: JSON.stringify(check.coverage),
    body: await pack(report),
  }
}

/** Writes what belongs to an edition: figures, findings, text. */
export async function writeContent(db: Kysely<Schema>, id: number, report: Report, check: CheckResult): Promise<void> {
  await writeFacts(db, id, report)
  await writeFindings(db, id, check)
  if (report.outline !== null) await writePassages(db, id, report.outline)
}

async function writeFindings(db: Kysely<Schema>, id: number, check: CheckResult): Promise<void> {
  for (const [no, finding] of check.findings.entries()) {
    await db
      .insertInto('findings')
      .values({ report_id: id, no, rule: finding.rule, verdict: finding.verdict, body: JSON.stringify(finding) })
      .execute()
  }
}

/** What a later check found, in place of what stood there. */
export async function replaceCheck(db: Kysely<Schema>, id: number, check: CheckResult): Promise<void> {
  await db.deleteFrom('findings').where('report_id', '=', id).execute()
  await db
    .updateTable('reports')
    .set({ coverage: JSON.stringify(check.coverage) })
    .where('id', '=', id)
    .execute()
  await writeFindings(db, id, check)
}

/** Removes what belongs to an edition, so that it can be written anew. */
export async function clearContent(db: Kysely<Schema>, id: number): Promise<void> {
  await db
    .deleteFrom('passage_words')
    .where('rowid', 'in', (passages) => passages.selectFrom('passages').select('id').where('report_id', '=', id))
    .execute()
  for (const table of ['facts', 'findings', 'passages'] as const) await db.deleteFrom(table).where('report_id', '=', id).execute()
}
