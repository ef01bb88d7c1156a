import { describe, expect, it } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import type { Claim, Report } from '../../src/domain/report.ts'
import { parseReport } from '../../src/parse/index.ts'
import { linesOf } from '../../src/read/text/lines.ts'
import { CLEAN_REPORT } from './clean-report.ts'

const reportOf = (text: string): Report =>
  parseReport({ file: '样例.txt', sha256: '', bytes: 0, type: 'text', pages: null, lines: linesOf(text), gaps: [] })

/** Statements about the clean report with one passage rewritten. */
const told = (from: string, to: string): readonly string[] => {
  if (!CLEAN_REPORT.includes(from)) throw new Error(`样例里没有“${from}”`)
  const text = CLEAN_REPORT.replace(from, to)
  const report = parseReport({ file: '样例.txt', sha256: '', bytes: 0, type: 'text', pages: null, lines: linesOf(text), gaps: [] })
  return checkReport(report).findings.flatMap(({ verdict, statement }) => (verdict === 'rounding' ? [] : [statement]))
}

describe('wording that no template fits', () => {
  it.each([
    [
      'two directions in one breath',
      '主要原因是压减办公开支。',
      '比上年减少为0.00万元，与上年持平，主要原因是压减办公开支。',
      '又说增减，又说持平',
    ],
    ['a quotation that is never closed', '主要原因是压减办公开支。', '主要原因是压减“办公开支。', '引号不成对'],
    [
      'a number whose point stands behind a quotation mark',
      '\n二、部门决算单位构成',
      '\n11“.其他事项。\n\n二、部门决算单位构成',
      '标点错位',
    ],
    ['a share without its per cent', '占60.71%', '占60.71', '漏写“%”'],
  ])('%s', (_, from, to, says) => {
    expect(told(from, to).join()).toContain(says)
  })

  it('lets a change of nothing be level with last year', () => {
    expect(told('主要原因是压减办公开支。', '主要原因是压减办公开支，其余与上年持平。')).toEqual([])
  })
})

describe('the items of personnel and office expenses', () => {
  const [personnel, office] = [
    '机关事业单位基本养老保险缴费、住房公积金、退休费',
    '公务接待费、工会经费、公务用车运行维护费、办公设备购置',
  ] as const
  it.each([
    ['several of them in one everyday word', personnel, '社保、公积金、离退休补贴'],
    ['one together with its neighbour', office, '公务接待费、工会经费、公务用车运行维护费及购置费、办公设备购置'],
    ['the last two joined by 和', office, '公务接待费、工会经费、公务用车运行维护费和办公设备购置'],
  ])('may name %s', (_, from, to) => {
    expect(told(from, to)).toEqual([])
  })

  it('are missed where no word means them', () => {
    expect(told(personnel, '社保、退休费').join()).toContain('漏了住房公积金65.00万元')
  })
})

describe('a rate of growth from nothing', () => {
  it('is told as a rate that says nothing', () => {
    const from = '公务接待支出决算减少0.50万元，下降33.33%'
    expect(told(from, '公务接待支出决算增加1.00万元，增长100%').join()).toContain('增减率没有意义')
  })
})

describe('a paragraph printed twice', () => {
  it('is told as such and not as a slip of numbering', () => {
    const item = '1.组织地方文史资料的征集、整理和出版工作。'
    const found = told('\n二、部门决算单位构成', `\n${item}\n\n${item}\n\n二、部门决算单位构成`)
    expect(found.filter((statement) => statement.includes('印了两次'))).toHaveLength(1)
    expect(found.join()).not.toContain('编号“1.”')
  })
})

describe('shares made to add up to a hundred', () => {
  it('are told as the likely cause of a wrong last digit', () => {
    const text = CLEAN_REPORT.replace('占8.67%', '占8.68%')
    const report = parseReport({ file: '样例.txt', sha256: '', bytes: 0, type: 'text', pages: null, lines: linesOf(text), gaps: [] })
    const [share] = checkReport(report).findings.filter(({ rule }) => rule === 'ratio.share')
    expect(share?.likelyCause).toContain('凑足100%')
  })
})

describe('wording on a scanned page', () => {
  const slip = CLEAN_REPORT.replace('主要原因是用车减少。', '主要原因是用车减少。。')
  const lines = linesOf(slip).map((line) => ({ ...line, page: 1 }))
  const report = parseReport({ file: '样例.pdf', sha256: '', bytes: 0, type: 'pdf', pages: 1, lines, gaps: [] })
  const wordingOf = (scanned: readonly number[]) => {
    const { findings, coverage } = checkReport({ ...report, meta: { ...report.meta, scanned } })
    return {
      told: findings.filter(({ verdict }) => verdict === 'text').map(({ rule }) => rule),
      open: coverage.unchecked.filter(({ reason }) => reason.includes('由图片识别')).map(({ rule }) => rule),
    }
  }

  it('is left alone and said to be, since the recogniser may have misread it', () => {
    expect(wordingOf([1])).toEqual({ told: [], open: ['text.doubled-marks'] })
  })
  it('is judged where another page was scanned', () => {
    expect(wordingOf([2])).toEqual({ told: ['text.doubled-marks'], open: [] })
  })
})

describe('what went to small businesses', () => {
  const whole = '授予中小企业合同金额40.00万元'
  const parts = (reserved: string, other: string): string =>
    `面向中小企业预留的政府采购项目中标金额为${reserved}万元，其他政府采购项目中由中小企业中标的金额为${other}万元。${whole}`
  const subjects = (text: string): Report => {
    const report = reportOf(CLEAN_REPORT.replace(whole, text))
    const [sample] = report.claims.filter(({ subject, measure }) => subject === 'procurement.total' && measure === 'final')
    if (!sample) throw new Error('样例里没有采购总额')
    const said = (subject: string, digits: string): Claim => ({
      ...sample,
      id: `${sample.id}-${subject}`,
      subject,
      measure: 'amount',
      figure: { ...sample.figure, text: digits },
    })
    const [reserved = '', other = ''] = [...text.matchAll(/金额为([\d.]+)/g)].map(([, digits]) => digits ?? '')
    const others = report.claims.filter(({ subject }) => !/^procurement\.(reserved|other)Sme$/.test(subject ?? ''))
    return { ...report, claims: [...others, said('procurement.reservedSme', reserved), said('procurement.otherSme', other)] }
  }
  const alarms = (text: string) => checkReport(subjects(text)).findings.filter(({ rule }) => rule === 'list.procurement-share')

  it('is no more than was bought in all', () => {
    expect(alarms(parts('30.00', '20.00'))).toEqual([])
    expect(alarms(parts('30.00', '30.00')).map(({ difference }) => difference)).toEqual(['10.00'])
  })
})

describe('changes of 三公', () => {
  it('add up although a part that was nothing is not mentioned', () => {
    const silent = '因公出国（境）支出决算增加0.00万元；'
    expect(told(silent, '')).toEqual([])
    const text = CLEAN_REPORT.replace(silent, '').replace('公务接待支出决算减少0.50万元', '公务接待支出决算减少5.00万元')
    const rules = checkReport(reportOf(text)).findings.flatMap((one) => [one, ...one.effects].map(({ rule }) => rule))
    expect(rules).toContain('change.three-public-parts')
  })
})

describe('a title', () => {
  it('needs no full stop', () => {
    expect(told('\n二、部门决算单位构成', '\n云溪区地方文史馆修缮工程项目经费情况说明\n\n二、部门决算单位构成')).toEqual([])
  })
})
