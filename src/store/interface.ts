import type { Fact } from '../domain/fact.ts'
import type { CheckResult, Finding } from '../domain/finding.ts'
import type { FactForm } from '../domain/form.ts'
import type { Report, ReportMeta } from '../domain/report.ts'

export interface Department {
  readonly id: number
  /** Full official name. */
  readonly name: string
  /** Short names, other spellings, former names. */
  readonly aliases: readonly string[]
}

/** One stored edition of a report. `current` is false once a newer edition of the same department, year and kind came in. */
export interface StoredReport {
  readonly id: number
  readonly departmentId: number
  readonly meta: ReportMeta
  readonly current: boolean
  /** ISO time of ingest. */
  readonly ingestedAt: string
}

export interface StoredFact extends Fact {
  readonly reportId: number
}

export interface FactQuery {
  readonly reportId?: number
  readonly departmentId?: number
  readonly fiscalYear?: number
  readonly forms?: readonly FactForm[]
  readonly code?: string
  /** Exact row name. */
  readonly name?: string
  readonly column?: string
  readonly subject?: string
  /** Only current editions unless false. */
  readonly currentOnly?: boolean
  readonly limit?: number
}

export interface Passage {
  readonly reportId: number
  readonly departmentId: number
  readonly fiscalYear: number
  readonly section: string
  readonly text: string
  readonly page: number | null
  readonly line: number | null
}

export type IngestOutcome =
  | { readonly kind: 'added'; readonly report: StoredReport }
  | { readonly kind: 'superseded'; readonly report: StoredReport; readonly previous: StoredReport }
  | { readonly kind: 'known'; readonly report: StoredReport }

/** What the program knows. All SQL lives behind it, so that another database can follow without touching a caller. */
export interface KnowledgeStore {
  /** One transaction: report, facts, findings, passages and aliases go in together or not at all. Idempotent by content hash. */
  ingest(report: Report, check: CheckResult, at?: Date): Promise<IngestOutcome>
  departments(): Promise<readonly Department[]>
  addAlias(departmentId: number, alias: string): Promise<void>
  /** All editions, newest year first; superseded ones too when asked. */
  reports(filter?: { departmentId?: number; fiscalYear?: number; includeSuperseded?: boolean }): Promise<readonly StoredReport[]>
  /** The whole report as it was parsed (outline absent). */
  report(reportId: number): Promise<Report | null>
  facts(query: FactQuery): Promise<readonly StoredFact[]>
  findings(reportId: number): Promise<readonly Finding[]>
  coverage(reportId: number): Promise<CheckResult['coverage'] | null>
  /** Full-text search that also finds two-character words. */
  passages(words: string, filter?: { departmentId?: number; fiscalYear?: number; limit?: number }): Promise<readonly Passage[]>
  backup(toFile: string): Promise<void>
  close(): Promise<void>
}
