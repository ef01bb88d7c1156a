import type { Box } from '../../domain/document.ts'

export const right = (box: Box): number => box.x + box.width
export const bottom = (box: Box): number => box.y + box.height
export const centreX = (box: Box): number => box.x + box.width / 2
export const centreY = (box: Box): number => box.y + box.height / 2

export function around(boxes: readonly Box[]): Box {
  let [x, y, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const box of boxes) {
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    x1 = Math.max(x1, right(box))
    y1 = Math.max(y1, bottom(box))
  }
  return boxes.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x, y, width: x1 - x, height: y1 - y }
}

/** Tenths of a point are plenty to find a cell again. */
export const rounded = (box: Box): Box => ({
  x: Math.round(box.x * 10) / 10,
  y: Math.round(box.y * 10) / 10,
  width: Math.round(box.width * 10) / 10,
  height: Math.round(box.height * 10) / 10,
})
