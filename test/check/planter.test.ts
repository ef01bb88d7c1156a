import { describe, expect, it } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import { decimalsOf, type Figure } from '../../src/domain/figure.ts'
import { parseReport } from '../../src/parse/index.ts'
import { linesOf } from '../../src/read/text/lines.ts'
import { CLEAN_REPORT } from './clean-report.ts'
import { chance, claimSpots, formSpots, SLIPS, type Spot } from './planter.ts'

const clean = parseReport({ file: '样例.txt', sha256: '', bytes: 0, type: 'text', pages: null, lines: linesOf(CLEAN_REPORT), gaps: [] })
const PLANTS = 60

/** Plants one slip at a random spot; null where the slip does not change what the figure can stand for. */
function plant(spot: Spot, slip: string, random: () => number): Figure | null {
  const text = SLIPS[slip]?.(spot.text, Math.floor(random() * spot.text.length)) ?? null
  if (text === null || !/^-?\d+(\.\d+)?$/.test(text) || Number(text) === Number(spot.text)) return null
  // A last digit that moves by one is within rounding; nobody can tell it from a remainder.
  if (Math.abs(Number(text) - Number(spot.text)) <= 0.05) return null
  return { text, unit: spot.text.includes('%') ? '%' : '万元', decimals: Math.max(2, decimalsOf(text)) }
}

function score(
  spots: readonly Spot[],
  slip: string,
  percent: boolean,
): { readonly found: number; readonly planted: number; readonly missed: string[] } {
  const random = chance(7)
  const missed: string[] = []
  let planted = 0
  for (let tries = 0; planted < PLANTS && tries < 10 * PLANTS; tries++) {
    const spot = spots[Math.floor(random() * spots.length)]
    const figure = spot && plant(spot, slip, random)
    if (!spot || !figure) continue
    planted++
    const unit = percent && /(share|completion|growth)$/.test(spot.what) ? '%' : '万元'
    const { findings } = checkReport(spot.change({ ...figure, unit, decimals: Math.max(2, decimalsOf(figure.text)) }))
    if (!findings.some((finding) => finding.verdict === 'inconsistent')) missed.push(`${spot.what} ${spot.text}→${figure.text}`)
  }
  return { found: planted - missed.length, planted, missed }
}

describe('planted defects', () => {
  for (const slip of Object.keys(SLIPS)) {
    it(`finds ${slip} in the forms`, () => {
      const { found, planted, missed } = score(formSpots(clean), slip, false)
      expect(found / planted, missed.join('；')).toBeGreaterThanOrEqual(0.95)
    })

    it(`finds ${slip} in the explanations`, () => {
      const { found, planted, missed } = score(claimSpots(clean), slip, true)
      expect(found / planted, missed.join('；')).toBeGreaterThanOrEqual(0.95)
    })
  }

  it('finds a cell left blank', () => {
    const missed = formSpots(clean).filter(
      (spot) => !checkReport(spot.change(null)).findings.some((finding) => finding.verdict === 'inconsistent'),
    )
    const share = 1 - missed.length / formSpots(clean).length
    expect(share, missed.map((spot) => spot.what).join('；')).toBeGreaterThanOrEqual(0.85)
  })
})
