import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/domain/document.ts'
import { parseReport } from '../../src/parse/index.ts'

const HEAD = ['江城市青云区档案馆2022年度部门决算', '第三部分 2022年度部门决算情况说明', '一、收入支出决算总体情况说明']
const line = (text: string, more: Partial<Line> = {}): Line => ({ no: null, page: 1, text, cells: null, ...more })
const rows = (cells: readonly string[], more: Partial<Line> = {}): Line => line(cells.join('\t'), { cells, ...more })
const parsed = (...lines: readonly Line[]) =>
  parseReport({
    file: '档案馆.pdf',
    sha256: '0'.repeat(64),
    bytes: 1,
    type: 'pdf',
    pages: 1,
    gaps: [],
    lines: [...HEAD.map((text) => line(text)), ...lines],
  })

describe('explanations out of pictures', () => {
  it('mark their figures; those of the text beside them stay as they are', () => {
    const { claims } = parsed(
      line('2022年度收入总计90.25万元。', { recognised: true }),
      line('其中：财政拨款收入80.25万元，其他收入10.00万元。'),
    )
    expect(claims.map((claim) => [claim.figure.text, claim.repaired])).toEqual([
      ['90.25', '由图片识别'],
      ['80.25', null],
      ['10.00', null],
    ])
  })

  it('give a figure that cannot be made out as unread, with its place', () => {
    const { claims, unread, tokens } = parsed(
      line('2022年度收入总计\ufffd\ufffd.\ufffd\ufffd万元，支出总计90.25万元。', { recognised: true }),
    )
    expect(claims.map((claim) => claim.figure.text)).toEqual(['90.25'])
    expect(unread).toEqual([
      { where: { page: 1, line: null, raw: expect.stringContaining('收入总计') }, reason: expect.stringContaining('字迹不清') },
    ])
    expect(tokens).toEqual({ all: 2, facts: 1, unread: 1 })
  })

  it('give a figure as unread whose item runs over one that cannot be made out', () => {
    const { claims, unread } = parsed(line('项目支出包括：馆舍修缮工作��档案整理工作12.00万元。', { recognised: true }))
    expect(claims).toEqual([])
    expect(unread.map((one) => one.reason)).toContainEqual(expect.stringContaining('所属事项'))
  })

  it('count no doubted score of a self-evaluation, where no sum can confirm it', () => {
    const table = (unsure?: readonly number[]) =>
      parsed(
        line('项目绩效自评表'),
        rows(['项目名称', '河道清淤', '', '', '', '']),
        rows(['', '年初预算数', '全年执行数', '分值', '执行率', '得分']),
        rows(['年度资金总额', '40', '36', '10', '90%', '9'], { recognised: true, ...(unsure ? { unsure } : {}) }),
      )
    const figures = (report: ReturnType<typeof parsed>) => report.evaluations.map((one) => `${one.column} ${one.figure.text}`)
    expect(figures(table())).toContain('execution 36')
    expect(
      table()
        .unread.map((one) => one.reason)
        .join(),
    ).not.toContain('字迹不清')
    expect(figures(table([2]))).not.toContain('execution 36')
    expect(figures(table([2])).join()).not.toContain('36')
    expect(table([2]).unread.map((one) => one.reason)).toContainEqual(expect.stringContaining('字迹不清'))
  })
})

describe('a file of which no page could be read', () => {
  const document = (gaps: readonly { page: number; reason: string }[]) => () =>
    parseReport({ file: '扫描.pdf', sha256: '0'.repeat(64), bytes: 1, type: 'pdf', pages: 2, lines: [], gaps })

  it('is refused with the reason, and without one as no report', () => {
    const reason = '这一页是图片，没有文字层；要识别图片，请装上识别组件'
    const gaps = [1, 2].map((page) => ({ page, reason }))
    expect(document(gaps)).toThrow(/^这份文件里没有找到.*有2页没有读出.*这一页是图片.*。$/)
    expect(document([])).toThrow(/^这份文件里没有找到部门决算的表或说明，请换一份部门决算报告再试。$/)
  })
})
