import { setImmediate as breathe } from 'node:timers/promises'
import type { SourceDocument } from '../domain/document.ts'
import { InputError } from '../domain/errors.ts'
import type { CheckResult } from '../domain/finding.ts'
import type { Report, ReportMeta } from '../domain/report.ts'
import type { KnowledgeStore, StoredReport } from '../store/interface.ts'
import { type Candidate, candidates } from './ingest-files.ts'
import { type AcrossYears, holdNextYear, type NextYear } from './ingest-next.ts'
import { priorReport } from './ingest-prior.ts'

/** What ingest is made of; the composition root hands in the real ones. */
export interface IngestParts {
  readDocument(file: string): Promise<SourceDocument>
  parseReport(document: SourceDocument): Report | Promise<Report>
  checkReport(report: Report, prior: Report | null): CheckResult | Promise<CheckResult>
  /** Compares a report with last year's and nothing else. */
  compareYears?: AcrossYears
  readonly store: KnowledgeStore
  /** Read known files again, too, and keep the new reading: after an update of the program. */
  readonly again?: boolean
  /** Told of failures that are bugs, with their stack; a person gets one sentence. */
  onBug?(error: unknown, file: string): void
}

/** What became of one file. */
export interface IngestedFile {
  readonly file: string
  /** `completed`: known from an export, it has its original's text now; `refused`: it cannot be used; `skipped`: found in a folder, but no kind of file that reports come in. */
  readonly outcome: 'added' | 'superseded' | 'completed' | 'known' | 'refused' | 'skipped'
  readonly department: string | null
  readonly fiscalYear: number | null
  /** Which kind of report it is; null when nothing went in. */
  readonly kind: ReportMeta['kind'] | null
  /** How many figures were read and how many contradictions found; null when nothing went in (a known file that was read again has both). */
  readonly figures: number | null
  readonly contradictions: number | null
  /** The year after, where it came in before this one and is compared with it only now. */
  readonly next: NextYear | null
  /** Why it did not go in, in one sentence. */
  readonly reason: string | null
}

export type IngestProgress = (done: number, all: number, file: string) => void

/**
 * Takes in files and whole folders one after the other, each in a transaction of its own: what one file lacks never
 * stops the others. Calls `progress` before each file and once at the end.
 */
export async function ingestFiles(
  paths: readonly string[],
  parts: IngestParts,
  progress: IngestProgress = () => {},
): Promise<readonly IngestedFile[]> {
  const found = await candidates(paths)
  const rows: IngestedFile[] = []
  for (const [done, candidate] of found.entries()) {
    progress(done, found.length, candidate.file)
    // Parsing keeps the thread: in between, a chat must be able to answer.
    await breathe()
    rows.push(await settle(candidate, parts))
  }
  if (found.length > 0) progress(found.length, found.length, '')
  return rows
}

async function settle({ file, skip }: Candidate, parts: IngestParts): Promise<IngestedFile> {
  if (skip !== null) return left(file, 'skipped', skip)
  try {
    return await ingestOne(file, parts)
  } catch (error) {
    if (error instanceof InputError) return left(file, 'refused', error.message)
    parts.onBug?.(error, file)
    return left(file, 'refused', '程序处理这个文件时出错，没有收录；请把文件反馈给维护者。')
  }
}

const left = (file: string, outcome: 'refused' | 'skipped', reason: string): IngestedFile => ({
  file,
  outcome,
  department: null,
  fiscalYear: null,
  kind: null,
  figures: null,
  contradictions: null,
  next: null,
  reason,
})

async function ingestOne(file: string, parts: IngestParts): Promise<IngestedFile> {
  const document = await parts.readDocument(file)
  const known = await parts.store.edition(document.sha256)
  if (known?.hasText === true && known.withdrawnAt === undefined && parts.again !== true) return went(file, 'known', known)
  const report = await parts.parseReport(document)
  const check = await parts.checkReport(report, await priorReport(parts.store, report.meta))
  const outcome = await (parts.again === true ? parts.store.reread(report, check) : parts.store.ingest(report, check))
  const next = parts.compareYears && (await holdNextYear(parts.store, outcome.report, report, parts.compareYears))
  return {
    ...went(file, known?.hasText === false && outcome.report.hasText ? 'completed' : outcome.kind, outcome.report),
    next: next ?? null,
    figures: report.tokens.facts,
    contradictions: check.findings.filter((finding) => finding.verdict === 'inconsistent').length,
  }
}

const went = (file: string, outcome: IngestedFile['outcome'], { meta }: StoredReport): IngestedFile => ({
  file,
  outcome,
  department: meta.department,
  fiscalYear: meta.fiscalYear,
  kind: meta.kind,
  figures: null,
  contradictions: null,
  next: null,
  reason: null,
})
