import { type Kysely, sql } from 'kysely'
import type { ReportMeta } from '../domain/report.ts'
import { isDistinctive, normalName } from './department-names.ts'
import type { Department } from './interface.ts'
import type { AliasesTable, Schema } from './schema.ts'

type Names = Pick<ReportMeta, 'department' | 'aliases'>
type Origin = AliasesTable['origin']

/**
 * Which department a report belongs to: the one with its official name; else the only one that a report or a person
 * calls so. Names that any place could have (区委办公室) count only as official ones or where a person said so;
 * several candidates are none, because a wrong merger would supersede somebody else's report.
 */
export async function departmentIdOf(db: Kysely<Schema>, names: Names): Promise<number | null> {
  const official = normalName(names.department)
  const same = await db.selectFrom('departments').select('id').where('normal', '=', official).executeTakeFirst()
  if (same !== undefined) return same.id
  const candidates = new Set([...(await calledSo(db, official)), ...(await namedLikeItsAliases(db, names.aliases))])
  const [only] = candidates
  return candidates.size === 1 && only !== undefined ? only : null
}

async function calledSo(db: Kysely<Schema>, official: string): Promise<number[]> {
  const rows = await db.selectFrom('aliases').select(['department_id', 'origin']).where('normal', '=', official).execute()
  return rows.filter((row) => row.origin === 'person' || isDistinctive(official)).map((row) => row.department_id)
}

/** The other direction, so that the order in which two spellings come in makes no difference. */
async function namedLikeItsAliases(db: Kysely<Schema>, aliases: readonly string[]): Promise<number[]> {
  const telling = aliases.map(normalName).filter(isDistinctive)
  if (telling.length === 0) return []
  const rows = await db.selectFrom('departments').select('id').where('normal', 'in', telling).execute()
  return rows.map((row) => row.id)
}

/** Finds or creates the report's department and notes every spelling that is new to it. */
export async function settleDepartment(db: Kysely<Schema>, names: Names): Promise<number> {
  const id = (await departmentIdOf(db, names)) ?? (await createDepartment(db, names.department))
  for (const alias of [names.department, ...names.aliases]) await noteAlias(db, id, alias, 'report')
  return id
}

async function createDepartment(db: Kysely<Schema>, name: string): Promise<number> {
  const row = await db
    .insertInto('departments')
    .values({ name, normal: normalName(name) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A department that a misread name had made goes with its last report, unless a person has named it. */
export async function forgetIfEmpty(db: Kysely<Schema>, id: number): Promise<void> {
  const report = await db.selectFrom('reports').select('id').where('department_id', '=', id).executeTakeFirst()
  const word = await db
    .selectFrom('aliases')
    .select('alias')
    .where('department_id', '=', id)
    .where('origin', '=', 'person')
    .executeTakeFirst()
  if (report !== undefined || word !== undefined) return
  await db.deleteFrom('aliases').where('department_id', '=', id).execute()
  await db.deleteFrom('departments').where('id', '=', id).execute()
}

/** Adds a spelling unless the department has it. A person's word outranks a report's. */
export async function noteAlias(db: Kysely<Schema>, departmentId: number, alias: string, origin: Origin): Promise<void> {
  const normal = normalName(alias)
  if (normal === '') return
  const department = await db.selectFrom('departments').select('normal').where('id', '=', departmentId).executeTakeFirst()
  if (department === undefined || department.normal === normal) return
  await db
    .insertInto('aliases')
    .values({ department_id: departmentId, alias: alias.trim(), normal, origin })
    .onConflict((conflict) =>
      origin === 'person' ? conflict.columns(['department_id', 'normal']).doUpdateSet({ origin }) : conflict.doNothing(),
    )
    .execute()
}

/** The names that people gave, oldest first. */
export async function givenAliases(db: Kysely<Schema>): Promise<{ departmentId: number; alias: string }[]> {
  const given = db.selectFrom('aliases').select(['department_id as departmentId', 'alias']).where('origin', '=', 'person')
  return given.orderBy(sql`rowid`).execute()
}

/** @returns the departments that had it */
export async function removeGivenAlias(db: Kysely<Schema>, alias: string): Promise<number[]> {
  const given = db.deleteFrom('aliases').where('normal', '=', normalName(alias)).where('origin', '=', 'person')
  return (await given.returning('department_id').execute()).map((row) => row.department_id)
}

/** All departments, or the given one, with their other names in the order in which they came in. */
export async function departmentsOf(db: Kysely<Schema>, id?: number): Promise<Department[]> {
  const departments = db.selectFrom('departments').select(['id', 'name']).orderBy('id')
  const aliases = db.selectFrom('aliases').select(['department_id', 'alias']).orderBy(sql`rowid`)
  const names = await (id === undefined ? departments : departments.where('id', '=', id)).execute()
  const others = await (id === undefined ? aliases : aliases.where('department_id', '=', id)).execute()
  const byDepartment = new Map<number, string[]>(names.map((row) => [row.id, []]))
  for (const row of others) byDepartment.get(row.department_id)?.push(row.alias)
  return names.map((row) => ({ ...row, aliases: byDepartment.get(row.id) ?? [] }))
}
