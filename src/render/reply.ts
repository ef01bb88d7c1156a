import type { Answer, AnswerContext, Table } from '../domain/answer.ts'
import type { Chart } from '../domain/chart.ts'
import { plainLine } from './plain-text.ts'
import { sourceLines, stepLines } from './source-words.ts'

/**
 * A reply free of any chat platform: what every chat shows of an answer, what one keeps behind a button, and what can
 * be asked next. Its words are free of control characters.
 */
export interface Reply {
  /** The answer in one line. */
  readonly headline: string
  /** Under the headline; blanks before a line are its indent. */
  readonly lines: readonly string[]
  readonly table: Table | null
  /** What to choose from where the question was ambiguous. */
  readonly choices: readonly string[]
  readonly notes: readonly string[]
  /** 怎么算的: computed figures down to their cells. */
  readonly steps: readonly string[]
  /** 原文: the files, then form, row, place and characters of every figure shown. */
  readonly sources: readonly string[]
  /** Whose report of which year it is about, when it is about one. */
  readonly report: { readonly department: string; readonly year: number } | null
  readonly context: AnswerContext | null
  /** Its figures make a picture; `drawn` where it was asked for. */
  readonly chart: boolean
  readonly drawn: Chart | null
  /** The picture or the export that was asked for. */
  readonly files: readonly ReplyFile[]
}

export interface ReplyFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What a picture shows, in words. */
  readonly alt: string | null
}

function reportOf({ context, status }: Answer): Reply['report'] {
  const [department, another] = context?.departments ?? []
  const [year] = context?.years ?? []
  if (department === undefined || another !== undefined || year === undefined || status !== 'answered') return null
  return { department, year }
}

/** The reply to be shown for an answer. */
export function replyOf({ answer, files = [] }: { readonly answer: Answer; readonly files?: readonly ReplyFile[] }): Reply {
  const plain = (lines: readonly string[]): string[] => lines.map(plainLine)
  return {
    headline: plainLine(answer.headline),
    lines: answer.lines.map((line) => `${/^ */.exec(line)?.[0] ?? ''}${plainLine(line)}`),
    table: answer.table === null ? null : { head: plain(answer.table.head), rows: answer.table.rows.map(plain) },
    choices: plain(answer.choices),
    notes: plain(answer.notes),
    steps: plain(stepLines(answer)),
    sources: plain(sourceLines(answer.figures)),
    report: reportOf(answer),
    context: answer.context,
    chart: answer.chart !== undefined,
    drawn: answer.output === 'picture' ? (answer.chart ?? null) : null,
    files,
  }
}

/** What can be asked of a reply, in the words that a person says or presses. */
export const OFFERS = { steps: '怎么算的', sources: '原文', picture: '图', priorYear: '上一年', export: '导出' } as const
export type Offer = keyof typeof OFFERS

/** What is worth asking next. @param hasPrior whether there is a report of the year before */
export function offersOf({ steps, sources, chart, files, report }: Reply, hasPrior: boolean): Offer[] {
  const worth: Readonly<Record<Offer, boolean>> = {
    steps: steps.length > 0,
    sources: sources.length > 0,
    picture: chart && files.length === 0,
    priorYear: report !== null && hasPrior,
    export: report !== null,
  }
  return (Object.keys(OFFERS) as Offer[]).filter((offer) => worth[offer])
}
