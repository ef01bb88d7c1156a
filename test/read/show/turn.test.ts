import { describe, expect, it } from 'vitest'
import type { Box } from '../../../src/domain/document.ts'
import { inkInLines, type Shadow, turnThatFits } from '../../../src/read/show/turn.ts'

const LINES: Box[] = [
  { x: 10, y: 10, width: 80, height: 6 },
  { x: 10, y: 30, width: 60, height: 6 },
]

/** A page on which these boxes are black. */
function page(width: number, height: number, boxes: readonly Box[]): Shadow {
  const dark = new Uint8Array(width * height)
  for (const box of boxes) for (let y = box.y; y < box.y + box.height; y++) dark.fill(1, y * width + box.x, y * width + box.x + box.width)
  return { width, height, dark }
}
const upsideDown = (boxes: readonly Box[], width: number, height: number): Box[] =>
  boxes.map((box) => ({ ...box, x: width - box.x - box.width, y: height - box.y - box.height }))

describe('how a page is held', () => {
  it('is as it lies, where its ink stands in its lines', async () => {
    expect(await turnThatFits(async () => page(100, 140, LINES), LINES)).toBe(0)
  })

  it('is turned, where the lines were read from a turned page', async () => {
    const turned = async (turn: number) => (turn === 2 ? page(100, 140, LINES) : page(100, 140, upsideDown(LINES, 100, 140)))
    expect(await turnThatFits(turned, LINES)).toBe(2)
    const wide: Box[] = [{ x: 10, y: 20, width: 120, height: 6 }]
    const across = async (turn: number) =>
      turn === 3 ? page(140, 100, wide) : page(turn % 2 === 1 ? 140 : 100, turn % 2 === 1 ? 100 : 140, [])
    expect(await turnThatFits(across, wide)).toBe(3)
  })

  it('is unknown where the ink is elsewhere, or there is none', async () => {
    expect(await turnThatFits(async () => page(100, 140, [{ x: 5, y: 100, width: 90, height: 20 }]), LINES)).toBeNull()
    expect(await turnThatFits(async () => page(100, 140, []), LINES)).toBeNull()
    expect(inkInLines(page(50, 140, []), LINES)).toBe(Number.NEGATIVE_INFINITY)
  })
})
