import { describe, expect, it } from 'vitest'
import { read, readLines } from './pages.ts'

const HEAD = '编制部门：甲省乙市水务局 单位：万元'
const EXPENDITURE = [
  '2022年部门支出预算总表',
  HEAD,
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['213', '农林水支出', '5.00', '', '5.00'],
]
const reasons = (report: ReturnType<typeof read>): string[] => report.unread.map(({ where, reason }) => `${where.raw} ${reason}`)

describe('tables of a budget that are none of the nine', () => {
  it('are said with all their figures, and never read as explanations', () => {
    const report = read(
      EXPENDITURE,
      ['2022年部门项目支出预算表', HEAD, ['项目名称', '合计', '一般公共预算'], ['水库维修项目', '9.00', '9.00']],
      ['项目支出绩效目标表', ['项目名称', '水库维修', '资金总额', '9.00'], ['数量指标', '维修水库3座', '', '3']],
    )
    expect(reasons(report)).toEqual([
      '9.00 “2022年部门项目支出预算表”不是九张标准表，没有读入',
      '9.00 “2022年部门项目支出预算表”不是九张标准表，没有读入',
      '9.00 “项目支出绩效目标表”不是九张标准表，没有读入',
      '3 “项目支出绩效目标表”不是九张标准表，没有读入',
    ])
    expect(report.claims).toEqual([])
    expect(report.tokens.all).toBe(report.tokens.facts + report.tokens.unread)
  })

  it('are said of a text without ruling, too; codes are no figures', () => {
    const report = readLines([
      '2022年一般公共预算支出政府经济分类预算表',
      HEAD,
      '科目编码 科目名称 合计',
      '501 机关工资福利支出 7.00',
      '50101 工资奖金津补贴 7.00',
    ])
    expect(reasons(report)).toEqual([
      '7.00 “2022年一般公共预算支出政府经济分类预算表”不是九张标准表，没有读入',
      '7.00 “2022年一般公共预算支出政府经济分类预算表”不是九张标准表，没有读入',
    ])
  })

  it('end where running text begins', () => {
    const report = read(EXPENDITURE, [
      '2022年部门政府采购预算表',
      HEAD,
      ['采购项目', '合计'],
      ['水泵', '9.00'],
      '2022年，甲省乙市水务局政府采购预算9.00万元。',
    ])
    expect(report.claims.map(({ figure }) => figure.text)).toEqual(['9.00'])
  })
})
