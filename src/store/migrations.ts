import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** Marks a SQLite file as ours, so that another program's database is never taken for a knowledge store. ('ChaZ') */
export const APPLICATION_ID = 0x4368615a

type Migration = (db: Kysely<Schema>) => Promise<void>

const departments: Migration = async (db) => {
  await db.schema
    .createTable('departments')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('normal', 'text', (c) => c.notNull().unique())
    .execute()
  await db.schema
    .createTable('aliases')
    .addColumn('department_id', 'integer', (c) => c.notNull().references('departments.id'))
    .addColumn('alias', 'text', (c) => c.notNull())
    .addColumn('normal', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('aliases_key', ['department_id', 'normal'])
    .execute()
  await db.schema.createIndex('aliases_by_name').on('aliases').column('normal').execute()
}

const reports: Migration = async (db) => {
  await db.schema
    .createTable('reports')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('department_id', 'integer', (c) => c.notNull().references('departments.id'))
    .addColumn('fiscal_year', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull().unique())
    .addColumn('current', 'integer', (c) => c.notNull())
    .addColumn('has_text', 'integer', (c) => c.notNull())
    .addColumn('ingested_at', 'text', (c) => c.notNull())
    .addColumn('meta', 'text', (c) => c.notNull())
    .addColumn('coverage', 'text', (c) => c.notNull())
    .addColumn('body', 'blob', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('reports_by_department').on('reports').columns(['department_id', 'fiscal_year', 'kind']).execute()
  await db.schema
    .createIndex('one_current_edition')
    .unique()
    .on('reports')
    .columns(['department_id', 'fiscal_year', 'kind'])
    .where(sql.ref('current'), '=', 1)
    .execute()
}

const facts: Migration = async (db) => {
  await db.schema
    .createTable('facts')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('report_id', 'integer', (c) => c.notNull().references('reports.id'))
    .addColumn('fiscal_year', 'integer', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('code', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('parent', 'text')
    .addColumn('column_key', 'text', (c) => c.notNull())
    .addColumn('subject', 'text')
    .addColumn('section', 'text')
    .addColumn('amount', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('decimals', 'integer', (c) => c.notNull())
    .addColumn('amount_key', 'text', (c) => c.notNull())
    .addColumn('page', 'integer')
    .addColumn('line', 'integer')
    .addColumn('raw', 'text', (c) => c.notNull())
    .addColumn('repaired', 'text')
    .execute()
  await db.schema.createIndex('facts_by_report').on('facts').columns(['report_id', 'form']).execute()
  await db.schema.createIndex('facts_by_item').on('facts').columns(['item', 'form', 'column_key', 'fiscal_year', 'amount_key']).execute()
  await db.schema
    .createIndex('facts_by_subject')
    .on('facts')
    .columns(['subject', 'column_key', 'fiscal_year', 'amount_key'])
    .where('subject', 'is not', null)
    .execute()
}

const findings: Migration = async (db) => {
  await db.schema
    .createTable('findings')
    .addColumn('report_id', 'integer', (c) => c.notNull().references('reports.id'))
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('findings_key', ['report_id', 'no'])
    .execute()
}

const passages: Migration = async (db) => {
  await db.schema
    .createTable('passages')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('report_id', 'integer', (c) => c.notNull().references('reports.id'))
    .addColumn('section', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('page', 'integer')
    .addColumn('line', 'integer')
    .execute()
  await db.schema.createIndex('passages_by_report').on('passages').column('report_id').execute()
  await sql`create virtual table passage_words using fts5(words, scope, content='', contentless_delete=1)`.execute(db)
}

const peoplesWord: Migration = async (db) => {
  await db.schema.alterTable('reports').addColumn('withdrawn_at', 'text').execute()
  await db.schema
    .createTable('changes')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('who_name', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('department', 'text', (c) => c.notNull())
    .addColumn('fiscal_year', 'integer', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('changes_by_edition').on('changes').column('sha256').execute()
  await db.schema
    .createTable('finding_marks')
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('finding', 'text', (c) => c.notNull())
    .addColumn('mark', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('who_name', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('finding_marks_key', ['sha256', 'finding'])
    .execute()
}

/** Each entry brings a store one format further; entries are only ever appended. */
const MIGRATIONS: readonly (readonly Migration[])[] = [[departments, reports, facts, findings, passages], [peoplesWord]]

/** The format this program writes. */
export const FORMAT = MIGRATIONS.length

/** Brings a store to the current format: all steps or none. Nothing happens when it is there already. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  if ((await formatOf(db)) === FORMAT) return
  await db.transaction().execute(async (trx) => {
    // Asked again under the lock: another program may have done it meanwhile.
    const version = await formatOf(trx)
    for (const step of MIGRATIONS.slice(version).flat()) await step(trx)
    await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(trx)
    await sql`pragma user_version = ${sql.lit(FORMAT)}`.execute(trx)
  })
}

async function formatOf(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
  return rows[0]?.user_version ?? 0
}
