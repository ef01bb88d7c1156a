import { type Accounts, basicOf, generalOf, type Item, incomeOf, projectOf, spentOf, sum } from './accounts.ts'
import { type GridCell, type GridRow, LEFT, type Sheet, UP, words } from './grid.ts'
import { cell, type Style } from './style.ts'

/** A money column: its header words from the top down, the reader's key (null for one that is no column of the form), its value. */
export interface Column {
  readonly head: readonly string[]
  readonly key: string | null
  readonly of: (item: Item) => number
}

/** Header rows from stacks of words: equal neighbours under equal words are merged, short stacks reach down. */
export function headRows(stacks: readonly (readonly string[])[]): GridRow[] {
  const depth = Math.max(...stacks.map((stack) => stack.length))
  return Array.from(
    { length: depth },
    (_, row): GridRow =>
      stacks.map((stack, i): GridCell => {
        if (row >= stack.length) return { text: UP }
        const before = stacks[i - 1]
        const same = before !== undefined && stack.slice(0, row + 1).every((text, at) => before[at] === text)
        return { text: same ? LEFT : (stack[row] ?? '') }
      }),
  )
}

const labels = (style: Style): (readonly string[])[] =>
  style.codes === 'one'
    ? [
        ['项目', '功能分类科目编码'],
        ['项目', '科目名称'],
      ]
    : [
        ['项目', '支出功能分类科目编码', '类'],
        ['项目', '支出功能分类科目编码', '款'],
        ['项目', '支出功能分类科目编码', '项'],
        ['项目', '科目名称'],
      ]

function codeCells(style: Style, code: string): GridCell[] {
  if (style.codes === 'one') return [{ text: code }]
  if (style.codes === 'merged') return [{ text: code }, { text: LEFT }, { text: LEFT }]
  return [{ text: code.slice(0, 3) }, { text: code.slice(3, 5) }, { text: code.slice(5, 7) }]
}

export interface CodeForm {
  readonly form: string
  readonly title: string
  readonly no: string
  readonly columns: readonly Column[]
  readonly items: readonly Item[]
  readonly note: string
}

/** A form with rows by 类, 款 and 项. */
export function codeForm(a: Accounts, style: Style, spec: CodeForm): Sheet {
  const row = (code: string, name: string, items: readonly Item[]): GridRow => [
    ...codeCells(style, code),
    { text: style.indented ? '　'.repeat((code.length - 3) / 2) + name : name },
    ...spec.columns.map(({ key, of }) =>
      cell(style, sum(items.map(of)), key === null ? undefined : { form: spec.form, row: code, parent: null, side: null, column: key }),
    ),
  ]
  const groups = [...new Set(spec.items.flatMap((item) => [item.code.slice(0, 3), item.section, item.code]))]
  const rows = groups.map((code) =>
    row(
      code,
      a.names.get(code) ?? '',
      spec.items.filter((item) => item.code.startsWith(code)),
    ),
  )
  const width = style.codes === 'one' ? 1 : 3
  const whole: GridRow = [
    { text: '合计' },
    ...Array.from({ length: width }, () => ({ text: LEFT })),
    ...spec.columns.map(({ key, of }) =>
      cell(
        style,
        sum(spec.items.map(of)),
        key === null ? undefined : { form: spec.form, row: '合计', parent: null, side: null, column: key },
      ),
    ),
  ]
  const numbers: GridRow[] = style.numbered
    ? [[...words('栏次', ...Array.from({ length: width }, () => LEFT)), ...words(...spec.columns.map((_, i) => String(i + 1)))]]
    : []
  const deep = headRows([...labels(style), ...spec.columns.map(({ head }) => head)])
  return {
    title: spec.title,
    above: style.above(spec.no, a.department, style.unit),
    head: [...deep, ...numbers],
    body: style.total === 'top' ? [whole, ...rows] : [...rows, whole],
    notes: [`注：${spec.note}`],
  }
}

const none = (): number => 0

/** Who paid for an item: 事业收入 and its like are laid on the items in the order in which they come. */
export function revenueOf(a: Accounts): (item: Item) => Readonly<Record<string, number>> {
  const { superior, undertaking, subordinate, other } = a.income
  const purse: [string, number][] = [
    ['superior', superior],
    ['undertaking', undertaking],
    ['subordinate', subordinate],
    ['other', other],
  ]
  const shares = new Map<Item, Record<string, number>>()
  for (const item of a.items) {
    let owed = sum(item.own)
    const share: Record<string, number> = { business: item.business, fiscal: generalOf(item) + item.fund + item.capital }
    for (const one of purse) {
      const taken = Math.min(owed, one[1])
      one[1] -= taken
      owed -= taken
      share[one[0]] = taken
    }
    shares.set(item, share)
  }
  const came = incomeOf(a)
  const more = came.fiscal - sum([...shares.values()].map((share) => share.fiscal ?? 0))
  const largest = [...shares.values()].sort((x, y) => (y.fiscal ?? 0) - (x.fiscal ?? 0))[0]
  if (largest) largest.fiscal = (largest.fiscal ?? 0) + more
  return (item) => shares.get(item) ?? {}
}

/** 收入决算表; `parts` adds 其中 columns below 财政拨款收入 and 事业收入. */
export function revenueColumns(a: Accounts, parts: boolean): Column[] {
  const share = revenueOf(a)
  const of =
    (key: string) =>
    (item: Item): number =>
      share(item)[key] ?? 0
  const detail = (head: string, key: string, name: string, part: string): Column[] =>
    parts
      ? [
          { head: [head, '小计'], key, of: of(name) },
          { head: [head, part], key: null, of: (item) => Math.floor(of(name)(item) / 3) },
        ]
      : [{ head: [head], key, of: of(name) }]
  return [
    { head: ['本年收入合计'], key: 'total', of: (item) => sum(Object.values(share(item))) },
    { head: ['财政拨款收入'], key: 'appropriation', of: of('fiscal') },
    { head: ['上级补助收入'], key: 'superiorSubsidy', of: of('superior') },
    ...detail('事业收入', 'undertaking', 'undertaking', '其中：教育收费'),
    { head: ['经营收入'], key: 'business', of: of('business') },
    { head: ['附属单位上缴收入'], key: 'subordinate', of: of('subordinate') },
    { head: ['其他收入'], key: 'other', of: of('other') },
  ]
}

export const EXPENDITURE: readonly Column[] = [
  { head: ['本年支出合计'], key: 'total', of: spentOf },
  { head: ['基本支出'], key: 'basic', of: basicOf },
  { head: ['项目支出'], key: 'project', of: projectOf },
  { head: ['上缴上级支出'], key: 'toSuperior', of: none },
  { head: ['经营支出'], key: 'business', of: (item) => item.business },
  { head: ['对附属单位补助支出'], key: 'toSubordinate', of: none },
]

/** 一般公共预算财政拨款支出: 本年支出 over its three columns. */
export const generalColumns = (leaf: string): Column[] => [
  { head: ['本年支出', leaf], key: 'total', of: generalOf },
  { head: ['本年支出', '基本支出'], key: 'basic', of: (item) => item.general[0] },
  { head: ['本年支出', '项目支出'], key: 'project', of: (item) => item.general[1] },
]

/** Basic expenditure with the parts that some provinces print beside it: people and office. */
const staffed = (above: readonly string[]): Column[] => [
  { head: [...above, '基本支出', '小计'], key: 'basic', of: (item) => item.general[0] },
  { head: [...above, '基本支出', '人员经费'], key: null, of: (item) => item.general[0] - Math.floor(item.general[0] / 7) },
  { head: [...above, '基本支出', '公用经费'], key: null, of: (item) => Math.floor(item.general[0] / 7) },
]

/** 本年支出 with basic expenditure in its parts, and a column of remarks. */
export const generalStaffed = (): Column[] => [
  { head: ['本年支出合计'], key: 'total', of: generalOf },
  ...staffed([]),
  { head: ['项目支出'], key: 'project', of: (item) => item.general[1] },
  { head: ['备注'], key: null, of: none },
]

/** The year's spending beside what was planned. */
export const generalPlanned = (): Column[] => [
  { head: ['年初预算数'], key: null, of: (item) => Math.floor(generalOf(item) * 0.9) },
  { head: ['决算数', '小计'], key: 'total', of: generalOf },
  { head: ['决算数', '基本支出'], key: 'basic', of: (item) => item.general[0] },
  { head: ['决算数', '项目支出'], key: 'project', of: (item) => item.general[1] },
]

/** Balances lie on the first item of the purse. */
const onFirst =
  (items: readonly Item[], value: number) =>
  (item: Item): number =>
    item === items[0] ? value : 0

/** The general budget with balances: 年初, 本年收入, 本年支出, 年末, each with its parts. */
export function generalCarried(a: Accounts, staff = false): Column[] {
  const items = a.items.filter((item) => generalOf(item) > 0)
  const [opening, closing] = a.carried.general
  const [open, close] = [onFirst(items, opening), onFirst(items, closing)]
  const came = (item: Item): number => generalOf(item) + close(item) - open(item)
  return [
    { head: ['年初结转和结余', '合计'], key: null, of: open },
    { head: ['年初结转和结余', '基本支出结转'], key: null, of: none },
    { head: ['年初结转和结余', '项目支出结转和结余'], key: null, of: open },
    { head: ['本年收入', '合计'], key: null, of: came },
    { head: ['本年收入', '基本支出'], key: null, of: (item) => item.general[0] },
    { head: ['本年收入', '项目支出'], key: null, of: (item) => came(item) - item.general[0] },
    ...(staff ? generalColumns('合计').flatMap((one) => (one.key === 'basic' ? staffed(['本年支出']) : [one])) : generalColumns('合计')),
    { head: ['年末结转和结余', '合计'], key: null, of: close },
    { head: ['年末结转和结余', '基本支出结转'], key: null, of: none },
    { head: ['年末结转和结余', '项目支出结转和结余', '项目支出结转'], key: null, of: close },
    { head: ['年末结转和结余', '项目支出结转和结余', '项目支出结余'], key: null, of: none },
  ]
}

/** A fund form with balances; `split` prints 年初 and 年末 with the parts that a few provinces add, `whole` the year's income too. */
export function fundColumns(a: Accounts, split: boolean, whole = false): Column[] {
  const items = a.items.filter((item) => item.fund > 0)
  const [open, close] = [onFirst(items, a.carried.fund[0]), onFirst(items, a.carried.fund[1])]
  const balance = (head: string, key: string, of: (item: Item) => number): Column[] =>
    split
      ? [
          { head: [head, '合计'], key, of },
          { head: [head, '基本支出结转'], key: null, of: none },
          { head: [head, '项目支出结转和结余'], key: null, of },
        ]
      : [{ head: [head], key, of }]
  const came = (item: Item): number => item.fund + close(item) - open(item)
  const income: Column[] = [
    { head: ['本年收入', '合计'], key: 'revenue', of: came },
    { head: ['本年收入', '基本支出'], key: null, of: none },
    { head: ['本年收入', '项目支出'], key: null, of: came },
  ]
  return [
    ...balance('年初结转和结余', 'opening', open),
    ...(whole ? income : [{ head: ['本年收入'], key: 'revenue', of: came }]),
    { head: ['本年支出', '小计'], key: 'expenditure', of: (item) => item.fund },
    { head: ['本年支出', '基本支出'], key: 'basic', of: none },
    { head: ['本年支出', '项目支出'], key: 'project', of: (item) => item.fund },
    ...balance('年末结转和结余', 'closing', close),
  ]
}

/** 国有资本经营: spending alone, or with income and balances. */
export const capitalColumns = (carried: boolean): Column[] => [
  ...(carried
    ? [
        { head: ['年初结转和结余'], key: 'opening', of: none },
        { head: ['本年收入'], key: 'revenue', of: (item: Item) => item.capital },
      ]
    : []),
  { head: ['本年支出', '合计'], key: 'expenditure', of: (item) => item.capital },
  { head: ['本年支出', '基本支出'], key: 'basic', of: none },
  { head: ['本年支出', '项目支出'], key: 'project', of: (item) => item.capital },
  ...(carried ? [{ head: ['年末结转和结余'], key: 'closing', of: none }] : []),
]
