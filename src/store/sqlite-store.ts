import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { CheckResult } from '../domain/finding.ts'
import type { Report, ReportMeta } from '../domain/report.ts'
import type { Connection } from './connection.ts'
import { replaceCheck } from './content.ts'
import { DepartmentNames } from './department-list.ts'
import { type EditionFilter, editionHeads, editions } from './editions.ts'
import { queryAmounts, queryFacts } from './fact-queries.ts'
import { departmentIdOf, departmentsOf, givenAliases, noteAlias, removeGivenAlias } from './identity.ts'
import { ingestReport, rereadReport } from './ingest.ts'
import type { FactQuery, FindingMark, KnowledgeChange, KnowledgeStore, ReportSink } from './interface.ts'
import { type PassageFilter, searchPassages } from './passages.ts'
import { changesOf, marksOf, withdrawEdition, writeChange, writeMarks } from './peoples-word.ts'
import { errorCode, explained, refusals } from './refusals.ts'
import { bodyOf, coverageOf, editionByHash, findingsOf } from './reports.ts'
import type { Schema } from './schema.ts'

const sinkInto = (trx: Kysely<Schema>): ReportSink => ({
  ingest: (report, check, at = new Date()) => ingestReport(trx, report, check, at),
  reread: (report, check, at = new Date()) => rereadReport(trx, report, check, at),
  recheck: (reportId, check) => replaceCheck(trx, reportId, check),
  addAlias: (departmentId, alias) => noteAlias(trx, departmentId, alias, 'person'),
  removeAlias: (alias) => removeGivenAlias(trx, alias),
  withdraw: (reportId, at = new Date()) => withdrawEdition(trx, reportId, at),
  mark: (sha256, marks) => writeMarks(trx, sha256, marks),
  note: (change, at = new Date()) => writeChange(trx, change, at),
})

/** The knowledge store in one SQLite file. */
export class SqliteStore implements KnowledgeStore {
  readonly #connection: Connection
  readonly #names: DepartmentNames

  constructor(connection: Connection) {
    this.#connection = connection
    this.#names = new DepartmentNames(connection)
  }

  get #db() {
    return this.#connection.db
  }

  ingest(report: Report, check: CheckResult, at = new Date()) {
    return this.batch((sink) => sink.ingest(report, check, at))
  }

  reread(report: Report, check: CheckResult, at = new Date()) {
    return this.batch((sink) => sink.reread(report, check, at))
  }

  batch<T>(work: (sink: ReportSink) => Promise<T>) {
    return this.#run(() =>
      this.#db
        .transaction()
        .execute((trx) => work(sinkInto(trx)))
        .finally(() => this.#names.mayHaveChanged()),
    )
  }

  departments() {
    return this.#run(() => this.#names.all())
  }

  departmentOf(meta: Pick<ReportMeta, 'department' | 'aliases'>) {
    return this.#run(async () => {
      const id = await departmentIdOf(this.#db, meta)
      return id === null ? null : ((await departmentsOf(this.#db, id))[0] ?? null)
    })
  }

  recheck(reportId: number, check: CheckResult) {
    return this.batch((sink) => sink.recheck(reportId, check))
  }

  addAlias(departmentId: number, alias: string) {
    return this.batch((sink) => sink.addAlias(departmentId, alias))
  }

  removeAlias(alias: string) {
    return this.batch((sink) => sink.removeAlias(alias))
  }

  givenAliases() {
    return this.#run(() => givenAliases(this.#db))
  }

  withdraw(reportId: number, at = new Date()) {
    return this.batch((sink) => sink.withdraw(reportId, at))
  }

  mark(sha256: string, marks: readonly FindingMark[]) {
    return this.batch((sink) => sink.mark(sha256, marks))
  }

  note(change: KnowledgeChange, at = new Date()) {
    return this.batch((sink) => sink.note(change, at))
  }

  marks(sha256: string) {
    return this.#run(() => marksOf(this.#db, sha256))
  }

  changes(sha256: string) {
    return this.#run(() => changesOf(this.#db, sha256))
  }

  reports(filter: EditionFilter = {}) {
    return this.#run(() => editions(this.#db, filter))
  }

  heads(kind: ReportMeta['kind'], fiscalYear?: number) {
    return this.#run(() => editionHeads(this.#db, kind, fiscalYear))
  }

  edition(sha256: string) {
    return this.#run(() => editionByHash(this.#db, sha256))
  }

  report(reportId: number) {
    return this.#run(() => bodyOf(this.#db, reportId))
  }

  facts(query: FactQuery) {
    return this.#run(() => queryFacts(this.#db, query))
  }

  amounts(query: FactQuery) {
    return this.#run(() => queryAmounts(this.#db, query))
  }

  findings(reportId: number) {
    return this.#run(() => findingsOf(this.#db, reportId))
  }

  coverage(reportId: number) {
    return this.#run(() => coverageOf(this.#db, reportId))
  }

  passages(words: string, filter: PassageFilter = {}) {
    return this.#run(() => searchPassages(this.#db, words, filter))
  }

  async backup(toFile: string) {
    if (existsSync(toFile)) throw refusals.exists(toFile)
    try {
      await this.#connection.file.backup(toFile)
    } catch (error) {
      throw errorCode(error) === '' ? refusals.noFolder(toFile) : explained(error, toFile)
    }
  }

  async close() {
    await this.#run(() => this.#db.destroy())
  }

  /** Database errors leave as a sentence that names the file and says what to do. */
  async #run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw explained(error, this.#connection.path)
    }
  }
}
