import type { ColumnType, Generated } from 'kysely'

type Flag = 0 | 1

export interface DepartmentsTable {
  id: Generated<number>
  name: string
  normal: string
}

export interface AliasesTable {
  department_id: number
  alias: string
  normal: string
  /** Who says so: a report by the way it prints the name, or a person. */
  origin: 'report' | 'person'
}

export interface ReportsTable {
  id: Generated<number>
  department_id: number
  fiscal_year: number
  kind: string
  sha256: string
  current: Flag
  has_text: Flag
  ingested_at: string
  /** JSON of ReportMeta, apart from the body because lists need no more. */
  meta: string
  /** JSON of Coverage. */
  coverage: string
  /** Compressed JSON of the whole Report without its outline. */
  body: Buffer
}

export interface FactsTable {
  id: Generated<number>
  report_id: number
  fiscal_year: number
  key: string
  /** Code where there is one, else name: what the same row is found by in other reports. */
  item: string
  form: string
  code: string | null
  name: string
  parent: string | null
  column_key: string
  subject: string | null
  section: string | null
  /** Exactly as printed. */
  amount: string
  unit: string
  decimals: number
  /** The same amount so that text order is value order (amount-key.ts). */
  amount_key: string
  page: number | null
  line: number | null
  raw: string
  repaired: string | null
}

export interface FindingsTable {
  report_id: number
  no: number
  rule: string
  verdict: string
  /** JSON of Finding, effects included. */
  body: string
}

export interface PassagesTable {
  id: Generated<number>
  report_id: number
  section: string
  text: string
  page: number | null
  line: number | null
}

/** Full-text index over passages, keyed by their id; keeps words only. */
export interface PassageWordsTable {
  rowid: ColumnType<number, number, never>
  words: string
  scope: string
}

export interface Schema {
  departments: DepartmentsTable
  aliases: AliasesTable
  reports: ReportsTable
  facts: FactsTable
  findings: FindingsTable
  passages: PassagesTable
  passage_words: PassageWordsTable
}
