import { describe, expect, it } from 'vitest'
import { layoutsOf } from './planter/layouts.ts'
import { alarmsIn, scoreOf } from './planter/measure.ts'
import { PLANT_KINDS } from './planter/plants.ts'

const layouts = layoutsOf(1)
/** A few of each kind here; `npx tsx test/check/planter/run.ts 200` plants hundreds and prints the table. */
const PLANTS = 8

describe('reports of four layouts without a defect', () => {
  it.each(layouts.map((layout) => [layout.name, layout.text] as const))('%s raises no alarm', (_, text) => {
    expect(alarmsIn(text).map((finding) => finding.statement)).toEqual([])
  })
})

describe('planted defects', () => {
  it.each(PLANT_KINDS.map((kind) => [kind.name, kind] as const))('%s is found, and said where', (_, kind) => {
    const { planted, found, placed, missed, misplaced } = scoreOf(kind, layouts, PLANTS)
    expect(planted).toBe(PLANTS)
    expect(found, missed.join('\n')).toBeGreaterThanOrEqual(PLANTS - 1)
    expect(placed, misplaced.join('\n')).toBeGreaterThanOrEqual(found - 2)
  })
})
