import { type Accounts, type Detail, sum } from './accounts.ts'
import { headRows } from './code-forms.ts'
import { type GridCell, type GridRow, LEFT, type Sheet } from './grid.ts'
import { cell, type Style } from './style.ts'

/** lanes: side by side; columns: 合计 | 人员经费 | 公用经费; list: one figure a row; split: 类 and 款 in columns of their own. */
export type BasicLayout = 'two lanes' | 'three lanes' | 'columns' | 'list' | 'split list'

const told = (row: string) => ({ form: 'basicExpenditure', row, parent: null, side: null, column: 'final' })
const isPersonnel = (code: string): boolean => /^30[13]/.test(code)

/** 人员 and 公用 in lanes, with both sums at the foot. */
function lanes(a: Accounts, style: Style, count: 2 | 3): { head: GridRow[]; body: GridRow[] } {
  const flat = (codes: readonly string[]): Detail[] =>
    a.economic.filter((head) => codes.includes(head.code)).flatMap((head) => [head, ...head.details])
  const office = count === 2 ? [flat(['302', '310'])] : [flat(['302']), flat(['310'])]
  const lists = [flat(['301', '303']), ...office]
  const height = Math.max(...lists.map((list) => list.length))
  const lane = (name: string): (readonly string[])[] => ['科目编码', '科目名称', '决算数'].map((leaf) => [name, leaf])
  const entry = (one: Detail | undefined): GridCell[] =>
    one
      ? [
          { text: one.code },
          { text: style.indented && one.code.length > 3 ? `　${one.name}` : one.name },
          cell(style, one.amount, told(one.code)),
        ]
      : [{ text: '' }, { text: '' }, { text: '' }]
  const amount = (personnel: boolean): number =>
    sum(a.economic.filter((head) => isPersonnel(head.code) === personnel).map((head) => head.amount))
  const merged = (text: string, across: number): GridCell[] => [{ text }, ...Array.from({ length: across - 1 }, () => ({ text: LEFT }))]
  return {
    head: headRows([...lane('人员经费'), ...Array.from({ length: count - 1 }, () => lane('公用经费')).flat()]),
    body: [
      ...Array.from({ length: height }, (_, i) => lists.flatMap((list) => entry(list[i]))),
      [
        ...merged('人员经费合计', 2),
        cell(style, amount(true), told('人员经费合计')),
        ...merged('公用经费合计', 3 * (count - 1) - 1),
        cell(style, amount(false), told('公用经费合计')),
      ],
    ],
  }
}

function listed(a: Accounts, style: Style, layout: 'columns' | 'list' | 'split list'): { head: GridRow[]; body: GridRow[] } {
  const split = layout === 'split list'
  const code = (text: string): GridCell[] => (split ? [{ text: text.slice(0, 3) }, { text: text.slice(3) }] : [{ text }])
  const shares = (text: string, amount: number): GridCell[] =>
    layout === 'list' ? [] : [cell(style, isPersonnel(text) ? amount : 0), cell(style, isPersonnel(text) ? 0 : amount)]
  const rows = a.economic.flatMap((head) =>
    [head, ...head.details].map(
      (one): GridRow => [...code(one.code), { text: one.name }, cell(style, one.amount, told(one.code)), ...shares(one.code, one.amount)],
    ),
  )
  const whole = sum(a.economic.map((head) => head.amount))
  const people = sum(a.economic.filter((head) => isPersonnel(head.code)).map((head) => head.amount))
  const total: GridRow = [
    { text: '合计' },
    ...Array.from({ length: split ? 2 : 1 }, () => ({ text: LEFT })),
    cell(style, whole, told('合计')),
    ...(layout === 'list' ? [] : [cell(style, people), cell(style, whole - people)]),
  ]
  const labels = split ? [['经济分类科目编码', '类'], ['经济分类科目编码', '款'], ['科目名称']] : [['经济分类科目编码'], ['科目名称']]
  const money =
    layout === 'list'
      ? [['决算数']]
      : [
          ['一般公共预算财政拨款基本支出', '合计'],
          ['一般公共预算财政拨款基本支出', '人员经费'],
          ['一般公共预算财政拨款基本支出', '公用经费'],
        ]
  return { head: headRows([...labels, ...money]), body: style.total === 'top' ? [total, ...rows] : [...rows, total] }
}

export function basicForm(a: Accounts, style: Style, no: string, title: string, layout: BasicLayout): Sheet {
  const { head, body } =
    layout === 'two lanes' ? lanes(a, style, 2) : layout === 'three lanes' ? lanes(a, style, 3) : listed(a, style, layout)
  return {
    title,
    above: style.above(no, a.department, style.unit),
    head,
    body,
    notes: ['注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。'],
  }
}
