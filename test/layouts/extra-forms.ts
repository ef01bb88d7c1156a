import { type Accounts, generalOf, type Item, projectOf, sum } from './accounts.ts'
import { type Column, codeForm, headRows } from './code-forms.ts'
import { type GridRow, type Sheet, words } from './grid.ts'
import { cell, type Style } from './style.ts'

/** Forms that some provinces add: none of their figures belongs to a standard form. */

/** 财政拨款支出决算明细表: functional codes down, economic items wide across. */
export function wideDetails(a: Accounts, style: Style, no: string, title: string): Sheet {
  const all = sum(a.economic.map((head) => head.amount))
  const columns: Column[] = [
    { head: ['合计'], key: null, of: generalOf },
    ...a.economic
      .slice(0, 3)
      .flatMap((head): Column[] => [
        { head: [head.name, '小计'], key: null, of: (item) => Math.floor((generalOf(item) * head.amount) / all) },
        ...head.details
          .slice(0, 4)
          .map(
            (one): Column => ({ head: [head.name, one.name], key: null, of: (item) => Math.floor((generalOf(item) * one.amount) / all) }),
          ),
      ]),
  ]
  return codeForm(a, style, {
    form: '',
    title,
    no,
    columns,
    items: a.items.filter((item) => generalOf(item) > 0),
    note: '本表反映部门本年度财政拨款支出明细情况。',
  })
}

/** 收入 or 支出决算表（分单位）: bodies instead of codes. */
export function byBody(a: Accounts, style: Style, no: string, title: string, columns: readonly Column[]): Sheet {
  const amounts = columns.map(({ of }) => sum(a.items.map(of)))
  const parts = amounts.map((value) => Math.floor(value / 3))
  const row = (name: string, values: readonly number[]): GridRow => [{ text: name }, ...values.map((value) => cell(style, value))]
  return {
    title,
    above: style.above(no, a.department, style.unit),
    head: headRows([['单位名称'], ...columns.map(({ head }) => head)]),
    body: [
      row('合计', amounts),
      row(
        `${a.department}（本级）`,
        amounts.map((value, i) => value - (parts[i] ?? 0)),
      ),
      row('服务中心', parts),
    ],
    notes: ['注：本表反映部门所属各单位情况。'],
  }
}

/** 财政拨款支出决算表（功能科目）: general budget, funds and state capital together. */
export function allFiscal(a: Accounts, style: Style, no: string, title: string): Sheet {
  const project = (item: Item): number => item.general[1] + item.fund + item.capital
  const columns: Column[] = [
    { head: ['本年支出合计'], key: null, of: (item) => item.general[0] + project(item) },
    { head: ['基本支出'], key: null, of: (item) => item.general[0] },
    { head: ['项目支出'], key: null, of: project },
  ]
  return codeForm(a, style, { form: '', title, no, columns, items: a.items, note: '本表反映部门本年度财政拨款支出情况。' })
}

/** 机关运行经费支出决算表: the office's economic items once more. */
export function operating(a: Accounts, style: Style, no: string): Sheet {
  const rows = a.economic.filter(({ code }) => code === '302' || code === '310').flatMap((head) => [head, ...head.details])
  return {
    title: '一般公共预算机关运行经费支出决算表',
    above: style.above(no, a.department, style.unit),
    head: [words('科目编码', '科目名称', '机关运行经费支出')],
    body: rows.map((one): GridRow => [{ text: one.code }, { text: one.name }, cell(style, Math.floor(one.amount / 2))]),
    notes: ['注：“机关运行经费”指行政单位使用一般公共预算财政拨款安排的基本支出中的公用经费支出。'],
  }
}

/** 项目支出决算表: codes and projects with one amount. */
export function projects(a: Accounts, style: Style, no: string, title: string): Sheet {
  const columns: Column[] = [
    { head: ['项目支出', '合计'], key: null, of: projectOf },
    { head: ['项目支出', '一般公共预算财政拨款'], key: null, of: (item) => item.general[1] },
    { head: ['项目支出', '政府性基金预算财政拨款'], key: null, of: (item) => item.fund },
  ]
  return codeForm(a, style, {
    form: '',
    title,
    no,
    columns,
    items: a.items.filter((item) => projectOf(item) > 0),
    note: '本表反映部门本年度项目支出情况。',
  })
}

/** 国有资产使用情况表. */
export function assets(a: Accounts, style: Style, no: string): Sheet {
  const head = headRows([
    ['项目'],
    ['行次'],
    ['资产总额'],
    ['流动资产'],
    ['固定资产', '小计'],
    ['固定资产', '房屋构筑物'],
    ['固定资产', '车辆'],
    ['对外投资'],
    ['无形资产'],
  ])
  const body: GridRow[] = [
    [...words('栏次', ''), ...words('1', '2', '3', '4', '5', '6', '7')],
    [...words('合计', '1'), ...[912345, 212345, 600000, 500000, 100000, 0, 100000].map((value) => cell(style, value))],
  ]
  return {
    title: '国有资产使用情况表',
    above: style.above(no, a.department, style.unit),
    head,
    body,
    notes: ['填报说明：1.资产总额＝流动资产＋固定资产＋对外投资＋无形资产。'],
  }
}

/** 政府采购情况表. */
export function purchases(a: Accounts, style: Style, no: string, title = '政府采购情况表'): Sheet {
  const body = ['合计', '货物', '工程', '服务'].map(
    (name, i): GridRow => [{ text: name }, cell(style, [60000, 10000, 20000, 30000][i] ?? 0)],
  )
  return { title, above: style.above(no, a.department, style.unit), head: [words('项目', '采购金额')], body, notes: [] }
}
