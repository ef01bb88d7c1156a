import type { Place } from './report.ts'

export const FINDING_KINDS = [
  'table-sum',
  'code-hierarchy',
  'cross-table',
  'table-vs-narrative',
  'narrative-vs-narrative',
  'percentage',
  'yoy',
  'budget-execution',
  'direction',
  'unit',
  'year',
  'name',
  'template-leftover',
  'missing-content',
  'duplicate',
  'numbering',
  'punctuation',
  'other',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** inconsistent: the printed digits cannot both be right; rounding: within the rounding of the printed digits; text: wording. */
export type Verdict = 'inconsistent' | 'rounding' | 'text'

/** One side of a contradiction: what it is, as it is printed (or computed), and where. */
export interface FindingSide {
  readonly what: string
  readonly value: string
  readonly unit: string | null
  readonly where: Place | null
}

export interface Finding {
  /** Id of the relation that raised it. */
  readonly rule: string
  readonly kind: FindingKind
  readonly verdict: Verdict
  /** One Chinese sentence with both figures, the unit and the place. */
  readonly statement: string
  readonly left: FindingSide | null
  readonly right: FindingSide | null
  readonly evidence: readonly Place[]
  readonly difference: string | null
  readonly derivation: string | null
  readonly likelyCause: string | null
  /** Keys of the facts it touches (factKey, claim ids), so that answers can carry it as a note. */
  readonly touches: readonly string[]
  readonly effects: readonly Finding[]
}

export interface Unchecked {
  readonly rule: string
  readonly reason: string
  readonly count: number
}

/** Why a report is not compared with last year's: the store has none. */
export const NO_LAST_YEAR = '没有上年的报告'

/** What became of every object that a relation touched. */
export interface Coverage {
  readonly checked: number
  readonly passed: number
  readonly rounding: number
  readonly inconsistent: number
  readonly text: number
  /** How many of `passed` are paragraphs read for their wording, each once however many rules read it; absent in editions checked before this was told apart. */
  readonly paragraphs?: number
  readonly unchecked: readonly Unchecked[]
}

export interface CheckResult {
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
}
