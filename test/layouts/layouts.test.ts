import { describe, expect, it } from 'vitest'
import { DAMAGES } from './damage.ts'
import { type Kind, measure } from './measure.ts'
import { TEMPLATES } from './templates.ts'

/** One report a layout here, its kinds of file in turn; `npx tsx test/layouts/run.ts 5` reads several in every kind and prints the table. */
const SEED = 1
const turn = (kinds: readonly Kind[]) =>
  TEMPLATES.flatMap((template, i) => {
    const kind = kinds[i % kinds.length]
    return kind === undefined ? [] : [[template.name, kind, template] as const]
  })
/** Without a grid a blank column can leave several places for a figure: it is unread then, never guessed. */
const LEAST = 0.75

describe('reports laid out as many provinces and years print them', () => {
  it.each([...turn(['tabs']), ...turn(['docx', 'pdf', 'xlsx', 'html'])])(
    '%s, %s: every cell is read, none wrong, and nothing is found',
    async (_, kind, template) => {
      const score = await measure(template, kind, SEED)
      expect(score).toMatchObject({ wrong: [], missing: [], misplaced: [], findings: [] })
      expect(score.right / score.wanted, score.lost.join('\n')).toBeGreaterThanOrEqual(0.99)
    },
  )

  it.each(turn(['raw', 'paged', 'layout', 'raw', 'pdf without rulings']))(
    '%s, %s: no cell is wrong and nothing is found',
    async (_, kind, template) => {
      const score = await measure(template, kind, SEED)
      expect(score).toMatchObject({ wrong: [], missing: [], misplaced: [], findings: [] })
      expect(score.right / score.wanted, score.lost.join('\n')).toBeGreaterThanOrEqual(LEAST)
    },
  )
})

describe('the same reports damaged by extraction', () => {
  it.each(DAMAGES.map((damage) => [damage.name, damage] as const))('%s: what is read is right', async (_, damage) => {
    for (const template of TEMPLATES.filter((_, i) => i % 3 === DAMAGES.indexOf(damage) % 3)) {
      const score = await measure(template, 'tabs', SEED, damage)
      expect(score.wrong, template.name).toEqual([])
    }
  })
})
