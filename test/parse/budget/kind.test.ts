import { describe, expect, it } from 'vitest'
import { budgetYearOf, kindOf } from '../../../src/parse/budget/index.ts'
import { parseReport } from '../../../src/parse/index.ts'
import { documentOf, linesOf, read } from './pages.ts'

describe('budget or final account', () => {
  it('knows a budget though its duties speak of 决算', () => {
    const duties = Array.from({ length: 9 }, (_, i) => `（${i + 1}）组织编制年度决算，审核竣工财务决算和部门决算。`)
    const lines = linesOf(['丙县财政局2023年部门预算', ...duties, '2023年部门收支总表', '2023年部门收入预算总表', '2023年部门支出预算总表'])
    expect(kindOf(lines)).toBe('budget')
  })

  it('knows a final account though it speaks of budgets in every sentence and has forms of budget funds', () => {
    const lines = linesOf([
      '丙县水务局2023年度部门决算',
      '收入支出决算总表',
      '政府性基金预算财政拨款收入支出决算表',
      ...Array.from({ length: 30 }, () => '行政运行年初预算为10.00万元，预算调整后完成预算的98%。'),
    ])
    expect(kindOf(lines)).toBe('finalAccount')
  })

  it.each([
    ['finalAccount', '2031年本镇“三公”经费支出9.07万元，较年初预算数减少0.93万元，预算管理从严，预算安排从紧。'],
    ['finalAccount', '2031年度“三公”经费财政拨款支出预算为44.50万元，2031年实际支出“三公经费”决算为22.60万元。'],
    ['finalAccount', '一般公共预算财政拨款安排的“三公”经费支出2.05万元，年初预算为2.95万元，差值为0.90万元。'],
    ['finalAccount', '2031年“三公”经费支出431万元，比上年支出433万元减少2万元。'],
    ['finalAccount', '预算执行情况：年初预算100万元，调整后预算数120万元，预算执行数118万元，预算执行率98.33%。'],
    ['budget', '首页>政务公开>财政预决算>“三公”经费预决算\n2031年全区使用当年预算安排的“三公”经费预算为1032万元，比2030年预算数增长7.1%。'],
    ['budget', '2031年，市本级支出安排的“三公”经费预算为3328万元。其中，公务接待费478万元。'],
    ['budget', '2031年“三公”经费预算总计21.80万元。2030年度“三公”经费决算情况：20.12万元。2031年“三公”经费预算较2030年度增加1.68万元。'],
    ['budget', '2031年收支总预算700.50万元。教育支出580.60万元，占支出总预算82.89%。'],
  ] as const)('%s: a notice without a title, by its words', (kind, text) => {
    expect(kindOf(linesOf(text.split('\n')))).toBe(kind)
  })

  it('knows neither in a text that is about something else', () => {
    expect(kindOf(linesOf(['会议纪要', '讨论了预算。']))).toBeNull()
  })
})

describe('the budget year', () => {
  it('is the one its titles name, however often the year before is named', () => {
    const said = Array.from({ length: 20 }, () => '2022年当年预算执行数为5.00万元，2023年预算安排6.00万元，比2022年预算执行数增加20%。')
    expect(budgetYearOf(linesOf(['丙县水务局2023年部门预算', '比2022年预算增减情况', ...said, '2023年部门收支预算总表']))).toBe(2023)
    expect(budgetYearOf(linesOf(['没有年份的标题']))).toBeNull()
  })
})

describe('the explanations of a budget', () => {
  const report = read([
    '2022年，甲省乙市水务局收入预算30.00万元，其中：财政拨款收入28.00万元，比2021年预算增加2.00万元；事业收入0万元。',
    '支出预算30.00万元，其中：一般公共预算拨款支出预算28.00万元，政府性基金拨款支出预算0万元。',
    '财政拨款支出主要内容如下：',
    '1.“农林水支出（类）水利（款）行政运行（项）”20.00万元，主要用于日常运转。2021年当年预算执行数为18.00万元，2022年预算安排20.00万元，比2021年预算执行数增加11.11%。',
  ])
  const said = report.claims.map(({ subject, measure, figure, year }) => `${subject} ${measure} ${figure.text} ${year ?? ''}`.trim())

  it('measure what is planned, with the totals under their keys', () => {
    expect(report.meta).toMatchObject({ kind: 'budget', fiscalYear: 2022, unit: '万元' })
    expect(said).toEqual(
      expect.arrayContaining([
        'revenue.total budget 30.00 2022',
        'revenue.appropriation budget 28.00 2022',
        'revenue.appropriation change 2.00 2022',
        'expenditure.total budget 30.00',
        'generalBudget.expenditure budget 28.00',
        'governmentFund.expenditure budget 0',
        'code:2130301 budget 20.00',
      ]),
    )
  })

  it('keep the year before apart', () => {
    expect(said).toContain('code:2130301 prior 18.00 2021')
    expect(said.filter((one) => one.includes('18.00'))).toHaveLength(1)
  })

  it('stay final in a final account', () => {
    const final = parseReport(
      documentOf([
        '甲省乙市水务局2022年度部门决算',
        '一、收入支出决算总体情况说明',
        '2022年度本年支出合计30.00万元。决算公开情况说明。决算表。',
      ]),
    )
    expect(final.meta.kind).toBe('finalAccount')
    expect(final.claims.map(({ subject, measure }) => `${subject} ${measure}`)).toEqual(['expenditure.total final'])
  })
})
