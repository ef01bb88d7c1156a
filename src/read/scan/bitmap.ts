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

/** Dark is what is darker than its surroundings by this share: paper is uneven, print faint. */
const DARKER = 0.85
const WHITE = 255

/** Sums over rectangles: cell (x, y) holds everything above and to the left of it. */
function sums({ width, height, grey }: Bitmap): Float64Array {
  const out = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += grey[y * width + x] ?? 0
      out[(y + 1) * (width + 1) + x + 1] = (out[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return out
}

/**
 * Tells ink from paper by comparing each pixel with its surroundings.
 * @param reach half the side of the surroundings, in pixels
 */
export function inkOf(bitmap: Bitmap, reach: number): Mask {
  const { width, height, grey } = bitmap
  const total = sums(bitmap)
  const mask = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach) * (width + 1), Math.min(height, y + reach + 1) * (width + 1)]
    const rows = (bottom - top) / (width + 1)
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const sum = (total[bottom + right] ?? 0) - (total[bottom + left] ?? 0) - (total[top + right] ?? 0) + (total[top + left] ?? 0)
      if ((grey[y * width + x] ?? 0) * rows * (right - left) < sum * DARKER) mask[y * width + x] = 1
    }
  }
  return mask
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
