import type { Kysely } from 'kysely'
import type { ReportMeta } from '../domain/report.ts'
import type { ReportHead, StoredReport } from './interface.ts'
import { heads, storedReport } from './reports.ts'
import type { Schema } from './schema.ts'

export interface EditionFilter {
  readonly departmentId?: number
  readonly fiscalYear?: number
  readonly ids?: readonly number[]
  readonly includeSuperseded?: boolean
}

/** Editions, newest year first; of one year the newest edition first. */
export async function editions(db: Kysely<Schema>, filter: EditionFilter): Promise<StoredReport[]> {
  let query = heads(db).orderBy('fiscal_year', 'desc').orderBy('department_id').orderBy('id', 'desc')
  if (filter.departmentId !== undefined) query = query.where('department_id', '=', filter.departmentId)
  if (filter.fiscalYear !== undefined) query = query.where('fiscal_year', '=', filter.fiscalYear)
  if (filter.ids !== undefined) query = query.where('id', 'in', filter.ids)
  if (filter.includeSuperseded !== true) query = query.where('current', '=', 1)
  return (await query.execute()).map(storedReport)
}

/** Current editions of a kind, newest year first. */
export async function editionHeads(db: Kysely<Schema>, kind: ReportMeta['kind'], fiscalYear?: number): Promise<ReportHead[]> {
  let query = db
    .selectFrom('reports')
    .select(['id', 'department_id as departmentId', 'fiscal_year as fiscalYear'])
    .where('current', '=', 1)
    .where('kind', '=', kind)
    .orderBy('fiscal_year', 'desc')
    .orderBy('department_id')
  if (fiscalYear !== undefined) query = query.where('fiscal_year', '=', fiscalYear)
  return query.execute()
}

/** What editions are editions of. */
export interface Slot {
  readonly departmentId: number
  readonly fiscalYear: number
  readonly kind: ReportMeta['kind']
}

export async function currentEdition(db: Kysely<Schema>, slot: Slot): Promise<StoredReport | null> {
  const row = await heads(db)
    .where('department_id', '=', slot.departmentId)
    .where('fiscal_year', '=', slot.fiscalYear)
    .where('kind', '=', slot.kind)
    .where('current', '=', 1)
    .executeTakeFirst()
  return row === undefined ? null : storedReport(row)
}

/** Of a department's editions for a year the one that came in last is current unless it was taken back; the others are kept beside it. */
export async function makeNewestCurrent(db: Kysely<Schema>, slot: Slot): Promise<void> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'current', 'withdrawn_at'])
    .where('department_id', '=', slot.departmentId)
    .where('fiscal_year', '=', slot.fiscalYear)
    .where('kind', '=', slot.kind)
    .orderBy('id', 'desc')
    .execute()
  const newest = rows.find((row) => row.withdrawn_at === null)
  for (const { id } of rows.filter((row) => row !== newest && row.current === 1)) {
    await db.updateTable('reports').set({ current: 0 }).where('id', '=', id).execute()
  }
  if (newest?.current === 0) await db.updateTable('reports').set({ current: 1 }).where('id', '=', newest.id).execute()
}
