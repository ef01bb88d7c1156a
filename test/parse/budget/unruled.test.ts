import { describe, expect, it } from 'vitest'
import { readLines, written } from './pages.ts'

/** A budget as extracted text: words and figures in lines, no grid. */
const HEAD = '编制部门：甲省乙市水务局 单位：元'
const CODES = ['项目', '功能分类科目编码', '功能分类科目名称 合计 基本支出 项目支出', '类 款 项']
const form = (report: ReturnType<typeof readLines>, id: string): string[] => written(report.forms.find((one) => one.id === id))
const reasons = (report: ReturnType<typeof readLines>): string[] => report.unread.map(({ where, reason }) => `${where.raw} ${reason}`)

const OVERVIEW = [
  '2022年部门财务收支预算总表',
  HEAD,
  '本年收入 本年支出',
  '项目 预算数 项目 预算数',
  '一、财政拨款收入 7,300 一、农林水支出 7,000',
  '1. 一般公共预算 7,300 二、住房保障支出 300',
  '二、事业收入',
  '三、其他收入',
  '收入总计 7,300 支出总计 7,300',
]
const SPELLED = OVERVIEW.map((line) => line.replace(' 一、农林水支出 7,000', ' 一、农林水支出 7,000 1,000 2,000 4,000'))

describe('the overview without a grid', () => {
  it('takes the first figure of a class for its total where it is the sum of the others', () => {
    const report = readLines(SPELLED)
    expect(form(report, 'overview')).toContain('农林水支出 budget=7000')
    expect(reasons(report)).toEqual(['1,000', '2,000', '4,000'].map((raw) => `${raw} 合计的分栏，不是本表的栏目`))
  })

  it('leaves the figures of a class unread where none is the sum', () => {
    const report = readLines(SPELLED.map((line) => line.replace('4,000', '4,500')))
    expect(form(report, 'overview')).toContain('农林水支出')
    expect(report.unread).toHaveLength(4)
  })
})

const REVENUE_HEAD = [
  '2022年部门收入预算总表',
  HEAD,
  '功能分类科目编码',
  '功能分类科目名称 合计 财政拨款收入 事业收入 其他收入',
  '类 款 项',
]

describe('sources of a revenue table without a grid', () => {
  it('are read where all money comes from one source, as the overview says', () => {
    const report = readLines([...OVERVIEW, ...REVENUE_HEAD, '213 农林水支出 7,000 7,000', '221 住房保障支出 300 300', '合计 7,300 7,300'])
    expect(form(report, 'revenue')).toEqual([
      '213 农林水支出 total=7000 appropriation=7000',
      '221 住房保障支出 total=300 appropriation=300',
      '合计 total=7300 appropriation=7300',
    ])
    expect(reasons(report)).toEqual([])
  })

  it('take the noughts that the other columns print', () => {
    const report = readLines([...OVERVIEW, ...REVENUE_HEAD, '213 农林水支出 7,000 7,000 0 0', '合计 7,300 7,300 0 0'])
    expect(form(report, 'revenue')[0]).toBe('213 农林水支出 total=7000 appropriation=7000 undertaking=0 other=0')
  })

  it('stay unread where two sources have money: the header does not tell which is which', () => {
    const two = OVERVIEW.map((line) => line.replace('二、事业收入', '二、事业收入 500'))
    const report = readLines([...two, ...REVENUE_HEAD, '213 农林水支出 7,000 6,500 500', '合计 7,300 6,800 500'])
    expect(form(report, 'revenue')).toEqual(['213 农林水支出 total=7000', '合计 total=7300'])
    expect(reasons(report).filter((one) => /列位无法/.test(one))).toHaveLength(4)
  })
})

describe('the overview of appropriations without a grid', () => {
  const TITLE = [
    '2022年部门财政拨款收支预算总表',
    HEAD,
    '财政拨款收入 财政拨款支出',
    '项目 预算数 项目 合计 一般公共预算 政府性基金预算 国有资本经营预算',
  ]

  it('puts names together that wrap above and below their figures', () => {
    const report = readLines([
      ...TITLE,
      '一、社会保障和就业',
      '一、一般公共预算 9,000.00 4,000.00 4,000.00 0.00 0.00',
      '支出',
      '二、政府性基金预算 1,000.00 二、农林水支出 6,000.00 5,000.00 1,000.00 0.00',
      '收入总计 10,000.00 支出总计 10,000.00 9,000.00 1,000.00',
    ])
    expect(form(report, 'fiscalOverview')).toEqual([
      '一般公共预算 budget=9000.00',
      '社会保障和就业支出 total=4000.00 generalBudget=4000.00 governmentFund=0.00 stateCapital=0.00',
      '政府性基金预算 budget=1000.00',
      '农林水支出 total=6000.00 generalBudget=5000.00 governmentFund=1000.00 stateCapital=0.00',
      '收入总计 budget=10000.00',
      '支出总计 total=10000.00 generalBudget=9000.00 governmentFund=1000.00',
    ])
  })

  it('names no row by words that make no class: its figures are unread, none is lost', () => {
    const report = readLines([
      ...TITLE,
      '一、不知何项的',
      '一、一般公共预算 9,000 4,000 4,000 0 0',
      '支出',
      '二、政府性基金预算 1,000 二、农林水支出 6,000 5,000 1,000 0',
      '收入总计 10,000 支出总计 10,000 9,000 1,000',
    ])
    expect(form(report, 'fiscalOverview').join()).not.toContain('4000')
    expect(reasons(report).filter((one) => one.startsWith('9,000') || one.startsWith('4,000'))).toHaveLength(3)
  })
})

describe('人员经费 and 公用经费 without a grid', () => {
  const TITLE = ['2022年部门一般公共预算基本支出部门预算经济分类预算表', HEAD, '经济分类科目名称 合计 人员经费 公用经费', '类 款']

  it('are told apart by the sums of the table', () => {
    const report = readLines([
      ...TITLE,
      '301 工资福利支出 7,000 7,000',
      '301 01 基本工资 7,000 7,000',
      '303 对个人和家庭的补助 900 500 400',
      '303 02 退休费 900 500 400',
      '302 商品和服务支出 3,100 3,100',
      '302 01 办公费 3,100 3,100',
      '合计 11,000 7,500 3,500',
    ])
    expect(form(report, 'basicExpenditure').slice(0, 5)).toEqual([
      '301 工资福利支出 budget=7000 personnel=7000',
      '30101 基本工资 budget=7000 personnel=7000',
      '303 对个人和家庭的补助 budget=900 personnel=500 public=400',
      '30302 退休费 budget=900 personnel=500 public=400',
      '302 商品和服务支出 budget=3100 public=3100',
    ])
    expect(reasons(report)).toEqual([])
  })

  it('know codes that have grown together with the name', () => {
    const report = readLines([
      ...TITLE,
      '301 工资福利支出 7,000 7,000',
      '301 01基本工资 7,000 7,000',
      '302 商品和服务支出 3,100 3,100',
      '302 01办公费 3,100 3,100',
      '合计 10,100 7,000 3,100',
    ])
    expect(form(report, 'basicExpenditure').slice(1, 4)).toEqual([
      '30101 基本工资 budget=7000 personnel=7000',
      '302 商品和服务支出 budget=3100 public=3100',
      '30201 办公费 budget=3100 public=3100',
    ])
  })

  it('stay unread where two readings add up', () => {
    const report = readLines([...TITLE, '301 工资福利支出 500 500', '302 商品和服务支出 500 500', '合计 1,000 500 500'])
    expect(form(report, 'basicExpenditure')).toEqual([
      '301 工资福利支出 budget=500',
      '302 商品和服务支出 budget=500',
      '合计 budget=1000 personnel=500 public=500',
    ])
    expect(reasons(report)).toHaveLength(2)
  })
})

describe('the 三公 line without a grid', () => {
  const TITLE = [
    '2022年部门“三公”经费和机关运行经费预算表',
    '编制部门：甲省乙市水务局 单位：万元',
    '“三公”经费预算数',
    '机关运行经费预算',
    '公务用车购置及运行费',
    '合计 因公出国(境)费 公务接待费',
    '小计 购置费 运行费',
  ]

  it('is read in the one order that adds up; what is no 三公 item is left aside', () => {
    const report = readLines([...TITLE, '12.50 0 2.50 10.00 4.00 6.00 88.20'])
    expect(form(report, 'threePublic')).toEqual([
      'total budget=12.50',
      'overseas budget=0',
      'vehicles budget=10.00',
      'vehiclePurchase budget=4.00',
      'vehicleOperation budget=6.00',
      'reception budget=2.50',
    ])
    expect(reasons(report)).toEqual(['88.20 机关运行经费不是“三公”经费的栏目'])
  })

  it('is read with blank columns only where the explanation names every figure', () => {
    const line = '9.50 2.50 7.00 7.00 88.20'
    const told = [
      '其他相关情况说明',
      '一、2022年“三公”经费预算情况说明',
      '2022年“三公”经费预算数为9.50万元。其中：',
      '（一）因公出国（境）费0万元。',
      '（二）公务用车购置及运行费7.00万元。其中：公务用车购置费0万元；公务用车运行费7.00万元。',
      '（三）公务接待费2.50万元。',
    ]
    const report = readLines([...TITLE, line, ...told])
    expect(form(report, 'threePublic')).toEqual([
      'total budget=9.50',
      'overseas',
      'vehicles budget=7.00',
      'vehiclePurchase',
      'vehicleOperation budget=7.00',
      'reception budget=2.50',
    ])
    expect(form(readLines([...TITLE, line]), 'threePublic').join()).not.toMatch(/\d/)
  })

  it('is unread where no order adds up', () => {
    const report = readLines([...TITLE, '12.50 0 2.00 10.00 4.00 6.00 88.20'])
    expect(form(report, 'threePublic').join()).not.toMatch(/\d/)
    expect(report.unread).toHaveLength(7)
  })

  it('is unread where two orders add up and nothing tells which is meant', () => {
    const report = readLines([
      ...TITLE.slice(0, 5),
      '合计',
      '公务接待费',
      '因公出国(境)费',
      '小计 购置费 运行费',
      '8.00 5.00 3.00 0 0 0 88.20',
    ])
    expect(form(report, 'threePublic').join()).not.toMatch(/\d/)
  })
})

describe('a fund table without a grid', () => {
  it('has the columns of an expenditure table', () => {
    const report = readLines([
      '2022年部门政府性基金预算支出功能分类预算表',
      HEAD,
      ...CODES,
      '212 城乡社区支出 6,000.00 0.00 6,000.00',
      '212 08 国有土地使用权出让收入安排的支出 6,000.00 0.00 6,000.00',
      '合计 6,000.00 0.00 6,000.00',
    ])
    expect(form(report, 'governmentFund').at(-1)).toBe('合计 expenditure=6000.00 basic=0.00 project=6000.00')
  })
})

describe('explanations', () => {
  it('begin where a full line of the part before ends', () => {
    const line = '（一）财政拨款收入：指部门本年度从本级财政部门取得的财政拨款，包括一般公共预算财政拨款等三类财政拨款的全部。'
    const report = readLines([
      '名词解释',
      line,
      line.replace('一', '二'),
      line.replace('一', '三'),
      '2022年部门预算编制说明',
      '2022年，甲省乙市水务局支出预算7.30万元。',
    ])
    expect(report.claims.map(({ figure }) => figure.text)).toContain('7.30')
  })
})
