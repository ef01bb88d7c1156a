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
  /** When a person took the edition back; it then never counts as current. */
  withdrawn_at: Generated<string | null>
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

/** Who changed what the store knows, newest last. Never changed afterwards. */
export interface ChangesTable {
  id: Generated<number>
  at: string
  who: string
  who_name: string
  action: string
  sha256: string
  department: string
  fiscal_year: number
  detail: string
}

/** What a person says of a finding of one edition; the edition is named by its content, so that a draft can have marks too. */
export interface FindingMarksTable {
  sha256: string
  finding: string
  mark: string
  why: string
  who: string
  who_name: string
  at: string
}

export interface Schema {
  departments: DepartmentsTable
  aliases: AliasesTable
  reports: ReportsTable
  facts: FactsTable
  findings: FindingsTable
  passages: PassagesTable
  passage_words: PassageWordsTable
  changes: ChangesTable
  finding_marks: FindingMarksTable
}
