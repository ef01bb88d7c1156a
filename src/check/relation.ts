import type { FindingKind, FindingSide } from '../domain/finding.ts'
import type { Place } from '../domain/report.ts'
import type { Books } from './books/index.ts'
import type { Expr } from './expression.ts'

/** Why a relation must hold. */
export type Origin = '表注公式' | '填报说明' | '算术' | '公开样式' | '行文规范'

/** Two sides that must agree (equal), or of which the left may not exceed the right (atMost), exceed it (above), or fall short of it (below). */
export interface Comparison {
  readonly state: 'compare'
  readonly op: 'equal' | 'atMost' | 'above' | 'below'
  readonly left: Expr
  readonly right: Expr
  /** Other right sides of which any one may hold (a base that the words leave open). */
  readonly alternatives?: readonly Expr[]
  /** Further places worth looking at. */
  readonly evidence?: readonly Place[]
  /** Overrides the relation's kind where one row covers several. */
  readonly kind?: FindingKind
  /** What probably happened, where the figures themselves do not show it. */
  readonly cause?: string
  /** A remark that ends the sentence. */
  readonly remark?: string
}

/** A defect that needs no arithmetic, already worded. */
export interface Remark {
  readonly state: 'text' | 'inconsistent'
  readonly statement: string
  readonly left: FindingSide | null
  readonly right: FindingSide | null
  readonly evidence?: readonly Place[]
  readonly touches?: readonly string[]
  readonly difference?: string
  readonly derivation?: string
  readonly likelyCause?: string
  readonly kind?: FindingKind
}

/** What became of one object that a relation looked at. */
export type Outcome =
  | Comparison
  | Remark
  | { readonly state: 'passed'; readonly count?: number }
  | { readonly state: 'unchecked'; readonly reason: string; readonly count?: number }

/**
 * One row of the catalogue. `wording` is the sentence a person reads; {left} {right} stand for what each side is and its figure,
 * {difference} for the difference with its unit. The engine judges, words and counts; a row only says what must agree.
 */
export interface Relation {
  readonly id: string
  readonly title: string
  readonly kind: FindingKind
  readonly compares: string
  readonly applies: string
  readonly wording: string
  readonly origin: Origin
  readonly outcomes: (books: Books) => Iterable<Outcome>
}

export const passed = (count = 1): Outcome => ({ state: 'passed', count })
export const unchecked = (reason: string, count = 1): Outcome => ({ state: 'unchecked', reason, count })
export const equal = (left: Expr, right: Expr, more: Partial<Comparison> = {}): Comparison => ({
  state: 'compare',
  op: 'equal',
  left,
  right,
  ...more,
})
export const atMost = (left: Expr, right: Expr, more: Partial<Comparison> = {}): Comparison => ({
  state: 'compare',
  op: 'atMost',
  left,
  right,
  ...more,
})

/** The usual sentence of two figures that should be the same. */
export const SHOULD_EQUAL = '{left}，与{right}相差{difference}'
