import type { Area, Bitmap } from './bitmap.ts'
import { blanksAfter } from './blanks.ts'
import { type Chances, type Engine, HEIGHT } from './engine.ts'

/** A recognised character: where on the picture it stands, and how certain it is, 0 to 1. */
export interface Sign {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly certain: number
}

/** Paper around the text, in heights of it. */
const MARGIN = 0.1
/** The model looks at so many pixels a step, and wants whole steps. */
const STEP = 8
const NARROWEST = 5 * STEP

/** A strip as the model wants it, and how to get back from its pixels to the picture's. */
interface Strip {
  readonly pixels: Float32Array
  readonly width: number
  readonly left: number
  readonly scale: number
}

/** Cuts an area out of the picture, at the model's height. */
function cut({ width, height, grey }: Bitmap, area: Area): Strip {
  const margin = Math.max(2, (area.bottom - area.top) * MARGIN)
  const [left, top] = [area.left - margin, area.top - margin]
  const scale = HEIGHT / (area.bottom - area.top + 2 * margin)
  const full = Math.ceil((area.right - area.left + 2 * margin) * scale)
  const across = Math.max(NARROWEST, Math.ceil(full / STEP) * STEP)
  const plane = HEIGHT * across
  const pixels = new Float32Array(3 * plane).fill(1)
  const at = (x: number, y: number): number => (x < 0 || y < 0 || x >= width || y >= height ? 255 : (grey[y * width + x] ?? 255))
  for (let y = 0; y < HEIGHT; y++) {
    const fromY = top + (y + 0.5) / scale - 0.5
    const [y0, dy] = [Math.floor(fromY), fromY - Math.floor(fromY)]
    for (let x = 0; x < full; x++) {
      const fromX = left + (x + 0.5) / scale - 0.5
      const [x0, dx] = [Math.floor(fromX), fromX - Math.floor(fromX)]
      const upper = at(x0, y0) * (1 - dx) + at(x0 + 1, y0) * dx
      const lower = at(x0, y0 + 1) * (1 - dx) + at(x0 + 1, y0 + 1) * dx
      const value = (upper * (1 - dy) + lower * dy) / 127.5 - 1
      for (const channel of [0, plane, 2 * plane]) pixels[channel + y * across + x] = value
    }
  }
  return { pixels, width: across, left, scale }
}

interface Heard {
  readonly output: number
  readonly first: number
  readonly last: number
  readonly peak: number
}

/** The likeliest character of each step, neighbours that agree taken as one. */
function heard({ steps, values }: Chances, outputs: number): Heard[] {
  const out: Heard[] = []
  let before = 0
  for (let step = 0; step < steps; step++) {
    let best = 0
    for (let i = 1; i < outputs; i++) if ((values[step * outputs + i] ?? 0) > (values[step * outputs + best] ?? 0)) best = i
    const chance = values[step * outputs + best] ?? 0
    const last = out.at(-1)
    if (best !== 0 && best === before && last) out[out.length - 1] = { ...last, last: step, peak: Math.max(last.peak, chance) }
    else if (best !== 0) out.push({ output: best, first: step, last: step, peak: chance })
    before = best
  }
  return out
}

/**
 * How certain a character is: its own chance, and the chance that nothing else stands beside it.
 * A character that was passed over shows as a chance that neither the blank nor the neighbours explain.
 */
function certainty({ steps, values }: Chances, outputs: number, all: readonly Heard[], i: number): number {
  const [one, before, after] = [all[i], all[i - 1], all[i + 1]]
  if (one === undefined) return 0
  let certain = one.peak
  for (let step = before ? before.last + 1 : 0; step < (after ? after.first : steps); step++) {
    const chance = (output: number | undefined) => (output === undefined ? 0 : (values[step * outputs + output] ?? 0))
    const known = new Set([0, one.output, before?.output, after?.output])
    certain = Math.min(
      certain,
      [...known].reduce<number>((sum, output) => sum + chance(output), 0),
    )
  }
  return certain
}

/** Recognises one line of text. */
export async function recognise(engine: Engine, bitmap: Bitmap, area: Area): Promise<Sign[]> {
  const strip = cut(bitmap, area)
  const chances = await engine.read(strip.pixels, strip.width)
  const outputs = engine.characters.length
  const all = heard(chances, outputs)
  const column = (step: number): number => (step * strip.width) / chances.steps
  const pixel = (step: number): number => strip.left + column(step) / strip.scale
  const signs = all.map((one, i): Sign => {
    const [before, after] = [all[i - 1], all[i + 1]]
    return {
      text: engine.characters[one.output] ?? '',
      left: before ? pixel((before.last + 1 + one.first) / 2) : area.left,
      right: after ? pixel((one.last + 1 + after.first) / 2) : area.right,
      certain: certainty(chances, outputs, all, i),
    }
  })
  const blanks = blanksAfter(
    strip,
    signs.map(({ text }, i) => ({ text, at: column(((all[i]?.first ?? 0) + (all[i]?.last ?? 0) + 1) / 2) })),
  )
  return signs.flatMap((sign, i) => (blanks[i] ? [sign, { text: ' ', left: sign.right, right: sign.right, certain: 1 }] : [sign]))
}
