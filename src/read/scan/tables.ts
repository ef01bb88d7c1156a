import { type Grid, gridBox, gridsOf } from '../pdf/grid.ts'
import type { Segment } from '../pdf/ink.ts'
import { regionsOf } from '../pdf/regions.ts'
import { type Area, type Bitmap, type Mask, WHITE, withoutAreas } from './bitmap.ts'
import type { Stroke } from './strokes.ts'

/** In points. A ruled table is wider: the strokes of large letters form small grids. */
const NARROWEST = 100
/** A stroke outside tables that is longer is a ruling or an edge of the paper, not part of a letter. */
const RULE = 60
/** An upright stroke this close to a column's edge is its ruling. */
const NEAR = 3
/** A ruling ends this close to the one that it meets. */
const MEET = 1.4

const middle = (from: number, to: number): number => (from + to) / 2

/** A stroke in points. */
export function segmentOf({ level, area }: Stroke, scale: number): Segment {
  const { left, top, right, bottom } = area
  return level
    ? { level, at: middle(top, bottom) / scale, from: left / scale, to: right / scale }
    : { level, at: middle(left, right) / scale, from: top / scale, to: bottom / scale }
}

/** The ruled tables of a picture, and the strokes that rule it. */
export interface Ruling {
  readonly grids: readonly Grid[]
  readonly strokes: readonly Stroke[]
}

function isOf(grid: Grid, { level, at, from, to }: Segment): boolean {
  const { x, y, width, height } = gridBox(grid)
  const [start, end] = level ? [x, x + width] : [y, y + height]
  return from >= start - NEAR && to <= end + NEAR && (level ? grid.ys : grid.xs).some((edge) => Math.abs(edge - at) <= NEAR)
}

/** Strokes of letters begin and end anywhere; a ruling that is no longer than they are runs from ruling to ruling. */
function isRuling(segment: Segment, others: readonly Segment[]): boolean {
  const { level, at, from, to } = segment
  const meets = (end: number) =>
    others.some((other) => other.level !== level && Math.abs(other.at - end) <= MEET && other.from <= at + MEET && other.to >= at - MEET)
  return to - from >= RULE || (meets(from) && meets(to))
}

/** Above or below each other on one upright line. */
const follows = (a: Segment, b: Segment): boolean =>
  a !== b && Math.abs(a.at - b.at) <= MEET && (Math.abs(a.to - b.from) <= NEAR || Math.abs(b.to - a.from) <= NEAR)

/**
 * A letter that fills its row is as high as a ruling of that row. But where columns go on from row to row,
 * a stroke that stands in one row alone is a letter's, unless paper lies on both sides of it.
 */
function withoutLetters(uprights: readonly Segment[], levels: readonly Segment[], free: ReadonlySet<Segment>): Set<Segment> {
  const crosses = (one: Segment, level: Segment) =>
    level.at > one.from + NEAR && level.at < one.to - NEAR && level.from <= one.at + MEET && level.to >= one.at - MEET
  const long = uprights.filter(
    (one) => one.to - one.from >= RULE || uprights.some((other) => follows(one, other)) || levels.some((level) => crosses(one, level)),
  )
  const isBeside = (one: Segment) => long.some((other) => other.from <= one.from + NEAR && other.to >= one.to - NEAR)
  return new Set(uprights.filter((one) => long.includes(one) || free.has(one) || !isBeside(one)))
}

/** Tells the rulings of tables from the strokes of letters. */
export function rulingOf(all: readonly Stroke[], scale: number): Ruling {
  const segments = all.map((stroke) => segmentOf(stroke, scale))
  const ruling = segments.map((segment) => isRuling(segment, segments))
  const rulings = segments.filter((_, i) => ruling[i])
  const upright = withoutLetters(
    rulings.filter((segment) => !segment.level),
    rulings.filter((segment) => segment.level),
    new Set(segments.filter((_, i) => all[i]?.free)),
  )
  const strokes = all.filter((_, i) => {
    const segment = segments[i]
    return segment !== undefined && ruling[i] && (segment.level || upright.has(segment))
  })
  const grids = gridsOf(strokes.map((stroke) => segmentOf(stroke, scale))).filter((grid) => gridBox(grid).width >= NARROWEST)
  const rules = strokes.filter((stroke) => {
    const segment = segmentOf(stroke, scale)
    return grids.some((grid) => isOf(grid, segment)) || segment.to - segment.from >= RULE
  })
  return { grids, strokes: rules }
}

/** A picture and its ink without these areas. */
export function erased(bitmap: Bitmap, mask: Mask, areas: readonly Area[], grow: number): { bitmap: Bitmap; mask: Mask } {
  const { width, height, grey } = bitmap
  return {
    bitmap: { width, height, grey: withoutAreas(grey, width, height, areas, grow, WHITE) },
    mask: withoutAreas(mask, width, height, areas, grow),
  }
}

/** The cells of a table, as areas of pixels inside their rulings. */
export function cellsOf(grid: Grid, { width, height }: Bitmap, scale: number): Area[] {
  const regions = new Set(regionsOf(grid).flat())
  return [...regions].map(({ box }) => ({
    left: Math.max(0, Math.ceil(box.x * scale) + 1),
    top: Math.max(0, Math.ceil(box.y * scale) + 1),
    right: Math.min(width, Math.floor((box.x + box.width) * scale) - 1),
    bottom: Math.min(height, Math.floor((box.y + box.height) * scale) - 1),
  }))
}
