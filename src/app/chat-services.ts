import { join } from 'node:path'
import type { AnswerContext } from '../domain/answer.ts'
import type { ReportMeta } from '../domain/report.ts'
import type { KnowledgeStore } from '../store/interface.ts'
import { type Answered, answer } from './answer.ts'
import { answerFiles } from './answer-files.ts'
import { checkReport } from './examine.ts'
import { exportBytes, forExport } from './export.ts'
import { priorReport } from './ingest-prior.ts'
import { type Corrections, type MarkKind, markFindings, type Person, takeIn, withdraw, withMarks } from './knowledge-changes.ts'
import { storedEdition, storedReport } from './stored-report.ts'
import { Suggestions } from './suggestions.ts'
import { Uploads } from './uploads.ts'
import { type Examined, Examiner } from './uploads-examiner.ts'
import type { FetchLimits } from './uploads-fetch.ts'

const FETCH_SECONDS = 60

const EXPORTS = [
  ['xlsx', 'xlsx'],
  ['markdown', 'md'],
  ['csv', 'csv'],
] as const

/** What a chat with many people asks of the program, over one store. */
export async function chatServices(store: KnowledgeStore, dataDir: string, limits: Omit<FetchLimits, 'seconds'>) {
  const suggestions = new Suggestions(store)
  const prior = (meta: ReportMeta) => priorReport(store, meta)
  const examiner = new Examiner(prior)
  const uploads = new Uploads({
    folder: join(dataDir, 'uploads'),
    limits: { ...limits, seconds: FETCH_SECONDS },
    examine: (file, name, hooks) => examiner.examine(file, name, hooks),
  })
  await uploads.clear()
  await suggestions.refresh()
  const recheck = (report: Examined['report']) => examiner.recheck(report)
  /** Names and years to complete follow what has changed. */
  const changing = async <T>(change: Promise<T>): Promise<T> => {
    const done = await change
    await suggestions.refresh()
    return done
  }
  return {
    // Nobody in a chat may open files of the machine: the answer has no way to any.
    answer: (line: string, context: AnswerContext | null) => answer(line, store, context),
    suggestions,
    uploads,
    knowledge: {
      takeIn: (examined: Examined, said: Corrections, by: Person) => changing(takeIn(examined, said, by, { store, recheck })),
      withdraw: (department: string, year: string, why: string, by: Person) => changing(withdraw(store, department, year, why, by)),
      mark: (examined: Examined, numbers: string, mark: MarkKind, why: string, by: Person) =>
        markFindings(store, examined, numbers, mark, why, by),
      marked: async (examined: Examined): Promise<Examined> => {
        const { report, result } = examined
        const findings = withMarks(result.findings, await store.marks(report.meta.sha256))
        return { ...examined, result: { ...result, findings } }
      },
    },
    /** The check of a stored report: of a department's year, or of the edition with this content. */
    stored: (department: string, year: number): Promise<Examined> => storedReport(store, department, String(year)),
    edition: async (sha256: string): Promise<Examined | null> => {
      const edition = await store.edition(sha256)
      return edition === null ? null : storedEdition(store, edition)
    },
    picture: async (question: string, { answer: given, text }: Answered) => {
      const asked = { question, answer: { ...given, output: 'picture' as const }, text, at: new Date().toISOString() }
      return (await answerFiles(asked, store))[0] ?? null
    },
    exportFiles: async (department: string, year: number) => {
      const { report, result } = await storedReport(store, department, String(year))
      const carried = await forExport(report, result.findings, (one) => checkReport(one))
      const name = `${report.meta.department}${report.meta.fiscalYear}`
      const file = async ([format, ending]: (typeof EXPORTS)[number]) => {
        const bytes = await exportBytes(format === 'markdown' ? carried : report, result, format)
        return { name: `${name}.${ending}`, data: Buffer.from(bytes) }
      }
      return Promise.all(EXPORTS.map(file))
    },
    /** Ends the processes that read files. */
    close: () => examiner.close(),
    examiner,
  }
}
