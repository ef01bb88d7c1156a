import type { Area, Mask } from './bitmap.ts'

/** Printed text on one line, without a wide gap. `foot` is the bottom of the whole line that it is a part of. */
export interface Strip {
  readonly area: Area
  readonly foot: number
}

type Span = readonly [from: number, to: number]

/** Fewer dark pixels are dirt. */
const DIRT = 6
/** No letter is narrower, in pixels. */
const THINNEST = 2
/** Two stretches are one line of text when together they are no higher than this many letters: 二, 三, i. */
const ONE_LINE = 1.35
/** A stretch of more letters' height is several lines that touch. */
const TWO_LINES = 1.75

/** What is no thicker and no farther from the edge than this share of a letter is the rest of a ruling. */
const EDGE = 0.18

const size = ([from, to]: Span): number => to - from

/** How much ink each row (or column) of an area holds. */
function profile(mask: Mask, width: number, { left, top, right, bottom }: Area, across: boolean): Uint32Array {
  const out = new Uint32Array(across ? bottom - top : right - left)
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      if (mask[y * width + x] === 1) {
        const i = across ? y - top : x - left
        out[i] = (out[i] ?? 0) + 1
      }
  return out
}

/** Stretches that hold ink. */
function filled(counts: Uint32Array): Span[] {
  const spans: Span[] = []
  let from = -1
  counts.forEach((count, i) => {
    if (count > 0 && from < 0) from = i
    if (count === 0 && from >= 0) {
      spans.push([from, i])
      from = -1
    }
  })
  return from < 0 ? spans : [...spans, [from, counts.length]]
}

/** Touching lines part where the least ink lies. */
function parted(counts: Uint32Array, span: Span, letter: number): Span[] {
  if (size(span) < TWO_LINES * letter) return [span]
  const [from, to] = span
  let cut = from + Math.round(letter * 0.7)
  for (let i = cut; i < to - letter * 0.6; i++) if ((counts[i] ?? 0) < (counts[cut] ?? 0)) cut = i
  const most = Math.max(...counts.subarray(from, to))
  return (counts[cut] ?? 0) > most * 0.2 ? [span] : [[from, cut], ...parted(counts, [cut, to], letter)]
}

/** Rows of text in an area, from top to bottom. */
function bands(counts: Uint32Array, letter: number): Span[] {
  const joined: Span[] = []
  const edge = EDGE * letter
  const isRest = (span: Span) => size(span) <= edge && (span[0] <= edge || counts.length - span[1] <= edge)
  for (const span of filled(counts)) {
    if (isRest(span)) continue
    const last = joined.at(-1)
    if (last && span[1] - last[0] <= ONE_LINE * letter) joined[joined.length - 1] = [last[0], span[1]]
    else joined.push(span)
  }
  return joined.flatMap((span) => parted(counts, span, letter))
}

/** Stretches of ink on a line with no gap wider than `gap`. */
function pieces(counts: Uint32Array, gap: number): Span[] {
  const out: Span[] = []
  for (const span of filled(counts)) {
    const last = out.at(-1)
    if (last && span[0] - last[1] <= gap) out[out.length - 1] = [last[0], span[1]]
    else out.push(span)
  }
  return out
}

/**
 * Finds the text of an area.
 * @param letter height of the page's letters, in pixels
 * @param gap widest gap inside a piece of text, in letters
 */
export function stripsIn(mask: Mask, width: number, area: Area, letter: number, gap: number): Strip[] {
  return bands(profile(mask, width, area, true), letter).flatMap((band) => {
    const row: Area = { ...area, top: area.top + band[0], bottom: area.top + band[1] }
    const columns = profile(mask, width, row, false)
    return pieces(columns, gap * letter).flatMap((piece): Strip[] => {
      const ink = columns.subarray(...piece).reduce((sum, count) => sum + count, 0)
      if (ink < DIRT || size(piece) < THINNEST) return []
      const wide: Area = { ...row, left: area.left + piece[0], right: area.left + piece[1] }
      const rows = filled(profile(mask, width, wide, true))
      const [first, last] = [rows[0], rows.at(-1)]
      if (first === undefined || last === undefined) return []
      return [{ area: { ...wide, top: row.top + first[0], bottom: row.top + last[1] }, foot: row.bottom }]
    })
  })
}

/** The usual height of a line of text in the areas: most lines hold at least one full letter. */
export function letterHeight(mask: Mask, width: number, areas: readonly Area[], dpi: number): number {
  const [least, most] = [dpi * 0.05, dpi * 0.35]
  const heights = areas
    .flatMap((area) => filled(profile(mask, width, area, true)).map(size))
    .filter((height) => height >= least && height <= most)
    .sort((a, b) => a - b)
  return heights[Math.floor(heights.length * 0.5)] ?? dpi * 0.14
}
