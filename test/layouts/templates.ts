import { type Accounts, generalOf, type Item, sum, type Traits } from './accounts.ts'
import { type BasicLayout, basicForm } from './basic-form.ts'
import { capitalColumns, codeForm, EXPENDITURE, fundColumns, generalCarried, generalColumns, revenueColumns } from './code-forms.ts'
import { assets, projects, purchases, wideDetails } from './extra-forms.ts'
import type { Sheet } from './grid.ts'
import { CENTRAL_HEAD, type Style } from './style.ts'
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
type Phases = 'final' | 'budget and final' | 'opening, adjusted and final'

const PHASES: Readonly<Record<Phases, readonly (readonly [string, number])[]>> = {
  final: [['决算数', 1]],
  'budget and final': [
    ['预算数', 0.93],
    ['决算数', 1],
  ],
  'opening, adjusted and final': [
    ['年初预算数', 0.9],
    ['全年预算数', 0.97],
    ['决算数', 1],
  ],
}

function overview(
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

function fiscal(a: Accounts, style: Style, no: string, options: { title?: string; phases?: Phases; leaf?: string } = {}): Sheet {
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

const revenue = (a: Accounts, style: Style, no: string, title = '收入决算表', parts = false): Sheet =>
  codeForm(a, style, {
    form: 'revenue',
    title,
    no,
    columns: revenueColumns(a, parts),
    items: a.items,
    note: '本表反映部门本年度取得的各项收入情况。',
  })
const expenditure = (a: Accounts, style: Style, no: string, title = '支出决算表'): Sheet =>
  codeForm(a, style, { form: 'expenditure', title, no, columns: EXPENDITURE, items: a.items, note: '本表反映部门本年度各项支出情况。' })
const general = (a: Accounts, style: Style, no: string, options: { title?: string; carried?: boolean; leaf?: string } = {}): Sheet =>
  codeForm(a, style, {
    form: 'generalBudgetExpenditure',
    title: options.title ?? '一般公共预算财政拨款支出决算表',
    no,
    columns: options.carried ? generalCarried(a) : generalColumns(options.leaf ?? '小计'),
    items: a.items.filter((item) => generalOf(item) > 0),
    note: '本表反映部门本年度一般公共预算财政拨款支出情况。',
  })
const fund = (a: Accounts, style: Style, no: string, split = false): Sheet =>
  codeForm(a, style, {
    form: 'governmentFund',
    title: '政府性基金预算财政拨款收入支出决算表',
    no,
    columns: fundColumns(a, split),
    items: a.items.filter((item) => item.fund > 0),
    note: '本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
  })
const capital = (a: Accounts, style: Style, no: string, carried = false, told = true): Sheet =>
  codeForm(a, style, {
    form: told ? 'stateCapital' : '',
    title: carried ? '国有资本经营预算财政拨款收入支出决算表' : '国有资本经营预算财政拨款支出决算表',
    no,
    columns: capitalColumns(carried).map((column) => (told ? column : { ...column, key: null })),
    items: a.items.filter((item) => item.capital > 0),
    note: '本表反映部门本年度国有资本经营预算财政拨款支出情况。',
  })
const basic = (a: Accounts, style: Style, no: string, layout: BasicLayout, title = '一般公共预算财政拨款基本支出决算表'): Sheet =>
  basicForm(a, style, no, title, layout)
const three = (a: Accounts, style: Style, no: string, layout: ThreePublicLayout, title = '财政拨款“三公”经费支出决算表'): Sheet =>
  threePublicForm(a, style, no, title, layout)

export interface Template {
  readonly name: string
  readonly style: Style
  readonly traits: Partial<Traits>
  readonly sheets: (a: Accounts, style: Style) => readonly Sheet[]
}

const PLAIN: Style = {
  unit: '万元',
  separators: false,
  nothing: '',
  codes: 'one',
  ordinals: true,
  numbered: true,
  total: 'top',
  before2020: false,
  above: CENTRAL_HEAD,
  indented: false,
}
const DETAILED = '一般公共预算财政拨款基本支出决算明细表'

export const TEMPLATES: readonly Template[] = [
  {
    name: '中央',
    style: { ...PLAIN, separators: true, codes: 'merged' },
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '01', { leaf: '金额' }),
      revenue(a, s, '02'),
      expenditure(a, s, '03'),
      fiscal(a, s, '04', { leaf: '金额' }),
      general(a, s, '05'),
      basic(a, s, '06', 'three lanes', DETAILED),
      fund(a, s, '07'),
      capital(a, s, '08'),
      three(a, s, '09', 'one row'),
    ],
  },
  {
    name: '甘肃',
    style: { ...PLAIN, codes: 'merged' },
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '01'),
      revenue(a, s, '02'),
      expenditure(a, s, '03'),
      fiscal(a, s, '04'),
      general(a, s, '05', { leaf: '合计' }),
      basic(a, s, '06', 'two lanes', DETAILED),
      three(a, s, '07', 'pairs', '一般公共预算财政拨款“三公”经费支出决算表'),
      fund(a, s, '08'),
      capital(a, s, '09'),
    ],
  },
  {
    name: '四川',
    style: { ...PLAIN, codes: 'split', nothing: '0.00' },
    traits: { fund: true },
    sheets: (a, s) => [
      overview(a, s, '01'),
      revenue(a, s, '02'),
      expenditure(a, s, '03'),
      fiscal(a, s, '04'),
      wideDetails(a, s, '05', '财政拨款支出决算明细表'),
      general(a, s, '06'),
      wideDetails(a, s, '07', '一般公共预算财政拨款支出决算明细表'),
      basic(a, s, '08', 'split list'),
      projects(a, s, '09', '一般公共预算财政拨款项目支出决算表'),
      fund(a, s, '10'),
      capital(a, s, '11', true),
      capital(a, s, '12', false, false),
      three(a, s, '13', 'one row'),
    ],
  },
  {
    name: '云南',
    style: { ...PLAIN, separators: true, codes: 'split', total: 'top' },
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '01', { title: '收入支出决算表', leaf: '金额' }),
      revenue(a, s, '02'),
      expenditure(a, s, '03'),
      fiscal(a, s, '04', { title: '财政拨款收入支出决算表', leaf: '金额' }),
      general(a, s, '05', { title: '一般公共预算财政拨款收入支出决算表', carried: true }),
      basic(a, s, '06', 'three lanes'),
      projects(a, s, '07', '一般公共预算财政拨款项目支出决算表'),
      fund(a, s, '08', true),
      capital(a, s, '09', true),
      three(a, s, '10', 'counts', '“三公”经费、行政参公单位机关运行经费情况表'),
      assets(a, s, '11'),
    ],
  },
  {
    name: '陕西',
    style: { ...PLAIN, separators: true, above: (_, d, u) => [`编制部门：${d}`, `金额单位：${u}`] },
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '1', { title: '收入支出决算总表' }),
      revenue(a, s, '2', '收入决算总表'),
      expenditure(a, s, '3', '支出决算总表'),
      fiscal(a, s, '4'),
      general(a, s, '5'),
      basic(a, s, '6', 'columns'),
      three(a, s, '7', 'phases', '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表'),
      fund(a, s, '8'),
      capital(a, s, '9'),
    ],
  },
  {
    name: '广东',
    style: { ...PLAIN, separators: true, above: (no, d, u) => [`表${Number(no)}`, `部门：${d}`, `单位：${u}`] },
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '01', { phases: 'budget and final' }),
      revenue(a, s, '02'),
      expenditure(a, s, '03'),
      fiscal(a, s, '04', { phases: 'budget and final' }),
      general(a, s, '05'),
      basic(a, s, '06', 'two lanes', DETAILED),
      three(a, s, '07', 'one row'),
      fund(a, s, '08'),
      capital(a, s, '09'),
    ],
  },
  {
    name: '上海',
    style: {
      ...PLAIN,
      ordinals: false,
      numbered: false,
      codes: 'split',
      separators: true,
      above: (_, d, u) => [`编制部门：${d}`, `单位：${u}`],
    },
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '1'),
      revenue(a, s, '2'),
      expenditure(a, s, '3'),
      fiscal(a, s, '4'),
      general(a, s, '5', { leaf: '合计' }),
      basic(a, s, '6', 'columns'),
      three(a, s, '7', 'pairs'),
      fund(a, s, '8'),
      capital(a, s, '9', true),
    ],
  },
  {
    name: '浙江',
    style: { ...PLAIN, numbered: true, unit: '万元' },
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '01', { phases: 'opening, adjusted and final', third: true }),
      revenue(a, s, '02', '收入决算表', true),
      expenditure(a, s, '03'),
      fiscal(a, s, '04', { phases: 'opening, adjusted and final' }),
      general(a, s, '05', { title: '一般公共预算财政拨款支出决算表（分科目）' }),
      basic(a, s, '06', 'list'),
      fund(a, s, '07'),
      capital(a, s, '08'),
      three(a, s, '09', 'list'),
    ],
  },
  {
    name: '湖北',
    style: PLAIN,
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '01', { leaf: '金额' }),
      revenue(a, s, '02'),
      expenditure(a, s, '03'),
      fiscal(a, s, '04', { leaf: '金额' }),
      general(a, s, '05'),
      basic(a, s, '06', 'two lanes'),
      three(a, s, '07', 'one row'),
      fund(a, s, '08'),
      capital(a, s, '09'),
    ],
  },
  {
    name: '北京',
    style: { ...PLAIN, unit: '元', separators: true, nothing: '0.00', ordinals: false, numbered: false, total: 'bottom' },
    traits: {},
    sheets: (a, s) => [
      overview(a, s, '01', { title: '收支决算总表' }),
      revenue(a, s, '02'),
      expenditure(a, s, '03'),
      fiscal(a, s, '04', { title: '财政拨款收支总表' }),
      general(a, s, '05'),
      basic(a, s, '06', 'split list', '财政拨款基本支出经济分类决算表'),
      fund(a, s, '07'),
      capital(a, s, '09'),
      three(a, s, '10', 'list'),
      purchases(a, s, '11'),
    ],
  },
  {
    name: '河南',
    style: { ...PLAIN, unit: '元', separators: true, nothing: '—', indented: true, total: 'bottom' },
    traits: { capital: false },
    sheets: (a, s) => [
      overview(a, s, '01'),
      revenue(a, s, '02', '收入决算表', true),
      expenditure(a, s, '03'),
      fiscal(a, s, '04', { title: '一般公共预算财政拨款收入支出决算表' }),
      general(a, s, '05'),
      basic(a, s, '06', 'list'),
      three(a, s, '07', 'list'),
      fund(a, s, '08'),
      capital(a, s, '09'),
    ],
  },
  {
    name: '2016年',
    style: { ...PLAIN, before2020: true, nothing: '0.00' },
    traits: { year: 2016, capital: false },
    sheets: (a, s) => [
      overview(a, s, '01'),
      revenue(a, s, '02'),
      expenditure(a, s, '03'),
      fiscal(a, s, '04'),
      general(a, s, '05', { title: '一般公共预算财政拨款支出决算表', carried: true }),
      basic(a, s, '06', 'columns'),
      three(a, s, '07', 'one row', '一般公共预算财政拨款“三公”经费支出决算表'),
      fund(a, s, '08'),
    ],
  },
]
