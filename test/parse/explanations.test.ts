import { describe, expect, it } from 'vitest'
import { detection, MANNERS, measure } from '../layouts/explanations/measure.ts'

/** One report a manner here; `npx tsx test/layouts/explanations/run.ts 8 --plant --list` reads many and prints the table. */
const SEED = 5

describe('explanations as other provinces, ministries and universities write them', () => {
  it.each(MANNERS.map((manner) => [manner.name, manner] as const))(
    '%s: every figure is read as what it is, and nothing is found',
    (_, manner) => {
      const score = measure(manner, SEED)
      expect(score).toMatchObject({ wrong: [], alarms: [] })
      expect(score.right / score.wanted, score.lost.join('\n')).toBeGreaterThanOrEqual(0.98)
    },
  )

  it.each(MANNERS.map((manner) => [manner.name, manner] as const))('%s: one wrong figure is noticed', (_, manner) => {
    expect(detection(manner, SEED, 1).missed).toEqual([])
  })
})
