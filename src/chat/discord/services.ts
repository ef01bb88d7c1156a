import type { Command } from '../../../commands/command.ts'
import type { Answered } from '../../app/answer.ts'
import type { Corrections, MarkKind, Person, TakenIn, Withdrawn } from '../../app/knowledge-changes.ts'
import type { Examined, ExamineHooks } from '../../app/uploads-examiner.ts'
import type { Attached } from '../../app/uploads-fetch.ts'
import type { AnswerContext } from '../../domain/answer.ts'
import type { ReplyFile } from '../../render/reply.ts'
import type { OutgoingFile } from './message.ts'

/** What the bot asks of the program; the composition root hands it in. */
export interface BotServices {
  readonly commands: readonly Command[]
  answer(line: string, context: AnswerContext | null): Promise<Answered>
  readonly suggestions: {
    departments(typed: string, limit: number): string[]
    years(departmentWords: string, limit: number): Promise<number[]>
    items(typed: string, limit: number): string[]
  }
  /** The check of an uploaded file, and results that are still in memory. */
  readonly uploads: {
    check(file: Attached, hooks: ExamineHooks): Promise<Examined>
    kept(sha256: string): Examined | null
  }
  /** Changes of the knowledge; whether a person may is asked before. */
  readonly knowledge: {
    takeIn(examined: Examined, said: Corrections, by: Person): Promise<TakenIn>
    withdraw(department: string, year: string, why: string, by: Person): Promise<Withdrawn>
    mark(examined: Examined, numbers: string, mark: MarkKind, why: string, by: Person): Promise<number>
    /** The check with what people have said of its findings. */
    marked(examined: Examined): Promise<Examined>
  }
  /** The check of a department's stored report, or of the edition with this content. */
  stored(department: string, year: number): Promise<Examined>
  edition(sha256: string): Promise<Examined | null>
  /** A stored report as files. */
  exportFiles(department: string, year: number): Promise<OutgoingFile[]>
  /** An answer's figures as a picture; null where they make none. */
  picture(question: string, answered: Answered): Promise<ReplyFile | null>
  /** What a person is told of a failure, in one sentence; null for a bug. */
  explain(error: unknown): string | null
}

/** How the bot is run. */
export interface BotSettings {
  readonly token: string
  readonly api: string
  /** Where and by whom it may be used; empty: everywhere, everybody. */
  readonly channels: readonly string[]
  readonly roles: readonly string[]
  /** Who may change the knowledge; empty: those who may manage the server. */
  readonly editorRoles: readonly string[]
  readonly userPerMinute: number
  readonly serverPerMinute: number
  /** After how long without an answer Discord is told to wait. */
  readonly deferAfterMs: number
  /** How long a shutdown waits for what is under way. */
  readonly shutdownMs: number
}

export const TIMING = { deferAfterMs: 1200, shutdownMs: 10_000 } as const
