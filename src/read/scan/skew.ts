import type { Bitmap, Mask } from './bitmap.ts'

/** Steeper than this is no scan askew but slanting print. */
const STEEPEST = 0.06
const COARSE = 0.002
const FINE = 0.0002
/** Along its true slope a page gathers its ink better than as it stands, by at least this share. */
const BETTER = 1.02
/** So many dark pixels show the slope of a page well enough. */
const SAMPLE = 60_000

function sampleOf(mask: Mask, width: number): { xs: Float32Array; ys: Float32Array } {
  let dark = 0
  for (const pixel of mask) dark += pixel
  const every = Math.max(1, Math.floor(dark / SAMPLE))
  const [xs, ys]: [number[], number[]] = [[], []]
  let seen = 0
  mask.forEach((pixel, i) => {
    if (pixel === 0 || seen++ % every !== 0) return
    xs.push(i % width)
    ys.push(Math.floor(i / width))
  })
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys) }
}

/**
 * The slope of the page's lines: along it ink gathers in few rows.
 * Positive when the lines fall to the right.
 */
export function slopeOf({ width, height }: Bitmap, mask: Mask): number {
  const { xs, ys } = sampleOf(mask, width)
  const reach = Math.ceil(width * STEEPEST) + 1
  const gathered = (slope: number): number => {
    const rows = new Uint32Array(height + 2 * reach)
    for (let i = 0; i < xs.length; i++) {
      const row = Math.round((ys[i] ?? 0) - (xs[i] ?? 0) * slope) + reach
      rows[row] = (rows[row] ?? 0) + 1
    }
    return rows.reduce((sum, n) => sum + n * n, 0)
  }
  const best = (from: number, to: number, step: number): number => {
    let [found, most] = [0, -1]
    for (let i = 0; i <= Math.round((to - from) / step); i++) {
      const score = gathered(from + i * step)
      if (score > most) [found, most] = [from + i * step, score]
    }
    return found
  }
  const coarse = best(-STEEPEST + COARSE, STEEPEST - COARSE, COARSE)
  const fine = best(coarse - COARSE, coarse + COARSE, FINE)
  return gathered(fine) > gathered(0) * BETTER ? fine : 0
}
