import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/check/index.ts'
import { parseReport } from '../../../src/parse/index.ts'
import { linesOf } from '../../../src/read/text/lines.ts'

const report = (text: string) =>
  parseReport({ file: '报告.txt', sha256: '', bytes: text.length, type: 'text', pages: null, gaps: [], lines: linesOf(text) })

const HEAD = '2023年度青石县教育局部门决算\n第三部分 2023年度部门决算情况说明\n'
const claimsOf = (text: string) => report(HEAD + text).claims.map(({ item, subject, figure }) => [item, subject, figure.text])
const contradictions = (text: string) => checkReport(report(HEAD + text)).findings.filter(({ verdict }) => verdict === 'inconsistent')

describe('figures of subordinate units', () => {
  const told = [
    '二、收入决算情况说明',
    '本部门2023年度收入合计500.00万元，其中：财政拨款收入450.00万元，占90.00%；事业收入50.00万元，占10.00%。',
    '（1）青石县教育局（本级）收入合计200.00万元，其中：财政拨款收入200.00万元，占100.00%。',
    '（2）青石县第一中学收入合计300.00万元，其中：财政拨款收入250.00万元，占83.33%；事业收入50.00万元，占16.67%。',
  ].join('\n')

  it('carry the unit’s name and are not the department’s', () => {
    expect(claimsOf(told)).toEqual(
      expect.arrayContaining([
        ['收入合计', 'revenue.total', '500.00'],
        ['青石县第一中学收入合计', null, '300.00'],
        ['青石县第一中学财政拨款收入', null, '250.00'],
      ]),
    )
    expect(contradictions(told)).toEqual([])
  })

  it('are the department’s where one body alone is named', () => {
    const own = '二、收入决算情况说明\n1.青石县教育局2023年度收入合计500.00万元，其中：财政拨款收入450.00万元，占80.00%。'
    expect(claimsOf(own)).toContainEqual(['收入合计', 'revenue.total', '500.00'])
    expect(contradictions(own)).toHaveLength(1)
  })
})

describe('income and spending of one purse in one paragraph', () => {
  const told = (spent: string) =>
    [
      '四、财政拨款收入支出决算总体情况说明',
      `本部门2023年度财政拨款本年收入450.00万元；本年支出460.00万元。`,
      `1.一般公共预算财政拨款本年收入400.00万元，完成年初预算的100.00%，比年初预算增加0.00万元；支出${spent}万元，完成年初预算的105.00%，比年初预算增加20.00万元。`,
      '2.政府性基金预算财政拨款本年收入50.00万元；本年支出40.00万元。',
    ].join('\n')

  it('are that purse’s, not all income and spending', () => {
    expect(claimsOf(told('420.00'))).toEqual(
      expect.arrayContaining([
        ['本年支出', 'fiscal.expenditure', '460.00'],
        ['支出', 'generalBudget.expenditure', '420.00'],
        ['本年支出', 'governmentFund.expenditure', '40.00'],
      ]),
    )
    expect(contradictions(told('420.00'))).toEqual([])
  })

  it('a misprint is still noticed', () => {
    expect(contradictions(told('402.00'))).not.toEqual([])
  })
})

it('money told behind batches and persons is not theirs', () => {
  const text =
    '五、“三公”经费支出决算情况说明\n公务接待费支出0.98万元。共发生公务接待14批次、121人次。较上年减少0.37万元，下降27.41%，主要是接待减少。'
  expect(claimsOf(text)).toEqual(expect.arrayContaining([['公务接待费支出', 'threePublic.reception', '27.41']]))
  expect(contradictions(text)).toEqual([])
})
