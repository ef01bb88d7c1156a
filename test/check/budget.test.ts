import { describe, expect, it } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import { read } from '../parse/budget/pages.ts'

const HEAD = '编制部门：甲省乙市水务局 单位：元'
const table = (title: string, ...rows: string[][]) => [title, HEAD, ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows]

/** A budget whose tables add up; `said` is what its explanation says of the item, `part` what the item prints. */
const budget = (said: string, part = '200000') =>
  read(
    [
      '2022年，甲省乙市水务局收入预算30.00万元，支出预算30.00万元。',
      `1.“农林水支出（类）水利（款）水利工程建设（项）”${said}万元，主要用于修缮。`,
      '截止2021年12月31日，本部门共有车辆2辆。',
    ],
    ...['2022年部门支出总表', '2022年一般公共预算支出表'].map((title) =>
      table(
        title,
        ['213', '农林水支出', '300000', '100000', '200000'],
        ['21303', '水利', '300000', '100000', '200000'],
        ['2130301', '行政运行', '100000', '100000', ''],
        ['2130305', '水利工程建设', part, '', part],
        ['合计', '', '300000', '100000', '200000'],
      ),
    ),
    ['2022年“三公”经费预算表', HEAD.replace('元', '万元'), ['合计', '因公出国（境）费', '公务接待费'], ['0.50', '', '0.50']],
  )
const wrong = (report: ReturnType<typeof budget>) => checkReport(report).findings.filter(({ verdict }) => verdict !== 'rounding')

describe('checking a budget', () => {
  it('raises no alarm where it adds up: no disclosures of a final account, assets told as of the year before, 三公 in 万元', () => {
    expect(wrong(budget('20.00')).map(({ statement }) => statement)).toEqual([])
    expect(checkReport(budget('20.00')).coverage.unchecked).toContainEqual({
      rule: 'disclosure.three-public',
      reason: '只对部门决算成立，这是部门预算',
      count: 1,
    })
  })

  it('finds sums that do not meet', () => {
    const found = wrong(budget('20.00', '250000')).flatMap((finding) => [finding, ...finding.effects])
    expect(found.map(({ rule }) => rule)).toContain('form.code-hierarchy')
  })

  it('finds where the explanation says another figure, and speaks of budgets', () => {
    const [finding] = wrong(budget('220.00'))
    expect(finding).toMatchObject({ rule: 'narrative.form-final', verdict: 'inconsistent' })
    expect(finding?.statement).toContain('预算数220.00万元')
    expect(finding?.statement).not.toContain('决算')
  })

  it('says where a tail was cut off instead of rounded', () => {
    const finding = wrong(budget('19.99', '199999')).find(({ rule }) => rule === 'narrative.form-final')
    expect(finding?.likelyCause).toBe('舍去了尾数，没有四舍五入。')
  })
})
