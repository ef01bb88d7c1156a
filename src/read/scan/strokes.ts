import type { Area, Bitmap, Mask } from './bitmap.ts'
import { transposed, withoutAreas, withRidges } from './bitmap.ts'

/** A long thin dark stroke, upright or level, as the area that it covers. */
export interface Stroke {
  readonly level: boolean
  readonly area: Area
  /** Paper lies on both sides of it, all along: no stroke of a letter that fills its row stands so. */
  readonly free: boolean
}

/** In inches. A level stroke is longer than a 一 of a headline, an upright one as long as the lowest row is high. */
const LEVEL_LENGTH = 0.3
const UPRIGHT_LENGTH = 0.1
const THICKEST = 0.04
/** Specks of white inside a stroke, in inches. */
const GAP = 0.01
/** A ruling and its blurred edges are no thicker than this, in inches. */
const AWAY = 0.04
/** The blurred edge of a stroke, in pixels. */
const GROWN = 1
/** What lies so far beside a stroke, in inches, is of the same letter. */
const BESIDE = 0.03
/** So much of it, next to where a stroke ends, may be the ruling that it meets. */
const ENDS = 0.02

interface Run {
  readonly row: number
  readonly from: number
  readonly to: number
}

/** Dark stretches of one row that are long enough. */
function runsOf(mask: Mask, width: number, row: number, length: number, gap: number): Run[] {
  const runs: Run[] = []
  let [from, last] = [-1, -1]
  const close = () => {
    if (from >= 0 && last - from + 1 >= length) runs.push({ row, from, to: last + 1 })
    from = -1
  }
  for (let x = 0; x < width; x++) {
    if (mask[row * width + x] !== 1) continue
    if (from >= 0 && x - last - 1 > gap) close()
    if (from < 0) from = x
    last = x
  }
  close()
  return runs
}

/** Runs of neighbouring rows that touch, as one area each. */
function areasOf(runs: readonly (readonly Run[])[]): Area[] {
  let open: { left: number; top: number; right: number; bottom: number }[] = []
  const done: Area[] = []
  runs.forEach((row, y) => {
    for (const run of row) {
      const touching = open.filter((area) => area.bottom >= y && area.left < run.to && area.right > run.from)
      const [first, ...others] = touching
      if (first === undefined) open.push({ left: run.from, top: y, right: run.to, bottom: y + 1 })
      else {
        first.left = Math.min(first.left, run.from, ...others.map((area) => area.left))
        first.right = Math.max(first.right, run.to, ...others.map((area) => area.right))
        first.top = Math.min(first.top, ...others.map((area) => area.top))
        first.bottom = y + 1
        open = open.filter((area) => !others.includes(area))
      }
    }
    done.push(...open.filter((area) => area.bottom < y))
    open = open.filter((area) => area.bottom >= y)
  })
  return [...done, ...open]
}

function levelAreas(mask: Mask, width: number, height: number, length: number, dpi: number): Area[] {
  const rows = Array.from({ length: height }, (_, y) => runsOf(mask, width, y, length * dpi, GAP * dpi))
  return areasOf(rows).filter(({ top, bottom }) => bottom - top <= Math.max(3, THICKEST * dpi))
}

/** Whether no ink stands beside an upright stroke. */
function isFree(ink: Mask, width: number, { left, top, right, bottom }: Area, dpi: number): boolean {
  const [away, end] = [Math.round(BESIDE * dpi), Math.round(ENDS * dpi)]
  for (let y = top + end; y < bottom - end; y++)
    for (let x = 1; x <= away; x++)
      if (ink[y * width + left - GROWN - x] === 1 || ink[y * width + right - 1 + GROWN + x] === 1) return false
  return true
}

/**
 * The strokes of a picture that may be rulings of a table.
 * Level ones are taken away before upright ones are looked for: text that touches its rulings must not become one with them.
 */
export function strokesOf(bitmap: Bitmap, ink: Mask, dpi: number): Stroke[] {
  const { width, height, grey } = bitmap
  const away = Math.round(AWAY * dpi)
  const level = levelAreas(withRidges(bitmap, ink, away), width, height, LEVEL_LENGTH, dpi)
  const left = withoutAreas(ink, width, height, level, GROWN)
  const turned: Bitmap = { width: height, height: width, grey: transposed(grey, width, height) }
  const upright = levelAreas(withRidges(turned, transposed(left, width, height), away), height, width, UPRIGHT_LENGTH, dpi).map(
    (area): Area => ({ left: area.top, top: area.left, right: area.bottom, bottom: area.right }),
  )
  return [
    ...level.map((area) => ({ level: true, area, free: false })),
    ...upright.map((area) => ({ level: false, area, free: isFree(left, width, area, dpi) })),
  ]
}
