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
}
