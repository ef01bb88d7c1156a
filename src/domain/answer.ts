import type { Chart } from './chart.ts'
import type { Figure } from './figure.ts'
import type { FactForm } from './form.ts'

/** Where a shown figure stands in the original. */
export interface Source {
  readonly report: string
  readonly form: FactForm
  readonly row: string
  readonly column: string
  readonly page: number | null
  readonly line: number | null
  readonly raw: string
  /** The document is a budget; absent for final accounts. */
  readonly kind?: 'budget'
}

/** A figure in an answer: printed (derivation null) or computed (derivation down to cells). */
export interface AnswerFigure {
  readonly what: string
  readonly department: string
  readonly fiscalYear: number
  readonly figure: Figure
  readonly derivation: string | null
  readonly sources: readonly Source[]
}

export interface Table {
  /** At most three columns: a phone is the screen. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Files that an answer can be handed out as, beside its text. */
export const OUTPUTS = ['text', 'picture', 'csv', 'xlsx', 'json', 'markdown'] as const
export type OutputKind = (typeof OUTPUTS)[number]

export type AnswerStatus = 'answered' | 'ambiguous' | 'not-found' | 'refused'

/** What the bot replies, free of any chat platform. The first line is the answer. */
export interface Answer {
  readonly status: AnswerStatus
  readonly headline: string
  /** Short lines under the headline, before the table. */
  readonly lines: readonly string[]
  readonly table: Table | null
  readonly figures: readonly AnswerFigure[]
  readonly notes: readonly string[]
  readonly choices: readonly string[]
  /** What the last question was about, so that a follow-up can keep it. */
  readonly context: AnswerContext | null
  /** The same figures as a picture, where they make one. */
  readonly chart?: Chart
  /** The stored report that is handed out whole, by its number. */
  readonly report?: number
  /** The file that was asked for; absent when words are enough. */
  readonly output?: Exclude<OutputKind, 'text'>
}

export interface AnswerContext {
  readonly departments: readonly string[]
  readonly years: readonly number[]
  readonly measure: string | null
  /** What the last reply gave to choose from, in its order. */
  readonly choices?: readonly string[]
  /** How the last question went beyond one figure (ranking, years, operation): JSON, read by the asking room alone. */
  readonly way?: string
}
