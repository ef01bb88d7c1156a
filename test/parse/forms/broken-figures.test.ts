import { describe, expect, it } from 'vitest'
import { readForms } from './notation.ts'

const HEAD = ['一般公共预算财政拨款支出决算表', '单位：万元', '科目编码 科目名称 合计 基本支出 项目支出'].join('\n')

describe('figures that a narrow column breaks over two lines', () => {
  it('are unread, never taken for their beginnings', () => {
    const { figures, unread } = readForms([HEAD, '213 农林 340.2 340.2', '水支出 5 5', '21303 水利 340.2 340.2', '5 5'].join('\n'))
    expect(figures).toEqual({})
    expect(unread).toEqual(expect.arrayContaining(['340.2', '5']))
  })

  it('are not seen where figures are whole and a page number follows', () => {
    const { figures } = readForms([HEAD, '213 农林水支出 9.25 5.00 4.25', '7', '21303 水利 9.25 5.00 4.25'].join('\n'))
    expect(figures).toMatchObject({
      'generalBudgetExpenditure 213 total': '9.25',
      'generalBudgetExpenditure 21303 project': '4.25',
    })
  })
})
