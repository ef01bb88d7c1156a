import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkReport, readReport } from '../../src/app/examine.ts'
import { forExport } from '../../src/app/export.ts'
import { storedReport } from '../../src/app/stored-report.ts'
import { factsOf } from '../../src/domain/fact.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { readStandardForm } from '../../src/parse/standard-form.ts'
import { standardForm } from '../../src/render/standard-form.ts'
import { openStore } from '../../src/store/index.ts'

const folder = fileURLToPath(new URL('../../../shared/reports', import.meta.url))
const present = existsSync(folder)
const files = present ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : ['（没有真实报告，跳过）']
if (!present) console.log('没有 ../shared/reports，真实报告的导出测试跳过。')

/** All findings, effects included: those about figures with their whole statement, those about wording by rule and place. */
const said = (findings: readonly Finding[]): string[] =>
  findings
    .flatMap((finding) => [finding, ...finding.effects])
    .map((finding) =>
      [finding.rule, finding.verdict, finding.verdict === 'text' ? finding.evidence.map((place) => place.line) : finding.statement].join(
        '｜',
      ),
    )
    .sort()

describe.skipIf(!present)('the export of a real report', () => {
  it.each(files)('%s reads back to the same facts and the same findings', async (name) => {
    const report = await readReport(join(folder, name))
    const before = await checkReport(report)
    const exported = await forExport(report, before.findings, checkReport)
    const text = standardForm(exported)
    const back = readStandardForm(text)
    if (back === null) throw new Error('not in standard form')

    expect(back).toEqual(exported)
    // Names longer than a name are cut; everything else of a fact is the same.
    const facts = (r: typeof report) =>
      factsOf(r).map(({ where, figure, form, column, repaired, subject, row }) => ({
        ...{ figure, form, column, repaired, subject, code: row.code, name: row.name.slice(0, 30) },
        ...{ page: where.page, line: where.line, raw: where.raw },
      }))
    const inOrder = (r: typeof report) =>
      facts(r)
        .map((fact) => JSON.stringify(fact))
        .sort()
    expect(inOrder(back)).toEqual(inOrder(report))
    expect(said((await checkReport(back)).findings)).toEqual(said(before.findings))
  })

  it.each(files)('%s is the same export from the store as from the file', async (name) => {
    const store = await openStore(join(mkdtempSync(join(tmpdir(), 'export-corpus-')), 'store.sqlite'))
    const report = await readReport(join(folder, name))
    const result = await checkReport(report)
    await store.ingest(report, result)
    const stored = await storedReport(store, report.meta.department, String(report.meta.fiscalYear))
    const fromStore = standardForm(await forExport(stored.report, stored.result.findings, checkReport))
    expect(fromStore).toBe(standardForm(await forExport(report, result.findings, checkReport)))
    await store.close()
  })

  it.each(files)('%s carries no sentence of the original', async (name) => {
    const report = await readReport(join(folder, name))
    const text = standardForm(await forExport(report, (await checkReport(report)).findings, checkReport))
    const sentences = (report.outline?.paragraphs ?? [])
      .filter((paragraph) => paragraph.kind === 'text')
      .flatMap((paragraph) => paragraph.sentences.map(([start, end]) => paragraph.text.slice(start, end).trim()))
      .filter((sentence) => sentence.length >= 30)
    expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([])
  })
})
