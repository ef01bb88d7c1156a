import { type Grid, gridBox, gridsOf } from '../pdf/grid.ts'
import type { Segment } from '../pdf/ink.ts'
import { regionsOf } from '../pdf/regions.ts'
import type { Area, Bitmap, Mask } from './bitmap.ts'
import type { Stroke } from './strokes.ts'

/** In points. A ruled table is wider: the strokes of large letters form small grids. */
const NARROWEST = 100
/** A stroke outside tables that is longer is a ruling or an edge of the paper, not part of a letter. */
const RULE = 60
/** An upright stroke this close to a column's edge is its ruling. */
const NEAR = 3

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

/** Tells the rulings of tables from the strokes of letters. */
export function rulingOf(strokes: readonly Stroke[], scale: number): Ruling {
  const grids = gridsOf(strokes.map((stroke) => segmentOf(stroke, scale))).filter((grid) => gridBox(grid).width >= NARROWEST)
  const rules = strokes.filter((stroke) => {
    const segment = segmentOf(stroke, scale)
    return grids.some((grid) => isOf(grid, segment)) || segment.to - segment.from >= RULE
  })
  return { grids, strokes: rules }
}

/** Turns areas to paper. */
export function erased(bitmap: Bitmap, mask: Mask, areas: readonly Area[], grow: number): { bitmap: Bitmap; mask: Mask } {
  const { width, height } = bitmap
  const [grey, left] = [bitmap.grey.slice(), mask.slice()]
  for (const area of areas)
    for (let y = Math.max(0, area.top - grow); y < Math.min(height, area.bottom + grow); y++) {
      const [from, to] = [y * width + Math.max(0, area.left - grow), y * width + Math.min(width, area.right + grow)]
      grey.fill(255, from, to)
      left.fill(0, from, to)
    }
  return { bitmap: { width, height, grey }, mask: left }
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
