import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { MONEY_UNITS } from '../domain/figure.ts'
import { type FactRow, factOf } from './facts.ts'
import type { FactQuery, ReportAmount, StoredFact } from './interface.ts'
import type { Schema } from './schema.ts'

type Facts = SelectQueryBuilder<Schema, 'facts' | 'reports', FactRow>

/** Figures by address, by report or by subject, in the order asked for. */
export async function queryFacts(db: Kysely<Schema>, query: FactQuery): Promise<StoredFact[]> {
  const rows = ordered(filtered(db, query), query)
  const limit = query.limit ?? Number.POSITIVE_INFINITY
  if (query.oncePerReport === true) return firstOfEachReport(rows, limit)
  const found = await (Number.isFinite(limit) ? rows.limit(limit) : rows).execute()
  return found.map(factOf)
}

/** Only reports and figures. */
export async function queryAmounts(db: Kysely<Schema>, query: FactQuery): Promise<ReportAmount[]> {
  const rows = await ordered(filtered(db, query), query)
    .clearSelect()
    .select(['facts.report_id', 'facts.amount', 'facts.unit', 'facts.decimals'])
    .execute()
  return rows.map(({ report_id, amount, unit, decimals }) => ({ reportId: report_id, figure: { text: amount, unit, decimals } }))
}

/**
 * The join's direction is spelled out (SQLite's `cross join` keeps the order of tables): inside a department or a
 * report one goes from the few editions to their figures; across departments from the figures' index to the editions.
 */
function filtered(db: Kysely<Schema>, query: FactQuery): Facts {
  const scoped = query.reportId !== undefined || query.departmentId !== undefined
  const joined = (scoped
    ? db.selectFrom('reports').crossJoin('facts')
    : db.selectFrom('facts').crossJoin('reports')) as unknown as SelectQueryBuilder<Schema, 'facts' | 'reports', object>
  let facts = joined.selectAll('facts').select('reports.department_id').whereRef('facts.report_id', '=', 'reports.id') as Facts
  if (query.reportId !== undefined) facts = facts.where('reports.id', '=', query.reportId)
  if (query.departmentId !== undefined) facts = facts.where('reports.department_id', '=', query.departmentId)
  if (query.fiscalYear !== undefined) facts = facts.where(scoped ? 'reports.fiscal_year' : 'facts.fiscal_year', '=', query.fiscalYear)
  if (query.currentOnly !== false) facts = facts.where('reports.current', '=', 1)
  if (query.forms !== undefined) facts = facts.where('facts.form', 'in', query.forms)
  if (query.code !== undefined) facts = facts.where('facts.code', '=', query.code)
  // Redundant, and the way into the index of items.
  if (query.code !== undefined && !scoped) facts = facts.where('facts.item', '=', query.code)
  if (query.item !== undefined) facts = facts.where('facts.item', '=', query.item)
  if (query.name !== undefined) facts = facts.where('facts.name', '=', query.name)
  if (query.column !== undefined) facts = facts.where('facts.column_key', '=', query.column)
  // The plus keeps SQLite from entering by the index of subjects, which would lead through every department's figures.
  if (query.subject !== undefined) facts = facts.where(scoped ? sql<string>`+facts.subject` : 'facts.subject', '=', query.subject)
  if (query.unit === 'money') facts = facts.where('facts.unit', 'in', MONEY_UNITS)
  else if (query.unit !== undefined) facts = facts.where('facts.unit', '=', query.unit)
  return facts
}

function ordered(facts: Facts, query: FactQuery): Facts {
  const sorted =
    query.order === 'largest'
      ? facts.orderBy('facts.amount_key', 'desc')
      : query.order === 'smallest'
        ? facts.orderBy('facts.amount_key', 'asc')
        : facts.orderBy('facts.report_id')
  return sorted.orderBy('facts.id')
}

/** Reads along the index and stops as soon as enough reports are found. */
async function firstOfEachReport(rows: Facts, limit: number): Promise<StoredFact[]> {
  const found = new Map<number, StoredFact>()
  if (limit <= 0) return []
  for await (const row of rows.stream()) {
    if (!found.has(row.report_id)) found.set(row.report_id, factOf(row))
    if (found.size >= limit) break
  }
  return [...found.values()]
}
