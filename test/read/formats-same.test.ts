import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/domain/fact.ts'
import type { Report } from '../../src/domain/report.ts'
import { recogniseForms } from '../../src/parse/forms/recognise.ts'
import { parseReport } from '../../src/parse/index.ts'
import { READERS } from '../../src/read/readers.ts'
import { readText } from '../../src/read/text/read.ts'
import { asAttachments, documentOf, WRITERS } from './formats/same-report.ts'

const folder = fileURLToPath(new URL('../../../shared/reports/', import.meta.url))
const reports = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : []
const reading = { name: '报告', signal: undefined, onPage: undefined }

/** All that a fact says but its line, which differs from format to format. */
const said = (report: Report): string[] =>
  factsOf(report).map((fact) =>
    [
      fact.form,
      fact.row.code,
      fact.row.name,
      fact.row.parent,
      fact.column,
      fact.figure.text,
      fact.figure.unit,
      fact.subject,
      fact.repaired,
      fact.where.raw,
    ].join('|'),
  )
const saidInForms = (report: Report): string[] =>
  factsOf(report)
    .filter((fact) => fact.form !== 'narrative' && fact.form !== 'selfEvaluation')
    .map((fact) => [fact.form, fact.row.code, fact.row.name, fact.column, fact.figure.text, fact.figure.unit].join('|'))

const linesOf = async (file: string) => (await readText(readFileSync(folder + file), reading)).lines

describe.skipIf(reports.length === 0)('real reports in other formats (skipped where ../shared/reports is not at hand)', () => {
  const cases = reports.flatMap((file) => (Object.keys(WRITERS) as (keyof typeof WRITERS)[]).map((type) => [file, type] as const))

  it.each(cases)('%s says the same as .%s', async (file, type) => {
    const lines = await linesOf(file)
    const read = await READERS[type]()
    const content = await read(WRITERS[type](lines), reading)
    const report = parseReport(documentOf(file, content))
    const text = parseReport(documentOf(file, { type: 'text', pages: null, lines, gaps: [] }))
    expect(said(report)).toEqual(said(text))
    expect(report.meta).toMatchObject({ department: text.meta.department, fiscalYear: text.meta.fiscalYear, unit: text.meta.unit })
    expect(report.missingForms).toEqual(text.missingForms)
    expect(content.gaps).toEqual([])
  })

  it.each(reports)('%s says the same as an archive of explanation and workbook', async (file) => {
    const lines = await linesOf(file)
    const forms = recogniseForms(lines)
    if (forms.length === 0) return
    const read = await READERS.zip()
    const content = await read(asAttachments(lines, forms), reading)
    const report = parseReport(documentOf(file, content))
    expect(saidInForms(report)).toEqual(saidInForms(parseReport(documentOf(file, { type: 'text', pages: null, lines, gaps: [] }))))
    expect(content.parts?.map((part) => [part.type, part.firstPage])).toEqual([
      ['docx', 1],
      ['xlsx', 2],
    ])
  })
})
