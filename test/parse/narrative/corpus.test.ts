import { describe, expect, it } from 'vitest'
import type { Claim, Report } from '../../../src/domain/report.ts'
import { parseReport } from '../../../src/parse/index.ts'
import { CORPUS, documentOf, textOf, truthOf } from '../truth.ts'

/** The held-out report is measured by the scorer only. */
const NAMES = CORPUS.filter((name) => name !== 'hannan-2020')
if (NAMES.length === 0) console.info('corpus tests of the explanations skipped: no ../shared/reports beside the checkout')

interface Told {
  readonly form: string
  readonly row: { readonly name: string }
  readonly column: string
  readonly section: string
  readonly value: string
  readonly line?: number
  readonly lines?: readonly number[]
  readonly textual?: boolean
}

const plain = (value: string): string => {
  const text = value.normalize('NFKC').replace(/[\s,]/g, '')
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}
const numbersIn = (value: string): string[] => [...value.matchAll(/\d+(?:\.\d+)?/g)].map((match) => plain(match[0]))
const linesOf = (told: Told): readonly number[] => [...(told.lines ?? []), ...(told.line === undefined ? [] : [told.line])]
const near = (told: Told, claim: Claim): boolean => linesOf(told).some((line) => Math.abs(line - (claim.where.line ?? -9)) <= 3)

const squeezed = (words: string): string => words.normalize('NFKC').replace(/[\s,]/g, '')
function named(told: Told, claim: Claim): boolean {
  const [theirs, ours] = [squeezed(`${told.row.name}${told.column}${told.section}`), squeezed(`${claim.item} ${claim.section}`)]
  return [...theirs].some((_, i) => i + 2 <= theirs.length && ours.includes(theirs.slice(i, i + 2)))
}

function compare(report: Report, facts: readonly Told[]): { recall: number; odd: number } {
  const wanted = facts.filter((told) => told.form === 'narrative' && !told.textual)
  const left = new Set(report.claims)
  const heard = wanted.filter((told) => {
    const hit = [...left].find((claim) => plain(claim.figure.text) === plain(told.value) && near(told, claim) && named(told, claim))
    return hit !== undefined && left.delete(hit)
  })
  const known = facts.filter((told) => told.form === 'narrative' || told.form === 'other')
  const odd = [...left].filter(
    (claim) => !known.some((told) => near(told, claim) && numbersIn(told.value).includes(plain(claim.figure.text))),
  )
  return { recall: heard.length / wanted.length, odd: odd.length / report.claims.length }
}

describe.skipIf(NAMES.length === 0)('explanations of real reports', () => {
  it.each(NAMES)('%s: every figure read, hardly one that the report does not tell', (name) => {
    const { recall, odd } = compare(parseReport(documentOf(textOf(name))), truthOf(name).facts as unknown as readonly Told[])
    expect(recall).toBeGreaterThanOrEqual(0.97)
    expect(odd).toBeLessThanOrEqual(0.03)
  })

  it.each(NAMES)('%s: raw characters stand where the claim says', (name) => {
    const lines = textOf(name).split(/\r\n|\r|\n/)
    const { claims } = parseReport(documentOf(textOf(name)))
    const lost = claims.filter(({ where }) => {
      const from = (where.line ?? 1) - 1
      return !squeezed(lines.slice(from, from + 3).join('')).includes(squeezed(where.raw))
    })
    expect(lost).toEqual([])
  })

  it.each(NAMES)('%s: a part and its whole never are the same claim', (name) => {
    const { claims } = parseReport(documentOf(textOf(name)))
    const ids = new Map(claims.map((claim) => [claim.id, claim]))
    for (const claim of claims) if (claim.partOf !== null) expect(ids.get(claim.partOf)?.subject ?? '').not.toBe(claim.subject)
  })
})
