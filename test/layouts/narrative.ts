import { type Accounts, basicOf, generalOf, incomeOf, projectOf, spentOf, sum, total } from './accounts.ts'
import type { Style } from './style.ts'

/** A short coherent explanation of invented accounts, so that a report is whole; what it says is checked elsewhere. */
export function narrative(a: Accounts, style: Style): string[] {
  const w = (value: number): string => `${(value / 100 / (style.unit === '元' ? 10_000 : 1)).toFixed(2)}万元`
  const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`
  const came = incomeOf(a)
  const spent = total(a, spentOf)
  const [basic, project, business] = [total(a, basicOf), total(a, projectOf), total(a, (item) => item.business)]
  const openings = sum(Object.values(a.carried).map(([one]) => one))
  const sources = (
    [
      ['财政拨款收入', came.fiscal],
      ['上级补助收入', a.income.superior],
      ['事业收入', a.income.undertaking],
      ['经营收入', came.business],
      ['附属单位上缴收入', a.income.subordinate],
      ['其他收入', a.income.other],
    ] as const
  )
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${name}${w(value)}，占${share(value, came.all)}`)
  const uses = (
    [
      ['基本支出', basic],
      ['项目支出', project],
      ['经营支出', business],
    ] as const
  )
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${name}${w(value)}，占${share(value, spent)}`)
  const general = total(a, generalOf)
  const ownBasic = total(a, (item) => item.general[0])
  const amount = (codes: readonly string[]): number =>
    sum(a.economic.filter((head) => codes.includes(head.code)).map((head) => head.amount))
  const [overseas, purchase, operation, reception] = a.threePublic.final
  const plan = a.threePublic.budget
  return [
    `第三部分 ${a.year}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${a.year}年度收、支总计均为${w(came.all + a.reserves[0] + openings)}。`,
    '二、收入决算情况说明',
    `${a.year}年度收入合计${w(came.all)}，其中：${sources.join('；')}。`,
    '三、支出决算情况说明',
    `${a.year}年度支出合计${w(spent)}，其中：${uses.join('；')}。`,
    '四、一般公共预算财政拨款支出决算情况说明',
    `${a.year}年度一般公共预算财政拨款支出${w(general)}，其中：基本支出${w(ownBasic)}，项目支出${w(general - ownBasic)}。`,
    '五、一般公共预算财政拨款基本支出决算情况说明',
    `${a.year}年度一般公共预算财政拨款基本支出${w(ownBasic)}，其中：人员经费${w(amount(['301', '303']))}；公用经费${w(amount(['302', '310']))}。`,
    '六、“三公”经费支出决算情况说明',
    `${a.year}年度“三公”经费财政拨款支出预算为${w(sum(a.threePublic.budget))}，支出决算为${w(sum(a.threePublic.final))}。`,
    `1.因公出国（境）费支出预算为${w(plan[0])}，支出决算为${w(overseas)}。`,
    `2.公务用车购置及运行维护费支出预算为${w(plan[1] + plan[2])}，支出决算为${w(purchase + operation)}。其中：公务用车购置费支出预算为${w(plan[1])}，支出决算为${w(purchase)}；公务用车运行维护费支出预算为${w(plan[2])}，支出决算为${w(operation)}。`,
    `3.公务接待费支出预算为${w(plan[3])}，支出决算为${w(reception)}。`,
    '第四部分 名词解释',
    '一、财政拨款收入：指单位从本级财政部门取得的财政预算资金。',
  ]
}
