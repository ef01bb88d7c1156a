import { describe, expect, it } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import type { Report } from '../../src/domain/report.ts'
import { parseReport } from '../../src/parse/index.ts'
import { linesOf } from '../../src/read/text/lines.ts'
import { CLEAN_REPORT } from './clean-report.ts'

const reportOf = (text: string): Report =>
  parseReport({ file: '样例.txt', sha256: '', bytes: 0, type: 'text', pages: null, lines: linesOf(text), gaps: [] })

const checked = (from: string, to: string) => {
  if (!CLEAN_REPORT.includes(from)) throw new Error(`样例里没有“${from}”`)
  return checkReport(reportOf(CLEAN_REPORT.replace(from, to)))
}
const errors = (from: string, to: string) => checked(from, to).findings.filter((finding) => finding.verdict === 'inconsistent')

describe('one cause, N effects', () => {
  it('tells a wrong total once, with what follows from it', () => {
    const [root, ...others] = errors('公用经费合计\t\t\t\t\t85.00', '公用经费合计\t\t\t\t\t58.00')
    expect(others).toEqual([])
    expect(root?.effects.length).toBeGreaterThanOrEqual(1)
    expect(root?.statement).toContain('若《一般公共预算财政拨款基本支出决算表》公用经费合计为85.00万元则相符')
  })

  it('names the class that was left blank rather than the total it is missing from', () => {
    const [root, ...others] = errors('九、卫生健康支出\t40\t100.00', '九、卫生健康支出\t40\t')
    expect(others).toEqual([])
    expect(root?.statement).toContain('卫生健康支出为100.00万元则相符')
    expect([root?.rule, ...(root?.effects ?? []).map((effect) => effect.rule)]).toContain('overview.year-total')
  })

  it('touches the facts it doubts, so that an answer can show the rival', () => {
    const [root] = errors('支出合计1005.00万元', '支出合计1050.00万元')
    expect(root?.touches.some((key) => key.startsWith('narrative|'))).toBe(true)
    expect(root?.touches.some((key) => key.startsWith('expenditure|'))).toBe(true)
  })
})

describe('a slip that was copied from form to form', () => {
  it('is one cause', () => {
    const [before, ...rows] = CLEAN_REPORT.split('2012901\t行政运行\t400.00\t400.00')
    const [revenue, ...others] = rows
    const text = `${before}2012901\t行政运行\t400.00\t400.00${revenue}${others.map((rest) => `2012901\t行政运行\t400.00\t40.00${rest}`).join('')}`
    const found = checkReport(reportOf(text)).findings.filter((finding) => finding.verdict === 'inconsistent')
    expect(others).toHaveLength(2)
    expect(found).toHaveLength(1)
    expect(found[0]?.effects.length).toBeGreaterThanOrEqual(2)
    expect(found[0]?.likelyCause).toContain('若为400.00则相符')
  })
})

describe('a column that slid against its rows', () => {
  it('is one cause, with everything that follows', () => {
    const clean = reportOf(CLEAN_REPORT)
    const forms = clean.forms.map((form) => {
      if (form.id !== 'generalBudgetExpenditure') return form
      const coded = form.rows.filter(({ code }) => code !== null)
      return {
        ...form,
        rows: form.rows.map((row) => ({ ...row, cells: (row.code === null ? null : coded[coded.indexOf(row) + 2]?.cells) ?? row.cells })),
      }
    })
    const [root, ...others] = checkReport({ ...clean, forms }).findings.filter((finding) => finding.verdict === 'inconsistent')
    expect(others).toEqual([])
    expect(root?.likelyCause).toContain('错行')
    expect(root?.effects.length).toBeGreaterThan(4)
  })
})

describe('a figure beside a zero', () => {
  it('is not taken for one in a smaller unit', () => {
    const found = errors('因公出国（境）费支出决算为0.00万元', '因公出国（境）费支出决算为1.53万元')
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(({ likelyCause }) => likelyCause ?? '').join()).not.toContain('单位写错')
  })
})

describe('likely causes', () => {
  it.each([
    ['支出合计1005.00万元', '支出合计1050.00万元', '颠倒'],
    ['支出合计1005.00万元', '支出合计105.00万元', '漏写'],
    ['支出合计1005.00万元', '支出合计10050.00万元', '零'],
    ['九、卫生健康支出\t40\t100.00', '九、卫生健康支出\t40\t', '漏填'],
  ])('%s → %s', (from, to, says) => {
    expect(
      errors(from, to)
        .map((finding) => finding.likelyCause)
        .join(),
    ).toContain(says)
  })
})

describe('a guess', () => {
  const causes = (from: string, to: string) => errors(from, to).map(({ likelyCause }) => likelyCause ?? '')

  it('never says perhaps: the heading above it does', () => {
    expect(causes('支出合计1005.00万元', '支出合计1050.00万元').join()).not.toContain('可能')
  })

  it('corrects to what the sentence says is right', () => {
    const found = errors('支出合计1005.00万元', '支出合计1050.00万元').filter(({ statement }) => statement.includes('则相符'))
    expect(found.length).toBeGreaterThan(0)
    for (const { statement, likelyCause } of found) {
      const said = /为([\d.]+)万元则相符/.exec(statement)?.[1]
      expect(likelyCause).toContain(`若为${said}则相符`)
    }
  })

  it('suggests no more decimals than are printed', () => {
    const words = errors('占60.71%', '占6.71%').map(({ statement, likelyCause }) => `${statement}${likelyCause}`)
    expect(words.join()).toContain('6.71')
    expect(words.join()).not.toMatch(/\d\.\d{5}/)
  })

  it('leaves a sum alone that any of its parts may spoil', () => {
    expect(causes('2210203\t购房补贴\t20.00\t20.00\t\n', '2210203\t购房补贴\t20.05\t20.05\t\n').join()).not.toContain('不能断定')
  })
})

describe('a class left out of a form', () => {
  it('is one empty row, not a wrong sum, though 合计 and its part are both blank', () => {
    const row = '九、卫生健康支出\t41\t100.00\t100.00'
    const [root, ...others] = errors(row, row.replaceAll('100.00', ''))
    expect(others.map(({ statement }) => statement)).toEqual([])
    expect(root?.likelyCause).toBe('漏填了一格。')
    expect(root?.statement).toContain('卫生健康支出')
  })
})

describe('what was looked at', () => {
  it('counts a paragraph once and keeps figures apart, so that a reader understands the number', () => {
    const report = reportOf(CLEAN_REPORT)
    const { coverage } = checkReport(report)
    expect(coverage.paragraphs).toBe(report.outline?.paragraphs.length)
    expect(coverage.passed - (coverage.paragraphs ?? 0)).toBeGreaterThan(50)
  })

  it('counts what an export carries along as found', () => {
    const [record] = errors('支出合计1005.00万元', '支出合计1050.00万元')
    const report = reportOf(CLEAN_REPORT)
    const carried = { ...report, records: record ? [{ ...record, verdict: 'text' as const, effects: [] }] : [] }
    expect(checkReport(carried).coverage.text).toBe(1)
  })
})

describe('rounding', () => {
  it('is a note, never an error', () => {
    const { findings } = checked('2210203\t购房补贴\t20.00\t20.00\t\n', '2210203\t购房补贴\t20.01\t20.01\t\n')
    expect(findings.filter((finding) => finding.verdict === 'inconsistent')).toEqual([])
    expect(findings.some((finding) => finding.verdict === 'rounding' && finding.rule === 'form.code-hierarchy')).toBe(true)
  })

  it('ends where the intervals part', () => {
    const { findings } = checked('2210203\t购房补贴\t20.00\t20.00\t\n', '2210203\t购房补贴\t20.05\t20.05\t\n')
    expect(findings.some((finding) => finding.verdict === 'inconsistent')).toBe(true)
  })
})

describe('a report without tables', () => {
  it('raises nothing for what it does not have, and says what it left unchecked', () => {
    const { findings, coverage } = checkReport({ ...reportOf(CLEAN_REPORT), forms: [] })
    expect(findings.filter((finding) => finding.verdict === 'inconsistent').map((finding) => finding.statement)).toEqual([])
    expect(coverage.unchecked.length).toBeGreaterThan(0)
  })
})
