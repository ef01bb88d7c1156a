import { type Accounts, generalOf, type Item, sum } from './accounts.ts'
import { type BasicLayout, basicForm } from './basic-form.ts'
import { type Column, capitalColumns, codeForm, EXPENDITURE, fundColumns, generalColumns, revenueColumns } from './code-forms.ts'
import type { Sheet } from './grid.ts'
import type { Style } from './style.ts'
import { type ThreePublicLayout, threePublicForm } from './three-public-form.ts'
import { beside, fiscalSides, type Half, type Money, natureSide, overviewSides, twoSided } from './two-sided.ts'

/** The same accounts as they were planned: every amount a little smaller, all sums kept. */
function planned(a: Accounts, by: number): Accounts {
  const less = (value: number): number => Math.floor(value * by)
  const pair = ([x, y]: readonly [number, number]): readonly [number, number] => [less(x), less(y)]
  const items = a.items.map(
    (item): Item => ({
      ...item,
      general: pair(item.general),
      own: pair(item.own),
      fund: less(item.fund),
      capital: less(item.capital),
      business: less(item.business),
    }),
  )
  const owed = sum(items.flatMap((item) => item.own))
  const [superior, subordinate, other] = [less(a.income.superior), less(a.income.subordinate), less(a.income.other)]
  return { ...a, items, income: { superior, subordinate, other, undertaking: owed - superior - subordinate - other } }
}

/** Which columns of money stand beside each name of a two-sided form. */
type Phases = 'final' | 'budget and final' | 'planned and final' | 'opening, adjusted and final'

const PHASES: Readonly<Record<Phases, readonly (readonly [string, number])[]>> = {
  final: [['决算数', 1]],
  'budget and final': [
    ['预算数', 0.93],
    ['决算数', 1],
  ],
  'planned and final': [
    ['年初预算数', 0.9],
    ['决算数', 1],
  ],
  'opening, adjusted and final': [
    ['年初预算数', 0.9],
    ['全年预算数', 0.97],
    ['决算数', 1],
  ],
}

export function overview(
  a: Accounts,
  style: Style,
  no: string,
  options: { title?: string; phases?: Phases; leaf?: string; third?: boolean } = {},
): Sheet {
  const phases = PHASES[options.phases ?? 'final']
  const sides = phases.map(([, by]) => overviewSides(by === 1 ? a : planned(a, by), style))
  const money = phases.map(([name, by]): Money => ({ head: [by === 1 ? (options.leaf ?? name) : name], key: by === 1 ? 'final' : null }))
  const half = (side: 'revenue' | 'expenditure', at: 0 | 1, head: string, label: string): Half => {
    const [first = [], ...others] = sides.map((one) => one[at])
    return { side, head, label, entries: beside(first, ...others), money }
  }
  const right = options.third ? '项目（按功能分类）' : '项目'
  const halves = [half('revenue', 0, '收入', '项目'), half('expenditure', 1, '支出', right)]
  const [nature = [], ...others] = phases.map(([, by]) => natureSide(by === 1 ? a : planned(a, by)))
  const third: Half = {
    side: null,
    head: '支出',
    label: '项目（按支出性质和经济分类）',
    entries: beside(nature, ...others),
    money: money.map(({ head }) => ({ head, key: null })),
  }
  return twoSided(a.department, style, {
    form: 'overview',
    title: options.title ?? '收入支出决算总表',
    no,
    halves: options.third ? [...halves, third] : halves,
    note: '本表反映部门本年度的总收支和年末结转结余情况。',
  })
}

export function fiscal(a: Accounts, style: Style, no: string, options: { title?: string; phases?: Phases; leaf?: string } = {}): Sheet {
  const phases = PHASES[options.phases ?? 'final']
  const sides = phases.map(([, by]) => fiscalSides(by === 1 ? a : planned(a, by), style))
  const [left = [], ...lefts] = sides.map(([one]) => one)
  const [right = [], ...rights] = sides.map(([, one]) => one)
  const kinds: (readonly [string, string])[] = [
    ['合计', 'total'],
    ['一般公共预算财政拨款', 'generalBudget'],
    ['政府性基金预算财政拨款', 'governmentFund'],
    ...(style.before2020 ? [] : [['国有资本经营预算财政拨款', 'stateCapital'] as const]),
  ]
  const many = phases.length > 1
  return twoSided(a.department, style, {
    form: 'fiscalOverview',
    title: options.title ?? '财政拨款收入支出决算总表',
    no,
    note: '本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。',
    halves: [
      {
        side: 'revenue',
        head: '收入',
        label: '项目',
        entries: beside(left, ...lefts),
        money: phases.map(([name, by]) => ({ head: [by === 1 ? (options.leaf ?? name) : name], key: by === 1 ? 'final' : null })),
      },
      {
        side: 'expenditure',
        head: '支出',
        label: '项目',
        entries: beside(right, ...rights),
        money: phases.flatMap(([name, by]) =>
          kinds.map(([kind, key]) => ({ head: many ? [name, kind] : [kind], key: by === 1 ? key : null })),
        ),
      },
    ],
  })
}

export const revenue = (a: Accounts, style: Style, no: string, title = '收入决算表', parts = false): Sheet =>
  codeForm(a, style, {
    form: 'revenue',
    title,
    no,
    columns: revenueColumns(a, parts),
    items: a.items,
    note: '本表反映部门本年度取得的各项收入情况。',
  })
export const expenditure = (a: Accounts, style: Style, no: string, title = '支出决算表'): Sheet =>
  codeForm(a, style, { form: 'expenditure', title, no, columns: EXPENDITURE, items: a.items, note: '本表反映部门本年度各项支出情况。' })
interface General {
  readonly title?: string
  readonly leaf?: string
  /** The columns where they are others than 合计, 基本 and 项目. */
  readonly columns?: readonly Column[]
  /** Does the form give way to another one? */
  readonly aside?: boolean
}

export const general = (a: Accounts, style: Style, no: string, options: General = {}): Sheet =>
  codeForm(a, style, {
    form: 'generalBudgetExpenditure',
    title: options.title ?? '一般公共预算财政拨款支出决算表',
    no,
    columns: (options.columns ?? generalColumns(options.leaf ?? '小计')).map((one) => (options.aside ? { ...one, key: null } : one)),
    items: a.items.filter((item) => generalOf(item) > 0),
    note: '本表反映部门本年度一般公共预算财政拨款支出情况。',
  })
export const fund = (a: Accounts, style: Style, no: string, split = false, whole = false): Sheet =>
  codeForm(a, style, {
    form: 'governmentFund',
    title: '政府性基金预算财政拨款收入支出决算表',
    no,
    columns: fundColumns(a, split, whole),
    items: a.items.filter((item) => item.fund > 0),
    note: '本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
  })
export const capital = (a: Accounts, style: Style, no: string, carried = false, told = true): Sheet =>
  codeForm(a, style, {
    form: told ? 'stateCapital' : '',
    title: carried ? '国有资本经营预算财政拨款收入支出决算表' : '国有资本经营预算财政拨款支出决算表',
    no,
    columns: capitalColumns(carried).map((column) => (told ? column : { ...column, key: null })),
    items: a.items.filter((item) => item.capital > 0),
    note: '本表反映部门本年度国有资本经营预算财政拨款支出情况。',
  })
export const basic = (a: Accounts, style: Style, no: string, layout: BasicLayout, title = '一般公共预算财政拨款基本支出决算表'): Sheet =>
  basicForm(a, style, no, title, layout)
/** A form that gives way to another one: none of its cells is told. */
export const aside = (sheet: Sheet): Sheet => ({ ...sheet, body: sheet.body.map((row) => row.map(({ text }) => ({ text }))) })
export const three = (a: Accounts, style: Style, no: string, layout: ThreePublicLayout, title = '财政拨款“三公”经费支出决算表'): Sheet =>
  threePublicForm(a, style, no, title, layout)
