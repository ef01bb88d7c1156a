import type { Box } from '../../domain/document.ts'
import type { Segment } from './ink.ts'
import { rulingsOf } from './rulings.ts'

/** A ruled table: its column and row edges, and the rulings themselves. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly levels: readonly Segment[]
  readonly uprights: readonly Segment[]
}

/** Rulings that miss each other by no more than this still meet. */
const MEET = 3
/** No column and no row is narrower than this. */
const NARROWEST = 4

/** More fields than this are squared paper or a drawing. */
const MOST_FIELDS = 20_000

const meets = (level: Segment, upright: Segment): boolean =>
  upright.at >= level.from - MEET && upright.at <= level.to + MEET && level.at >= upright.from - MEET && level.at <= upright.to + MEET

/** Rulings that hang together, as lists of indices into both kinds. */
function families(levels: readonly Segment[], uprights: readonly Segment[]): { levels: Segment[]; uprights: Segment[] }[] {
  const family = new Map<Segment, { levels: Segment[]; uprights: Segment[] }>()
  const of = (segment: Segment) => {
    const found = family.get(segment) ?? (segment.level ? { levels: [segment], uprights: [] } : { levels: [], uprights: [segment] })
    family.set(segment, found)
    return found
  }
  for (const level of levels)
    for (const upright of uprights) {
      if (!meets(level, upright)) continue
      const [a, b] = [of(level), of(upright)]
      if (a === b) continue
      a.levels.push(...b.levels)
      a.uprights.push(...b.uprights)
      for (const member of [...b.levels, ...b.uprights]) family.set(member, a)
    }
  return [...new Set(family.values())]
}

/** Edges from all places where a ruling stands or ends. */
export function edges(places: readonly number[]): number[] {
  const groups: number[][] = []
  for (const place of [...places].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && place - group[0] <= NARROWEST) group.push(place)
    else groups.push([place])
  }
  return groups.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length)
}

const outer = (segments: readonly Segment[]): number[] =>
  segments.length === 0 ? [] : [Math.min(...segments.map((s) => s.from)), Math.max(...segments.map((s) => s.to))]

/** All ruled tables of a page. A table open at its sides ends where its rulings end. */
export function gridsOf(segments: readonly Segment[]): Grid[] {
  const { levels, uprights } = rulingsOf(segments)
  return families(levels, uprights)
    .map((family) => ({
      xs: edges([...family.uprights.map((s) => s.at), ...outer(family.levels)]),
      ys: edges([...family.levels.map((s) => s.at), ...outer(family.uprights)]),
      ...family,
    }))
    .filter((grid) => grid.xs.length >= 3 && grid.ys.length >= 2 && grid.xs.length * grid.ys.length <= MOST_FIELDS)
}

export function gridBox(grid: Grid): Box {
  const [x, y] = [grid.xs[0] ?? 0, grid.ys[0] ?? 0]
  return { x, y, width: (grid.xs.at(-1) ?? x) - x, height: (grid.ys.at(-1) ?? y) - y }
}
