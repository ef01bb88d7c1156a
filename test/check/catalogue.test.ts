import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RELATIONS } from '../../src/check/index.ts'
import { cataloguePage } from './catalogue-page.ts'

describe('the catalogue of relations', () => {
  it('is what docs/relations.md shows (npx tsx test/check/write-catalogue.ts writes it)', () => {
    expect(readFileSync(new URL('../../docs/relations.md', import.meta.url), 'utf8')).toBe(cataloguePage(RELATIONS))
  })

  it('names every relation once, in words that a person reads', () => {
    expect(new Set(RELATIONS.map((relation) => relation.id)).size).toBe(RELATIONS.length)
    for (const { id, title, compares, applies } of RELATIONS) {
      for (const words of [title, compares, applies]) expect(words, id).toMatch(/[\u4e00-\u9fa5]/)
    }
  })
})
