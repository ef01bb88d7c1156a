import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Kysely, Selectable } from 'kysely'
import type { Coverage, Finding } from '../domain/finding.ts'
import type { Report, ReportMeta } from '../domain/report.ts'
import type { StoredReport } from './interface.ts'
import type { ReportsTable, Schema } from './schema.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)
/** Reports shrink to a tenth at once; more effort costs time and gains little. */
const LEVEL = 3

/** The whole report as bytes; its outline stays out, passages keep what is searched. */
export const pack = async (report: Report): Promise<Buffer> => compress(JSON.stringify({ ...report, outline: null }), { level: LEVEL })
export const unpack = async (body: Buffer): Promise<Report> => JSON.parse((await expand(body)).toString('utf8')) as Report

const HEAD = ['id', 'department_id', 'current', 'has_text', 'ingested_at', 'withdrawn_at', 'meta'] as const
type Head = Pick<Selectable<ReportsTable>, (typeof HEAD)[number]>

export const storedReport = (row: Head): StoredReport => ({
  id: row.id,
  departmentId: row.department_id,
  meta: JSON.parse(row.meta) as ReportMeta,
  current: row.current === 1,
  ingestedAt: row.ingested_at,
  hasText: row.has_text === 1,
  ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
})

/** Editions without their bodies: the query that storedReport understands. */
export const heads = (db: Kysely<Schema>) => db.selectFrom('reports').select(HEAD)

export async function editionById(db: Kysely<Schema>, id: number): Promise<StoredReport> {
  return storedReport(await heads(db).where('id', '=', id).executeTakeFirstOrThrow())
}

export async function editionByHash(db: Kysely<Schema>, sha256: string): Promise<StoredReport | null> {
  const row = await heads(db).where('sha256', '=', sha256).executeTakeFirst()
  return row === undefined ? null : storedReport(row)
}

export async function bodyOf(db: Kysely<Schema>, id: number): Promise<Report | null> {
  const row = await db.selectFrom('reports').select('body').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : unpack(row.body)
}

export async function coverageOf(db: Kysely<Schema>, id: number): Promise<Coverage | null> {
  const row = await db.selectFrom('reports').select('coverage').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.coverage) as Coverage)
}

export async function findingsOf(db: Kysely<Schema>, id: number): Promise<Finding[]> {
  const rows = await db.selectFrom('findings').select('body').where('report_id', '=', id).orderBy('no').execute()
  return rows.map((row) => JSON.parse(row.body) as Finding)
}
