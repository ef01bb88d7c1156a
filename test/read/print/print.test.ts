import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../../../src/parse/index.ts'
import { readPdf } from '../../../src/read/pdf/read.ts'
import { readText } from '../../../src/read/text/read.ts'
import { documentOf } from '../formats/same-report.ts'
import { canPrint, printed } from './chromium.ts'
import { printable } from './html.ts'
import { difference } from './same.ts'

const folder = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url))
const reports = existsSync(folder) && canPrint() ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : []
const reading = { name: '报告', signal: undefined, onPage: undefined }

describe.skipIf(reports.length === 0)('real reports printed to PDF (skipped where ../shared/reports or chromium is not at hand)', () => {
  it.each(reports)('%s says the same on paper', { timeout: 60_000 }, async (file) => {
    const { lines } = await readText(readFileSync(folder + file), reading)
    const text = parseReport(documentOf(file, { type: 'text', pages: null, lines, gaps: [] }))
    const paper = parseReport(documentOf(file, await readPdf(printed(printable(text, lines)), reading)))
    const { all, same, lost, wrong } = difference(text, paper)
    expect({ lost, wrong, same }).toEqual({ lost: [], wrong: [], same: all })
    expect(paper.meta).toMatchObject({ department: text.meta.department, fiscalYear: text.meta.fiscalYear, unit: text.meta.unit })
    expect(paper.missingForms).toEqual(text.missingForms)
    expect(paper.meta.scanned).toBeUndefined()
  })
})
