import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/report.ts'
import { readForms } from './notation.ts'

const claim = (subject: string, text: string): Claim => ({
  id: subject,
  topic: 'expenditure',
  section: '支出决算情况说明',
  item: subject,
  subject,
  measure: 'final',
  figure: { text, unit: '万元', decimals: 2 },
  where: { page: null, line: null, raw: text },
  repaired: null,
  sentence: 0,
  direction: null,
  of: null,
  versus: null,
  year: null,
  partOf: null,
})
const told = (basic: string, project: string) => [claim('expenditure.basic', basic), claim('expenditure.project', project)]
const NOTE_3 = '注：本表反映部门本年度各项支出情况。'

describe('a form keyed by codes', () => {
  it('with a grid is read where the header says', () => {
    const { forms, figures } = readForms(
      [
        '2022年度支出决算表',
        '部门：江城市青云区档案馆\t\t\t单位：万元',
        '功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出',
        '\t合计\t90.00\t70.00\t20.00\t\t\t',
        '201\t一般公共服务支出\t90.00\t70.00\t20.00\t\t\t',
        '2012601\t行政运行\t70.00\t70.00\t\t\t\t',
        '2012604\t档案馆\t20.00\t\t20.00\t\t\t',
        NOTE_3,
      ].join('\n'),
    )
    expect(forms).toEqual(['expenditure'])
    expect(figures).toEqual({
      'expenditure 合计 total': '90.00',
      'expenditure 合计 basic': '70.00',
      'expenditure 合计 project': '20.00',
      'expenditure 201 total': '90.00',
      'expenditure 201 basic': '70.00',
      'expenditure 201 project': '20.00',
      'expenditure 2012601 total': '70.00',
      'expenditure 2012601 basic': '70.00',
      'expenditure 2012604 total': '20.00',
      'expenditure 2012604 project': '20.00',
    })
  })

  it('without a grid lets the sums say which column a lone figure stands in', () => {
    const { figures } = readForms(
      [
        '部门： 江城市青云区档案馆 单位： 万元',
        '本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补',
        '助支出',
        '类 款 项',
        '栏次 1 2 3 4 5 6',
        '合计 90.00 70.00 20.00',
        '201 一般公共服务支出 90.00 70.00 20.00',
        '20126 档案事务 90.00 70.00 20.00',
        '2012601 行政运行 70.00 70.00',
        '2012604 档案馆 20.00 20.00',
        NOTE_3,
      ].join('\n'),
      told('70.00', '20.00'),
    )
    expect(figures['expenditure 2012601 basic']).toBe('70.00')
    expect(figures['expenditure 2012604 project']).toBe('20.00')
    expect(figures).not.toHaveProperty('expenditure 2012604 basic')
  })

  it('leaves a figure unread where nothing tells its column', () => {
    const { figures, unread } = readForms(['支出决算表', '单位：万元', '栏次 1 2 3 4 5 6', '2012604 档案馆 20.00 20.00', NOTE_3].join('\n'))
    expect(figures).toEqual({ 'expenditure 2012604 total': '20.00' })
    expect(unread).toEqual(['20.00'])
  })

  it('reads a row that does not add up as it stands when its neighbours fill the same columns', () => {
    const { figures } = readForms(
      [
        '支出决算表',
        '单位：万元',
        '栏次 1 2 3 4 5 6',
        '合计 90.00 70.00 20.00',
        '201 一般公共服务支出 90.00 70.00 20.00',
        '20126 档案事务 90.00 71.00 20.00',
        NOTE_3,
      ].join('\n'),
      told('70.00', '20.00'),
    )
    expect(figures['expenditure 20126 basic']).toBe('71.00')
    expect(figures['expenditure 20126 project']).toBe('20.00')
  })

  it('joins a code printed in three columns', () => {
    const { figures } = readForms(
      [
        '收入决算表',
        '单位：万元',
        '类\t款\t项\t科目名称\t本年收入合计\t财政拨款收入\t其他收入',
        '201\t26\t04\t档案馆\t20.00\t19.00\t1.00',
        '注：本表反映部门本年度取得的各项收入情况。',
      ].join('\n'),
    )
    expect(figures).toEqual({ 'revenue 2012604 total': '20.00', 'revenue 2012604 appropriation': '19.00', 'revenue 2012604 other': '1.00' })
  })

  it('restores a lost decimal point only where the accounts confirm it, and says so', () => {
    const { figures, repaired } = readForms(
      ['支出决算表', '单位：万元', '栏次 1 2 3 4 5 6', '合计 90.15 70.00 20.15', '201 一般公共服务支出 90 15 70 00 20 15', NOTE_3].join(
        '\n',
      ),
      told('70.00', '20.15'),
    )
    expect(figures['expenditure 201 project']).toBe('20.15')
    expect(repaired).toContain('20 15')
  })

  it('joins a blank inside a number', () => {
    const { figures, repaired } = readForms(
      ['支出决算表', '单位：万元', '编码\t科目名称\t合计\t基本支出\t项目支出', '\t合计\t592. 29\t153. 53\t438. 76', NOTE_3].join('\n'),
    )
    expect(figures['expenditure 合计 project']).toBe('438.76')
    expect(repaired).toContain('438. 76')
  })

  it('reads the fund form with opening and closing balances', () => {
    const { figures } = readForms(
      [
        '政府性基金预算财政拨款收入支出决算表',
        '单位：万元',
        '科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余',
        '\t\t\t\t小计\t基本支出\t项目支出\t',
        '\t合计\t1.00\t5.00\t4.00\t\t4.00\t2.00',
        '212\t城乡社区支出\t1.00\t5.00\t4.00\t\t4.00\t2.00',
        '注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
      ].join('\n'),
    )
    expect(figures['governmentFund 212 opening']).toBe('1.00')
    expect(figures['governmentFund 212 expenditure']).toBe('4.00')
    expect(figures['governmentFund 212 project']).toBe('4.00')
    expect(figures['governmentFund 212 closing']).toBe('2.00')
  })

  it('keeps blank, dash and 0.00 apart', () => {
    const { figures } = readForms(
      [
        '国有资本经营预算财政拨款支出决算表',
        '单位：万元',
        '编码\t名称\t合计\t基本支出\t项目支出',
        '\t合计\t0.00\t—\t',
        '注：本表反映部门本年度国有资本经营预算财政拨款支出情况。',
      ].join('\n'),
    )
    expect(figures).toEqual({ 'stateCapital 合计 expenditure': '0.00' })
  })
})

const OVERVIEW_NUMBERED = [
  '部门： 江城市青云区档案馆 单位： 万元',
  '收 入 支 出',
  '项 目 行次 金额 项 目 行次 金额',
  '栏 次 1 栏 次 2',
  '一、一般公共预算财政拨款收入 1 90.15 一、一般公共服务支出 31 60 15',
  '二、政府性基金预算财政拨款收入 2 二、外交支出 32',
  '3 三、国防支出 33',
  '4 四、公共安全支出 34 30.00',
  '27 90.15 57 90.15',
  '使用非财政拨款结余 28 结余分配 58',
  '30 90.15 60 90.15',
  '注： 本表反映部门本年度的总收支和年末结转结余情况。',
]

describe('a two-sided form', () => {
  it('without cells follows the two running numbers', () => {
    const { forms, figures } = readForms(OVERVIEW_NUMBERED.slice(0, 8).concat(OVERVIEW_NUMBERED.slice(8)).join('\n'))
    expect(forms).toEqual(['overview'])
    expect(figures['overview 一般公共预算财政拨款收入 final']).toBe('90.15')
    expect(figures['overview 一般公共服务支出 final']).toBe('60.15')
    expect(figures['overview 公共安全支出 final']).toBe('30.00')
  })

  it('with cells and no running numbers reads both halves', () => {
    const { figures } = readForms(
      [
        '财政拨款收入支出决算总表',
        '单位：万元',
        '收入\t\t支出\t\t\t\t',
        '项目\t决算数\t项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款',
        '一、一般公共预算财政拨款\t8.00\t一、一般公共服务支出\t6.00\t6.00\t\t',
        '二、政府性基金预算财政拨款\t3.00\t二、外交支出\t\t\t\t',
        '\t\t十一、城乡社区支出\t5.00\t2.00\t3.00\t',
        '本年收入合计\t11.00\t本年支出合计\t11.00\t8.00\t3.00\t',
        '年初财政拨款结转和结余\t0.50\t年末财政拨款结转和结余\t0.50\t0.50\t\t',
        '一般公共预算财政拨款\t0.50\t\t\t\t\t',
        '总计\t11.50\t总计\t11.50\t8.50\t3.00\t',
      ].join('\n'),
    )
    expect(figures['fiscalOverview 城乡社区支出 governmentFund']).toBe('3.00')
    expect(figures['fiscalOverview 年末财政拨款结转和结余 generalBudget']).toBe('0.50')
    expect(figures['fiscalOverview 总计 final']).toBe('11.50')
    expect(figures['fiscalOverview 总计 total']).toBe('11.50')
  })
})

describe('the basic expenditure form', () => {
  it('reads three lanes of codes', () => {
    const { figures } = readForms(
      [
        '一般公共预算财政拨款基本支出决算明细表',
        '单位：万元',
        '科目编码 科目名称 决算数 科目编码 科目名称 决算数 科目编码 科目名称 决算数',
        '301 工资福利支出 9.00 302 商品和服务支出 2.00 310 资本性支出 0.00',
        '30101 基本工资 9.00 30201 办公费 2.00 31002 办公设备购置',
        '人员经费合计 9.00 公用经费合计 2.00',
      ].join('\n'),
    )
    expect(figures['basicExpenditure 30201 final']).toBe('2.00')
    expect(figures['basicExpenditure 公用经费合计 final']).toBe('2.00')
    expect(figures).not.toHaveProperty('basicExpenditure 31002 final')
  })

  it('reads one lane with 合计, 人员经费 and 公用经费 as columns', () => {
    const { figures } = readForms(
      [
        '一般公共预算财政拨款基本支出决算表',
        '单位：万元',
        '经济分类科目编码\t科目名称\t合计\t人员经费\t公用经费',
        '\t合计\t11.00\t9.00\t2.00',
        '301\t工资福利支出\t9.00\t9.00\t',
        '30101\t基本工资\t9.00\t9.00\t',
        '302\t商品和服务支出\t2.00\t\t2.00',
        '30201\t办公费\t2.00\t\t2.00',
      ].join('\n'),
    )
    expect(figures['basicExpenditure 302 final']).toBe('2.00')
    expect(figures['basicExpenditure 合计 final']).toBe('11.00')
  })
})

describe('the 三公 form', () => {
  const head = ['财政拨款“三公”经费支出决算表', '单位：万元']

  it('reads twelve figures in a row', () => {
    const { figures } = readForms(
      [
        ...head,
        '预算数 决算数',
        '合计 因公出国（境）费 公务用车购置及运行费 公务接待费',
        '小计 公务用车购置费 公务用车运行费',
        '1 2 3 4 5 6 7 8 9 10 11 12',
        '9.00 1.00 6.00 2.00 4.00 2.00 7.00 0.00 6.00 2.00 4.00 1.00',
      ].join('\n'),
    )
    expect(figures['threePublic vehicleOperation budget']).toBe('4.00')
    expect(figures['threePublic reception final']).toBe('1.00')
  })

  it('reads a pair of columns under each item', () => {
    const { figures } = readForms(
      [
        ...head,
        '合计\t\t因公出国（境）费\t\t公务用车购置及运行维护费\t\t\t\t\t\t公务接待费\t',
        '\t\t\t\t小计\t\t公务用车购置费\t\t公务用车运行维护费\t\t\t',
        '预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数',
        '0.95\t\t\t\t\t\t\t\t\t\t0.95\t',
      ].join('\n'),
    )
    expect(figures).toEqual({ 'threePublic total budget': '0.95', 'threePublic reception budget': '0.95' })
  })

  it('reads a grid whose 小计 is blank, and none whose figures add up in no way', () => {
    const heads = ['合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费', '\t\t小计\t公务用车购置费\t公务用车运行费\t']
    const { figures } = readForms([...head, '决算数\t\t\t\t\t', ...heads, '9.00\t1.00\t\t2.00\t4.00\t2.00'].join('\n'))
    expect(figures['threePublic vehicleOperation final']).toBe('4.00')
    expect(figures).not.toHaveProperty('threePublic vehicles final')
    const moved = readForms([...head, '决算数\t\t\t\t\t', ...heads, '\t9.00\t1.00\t2.00\t4.00\t3.00'].join('\n'))
    expect(moved.figures).not.toHaveProperty('threePublic vehicles final')
  })

  it('reads one row an item', () => {
    const { figures, places } = readForms(
      [
        ...head,
        '项目\t预算数\t决算数',
        '合计\t9.00\t7.00',
        '1.因公出国（境）费\t1.00\t0.00',
        '2.公务接待费\t2.00\t1.00',
        '3.公务用车购置及运行费\t6.00\t6.00',
        '其中：公务用车运行维护费\t4.00\t4.00',
        '公务用车购置费\t2.00\t2.00',
      ].join('\n'),
    )
    expect(places).toMatchObject({ 'threePublic total': 4, 'threePublic reception': 6 })
    expect(figures['threePublic vehicles final']).toBe('6.00')
    expect(figures['threePublic overseas budget']).toBe('1.00')
    expect(figures['threePublic vehiclePurchase final']).toBe('2.00')
  })
})

describe('what extraction pulls apart', () => {
  const form3 = (...rows: string[]) => ['支出决算表', '单位：万元', '栏次 1 2 3 4 5 6', ...rows, NOTE_3].join('\n')

  it('gives the halves of a name above and below the line of its code to that row', () => {
    const { names } = readForms(
      form3(
        '合计 90.00 90.00',
        '20805 行政事业单位养老支出 90.00 90.00',
        '机关事业单位基本养老保',
        '2080505 60.00 60.00',
        '险缴费支出',
        '机关事业单位职业年金缴',
        '2080506 30.00 30.00',
        '费支出',
      ),
      told('90.00', '0.00'),
    )
    expect(names).toContain('2080505 机关事业单位基本养老保险缴费支出')
    expect(names).toContain('2080506 机关事业单位职业年金缴费支出')
    expect(names).toContain('20805 行政事业单位养老支出')
  })

  it('lets a column settle which it is when one way alone fills it to the last digit, and no other', () => {
    const rows = [
      '合计 100.03 60.01 40.02',
      '201 一般公共服务支出 60.01 60.01',
      '208 社会保障和就业支出 30.01 30.01',
      '210 卫生健康支出 10.01 10.01',
    ]
    const { figures } = readForms(form3(...rows), told('60.01', '40.02'))
    expect(figures['expenditure 201 basic']).toBe('60.01')
    expect(figures['expenditure 208 project']).toBe('30.01')
    const twice = ['合计 40.00 20.00 20.00', '201 一般公共服务支出 20.00 20.00', '208 社会保障和就业支出 20.00 20.00']
    expect(readForms(form3(...twice), told('20.00', '20.00')).figures).not.toHaveProperty('expenditure 201 basic')
  })

  it('reads past the number of a page and a header that is printed again', () => {
    const { figures } = readForms(
      form3(
        '合计 90.00 70.00 20.00',
        '201 一般公共服务支出 90.00 70.00 20.00',
        '- 7 -',
        '支出决算表',
        '单位：万元',
        '栏次 1 2 3 4 5 6',
        '2012604 档案馆 90.00 70.00 20.00',
      ),
      told('70.00', '20.00'),
    )
    expect(figures['expenditure 2012604 project']).toBe('20.00')
  })

  it('takes no zero in a row without a name for a lost total', () => {
    const { figures, unread } = readForms(
      [
        '收入支出决算总表',
        '单位：万元',
        '项目\t决算数\t项目\t决算数',
        '一、一般公共预算财政拨款收入\t8.00\t一、一般公共服务支出\t6.00',
        '\t0.00\t二、外交支出\t0.00',
        '\t0.00\t八、社会保障和就业支出\t2.00',
        '本年收入合计\t8.00\t本年支出合计\t8.00',
        '\t\t结余分配\t0.00',
        '总计\t8.00\t总计\t8.00',
      ].join('\n'),
    )
    expect(figures['overview 本年收入合计 final']).toBe('8.00')
    expect(unread).toEqual(['0.00', '0.00'])
  })
})

describe('recognition', () => {
  it('takes no form from a contents page', () => {
    const { forms } = readForms(['目录', '一、收入支出决算总表', '二、收入决算表', '三、支出决算表', '第三部分 情况说明'].join('\n'))
    expect(forms).toEqual([])
  })

  it('knows forms that lost their titles', () => {
    const { forms } = readForms(
      [
        ...OVERVIEW_NUMBERED,
        '部门： 江城市青云区档案馆 单位： 万元',
        '本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出',
        '科目编码 科目名称',
        '合计 90.15 90.15',
        NOTE_3,
      ].join('\n'),
    )
    expect(forms).toEqual(['overview', 'expenditure'])
  })

  it('takes 元 and thousands separators', () => {
    const { figures } = readForms(
      ['支出决算表', '金额单位：元', '编码\t名称\t合计\t基本支出\t项目支出', '\t合计\t1,234,567.89\t1,234,567.89\t'].join('\n'),
    )
    expect(figures['expenditure 合计 total']).toBe('1234567.89')
  })
})
