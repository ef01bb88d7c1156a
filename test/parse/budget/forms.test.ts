import { describe, expect, it } from 'vitest'
import { read, written } from './pages.ts'

const HEAD = ['编制部门：甲省乙市水务局 单位：万元']
const CODES = [
  ['项目', '', '', '', '支出预算', '', ''],
  ['功能分类科目编码', '', '', '功能分类科目名称', '合计', '基本支出', '项目支出'],
  ['类', '款', '项', '', '', '', ''],
]

describe('tables by functional items', () => {
  it('puts 类 款 项 together, goes on over pages with and without a repeated header, finds 合计', () => {
    const { forms } = read(
      ['2022年部门支出预算总表', ...HEAD, ...CODES, ['213', '', '', '农林水支出', '30.00', '20.00', '10.00']],
      [...CODES, ['213', '03', '', '水利', '30.00', '20.00', '10.00']],
      [
        ['213', '03', '01', '行政运行', '30.00', '20.00', '10.00'],
        ['合计', '', '', '', '30.00', '20.00', '10.00'],
      ],
    )
    expect(written(forms.find((form) => form.id === 'expenditure'))).toEqual([
      '213 农林水支出 total=30.00 basic=20.00 project=10.00',
      '21303 水利 total=30.00 basic=20.00 project=10.00',
      '2130301 行政运行 total=30.00 basic=20.00 project=10.00',
      '合计 total=30.00 basic=20.00 project=10.00',
    ])
  })

  it('carries the 类 on where it is printed once, and takes codes glued to names', () => {
    const { forms } = read(
      [
        '2022年部门支出预算总表',
        ...HEAD,
        ...CODES,
        ['213', '', '', '农林水支出', '5.00', '', '5.00'],
        ['', '03', '', '水利', '5.00', '', '5.00'],
        ['', '', '05', '水利工程建设', '5.00', '', '5.00'],
      ],
      [
        '2022年部门收入预算总表',
        ...HEAD,
        ['科目', '合计', '上年结转', '一般公共预算', '政府性基金预算', '事业收入', '其他收入'],
        ['[2130305]水利工程建设', '5.00', '1.00', '2.00', '', '', '2.00'],
      ],
    )
    expect(written(forms.find((form) => form.id === 'expenditure')).map((row) => row.split(' ')[0])).toEqual(['213', '21303', '2130305'])
    expect(written(forms.find((form) => form.id === 'revenue'))).toEqual([
      '2130305 水利工程建设 total=5.00 carryover=1.00 generalBudget=2.00 other=2.00',
    ])
  })

  it("never takes another year's money or a difference for the year's", () => {
    const { forms, unread } = read([
      '一般公共预算支出表',
      ...HEAD,
      ['科目编码', '科目名称', '2021年执行数', '2022年预算数', '', '', '2022年预算数比2021年执行数', ''],
      ['', '', '', '小计', '基本支出', '项目支出', '增减额', '增减%'],
      ['213', '农林水支出', '28.00', '30.00', '20.00', '10.00', '2.00', '7.14'],
      ['合计', '', '28.00', '30.00', '20.00', '10.00', '2.00', '7.14'],
    ])
    expect(written(forms.find((form) => form.id === 'generalBudgetExpenditure'))).toEqual([
      '213 农林水支出 total=30.00 basic=20.00 project=10.00',
      '合计 total=30.00 basic=20.00 project=10.00',
    ])
    expect(unread.map(({ where, reason }) => `${where.raw} ${reason}`).slice(0, 3)).toEqual([
      '28.00 上年的数，不是本预算年度的',
      '2.00 与上年相比的增减，不是本年预算数',
      '7.14 与上年相比的增减，不是本年预算数',
    ])
  })

  it('believes no column where the rows of a grid do not add up under their header', () => {
    const rows = ['1', '2', '3'].map((n) => [`213030${n}`, `事项${n}`, '20.00', '30.00', '10.00'])
    const { forms, unread } = read(['部门支出总表', ...HEAD, ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows])
    expect(written(forms.find((form) => form.id === 'expenditure'))).toEqual([])
    expect(unread.filter(({ reason }) => reason === '列位无法由表头或勾稽关系确定')).toHaveLength(9)
  })

  it('ends a table where another begins that is none of the nine', () => {
    const { forms } = read(
      ['部门支出总表', ...HEAD, ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ['213', '农林水支出', '5.00', '', '5.00']],
      ['项目支出预算表', ...HEAD, ['科目编码', '项目名称', '合计'], ['214', '不在本表的事项', '9.00']],
    )
    expect(written(forms.find((form) => form.id === 'expenditure'))).toEqual(['213 农林水支出 total=5.00 project=5.00'])
  })
})

describe('basic expenditure by economic items', () => {
  const TITLE = '一般公共预算基本支出表'
  it("keeps the government's items apart from the department's own where both stand side by side", () => {
    const { forms } = read([
      TITLE,
      ...HEAD,
      ['政府预算经济分类', '', '部门预算经济分类', '', '合计', '人员经费', '公用经费'],
      ['科目编码', '科目名称', '科目编码', '科目名称', '', '', ''],
      ['50101', '工资奖金津补贴', '30101', '基本工资', '7.00', '7.00', ''],
      ['50201', '办公经费', '30201', '办公费', '3.00', '', '3.00'],
      ['合计', '', '', '', '10.00', '7.00', '3.00'],
    ])
    expect(written(forms.find((form) => form.id === 'basicExpenditure'))).toEqual([
      '30101 基本工资 budget=7.00 personnel=7.00',
      '30201 办公费 budget=3.00 public=3.00',
      '合计 budget=10.00 personnel=7.00 public=3.00',
    ])
  })

  it('does not mix the two systems in one column either', () => {
    const { forms, unread } = read([
      TITLE,
      ...HEAD,
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
      ['301', '工资福利支出', '7.00', '7.00', ''],
      ['501', '机关工资福利支出', '7.00', '7.00', ''],
    ])
    expect(written(forms.find((form) => form.id === 'basicExpenditure'))).toEqual(['301 工资福利支出 budget=7.00 personnel=7.00'])
    expect(unread.filter(({ reason }) => /政府预算经济分类/.test(reason))).toHaveLength(2)
  })

  it('prefers 一般公共预算 to all appropriations, and mends a 款 that lost its zero', () => {
    const table = (title: string, amount: string) => [
      title,
      ...HEAD,
      ['部门预算经济分类科目编码', '', '经济分类科目名称', '合计', '人员经费', '公用经费'],
      ['类', '款', '', '', '', ''],
      ['301', '2', '津贴补贴', amount, amount, ''],
    ]
    const { forms } = read(table('财政拨款基本支出预算表', '9.00'), table('一般公共预算基本支出预算表', '8.00'))
    expect(written(forms.find((form) => form.id === 'basicExpenditure'))).toEqual(['30102 津贴补贴 budget=8.00 personnel=8.00'])
  })
})

describe('the two-sided tables', () => {
  it('reads both sides, what stands under 一、 with its parent, and classes for themselves', () => {
    const { forms } = read([
      '部门收支总表',
      ...HEAD,
      ['收入', '', '支出', ''],
      ['项目', '预算数', '项目', '预算数'],
      ['一、本年收入', '9.00', '一、本年支出', '10.00'],
      ['（一）一般公共预算拨款收入', '9.00', '（一）农林水支出', '10.00'],
      ['二、上年结转', '1.00', '二、结转下年', ''],
      ['收入总计', '10.00', '支出总计', '10.00'],
    ])
    const overview = forms.find((form) => form.id === 'overview')
    expect(overview?.rows.map((row) => [row.side, row.name, row.parent])).toEqual([
      ['revenue', '本年收入', null],
      ['revenue', '一般公共预算拨款收入', '本年收入'],
      ['revenue', '上年结转', null],
      ['revenue', '收入总计', null],
      ['expenditure', '本年支出', null],
      ['expenditure', '农林水支出', null],
      ['expenditure', '结转下年', null],
      ['expenditure', '支出总计', null],
    ])
    expect(written(overview)[1]).toBe('一般公共预算拨款收入 budget=9.00')
  })
})

describe('三公', () => {
  const ITEMS = ['合计', '因公出国（境）费', '公务用车购置及运行费', '', '', '公务接待费']
  it('takes the six of the year beside the six of the year before', () => {
    const { forms, unread } = read([
      '一般公共预算“三公”经费支出表',
      ...HEAD,
      ['2021年预算数', '', '', '', '', '', '2022年预算数', '', '', '', '', ''],
      [...ITEMS, ...ITEMS],
      ['', '', '小计', '购置费', '运行费', '', '', '', '小计', '购置费', '运行费', ''],
      ['9.00', '1.00', '6.00', '2.00', '4.00', '2.00', '8.00', '1.00', '5.00', '1.00', '4.00', '2.00'],
    ])
    expect(written(forms.find((form) => form.id === 'threePublic'))).toEqual([
      'total budget=8.00',
      'overseas budget=1.00',
      'vehicles budget=5.00',
      'vehiclePurchase budget=1.00',
      'vehicleOperation budget=4.00',
      'reception budget=2.00',
    ])
    expect(unread.filter(({ reason }) => /上年/.test(reason))).toHaveLength(6)
  })

  it('knows a sum over 会议费 and 培训费 as none of 三公', () => {
    const { forms } = read([
      '“三公”经费、会议费、培训费支出预算表',
      ...HEAD,
      ['合计', '“三公”经费', '', '', '', '', '', '会议费', '培训费'],
      ['', '小计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费', '', ''],
      ['', '', '', '小计', '公务用车购置费', '公务用车运行维护费', '', '', ''],
      ['20.00', '8.00', '1.00', '5.00', '1.00', '4.00', '2.00', '7.00', '5.00'],
    ])
    expect(written(forms.find((form) => form.id === 'threePublic')).slice(0, 2)).toEqual(['total budget=8.00', 'overseas budget=1.00'])
  })

  it('reads one line an item as well', () => {
    const { forms } = read([
      '“三公”经费预算表',
      ...HEAD,
      ['项目', '上年预算数', '本年预算数', '增减额'],
      ['合计', '9.00', '8.00', '-1.00'],
      ['1.因公出国（境）费', '1.00', '1.00', '0.00'],
      ['2.公务接待费', '2.00', '2.00', '0.00'],
      ['3.公务用车购置及运行费', '6.00', '5.00', '-1.00'],
      ['其中：公务用车购置', '2.00', '1.00', '-1.00'],
      ['公务用车运行维护费', '4.00', '4.00', '0.00'],
    ])
    expect(written(forms.find((form) => form.id === 'threePublic'))).toEqual([
      'total budget=8.00',
      'overseas budget=1.00',
      'vehicles budget=5.00',
      'vehiclePurchase budget=1.00',
      'vehicleOperation budget=4.00',
      'reception budget=2.00',
    ])
  })
})
