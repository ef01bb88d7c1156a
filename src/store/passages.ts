import { type Kysely, sql } from 'kysely'
import { type Outline, type Paragraph, placeAt } from '../domain/outline.ts'
import type { Passage } from './interface.ts'
import type { Schema } from './schema.ts'
import { departmentScope, indexWords, matchExpression, yearScope } from './search-words.ts'

export interface PassageFilter {
  readonly departmentId?: number
  readonly fiscalYear?: number
  readonly limit?: number
}

const DEFAULT_LIMIT = 20

/** What is worth finding: running text, rows of text tables, and headings that run on into a sentence. */
const isPassage = (paragraph: Paragraph): boolean =>
  paragraph.text.trim() !== '' &&
  (paragraph.kind === 'text' || paragraph.kind === 'row' || (paragraph.kind === 'heading' && /[。；]/.test(paragraph.text)))

/** Keeps a report's text, paragraph by paragraph, and makes it searchable. */
export async function writePassages(db: Kysely<Schema>, reportId: number, outline: Outline): Promise<void> {
  const rows = outline.paragraphs.filter(isPassage).map((paragraph) => ({
    report_id: reportId,
    section: paragraph.path.join(' / '),
    text: paragraph.text,
    ...placeAt(paragraph, 0),
  }))
  for (const row of rows) await db.insertInto('passages').values(row).execute()
  await indexPassages(db, reportId)
}

/** Fills the full-text index from the passages of a report. */
export async function indexPassages(db: Kysely<Schema>, reportId: number): Promise<void> {
  const { department_id, fiscal_year } = await db
    .selectFrom('reports')
    .select(['department_id', 'fiscal_year'])
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow()
  const scope = `${departmentScope(department_id)} ${yearScope(fiscal_year)}`
  const passages = await db.selectFrom('passages').select(['id', 'section', 'text']).where('report_id', '=', reportId).execute()
  for (const { id, section, text } of passages) {
    const words = indexWords(`${section}\n${text}`)
    await db.insertInto('passage_words').values({ rowid: id, words, scope }).execute()
  }
}

/** Passages of current editions in which all the words occur, best match first. */
export async function searchPassages(db: Kysely<Schema>, words: string, filter: PassageFilter): Promise<Passage[]> {
  const match = matchExpression(words)
  if (match === null) return []
  const scope = [
    ...(filter.departmentId === undefined ? [] : [departmentScope(filter.departmentId)]),
    ...(filter.fiscalYear === undefined ? [] : [yearScope(filter.fiscalYear)]),
  ]
  const expression = [`words : (${match})`, ...scope.map((word) => `scope : "${word}"`)].join(' AND ')
  return await db
    .selectFrom('passage_words')
    .innerJoin('passages', 'passages.id', 'passage_words.rowid')
    .innerJoin('reports', 'reports.id', 'passages.report_id')
    .select(['passages.report_id as reportId', 'reports.department_id as departmentId', 'reports.fiscal_year as fiscalYear'])
    .select(['passages.section', 'passages.text', 'passages.page', 'passages.line'])
    .where(sql<boolean>`passage_words match ${expression}`)
    .where('reports.current', '=', 1)
    .orderBy(sql`bm25(passage_words, 1.0, 0.0)`)
    .orderBy('passages.id')
    .limit(filter.limit ?? DEFAULT_LIMIT)
    .execute()
}
