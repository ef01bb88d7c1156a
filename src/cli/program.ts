import type { Answered } from '../app/answer.ts'
import type { IngestedFile } from '../app/ingest.ts'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import type { KnowledgeStore } from '../store/interface.ts'

/** What the verbs can ask of the program. The composition root hands it in, tests hand in stand-ins. */
export interface Program {
  /** Reads and parses one file. */
  readReport(file: string): Promise<Report>
  /** Runs every relation on a report, against last year's where the store has it. */
  checkReport(report: Report): Promise<CheckResult>
  /** Opens the knowledge store; the first call builds the index when it is missing. */
  store(): Promise<KnowledgeStore>
  /** Begins a conversation: each message is answered knowing what was said before. `saveAs` is the file its reply is for. */
  conversation(saveAs?: string): (message: string) => Promise<Answered>
  /** Takes in files and folders, one after the other; `again` reads known ones anew, after an update of the program. */
  ingest(
    paths: readonly string[],
    again: boolean,
    progress: (done: number, all: number, file: string) => void,
  ): Promise<readonly IngestedFile[]>
  /** Copies the store while it is in use; gives the bytes written. */
  backup(toFile: string): Promise<number>
  /** Derives the index anew from the editions the store keeps; counts those that count and the former ones. */
  rebuild(progress: (done: number, all: number, file: string) => void): Promise<{ readonly current: number; readonly former: number }>
}
