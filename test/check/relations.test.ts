import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkReport, RELATIONS } from '../../src/check/index.ts'
import type { Report } from '../../src/domain/report.ts'
import { parseReport } from '../../src/parse/index.ts'
import { linesOf } from '../../src/read/text/lines.ts'
import { CASES, type Edit } from './cases.ts'
import { CLEAN_REPORT } from './clean-report.ts'

function reportOf(text: string): Report {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return parseReport({ file: '样例.txt', sha256, bytes: text.length, type: 'text', pages: null, lines: linesOf(text), gaps: [] })
}

const edited = (edits: readonly Edit[]): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`样例里没有“${from}”`)
    return text.replaceAll(from, to)
  }, CLEAN_REPORT)

const clean = reportOf(CLEAN_REPORT)

/** Last year's report, of which only the total is known. */
function priorOf(total: string | undefined): Report | null {
  if (total === undefined) return null
  const claims = clean.claims.filter((claim) => claim.subject === 'total.both' && claim.measure === 'final')
  return {
    ...clean,
    meta: { ...clean.meta, fiscalYear: clean.meta.fiscalYear - 1 },
    forms: [],
    claims: claims.map((claim) => ({ ...claim, year: null, figure: { ...claim.figure, text: total } })),
  }
}

describe('a report without a defect', () => {
  it('raises no alarm', () => {
    const { findings, coverage } = checkReport(clean)
    expect(findings.filter((finding) => finding.verdict !== 'rounding').map((finding) => finding.statement)).toEqual([])
    expect(coverage.passed).toBeGreaterThan(200)
    expect(coverage.checked).toBe(coverage.passed + coverage.rounding + coverage.inconsistent + coverage.text)
  })
})

describe('every relation', () => {
  it('has a case, and every case a relation: deleting a row is noticed', () => {
    expect(Object.keys(CASES).sort()).toEqual(RELATIONS.map((relation) => relation.id).sort())
  })

  for (const relation of RELATIONS) {
    const { fail = [], pass = [], verdict, lastYear, adjust = (report: Report): Report => report } = CASES[relation.id] ?? {}
    it(`${relation.id} ${relation.title}: passes when it holds, speaks when it does not`, () => {
      const good = checkReport(adjust(pass.length > 0 ? reportOf(edited(pass)) : clean, false), priorOf(lastYear?.[0]), [relation])
      expect(good.findings.filter((finding) => finding.verdict !== 'rounding').map((finding) => finding.statement)).toEqual([])
      expect(good.coverage.passed).toBeGreaterThan(0)

      const bad = checkReport(adjust(reportOf(edited(fail)), true), priorOf(lastYear?.[1]), [relation])
      const found = bad.findings.filter((finding) => (verdict ? finding.verdict === verdict : finding.verdict !== 'rounding'))
      expect(found.map((finding) => finding.rule)).toContain(relation.id)
      for (const finding of found) expect(finding.statement).toMatch(/。$/)
    })
  }
})
