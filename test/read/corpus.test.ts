import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/domain/document.ts'
import { readDocument } from '../../src/read/index.ts'

/** Real reports stand beside the checkout where there are any; they are no part of the project. */
const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const here = existsSync(shared)
const list = (folder: string): string[] => {
  const path = join(shared, folder)
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => join(path, name))
    : []
}
const reports = ['reports', 'reports/more', 'reports/budgets'].flatMap(list)
if (!here) console.warn('skipped: no corpus beside the checkout')

const plain = (cell: string): string => cell.normalize('NFKC').replace(/[\s,]/g, '')
const TWO_AMOUNTS = /^-?[\d,]+\.\d{2}(?:\s*-?[\d,]+\.\d{2})+$/

interface TruthFact {
  readonly form: string
  readonly value: string
  readonly raw: string
  readonly page: number
  readonly textual?: boolean
}

/** Share of a truth's table figures that stand as a whole cell on their page. */
function share(lines: readonly Line[], facts: readonly TruthFact[]): { share: number; missed: string[] } {
  const cells = new Map<number, string[]>()
  for (const line of lines)
    if (line.page !== null && line.cells) cells.set(line.page, [...(cells.get(line.page) ?? []), ...line.cells.map(plain)])
  const missed = facts.filter((fact) => {
    const left = cells.get(fact.page) ?? []
    const place = left.indexOf(plain(fact.raw ?? fact.value))
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
  return { share: 1 - missed.length / facts.length, missed: missed.map((fact) => `${fact.page} ${fact.form} ${fact.raw}`) }
}

describe('real PDFs', () => {
  it.skipIf(!here)('gives the figures of the forms as whole cells', async () => {
    for (const name of ['putuo-finance-2024', 'putuo-social-work-2024']) {
      const truth: { facts: TruthFact[] } = JSON.parse(readFileSync(join(shared, 'truth', `${name}.json`), 'utf8'))
      const facts = truth.facts.filter((fact) => fact.form !== 'narrative' && fact.form !== 'other' && !fact.textual)
      const { lines } = await readDocument(join(shared, 'reports', `${name}.pdf`))
      const result = share(lines, facts)
      console.info(`${name}: ${facts.length} cells, ${(result.share * 100).toFixed(2)} % found`, result.missed)
      expect(result.share).toBeGreaterThanOrEqual(0.995)
    }
  })

  it.skipIf(!here).each(reports)(
    'never puts two amounts into one cell: %s',
    async (file) => {
      const document = await readDocument(file)
      expect(new Set(document.lines.map((line) => line.page)).size).toBeGreaterThan((document.pages ?? 0) / 2)
      const crowded = document.lines.flatMap((line) => line.cells ?? []).filter((cell) => TWO_AMOUNTS.test(cell))
      expect(crowded).toEqual([])
      // One of them has 171 pages.
    },
    300_000,
  )
})
