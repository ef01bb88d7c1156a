/** A grey picture, row by row, 0 black to 255 white. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** A rectangle of pixels; `right` and `bottom` lie just outside. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const wholeOf = ({ width, height }: Bitmap): Area => ({ left: 0, top: 0, right: width, bottom: height })

/** Ink: 1 where a pixel is dark. Same size as its bitmap. */
export type Mask = Uint8Array

/** Dark is what is darker by this share than the paper around it: paper is uneven, print faint. */
const DARKER = 0.8
/** The paper is what all but this share of a neighbourhood is darker than. */
const BRIGHTEST = 0.1
export const WHITE = 255

/** How bright the paper of a tile is. */
function paperOf({ width, grey }: Bitmap, { left, top, right, bottom }: Area): number {
  const often = new Uint32Array(WHITE + 1)
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const value = grey[y * width + x] ?? WHITE
      often[value] = (often[value] ?? 0) + 1
    }
  let rest = Math.floor((right - left) * (bottom - top) * BRIGHTEST)
  for (let value = WHITE; value > 0; value--) {
    rest -= often[value] ?? 0
    if (rest < 0) return value
  }
  return 0
}

/**
 * Tells ink from paper by comparing each pixel with the paper of its neighbourhood.
 * @param tile side of a neighbourhood, in pixels
 */
export function inkOf(bitmap: Bitmap, tile: number): Mask {
  const { width, height, grey } = bitmap
  const mask = new Uint8Array(width * height)
  for (let top = 0; top < height; top += tile)
    for (let left = 0; left < width; left += tile) {
      const area = { left, top, right: Math.min(width, left + tile), bottom: Math.min(height, top + tile) }
      const least = paperOf(bitmap, area) * DARKER
      for (let y = top; y < area.bottom; y++)
        for (let x = left; x < area.right; x++) if ((grey[y * width + x] ?? WHITE) < least) mask[y * width + x] = 1
    }
  return mask
}

/** A faint ruling is darker by this share than what lies above and below it. */
const RIDGE = 0.94

/**
 * Ink, and besides every pixel that is a little darker than those above and below: rulings are fainter than letters.
 * @param away distance of what lies above and below, in pixels
 */
export function withRidges({ width, height, grey }: Bitmap, ink: Mask, away: number): Mask {
  const out = ink.slice()
  for (let i = away * width; i < (height - away) * width; i++) {
    const beside = Math.min(grey[i - away * width] ?? 0, grey[i + away * width] ?? 0)
    if ((grey[i] ?? WHITE) < beside * RIDGE) out[i] = 1
  }
  return out
}

/** Rows become columns. */
export function transposed(mask: Mask, width: number, height: number): Mask {
  const out = new Uint8Array(mask.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = mask[y * width + x] ?? 0
  return out
}

/** A quarter turn clockwise, so many times. */
export function quarterTurned(bitmap: Bitmap, times: number): Bitmap {
  if (times === 0) return bitmap
  const { width, height, grey } = bitmap
  const out = new Uint8Array(grey.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + (height - 1 - y)] = grey[y * width + x] ?? WHITE
  return quarterTurned({ width: height, height: width, grey: out }, times - 1)
}

/** Turns the picture by a small angle (its slope) around the middle; what comes in from outside is white. */
export function straightened(bitmap: Bitmap, slope: number): Bitmap {
  if (slope === 0) return bitmap
  const { width, height, grey } = bitmap
  const out = new Uint8Array(grey.length).fill(WHITE)
  const cos = 1 / Math.hypot(1, slope)
  const sin = slope * cos
  const [midX, midY] = [width / 2, height / 2]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fromX = midX + (x - midX) * cos - (y - midY) * sin
      const fromY = midY + (x - midX) * sin + (y - midY) * cos
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue
      const [dx, dy, i] = [fromX - left, fromY - top, top * width + left]
      const upper = (grey[i] ?? 0) * (1 - dx) + (grey[i + 1] ?? 0) * dx
      const lower = (grey[i + width] ?? 0) * (1 - dx) + (grey[i + width + 1] ?? 0) * dx
      out[y * width + x] = Math.round(upper * (1 - dy) + lower * dy)
    }
  return { width, height, grey: out }
}

/** Turns areas, and so many pixels around them, to paper. */
export function withoutAreas(mask: Mask, width: number, height: number, areas: readonly Area[], grow: number, paper = 0): Mask {
  const out = mask.slice()
  for (const area of areas)
    for (let y = Math.max(0, area.top - grow); y < Math.min(height, area.bottom + grow); y++)
      out.fill(paper, y * width + Math.max(0, area.left - grow), y * width + Math.min(width, area.right + grow))
  return out
}
