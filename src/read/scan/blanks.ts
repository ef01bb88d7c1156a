import { HEIGHT } from './engine.ts'

/** A strip of text as the recogniser sees it: rows of pixels, −1 black to 1 white. */
interface Pixels {
  readonly pixels: Float32Array
  readonly width: number
}

const DIGIT = /[\d%]/
const WORD = /[\p{Script=Han}A-Za-z]/u
/** Ink is darker than the paper by this share of the strip's contrast. */
const INK = 0.4
/**
 * In heights of a digit. Neighbouring digits stand 0.75 apart from middle to middle, with a blank between them 1.05 and more,
 * and 0.15 to 0.3 from edge to edge, with a blank 0.4 and more. Around a narrow 1 only the first tells, around a blurred one the second.
 */
const APART = 0.9
const BETWEEN = 0.35
/** A digit and a word stand 0.15 to 0.25 apart from edge to edge, with a blank between them 0.5. */
const GAP = 0.4

/** Darker than this is ink. */
function inkLevel({ pixels, width }: Pixels): number {
  let [paper, ink] = [-1, 1]
  for (let i = 0; i < width * HEIGHT; i++) {
    paper = Math.max(paper, pixels[i] ?? 1)
    ink = Math.min(ink, pixels[i] ?? 1)
  }
  return paper - INK * (paper - ink)
}

/** How much ink each column holds. */
function columnsOf({ pixels, width }: Pixels, least: number): Uint8Array {
  const columns = new Uint8Array(width)
  for (let i = 0; i < width * HEIGHT; i++) if ((pixels[i] ?? 1) < least) columns[i % width] = (columns[i % width] ?? 0) + 1
  return columns
}

/** The widest stretch without ink between two columns; where all is inked, the place in the middle. */
function gapBetween(columns: Uint8Array, from: number, to: number): { start: number; end: number } {
  let best = { start: (from + to) / 2, end: (from + to) / 2 }
  let start = from
  for (let x = from; x <= to; x++) {
    if (x < to && columns[x] === 0) continue
    if (x - start > best.end - best.start) best = { start, end: x }
    start = x + 1
  }
  return best
}

/** The height of the ink in these columns. */
function heightOf({ pixels, width }: Pixels, left: number, right: number, least: number): number {
  let [top, bottom] = [HEIGHT, 0]
  for (let y = 0; y < HEIGHT; y++)
    for (let x = Math.floor(left); x < right; x++)
      if ((pixels[y * width + x] ?? 1) < least) {
        top = Math.min(top, y)
        bottom = y + 1
        break
      }
  return Math.max(0, bottom - top)
}

/**
 * The recogniser passes over blanks, and two figures beside each other would become one. The distances of the ink tell where a
 * blank stands beside a digit.
 * @param signs the characters, each with a column that its ink stands around
 * @returns for each character whether a blank follows it
 */
export function blanksAfter(strip: Pixels, signs: readonly { readonly text: string; readonly at: number }[]): boolean[] {
  const least = inkLevel(strip)
  const columns = columnsOf(strip, least)
  const gaps = signs.slice(1).map((sign, i) => gapBetween(columns, Math.round(signs[i]?.at ?? 0), Math.round(sign.at)))
  const edges = signs.map((_, i) => ({ left: gaps[i - 1]?.end ?? 0, right: gaps[i]?.start ?? strip.width }))
  const heights = signs.flatMap(({ text }, i) =>
    /\d/.test(text) ? [heightOf(strip, edges[i]?.left ?? 0, edges[i]?.right ?? 0, least)] : [],
  )
  const digit = heights.sort((a, b) => a - b)[heights.length >> 1] ?? HEIGHT
  const middle = (i: number): number => {
    const first = i === 0 ? columns.findIndex((ink) => ink > 0) : (edges[i]?.left ?? 0)
    const last = i === signs.length - 1 ? columns.findLastIndex((ink) => ink > 0) + 1 : (edges[i]?.right ?? 0)
    return (first + last) / 2
  }
  return signs.map(({ text }, i) => {
    const [gap, after] = [gaps[i], signs[i + 1]?.text]
    if (gap === undefined || after === undefined) return false
    if (DIGIT.test(text) && DIGIT.test(after)) return middle(i + 1) - middle(i) > APART * digit && gap.end - gap.start > BETWEEN * digit
    const beside = (DIGIT.test(text) && WORD.test(after)) || (WORD.test(text) && DIGIT.test(after))
    return beside && gap.end - gap.start > GAP * digit
  })
}
