import type { Box } from '../../domain/document.ts'

/** A small drawing of a page: what is dark, a byte a pixel, one pixel a point. */
export interface Shadow {
  readonly width: number
  readonly height: number
  readonly dark: Uint8Array
}

/** A page whose ink is this much in its lines stands right. */
const CLEAR = 0.2
/** Another way to hold a page must be this much better: most pages stand as they are. */
const MARGIN = 0.1

const covers = ({ width, height }: Shadow, boxes: readonly Box[]): boolean =>
  boxes.every((box) => box.x + box.width <= width + 1 && box.y + box.height <= height + 1)

/** How much more of the ink than of the paper lies where the reader says that lines stand. */
export function inkInLines(shadow: Shadow, boxes: readonly Box[]): number {
  if (!covers(shadow, boxes)) return Number.NEGATIVE_INFINITY
  const { width, height, dark } = shadow
  const inside = new Uint8Array(width * height)
  for (const { x, y, width: across, height: down } of boxes)
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, Math.ceil(y + down)); row++)
      inside.fill(1, row * width + Math.max(0, Math.floor(x)), row * width + Math.min(width, Math.ceil(x + across)))
  let [ink, inkInside, area] = [0, 0, 0]
  for (let i = 0; i < dark.length; i++) {
    ink += dark[i] ?? 0
    area += inside[i] ?? 0
    if (dark[i] === 1 && inside[i] === 1) inkInside++
  }
  return ink === 0 ? Number.NEGATIVE_INFINITY : inkInside / ink - area / (width * height)
}

/** The quarter turns clockwise under which a page's ink stands where its lines were read; null where it never does. */
export async function turnThatFits(shadowAt: (turn: number) => Promise<Shadow>, boxes: readonly Box[]): Promise<number | null> {
  let best: { readonly turn: number; readonly share: number } | null = null
  for (const turn of [0, 3, 1, 2]) {
    const found = inkInLines(await shadowAt(turn), boxes)
    if (found > (best === null ? 0 : best.share + MARGIN)) best = { turn, share: found }
    if (found >= CLEAR) break
  }
  return best?.turn ?? null
}
