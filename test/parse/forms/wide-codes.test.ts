import { describe, expect, it } from 'vitest'
import { parseReport } from '../../../src/parse/index.ts'
import type { Row } from '../budget/pages.ts'
import { documentOf, written } from '../budget/pages.ts'

const COVER = '甲省乙市水务局2022年度部门决算'
const read = (rows: readonly Row[]) => parseReport(documentOf([COVER, ...rows]))
const form = (rows: readonly Row[], id: string) => written(read(rows).forms.find((one) => one.id === id))

const EXPENDITURE = [
  '一般公共预算财政拨款支出决算表',
  '部门：甲省乙市水务局 单位：万元',
  '功能分类科目编码 科目名称 合计 基本支出 项目支出',
]
const BASIC = ['一般公共预算财政拨款基本支出决算表', '部门：甲省乙市水务局 单位：万元', '经济分类科目编码 科目名称 决算数']

describe('codes in wide digits', () => {
  it('are the codes, with and without a blank before the name, in parts too', () => {
    expect(
      form(
        [
          ...EXPENDITURE,
          '合计 9.00 5.00 4.00',
          '２１３ 农林水支出 9.00 5.00 4.00',
          '２１３０３水利 9.00 5.00 4.00',
          '２１３ ０３ ０１ 行政运行 5.00 3.00 2.00',
        ],
        'generalBudgetExpenditure',
      ).slice(0, 4),
    ).toEqual([
      '合计 total=9.00 basic=5.00 project=4.00',
      '213 农林水支出 total=9.00 basic=5.00 project=4.00',
      '21303 水利 total=9.00 basic=5.00 project=4.00',
      '2130301 行政运行 total=5.00 basic=3.00 project=2.00',
    ])
  })

  it('are the economic codes of the basic expenditure', () => {
    expect(form([...BASIC, '３０１ 工资福利支出 5.00', '３０１０１ 基本工资 5.00', '人员经费合计 5.00'], 'basicExpenditure')).toEqual([
      '301 工资福利支出 final=5.00',
      '30101 基本工资 final=5.00',
      '人员经费合计 final=5.00',
    ])
  })

  it('leave the characters of figures as they stand', () => {
    const report = read([...EXPENDITURE, '合计 ９．００ ５．００ ４．００', '２１３ 农林水支出 ９．００ ５．００ ４．００'])
    const cell = report.forms.find(({ id }) => id === 'generalBudgetExpenditure')?.rows[0]?.cells.total
    expect(cell).toMatchObject({ kind: 'figure', figure: { text: '9.00' }, where: { raw: '９．００' } })
  })
})
