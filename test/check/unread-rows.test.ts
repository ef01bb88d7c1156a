import { describe, expect, it } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import type { Cell, Report } from '../../src/domain/report.ts'
import { parseReport } from '../../src/parse/index.ts'
import { linesOf } from '../../src/read/text/lines.ts'
import { CLEAN_REPORT } from './clean-report.ts'

const clean: Report = parseReport({
  file: '样例.txt',
  sha256: '',
  bytes: 0,
  type: 'text',
  pages: null,
  lines: linesOf(CLEAN_REPORT),
  gaps: [],
})

const CODE = '2012901'
const BLANK: Cell = { kind: 'blank' }

/** 行政运行 of the expenditure form without its basic expenditure, which stands unread `away` lines from it. */
function withoutBasic(away: number | null): Report {
  const form = clean.forms.find(({ id }) => id === 'expenditure')
  const line = form?.rows.find(({ code }) => code === CODE)?.where.line
  if (!form || line == null) throw new Error('样例里没有这一行')
  const rows = form.rows.map((row) => (row.code === CODE ? { ...row, cells: { ...row.cells, basic: BLANK } } : row))
  const unread = away === null ? [] : [{ where: { page: null, line: line + away, raw: '400.00' }, reason: '不知道在哪一栏' }]
  return { ...clean, forms: clean.forms.map((one) => (one === form ? { ...form, rows } : one)), unread }
}

const errors = (report: Report) => checkReport(report).findings.filter(({ verdict }) => verdict === 'inconsistent')

describe('a row beside which a figure could not be read', () => {
  it('raises nothing for the cell that looks empty, and says so', () => {
    expect(errors(withoutBasic(0))).toEqual([])
    const { unchecked } = checkReport(withoutBasic(0)).coverage
    expect(unchecked.some(({ rule, reason }) => rule === 'form.row-total' && reason.includes('看不清'))).toBe(true)
  })

  it('is doubted no more than any other where all its figures were read', () => {
    expect(errors(withoutBasic(null))).not.toEqual([])
    expect(errors(withoutBasic(40))).not.toEqual([])
  })
})
