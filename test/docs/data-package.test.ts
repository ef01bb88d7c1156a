import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dataPackage, dataPackageText } from '../../src/render/data-package.ts'

const FILE = fileURLToPath(new URL('../../docs/data-package.json', import.meta.url))

describe('docs/data-package.json', () => {
  it('documents the exported tables as they are (npx tsx test/docs/write-data-package.ts writes it anew)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(dataPackageText())
  })

  it('explains every column', () => {
    for (const { schema } of dataPackage().resources) {
      expect(new Set(schema.fields.map(({ name }) => name)).size).toBe(schema.fields.length)
      for (const { description } of schema.fields) expect(description.length).toBeGreaterThan(2)
    }
  })
})
