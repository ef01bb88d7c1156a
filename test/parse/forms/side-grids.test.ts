import { describe, expect, it } from 'vitest'
import { readForms } from './notation.ts'

const FIRST = [
  '财政拨款收入支出决算总表',
  '部门：江城市青云区档案馆 单位：万元',
  '项目\t行次\t决算数\t项目\t行次\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款',
  '一、一般公共预算财政拨款\t1\t95.00\t一、一般公共服务支出\t7\t60.00\t60.00\t',
  '二、政府性基金预算财政拨款\t2\t\t二、外交支出\t8\t\t\t',
  '\t3\t\t三、教育支出\t9\t41.50\t41.50\t',
]
const NOTE = '注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。'

describe('a two-sided form that a page break parts', () => {
  it.each([
    [
      'a page without a grid',
      [
        '年初财政拨款结转和结余 4 12.25 年末财政拨款结转和结余 10 5.75 5.75',
        '一般公共预算财政拨款 5 12.25 11',
        '总计 6 107.25 总计 12 107.25 107.25',
      ],
    ],
    [
      'a page with a grid of its own',
      [
        '年初财政拨款结转和结余\t4\t\t12.25\t\t年末财政拨款结转和结余\t10\t\t5.75\t5.75',
        '\t一般公共预算财政拨款\t5\t12.25\t\t\t11\t\t\t',
        '总计\t6\t\t107.25\t\t总计\t12\t\t107.25\t107.25',
      ],
    ],
  ])('%s: 行次 says which half a figure stands in and is no figure', (_, rows) => {
    const { figures } = readForms([...FIRST, ...rows, NOTE].join('\n'))
    expect(figures).toMatchObject({
      'fiscalOverview 一般公共服务支出 generalBudget': '60.00',
      'fiscalOverview 年初财政拨款结转和结余 final': '12.25',
      'fiscalOverview 一般公共预算财政拨款 final': '12.25',
      'fiscalOverview 年末财政拨款结转和结余 total': '5.75',
    })
    for (const ordinal of ['5', '11', '12']) expect(Object.values(figures)).not.toContain(ordinal)
  })
})
