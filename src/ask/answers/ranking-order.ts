import { Decimal } from 'decimal.js'
import type { Query, Ranking } from '../query.ts'
import { meetsBound } from '../words/bound.ts'
import { withinRounding } from './guards.ts'
import type { Measured } from './measured.ts'

/** Figures put in order: exact, ties together. */
export interface Placed {
  readonly place: number
  readonly side: Measured
}

const WHOLE = new Decimal(100)

/** What a figure is ordered by: itself, or how far it is from a budget fully used. */
const keyOf =
  ({ distance }: Ranking) =>
  ({ exact }: Measured): Decimal =>
    distance === true ? exact.minus(WHOLE).abs() : exact

export function placed(measured: readonly Measured[], ranking: Ranking): Placed[] {
  const key = keyOf(ranking)
  const sign = ranking.order === 'largest' ? -1 : 1
  const ordered = [...measured].sort((a, b) => sign * key(a).comparedTo(key(b)) || a.view.department.id - b.view.department.id)
  const places: Placed[] = []
  ordered.forEach((side, i) => {
    const before = places[i - 1]
    places.push({ place: before !== undefined && key(before.side).eq(key(side)) ? before.place : i + 1, side })
  })
  return places
}

/** The first so many, with all that tie with the last of them. */
export function firstOf(rows: readonly Placed[], limit: number | null, most: number): readonly Placed[] {
  const last = rows[(limit ?? most) - 1]
  return rows.slice(0, most).filter(({ place }, i) => i < (limit ?? most) || place === last?.place)
}

/** Neighbours whose printed figures do not tell which is larger. */
export function unsure(rows: readonly Placed[]): string[] {
  const pairs = rows.slice(1).flatMap(({ side }, i) => {
    const before = rows[i]?.side
    return before !== undefined && withinRounding(before, side) ? [`${before.view.department.name}与${side.view.department.name}`] : []
  })
  return pairs.length === 0 ? [] : [`${pairs.join('、')}之差在四舍五入之内，先后说不准。`]
}

export const contested = (rows: readonly Placed[]): string[] =>
  rows.some(({ side }) => side.mark !== '') ? ['有※的数报告前后不一致，名次按表中的数排，按另一说法可能不同。'] : []

export interface Within {
  readonly rows: readonly Placed[]
  /** Those that do not meet the bound. */
  readonly others: readonly Placed[]
  /** Their unit cannot be held against the bound. */
  readonly foreign: boolean
}

/** Those that meet 超过10万元; all where no bound was given. */
export function bounded(rows: readonly Placed[], { bound }: Pick<Query, 'bound'>): Within {
  if (bound === null) return { rows, others: [], foreign: false }
  const verdicts = rows.map((row) => ({ row, meets: meetsBound(row.side.figure, row.side.exact, bound) }))
  const those = (wanted: boolean) => verdicts.filter(({ meets }) => meets === wanted).map(({ row }) => row)
  return { rows: those(true), others: those(false), foreign: verdicts.some(({ meets }) => meets === null) }
}
