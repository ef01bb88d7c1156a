import type { Answered } from '../app/answer.ts'
import type { Answer, AnswerContext, Table } from '../domain/answer.ts'
import { sourceLines, stepLines } from '../render/answer-text.ts'
import { plainLine } from '../render/plain-text.ts'

/** A reply free of any chat platform: what every chat shows of an answer, and what one keeps behind a button. */
export interface Reply {
  /** The answer in one line. */
  readonly headline: string
  readonly lines: readonly string[]
  readonly table: Table | null
  /** What to choose from where the question was ambiguous. */
  readonly choices: readonly string[]
  readonly notes: readonly string[]
  /** 怎么算的: computed figures down to their cells. */
  readonly steps: readonly string[]
  /** 原文: form, row, place and characters of every figure shown. */
  readonly sources: readonly string[]
  /** Whose report of which year it is about, when it is about one. */
  readonly report: { readonly department: string; readonly year: number } | null
  readonly context: AnswerContext | null
  /** Its figures make a picture. */
  readonly chart: boolean
  /** The picture or the export that was asked for. */
  readonly files: readonly ReplyFile[]
}

export interface ReplyFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What a picture shows, in words. */
  readonly alt: string | null
}

const lead = (line: string): string => line.trim()

function reportOf({ context, status }: Answer): Reply['report'] {
  const [department, another] = context?.departments ?? []
  const [year] = context?.years ?? []
  if (department === undefined || another !== undefined || year === undefined || status !== 'answered') return null
  return { department, year }
}

/** The reply to be shown for an answer; everything in it is free of control characters. */
export function replyOf({ answer, files = [] }: Pick<Answered, 'answer' | 'files'>): Reply {
  const plain = (lines: readonly string[]): string[] => lines.map(plainLine)
  return {
    headline: plainLine(answer.headline),
    lines: plain(answer.lines),
    table: answer.table === null ? null : { head: plain(answer.table.head), rows: answer.table.rows.map(plain) },
    choices: plain(answer.choices),
    notes: plain(answer.notes),
    steps: stepLines(answer).slice(1).map(lead).map(plainLine),
    sources: sourceLines(answer.figures).map(lead).map(plainLine),
    report: reportOf(answer),
    context: answer.context,
    chart: answer.chart !== undefined,
    files,
  }
}
