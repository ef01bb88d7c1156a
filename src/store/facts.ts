import type { Insertable, Kysely, Selectable } from 'kysely'
import { type Fact, factsOf } from '../domain/fact.ts'
import type { FactForm } from '../domain/form.ts'
import type { Report } from '../domain/report.ts'
import { amountKey } from './amount-key.ts'
import type { StoredFact } from './interface.ts'
import type { FactsTable, Schema } from './schema.ts'

/** Bound values of one statement stay far below SQLite's 32,766. */
const ROWS_A_STATEMENT = 400

const rowOf = (fact: Fact, reportId: number, fiscalYear: number): Insertable<FactsTable> => ({
  report_id: reportId,
  fiscal_year: fiscalYear,
  key: fact.key,
  item: fact.row.code ?? fact.row.name,
  form: fact.form,
  code: fact.row.code,
  name: fact.row.name,
  parent: fact.row.parent,
  column_key: fact.column,
  subject: fact.subject,
  section: fact.section,
  amount: fact.figure.text,
  unit: fact.figure.unit,
  decimals: fact.figure.decimals,
  amount_key: amountKey(fact.figure),
  page: fact.where.page,
  line: fact.where.line,
  raw: fact.where.raw,
  repaired: fact.repaired,
})

export type FactRow = Selectable<FactsTable> & { department_id: number }

export const factOf = (row: FactRow): StoredFact => ({
  reportId: row.report_id,
  departmentId: row.department_id,
  fiscalYear: row.fiscal_year,
  key: row.key,
  form: row.form as FactForm,
  row: { code: row.code, name: row.name, parent: row.parent },
  column: row.column_key,
  figure: { text: row.amount, unit: row.unit, decimals: row.decimals },
  where: { page: row.page, line: row.line, raw: row.raw },
  repaired: row.repaired,
  section: row.section,
  subject: row.subject,
})

/** Indexes every figure of a report, in print order. */
export async function writeFacts(db: Kysely<Schema>, reportId: number, report: Report): Promise<void> {
  const rows = factsOf(report).map((fact) => rowOf(fact, reportId, report.meta.fiscalYear))
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await db
      .insertInto('facts')
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .execute()
  }
}
