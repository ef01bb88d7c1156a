import type { Fact } from '../domain/fact.ts'
import type { Figure, Unit } from '../domain/figure.ts'
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
  /** Whether the report's own text came with it, so that passages exist; false for one that came from an export. */
  readonly hasText: boolean
  /** When a person took it back; absent for all others. */
  readonly withdrawnAt?: string
}

/** A current edition, told by as little as a list of all of them needs. */
export interface ReportHead {
  readonly id: number
  readonly departmentId: number
  readonly fiscalYear: number
}

/** A figure without its place: what an order of very many needs. */
export interface ReportAmount {
  readonly reportId: number
  readonly figure: Figure
}

export interface StoredFact extends Fact {
  readonly reportId: number
  readonly departmentId: number
  readonly fiscalYear: number
}

export interface FactQuery {
  readonly reportId?: number
  readonly departmentId?: number
  readonly fiscalYear?: number
  readonly forms?: readonly FactForm[]
  readonly code?: string
  /** Code where the row has one, else its name: the quick way to the same row of all departments. */
  readonly item?: string
  /** Exact row name. */
  readonly name?: string
  readonly column?: string
  readonly subject?: string
  /** Only current editions unless false. */
  readonly currentOnly?: boolean
  /** 'money': amounts in any money unit, compared across units; else figures of exactly this unit. */
  readonly unit?: 'money' | Unit
  /** As printed (the default), or by exact value. Sort only what can be compared: give `unit` along. */
  readonly order?: 'printed' | 'largest' | 'smallest'
  /** At most one figure a report, the first in the given order: what a ranking of departments wants. */
  readonly oncePerReport?: boolean
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
  /** `renewed`: the edition was there and has taken this reading in place of the former one. */
  | { readonly kind: 'known'; readonly report: StoredReport; readonly renewed?: boolean }

/** A person who changes what the store knows. */
export interface Person {
  /** The chat platform's id, which stays when names change. */
  readonly id: string
  readonly name: string
}

export type ChangeAction = 'taken-in' | 'withdrawn' | 'marked'

/** Who changed what, and when; `detail` says in words what was corrected or why. */
export interface KnowledgeChange {
  readonly action: ChangeAction
  readonly by: Person
  readonly sha256: string
  readonly department: string
  readonly fiscalYear: number
  readonly detail: string
}

export type MarkKind = 'known' | 'mistaken'

/** What a person says of one finding (domain/finding-key.ts) of one edition. */
export interface FindingMark {
  readonly finding: string
  readonly mark: MarkKind
  readonly why: string
  readonly by: Person
  readonly at: string
}

/** The writing part of a store, also inside a batch. */
export interface ReportSink {
  /**
   * One transaction: report, facts, findings, passages and aliases go in together or not at all. Idempotent by content hash;
   * only an edition that came from an export is renewed when its original comes in.
   */
  ingest(report: Report, check: CheckResult, at?: Date): Promise<IngestOutcome>
  /** As ingest, but a known edition takes the new reading (of a better reader or checker) and keeps its number and time. */
  reread(report: Report, check: CheckResult, at?: Date): Promise<IngestOutcome>
  /** An edition takes what a later check found; what was read stays. */
  recheck(reportId: number, check: CheckResult): Promise<void>
  /** Gives a department another name, as a person's word. */
  addAlias(departmentId: number, alias: string): Promise<void>
  /** Takes a name back that a person gave, whoever has it; what reports print stays. Gives the departments that had it. */
  removeAlias(alias: string): Promise<readonly number[]>
  /** Takes an edition back: the newest of the others becomes current. It comes back when its file is taken in again. */
  withdraw(reportId: number, at?: Date): Promise<void>
  /** Sets or replaces the marks of an edition's findings. */
  mark(sha256: string, marks: readonly FindingMark[]): Promise<void>
  /** Writes down who changed what. */
  note(change: KnowledgeChange, at?: Date): Promise<void>
}

/** What the program knows. All SQL lives behind it, so that another database can follow without touching a caller. */
export interface KnowledgeStore extends ReportSink {
  /** Many ingests as one transaction: all of them or none. The store's other methods wait until `work` has ended: do not call them inside. */
  batch<T>(work: (sink: ReportSink) => Promise<T>): Promise<T>
  /** The same array until a name changes. */
  departments(): Promise<readonly Department[]>
  /** The names that people gave, oldest first. */
  givenAliases(): Promise<readonly { readonly departmentId: number; readonly alias: string }[]>
  /** The one department that ingest would file such a report under; null when it is new or when several could be meant. */
  departmentOf(meta: Pick<ReportMeta, 'department' | 'aliases'>): Promise<Department | null>
  /** All editions, newest year first; superseded ones too when asked. */
  reports(filter?: {
    departmentId?: number
    fiscalYear?: number
    ids?: readonly number[]
    includeSuperseded?: boolean
  }): Promise<readonly StoredReport[]>
  /** Current editions of one kind, newest year first, without what they say. */
  heads(kind: ReportMeta['kind'], fiscalYear?: number): Promise<readonly ReportHead[]>
  /** The edition with this content, current or not; null when it never came in. */
  edition(sha256: string): Promise<StoredReport | null>
  /** The whole report as it was parsed (outline absent). */
  report(reportId: number): Promise<Report | null>
  facts(query: FactQuery): Promise<readonly StoredFact[]>
  /** As facts, only the figures: a tenth of the time where there are very many. */
  amounts(query: FactQuery): Promise<readonly ReportAmount[]>
  findings(reportId: number): Promise<readonly Finding[]>
  coverage(reportId: number): Promise<CheckResult['coverage'] | null>
  marks(sha256: string): Promise<readonly FindingMark[]>
  /** What people changed of an edition, oldest first. */
  changes(sha256: string): Promise<readonly (KnowledgeChange & { readonly at: string })[]>
  /** Full-text search that also finds two-character words; words apart by blanks must all occur. Best match first. */
  passages(words: string, filter?: { departmentId?: number; fiscalYear?: number; limit?: number }): Promise<readonly Passage[]>
  /** A consistent copy, taken while the store is in use. `toFile` must not exist yet. */
  backup(toFile: string): Promise<void>
  close(): Promise<void>
}
