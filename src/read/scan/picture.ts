import { setImmediate } from 'node:timers/promises'
import type { Grid } from '../pdf/grid.ts'
import { gridBox } from '../pdf/grid.ts'
import type { Glyph, Segment } from '../pdf/ink.ts'
import { type Area, type Bitmap, inkOf, straightened, wholeOf } from './bitmap.ts'
import type { Engine } from './engine.ts'
import { letterHeight, type Strip, stripsIn } from './lines.ts'
import { recognise, type Sign } from './recognise.ts'
import { slopeOf } from './skew.ts'
import { strokesOf } from './strokes.ts'
import { cellsOf, erased, rulingOf, segmentOf } from './tables.ts'

/** A recognised character on a page. */
export interface SeenGlyph extends Glyph {
  /** 0 to 1. */
  readonly certain: number
}

/** What a picture shows, in points from its top left. */
export interface Sight {
  readonly glyphs: readonly SeenGlyph[]
  readonly segments: readonly Segment[]
}

/** A picture made level, with its text found but not yet read. */
export interface Layout {
  readonly bitmap: Bitmap
  readonly scale: number
  readonly letter: number
  readonly segments: readonly Segment[]
  readonly strips: readonly Strip[]
}

const POINTS = 72
/** Side of the neighbourhood that a pixel is compared with, in inches. */
const TILE = 0.16
/** Widest gap inside a piece of text, in letters; in a cell all of a line belongs together. */
const GAP = 1.2
const GAP_IN_CELL = 3
/** Half the thickness of a table's outer ruling, in pixels. */
const EDGE = 4
/** A letter is at most so much higher than a digit. */
const DIGITS = 1.5
/** After so many strips a sign of life. */
const TOLD = 20
/** Least certainty of a strip's signs, on average. */
const LEGIBLE = 0.6

const pixelsOf = (grid: Grid, scale: number): Area => {
  const { x, y, width, height } = gridBox(grid)
  return {
    left: Math.floor(x * scale),
    top: Math.floor(y * scale),
    right: Math.ceil((x + width) * scale),
    bottom: Math.ceil((y + height) * scale),
  }
}

/** Makes a picture level and finds its rulings, cells and lines of text. */
export function layoutOf(raw: Bitmap, scale: number): Layout {
  const dpi = scale * POINTS
  const tile = Math.round(TILE * dpi)
  const bitmap = straightened(raw, slopeOf(raw, inkOf(raw, tile)))
  const ink = inkOf(bitmap, tile)
  const { grids, strokes } = rulingOf(strokesOf(bitmap, ink, dpi), scale)
  const areas = strokes.map(({ area }) => area)
  const clean = erased(bitmap, ink, areas, 1)
  const free = erased(
    clean.bitmap,
    clean.mask,
    grids.map((grid) => pixelsOf(grid, scale)),
    EDGE,
  )
  const cells = grids.flatMap((grid) => cellsOf(grid, bitmap, scale))
  const [width, page] = [bitmap.width, wholeOf(bitmap)]
  const letter = letterHeight(clean.mask, width, cells.length > 0 ? cells : [page], dpi)
  return {
    bitmap: clean.bitmap,
    scale,
    letter,
    segments: strokes.map((stroke) => segmentOf(stroke, scale)),
    strips: [
      ...cells.flatMap((cell) => stripsIn(clean.mask, width, cell, letter, GAP_IN_CELL)),
      ...stripsIn(free.mask, width, page, letterHeight(free.mask, width, [page], dpi), GAP),
    ],
  }
}

/** A strip is read once, whoever asks. */
const known = new WeakMap<Strip, readonly Sign[]>()

/** What stands on a strip of a layout. */
export async function signsOf(engine: Engine, { bitmap }: Layout, strip: Strip): Promise<readonly Sign[]> {
  const signs = known.get(strip) ?? (await recognise(engine, bitmap, strip.area))
  known.set(strip, signs)
  return signs
}

/** Dirt, stamps and photographs give signs too, but no certain ones. */
const isText = (signs: readonly Sign[]): boolean =>
  signs.length > 0 && signs.reduce((sum, sign) => sum + sign.certain, 0) / signs.length > LEGIBLE

/** Signs of one strip as characters of a page; digits fill less than a letter's height. */
function glyphsOf({ area, foot }: Strip, signs: readonly Sign[], run: number, { scale, letter }: Layout): SeenGlyph[] {
  const high = area.bottom - area.top
  const size = Math.max(high, Math.min(letter, DIGITS * high)) / scale
  return signs.map(({ text, left, right, certain }) => ({
    text,
    box: { x: left / scale, y: area.top / scale, width: (right - left) / scale, height: high / scale },
    baseline: foot / scale,
    size,
    blank: text === ' ',
    run,
    certain,
  }))
}

/** Who waits for a picture: they can stop it, and are told now and then that it goes on. */
export interface Waiting {
  readonly signal?: AbortSignal
  readonly onProgress?: () => void
}

/** Reads the text of a laid out picture. */
export async function readLayout(engine: Engine, layout: Layout, { signal, onProgress }: Waiting = {}): Promise<Sight> {
  const glyphs: SeenGlyph[] = []
  for (const [run, strip] of layout.strips.entries()) {
    // The recogniser never waits by itself: whoever wants to stop it must get a turn.
    await setImmediate()
    signal?.throwIfAborted()
    if (run % TOLD === 0) onProgress?.()
    const signs = await signsOf(engine, layout, strip)
    if (isText(signs)) glyphs.push(...glyphsOf(strip, signs, run, layout))
  }
  return { glyphs, segments: layout.segments }
}
