import { type Accounts, basicOf, generalOf, type Item, incomeOf, projectOf, spentOf, sum, total } from './accounts.ts'
import { headRows } from './code-forms.ts'
import { type GridCell, type GridRow, type Sheet, words } from './grid.ts'
import { cell, type Style } from './style.ts'

interface Entry {
  readonly name: string
  /** The name as the reader gives it. */
  readonly told: string
  readonly parent: string | null
  readonly values: readonly number[]
}

const CLASSES_2020 =
  '201一般公共服务,202外交,203国防,204公共安全,205教育,206科学技术,207文化旅游体育与传媒,208社会保障和就业,210卫生健康,211节能环保,212城乡社区,213农林水,214交通运输,215资源勘探工业信息等,216商业服务业等,217金融,219援助其他地区,220自然资源海洋气象等,221住房保障,222粮油物资储备,223国有资本经营预算,224灾害防治及应急管理,229其他,231债务还本,232债务付息,234抗疫特别国债安排的'
const CLASSES_2015 =
  '201一般公共服务,202外交,203国防,204公共安全,205教育,206科学技术,207文化体育与传媒,208社会保障和就业,210医疗卫生与计划生育,211节能环保,212城乡社区,213农林水,214交通运输,215资源勘探信息等,216商业服务业等,217金融,219援助其他地区,220国土海洋气象等,221住房保障,222粮油物资储备,229其他,231债务还本,232债务付息'
const DIGITS = '一二三四五六七八九十'
const chinese = (n: number): string =>
  n <= 10 ? (DIGITS[n - 1] ?? '') : `${n >= 20 ? '二' : ''}十${n % 10 === 0 ? '' : (DIGITS[(n % 10) - 1] ?? '')}`

const classes = (style: Style): (readonly [string, string])[] =>
  (style.before2020 ? CLASSES_2015 : CLASSES_2020).split(',').map((text) => [text.slice(0, 3), `${text.slice(3)}支出`] as const)

const numbered = (names: readonly (readonly [string, ...number[]])[]): Entry[] =>
  names.map(([name, ...values], i) => ({ name: `${chinese(i + 1)}、${name}`, told: name, parent: null, values }))
const plain = (name: string, ...values: number[]): Entry => ({ name, told: name, parent: null, values })

const byClass = (a: Accounts, style: Style, ...of: ((item: Item) => number)[]): Entry[] =>
  numbered(
    classes(style).map(
      ([code, name]) => [name, ...of.map((one) => sum(a.items.filter((item) => item.code.startsWith(code)).map(one)))] as const,
    ),
  )

/** Rows of 收入支出决算总表. */
export function overviewSides(a: Accounts, style: Style): readonly [Entry[], Entry[]] {
  const came = incomeOf(a)
  const { superior, undertaking, subordinate, other } = a.income
  const own: (readonly [string, number])[] = [
    ['上级补助收入', superior],
    ['事业收入', undertaking],
    ['经营收入', came.business],
    ['附属单位上缴收入', subordinate],
    ['其他收入', other],
  ]
  const funds: (readonly [string, number])[] = style.before2020
    ? [['财政拨款收入', came.fiscal]]
    : [
        ['一般公共预算财政拨款收入', came.general],
        ['政府性基金预算财政拨款收入', came.fund],
        ['国有资本经营预算财政拨款收入', came.capital],
      ]
  const opening = sum(Object.values(a.carried).map(([one]) => one))
  const closing = sum(Object.values(a.carried).map(([, one]) => one))
  const spent = total(a, spentOf)
  const whole = came.all + a.reserves[0] + opening
  const reserve = style.before2020 ? '用事业基金弥补收支差额' : a.year >= 2022 ? '使用非财政拨款结余（含专用结余）' : '使用非财政拨款结余'
  return [
    [
      ...numbered([...funds, ...own]),
      plain('本年收入合计', came.all),
      plain(reserve, a.reserves[0]),
      plain('年初结转和结余', opening),
      plain('总计', whole),
    ],
    [
      ...byClass(a, style, spentOf),
      plain('本年支出合计', spent),
      plain('结余分配', a.reserves[1]),
      plain('年末结转和结余', closing),
      plain('总计', whole),
    ],
  ]
}

/** Rows of 财政拨款收入支出决算总表; the right side by fund. */
export function fiscalSides(a: Accounts, style: Style): readonly [Entry[], Entry[]] {
  const came = incomeOf(a)
  const { general, fund } = a.carried
  const kinds: ((item: Item) => number)[] = [generalOf, (item) => item.fund, ...(style.before2020 ? [] : [(item: Item) => item.capital])]
  const all = (item: Item): number => sum(kinds.map((kind) => kind(item)))
  const [opening, closing] = [general[0] + fund[0], general[1] + fund[1]]
  const names = ['一般公共预算财政拨款', '政府性基金预算财政拨款', ...(style.before2020 ? [] : ['国有资本经营预算财政拨款'])]
  const income = [came.general, came.fund, came.capital]
  const fiscal = sum(income.slice(0, names.length))
  const parent = '年初财政拨款结转和结余'
  const spent = kinds.map((kind) => total(a, kind))
  const ends = [general[1], fund[1], 0].slice(0, kinds.length)
  const whole = spent.map((value, i) => value + (ends[i] ?? 0))
  return [
    [
      ...numbered(names.map((name, i) => [name, income[i] ?? 0] as const)),
      plain('本年收入合计', fiscal),
      plain(parent, opening),
      ...names.map((name, i): Entry => ({ name, told: name, parent, values: [[general[0], fund[0], 0][i] ?? 0] })),
      plain('总计', fiscal + opening),
    ],
    [
      ...byClass(a, style, all, ...kinds),
      plain('本年支出合计', sum(spent), ...spent),
      plain('年末财政拨款结转和结余', closing, ...ends),
      plain('总计', sum(whole), ...whole),
    ],
  ]
}

/** 按支出性质: the third lane that a few provinces print in 收入支出决算总表; no part of the form as others know it. */
export function natureSide(a: Accounts): Entry[] {
  const [basic, project, business] = [total(a, basicOf), total(a, projectOf), total(a, (item) => item.business)]
  const people = Math.floor(basic * 0.8)
  return [
    plain('一、基本支出', basic),
    plain('人员经费', people),
    plain('日常公用经费', basic - people),
    plain('二、项目支出', project),
    plain('三、上缴上级支出', 0),
    plain('四、经营支出', business),
    plain('五、对附属单位补助支出', 0),
  ]
}

export interface Money {
  /** Words over the column; its reader's key, null for one that is no column of the form. */
  readonly head: readonly string[]
  readonly key: string | null
}

/** One side: its rows in several columns of money. */
export interface Half {
  readonly side: 'revenue' | 'expenditure' | null
  readonly head: string
  readonly label: string
  readonly entries: readonly Entry[]
  readonly money: readonly Money[]
}

/** Adds further columns (a budget before the final) to a side's rows. */
export const beside = (first: readonly Entry[], ...others: readonly (readonly Entry[])[]): Entry[] =>
  first.map((entry, i) => ({ ...entry, values: [...entry.values, ...others.flatMap((list) => list[i]?.values ?? [])] }))

export interface TwoSided {
  readonly form: string
  readonly title: string
  readonly no: string
  readonly halves: readonly Half[]
  readonly note: string
}

export function twoSided(department: string, style: Style, spec: TwoSided): Sheet {
  const columns = spec.halves.map((half): readonly (readonly string[])[] => [
    [half.head, half.label],
    ...(style.ordinals ? [[half.head, '行次']] : []),
    ...half.money.map(({ head }) => [half.head, ...head]),
  ])
  const tails = spec.halves.map(({ entries }) => entries.length - entries.findIndex(({ name }) => /^本年.*合计$/.test(name)))
  const heads = spec.halves.map(({ entries }, i) => entries.length - (tails[i] ?? 0))
  const [top, foot] = [Math.max(...heads), Math.max(...tails.filter((_, i) => spec.halves[i]?.side !== null))]
  const height = top + foot
  const laid = spec.halves.map((half): (Entry | null)[] => {
    if (half.side === null) return Array.from({ length: height }, (_, i) => half.entries[i] ?? null)
    const at = half.entries.findIndex(({ name }) => /^本年.*合计$/.test(name))
    const gap = Array.from({ length: top - at }, () => null)
    const tail = half.entries.slice(at)
    const short = Array.from({ length: foot - tail.length }, () => null)
    return [...half.entries.slice(0, at), ...gap, ...tail.slice(0, -1), ...short, ...tail.slice(-1)]
  })
  let number = 0
  const ordinals = spec.halves.map(() => Array.from({ length: height }, () => ++number))
  const body = Array.from(
    { length: height },
    (_, row): GridRow =>
      spec.halves.flatMap((half, h): GridCell[] => {
        const entry = laid[h]?.[row] ?? null
        const money = half.money.map(({ key }, i): GridCell => {
          if (entry === null) return { text: '' }
          const told =
            key === null || half.side === null
              ? undefined
              : { form: spec.form, row: entry.told, parent: entry.parent, side: half.side, column: key }
          return cell(style, entry.values[i] ?? 0, told)
        })
        return [{ text: entry?.name ?? '' }, ...(style.ordinals ? [{ text: String(ordinals[h]?.[row] ?? '') }] : []), ...money]
      }),
  )
  let column = 0
  const numbers: GridRow[] = style.numbered
    ? [
        spec.halves.flatMap((half): GridCell[] => [
          ...words('栏次', ...(style.ordinals ? [''] : [])),
          ...half.money.map(() => ({ text: String(++column) })),
        ]),
      ]
    : []
  return {
    title: spec.title,
    above: style.above(spec.no, department, style.unit),
    head: [...headRows(columns.flat()), ...numbers],
    body,
    notes: [`注：${spec.note}`],
  }
}
