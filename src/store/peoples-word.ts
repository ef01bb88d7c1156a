import type { Kysely } from 'kysely'
import { makeNewestCurrent } from './editions.ts'
import type { ChangeAction, FindingMark, KnowledgeChange, MarkKind } from './interface.ts'
import { editionById } from './reports.ts'
import type { Schema } from './schema.ts'

/** What people say beyond the reports: editions taken back, findings marked, and who did it. */

/** Takes an edition back; the caller holds the transaction. */
export async function withdrawEdition(db: Kysely<Schema>, id: number, at: Date): Promise<void> {
  const edition = await editionById(db, id)
  await db.updateTable('reports').set({ withdrawn_at: at.toISOString() }).where('id', '=', id).execute()
  await settleSlot(db, edition)
}

/** An edition that is taken in again counts as the newest reading of its year's editions. */
export async function bringBack(db: Kysely<Schema>, id: number): Promise<void> {
  await db.updateTable('reports').set({ withdrawn_at: null }).where('id', '=', id).execute()
  await settleSlot(db, await editionById(db, id))
}

type Edition = Awaited<ReturnType<typeof editionById>>

const settleSlot = (db: Kysely<Schema>, { departmentId, meta }: Edition): Promise<void> =>
  makeNewestCurrent(db, { departmentId, fiscalYear: meta.fiscalYear, kind: meta.kind })

export async function writeMarks(db: Kysely<Schema>, sha256: string, marks: readonly FindingMark[]): Promise<void> {
  for (const { finding, mark, why, by, at } of marks) {
    const said = { mark, why, who: by.id, who_name: by.name, at }
    await db
      .insertInto('finding_marks')
      .values({ sha256, finding, ...said })
      .onConflict((conflict) => conflict.columns(['sha256', 'finding']).doUpdateSet(said))
      .execute()
  }
}

export async function marksOf(db: Kysely<Schema>, sha256: string): Promise<FindingMark[]> {
  const rows = await db.selectFrom('finding_marks').selectAll().where('sha256', '=', sha256).orderBy('at').execute()
  return rows.map((row) => ({
    finding: row.finding,
    mark: row.mark as MarkKind,
    why: row.why,
    by: { id: row.who, name: row.who_name },
    at: row.at,
  }))
}

export async function writeChange(db: Kysely<Schema>, change: KnowledgeChange, at: Date): Promise<void> {
  const { by, fiscalYear, ...rest } = change
  await db
    .insertInto('changes')
    .values({ ...rest, fiscal_year: fiscalYear, who: by.id, who_name: by.name, at: at.toISOString() })
    .execute()
}

export async function changesOf(db: Kysely<Schema>, sha256: string): Promise<(KnowledgeChange & { readonly at: string })[]> {
  const rows = await db.selectFrom('changes').selectAll().where('sha256', '=', sha256).orderBy('id').execute()
  return rows.map((row) => ({
    action: row.action as ChangeAction,
    by: { id: row.who, name: row.who_name },
    sha256: row.sha256,
    department: row.department,
    fiscalYear: row.fiscal_year,
    detail: row.detail,
    at: row.at,
  }))
}
