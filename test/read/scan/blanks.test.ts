import { describe, expect, it } from 'vitest'
import { blanksAfter } from '../../../src/read/scan/blanks.ts'
import { HEIGHT } from '../../../src/read/scan/engine.ts'

const DIGIT = 30
const TOP = 8

/** Bars for characters: where each begins and how wide its ink is; the columns of their middles come with them. */
function stripOf(bars: readonly (readonly [text: string, from: number, wide: number])[]) {
  const width = 300
  const pixels = new Float32Array(HEIGHT * width).fill(0.9)
  for (const [, from, wide] of bars) for (let y = TOP; y < TOP + DIGIT; y++) pixels.fill(-0.8, y * width + from, y * width + from + wide)
  return blanksAfter(
    { pixels, width },
    bars.map(([text, from, wide]) => ({ text, at: from + wide / 2 })),
  )
}

describe('blanks beside digits', () => {
  it('are found between two figures, not inside one', () => {
    expect(
      stripOf([
        ['2', 10, 18],
        ['3', 33, 18],
        ['5', 68, 18],
      ]),
    ).toEqual([false, true, false])
  })

  it('are not seen around a narrow 1, which stands as far apart as any digit', () => {
    expect(
      stripOf([
        ['2', 10, 18],
        ['1', 38, 8],
        ['1', 61, 8],
        ['7', 79, 18],
      ]),
    ).toEqual([false, false, false, false])
  })

  it('are found between a word and its figure', () => {
    expect(
      stripOf([
        ['动', 10, 34],
        ['4', 60, 18],
      ]),
    ).toEqual([true, false])
    expect(
      stripOf([
        ['动', 10, 34],
        ['4', 50, 18],
      ]),
    ).toEqual([false, false])
  })

  it('are left to the recogniser where no digit stands', () => {
    expect(
      stripOf([
        ['合', 10, 34],
        ['计', 90, 34],
      ]),
    ).toEqual([false, false])
  })
})
