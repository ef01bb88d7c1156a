import { describe, expect, it } from 'vitest'
import { readForms } from './notation.ts'

const form = (...rows: readonly string[]): string =>
  [
    '一般公共预算财政拨款收入支出决算表',
    '部门：江城市青云区档案馆 单位：万元',
    '项目 年初结转和结余 本年收入 本年支出 年末结转和结余',
    '功能分类科目编码 科目名称 合计 基本支出结转 项目支出结转和结余 合计 基本支出 项目支出 合计 基本支出 项目支出 合计 基本支出结转 项目支出结转和结余',
    '栏次 1 2 3 4 5 6 7 8 9 10 11 12',
    ...rows,
    '注：本表反映部门本年度一般公共预算财政拨款支出情况。',
  ].join('\n')

describe('the general budget with its balances beside it, without a grid', () => {
  it('is read where opening, income, spending and closing make it even', () => {
    const { figures } = readForms(
      form(
        '合计 12.00 12.00 95.00 70.00 25.00 100.00 70.00 30.00 7.00 7.00',
        '201 一般公共服务支出 12.00 12.00 95.00 70.00 25.00 100.00 70.00 30.00 7.00 7.00',
        '20126 档案事务 12.00 12.00 95.00 70.00 25.00 100.00 70.00 30.00 7.00 7.00',
        '2012601 行政运行 70.00 70.00 70.00 70.00',
        '2012604 档案馆 12.00 12.00 25.00 25.00 30.00 30.00 7.00 7.00',
      ),
    )
    expect(figures).toMatchObject({
      'generalBudgetExpenditure 合计 total': '100.00',
      'generalBudgetExpenditure 合计 project': '30.00',
      'generalBudgetExpenditure 2012601 basic': '70.00',
      'generalBudgetExpenditure 2012604 project': '30.00',
    })
    expect(figures).not.toHaveProperty('generalBudgetExpenditure 2012601 project')
  })

  it('is unread, never blank, where nothing makes it even', () => {
    const { figures, unread } = readForms(
      form(
        '合计 12.00 12.00 95.00 70.00 25.00 100.00 70.00 30.00 9.00 9.00',
        '201 一般公共服务支出 12.00 12.00 95.00 70.00 25.00 100.00 70.00 30.00 9.00 9.00',
      ),
    )
    expect(figures).toEqual({})
    expect(unread).toContain('100.00')
  })
})
