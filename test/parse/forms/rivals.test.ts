import { describe, expect, it } from 'vitest'
import { parseForms, recogniseForms } from '../../../src/parse/forms/index.ts'
import { linesOf } from './notation.ts'

const HEAD = '单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出'
const PLAIN = `一般公共预算财政拨款支出决算表\n${HEAD}\n合计\t\t9.00\t5.00\t4.00\n213\t农林水支出\t9.00\t5.00\t4.00\n21303\t水利\t9.00\t5.00\t4.00`
const CARRIED = [
  '一般公共预算财政拨款收入支出决算表',
  '单位：万元',
  '科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余',
  '\t\t\t\t合计\t基本支出\t项目支出\t',
  '合计\t\t1.00\t9.00\t9.00\t5.00\t4.00\t1.00',
  '213\t农林水支出\t1.00\t9.00\t9.00\t5.00\t4.00\t1.00',
  '21303\t水利\t1.00\t9.00\t9.00\t5.00\t4.20\t1.00',
].join('\n')

const read = (text: string) => {
  const lines = linesOf(text)
  return parseForms(lines, recogniseForms(lines), [], '万元')
}

describe('two tables for one form', () => {
  it.each([
    ['first', `${PLAIN}\n\n${CARRIED}`],
    ['second', `${CARRIED}\n\n${PLAIN}`],
  ])('the plain one is read, also where it stands %s', (_, text) => {
    const { forms, unread } = read(text)
    expect(forms.map(({ title }) => title)).toEqual(['一般公共预算财政拨款支出决算表'])
    expect(forms[0]?.rows[1]?.cells['project']).toMatchObject({ figure: { text: '4.00' } })
    const reasons = unread.map(({ where, reason }) => `${where.raw} ${reason}`)
    expect(reasons).toContain('5.00 与“一般公共预算财政拨款支出决算表”的同一格相同，没有重复读入')
    expect(reasons).toContain('1.00 收入或结转结余栏，支出决算表只取支出')
    expect(reasons).toContain(
      '4.20 “一般公共预算财政拨款收入支出决算表”此处与“一般公共预算财政拨款支出决算表”的同一格（4.00万元）不同，没有读入',
    )
  })

  it('a table of all appropriations gives way to that of the general budget, else it is the form', () => {
    const all = PLAIN.replace('一般公共预算财政拨款支出决算表', '财政拨款支出决算表（功能科目）')
      .replaceAll('9.00', '11.00')
      .replaceAll('4.00', '6.00')
    expect(read(`${all}\n\n${PLAIN}`).forms.map(({ title }) => title)).toEqual(['一般公共预算财政拨款支出决算表'])
    expect(read(all).forms.map(({ id }) => id)).toEqual(['generalBudgetExpenditure'])
  })
})

describe('tables of a final account that are none of the nine', () => {
  it.each([
    '一般公共预算机关运行经费支出决算表',
    '政府采购支出决算表',
    '财政拨款支出决算明细表',
    '支出决算表（分单位）',
    '一般公共预算财政拨款项目支出决算表',
  ])('%s is none', (title) => {
    expect(read(`${title}\n${HEAD}\n合计\t\t9.00\t5.00\t4.00\n213\t农林水支出\t9.00\t5.00\t4.00`).forms).toEqual([])
  })

  it.each([
    ['一般公共预算财政拨款基本支出决算明细表', 'basicExpenditure'],
    ['支出决算表（分科目）', 'expenditure'],
    ['一般公共预算财政拨款支出决算表（按功能分类科目）', 'generalBudgetExpenditure'],
    ['“三公”经费、行政参公单位机关运行经费情况表', 'threePublic'],
  ])('%s is one', (title, id) => {
    expect(recogniseForms(linesOf(`${title}\n${HEAD}\n213\t农林水支出\t9.00\t5.00\t4.00`)).map((form) => form.id)).toEqual([id])
  })
})
