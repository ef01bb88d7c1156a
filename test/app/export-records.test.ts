import { describe, expect, it } from 'vitest'
import { exportFormat, forExport } from '../../src/app/export.ts'
import type { CheckResult, Finding } from '../../src/domain/finding.ts'
import { readStandardForm } from '../../src/parse/standard-form.ts'
import { standardForm } from '../../src/render/standard-form.ts'
import { nothingFound, smallReport } from '../cli/calling.ts'

const finding = (rule: string, effects: Finding[] = []): Finding => ({
  rule,
  kind: 'other',
  verdict: rule.startsWith('text') ? 'text' : 'inconsistent',
  statement: `${rule}的说法`,
  left: null,
  right: null,
  evidence: [],
  difference: null,
  derivation: null,
  likelyCause: null,
  touches: [],
  effects,
})
const result = (findings: Finding[]): CheckResult => ({ ...nothingFound, findings })

describe('the findings that travel with an export', () => {
  it('are those that the facts alone do not bring back', async () => {
    const original = [finding('figure.a'), finding('text.b')]
    const exported = await forExport(smallReport, original, () => result([finding('figure.a')]))
    expect(exported.records.map((record) => record.rule)).toEqual(['text.b'])
  })

  it('lose an effect that the facts bring back, and keep one whose cause they do', async () => {
    const original = [finding('figure.a', [finding('text.effect')]), finding('text.b', [finding('figure.c')])]
    const exported = await forExport(smallReport, original, () => result([finding('figure.a'), finding('figure.c')]))
    expect(exported.records.map((record) => [record.rule, record.effects.length])).toEqual([
      ['text.effect', 0],
      ['text.b', 0],
    ])
  })

  it('come out the same when a report is exported, read back and exported again', async () => {
    const check = (report: typeof smallReport) => result([finding('figure.a'), ...report.records])
    const once = await forExport(smallReport, [finding('figure.a'), finding('text.b')], check)
    const back = readStandardForm(standardForm(once))
    if (back === null) throw new Error('not read back')
    const again = await forExport(back, check(back).findings, check)
    expect(standardForm(again)).toBe(standardForm(once))
  })
})

describe('the format', () => {
  it('is one of three', () => {
    expect(exportFormat('CSV')).toBe('csv')
    expect(() => exportFormat('pdf')).toThrow(/markdown、csv、json/)
  })
})
