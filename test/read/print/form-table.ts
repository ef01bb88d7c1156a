import { FORM_TITLES, type FormId, THREE_PUBLIC_ROWS } from '../../../src/domain/form.ts'
import type { Cell, Form, FormRow, Side } from '../../../src/domain/report.ts'

/** A header cell, and how many columns and rows it covers. */
export type Head = readonly [text: string, across?: number, down?: number]

/** A form as a department prints it. */
export interface FormTable {
  readonly title: string
  readonly head: readonly (readonly Head[])[]
  readonly rows: readonly (readonly string[])[]
}

/** Headers of the forms whose rows are classes of expenditure: a printed word for each column. */
const CODE_COLUMNS: Partial<Record<FormId, Readonly<Record<string, string>>>> = {
  revenue: {
    total: '本年收入合计',
    appropriation: '财政拨款收入',
    superiorSubsidy: '上级补助收入',
    undertaking: '事业收入',
    business: '经营收入',
    subordinate: '附属单位上缴收入',
    other: '其他收入',
  },
  expenditure: {
    total: '本年支出合计',
    basic: '基本支出',
    project: '项目支出',
    toSuperior: '上缴上级支出',
    business: '经营支出',
    toSubordinate: '对附属单位补助支出',
  },
  generalBudgetExpenditure: { total: '本年支出合计', basic: '基本支出', project: '项目支出' },
  stateCapital: { expenditure: '合计', basic: '基本支出', project: '项目支出' },
}

const NUMERALS = '一二三四五六七八九十'
const numeral = (n: number): string =>
  n <= 10 ? `${NUMERALS[n - 1]}` : `${n < 20 ? '' : NUMERALS[Math.floor(n / 10) - 1]}十${n % 10 === 0 ? '' : NUMERALS[(n % 10) - 1]}`

const shown = (cell: Cell | undefined): string =>
  cell?.kind === 'figure' ? cell.figure.text : cell?.kind === 'dash' ? '—' : cell?.kind === 'unreadable' ? cell.where.raw : ''

/** 一、二、… before the items of a side; totals and what follows them bear none. */
function sideRows({ rows }: Form, side: Side): { name: string; row: FormRow }[] {
  const own = rows.filter((row) => row.side === side)
  const end = own.findIndex((row) => /^本年.*合计$/.test(row.name))
  return own.map((row, i) => ({ name: row.parent === null && i < end ? `${numeral(i + 1)}、${row.name}` : row.name, row }))
}

/** Both sides beside each other; the totals of both stand in one row. */
function paired(
  form: Form,
): (readonly [ReturnType<typeof sideRows>[number] | undefined, ReturnType<typeof sideRows>[number] | undefined])[] {
  const [left, right] = [sideRows(form, 'revenue'), sideRows(form, 'expenditure')]
  const split = (rows: typeof left) => {
    const at = rows.findIndex(({ row }) => /^本年.*合计$/.test(row.name))
    const end = rows.findLastIndex(({ row }) => row.name === '总计')
    return [rows.slice(0, at), rows.slice(at, end), rows.slice(end)]
  }
  const [a, b] = [split(left), split(right)]
  return a.flatMap((part, i) => {
    const other = b[i] ?? []
    return Array.from({ length: Math.max(part.length, other.length) }, (_, j) => [part[j], other[j]] as const)
  })
}

const ordinal = (row: FormRow | undefined): string => (row?.ordinal === null || row === undefined ? '' : String(row.ordinal))

function twoSided(form: Form): Pick<FormTable, 'head' | 'rows'> {
  const wide = form.id === 'fiscalOverview'
  const right = wide ? ['total', 'generalBudget', 'governmentFund', 'stateCapital'] : ['final']
  const words = wide ? ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'] : ['决算数']
  return {
    head: [
      [
        ['收入', 3],
        ['支出', 2 + right.length],
      ],
      [['项目'], ['行次'], [wide ? '金额' : '决算数'], ['项目'], ['行次'], ...words.map((word): Head => [word])],
    ],
    rows: paired(form).map(([one, two]) => [
      one?.name ?? '',
      ordinal(one?.row),
      shown(one?.row.cells.final),
      two?.name ?? '',
      ordinal(two?.row),
      ...right.map((column) => shown(two?.row.cells[column])),
    ]),
  }
}

function byCode(form: Form, words: Readonly<Record<string, string>>): Pick<FormTable, 'head' | 'rows'> {
  const columns = Object.keys(words)
  return {
    head: [
      [['项目', 2], ...columns.map((column): Head => [words[column] ?? '', 1, 2])],
      [['功能分类科目编码'], ['科目名称']],
      [['栏次', 2], ...columns.map((_, i): Head => [String(i + 1)])],
    ],
    rows: form.rows.map((row) => [row.code ?? '', row.name, ...columns.map((column) => shown(row.cells[column]))]),
  }
}

function fund(form: Form): Pick<FormTable, 'head' | 'rows'> {
  const columns = ['opening', 'revenue', 'expenditure', 'basic', 'project', 'closing']
  return {
    head: [
      [
        ['项目', 2],
        ['年初结转和结余', 1, 2],
        ['本年收入', 1, 2],
        ['本年支出', 3],
        ['年末结转和结余', 1, 2],
      ],
      [['功能分类科目编码'], ['科目名称'], ['小计'], ['基本支出'], ['项目支出']],
      [['栏次', 2], ...columns.map((_, i): Head => [String(i + 1)])],
    ],
    rows: form.rows.map((row) => [row.code ?? '', row.name, ...columns.map((column) => shown(row.cells[column]))]),
  }
}

/** Staff on the left, the running of the office in the middle and on the right. */
function lanes({ rows }: Form): Pick<FormTable, 'head' | 'rows'> {
  const coded = rows.filter((row) => row.code !== null)
  const lane = (test: RegExp) => coded.filter((row) => test.test(row.code ?? ''))
  const three = [lane(/^30[13]/), lane(/^302/), lane(/^(?!30[123])/)]
  const longest = Math.max(...three.map((rows) => rows.length))
  const field = (row: FormRow | undefined) => [row?.code ?? '', row?.name ?? '', shown(row?.cells.final)]
  const sums = rows.filter((row) => row.code === null)
  const left = sums.filter((row) => row.name.startsWith('人员'))
  const right = sums.filter((row) => !row.name.startsWith('人员'))
  return {
    head: [
      [
        ['人员经费', 3],
        ['公用经费', 6],
      ],
      three.flatMap((): Head[] => [['科目编码'], ['科目名称'], ['决算数']]),
    ],
    rows: [
      ...Array.from({ length: longest }, (_, i) => three.flatMap((rows) => field(rows[i]))),
      ...Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
        left[i]?.name ?? '',
        '',
        shown(left[i]?.cells.final),
        right[i]?.name ?? '',
        '',
        '',
        '',
        '',
        shown(right[i]?.cells.final),
      ]),
    ],
  }
}

/** One row: six figures of the budget, six of the account. */
function threePublic({ rows }: Form): Pick<FormTable, 'head' | 'rows'> {
  const cell = (name: string, column: string) => shown(rows.find((row) => row.name === name)?.cells[column])
  const half: Head[] = [
    ['合计', 1, 2],
    ['因公出国（境）费', 1, 2],
    ['公务用车购置及运行费', 3],
    ['公务接待费', 1, 2],
  ]
  const cars: Head[] = [['小计'], ['公务用车购置费'], ['公务用车运行费']]
  return {
    head: [
      [
        ['预算数', 6],
        ['决算数', 6],
      ],
      [...half, ...half],
      [...cars, ...cars],
      Array.from({ length: 12 }, (_, i): Head => [String(i + 1)]),
    ],
    rows: [['budget', 'final'].flatMap((column) => THREE_PUBLIC_ROWS.map((name) => cell(name, column)))],
  }
}

function body(form: Form): Pick<FormTable, 'head' | 'rows'> {
  const words = CODE_COLUMNS[form.id]
  if (words !== undefined) return byCode(form, words)
  if (form.id === 'governmentFund') return fund(form)
  if (form.id === 'basicExpenditure') return lanes(form)
  return form.id === 'threePublic' ? threePublic(form) : twoSided(form)
}

/** A form in the usual layout, with the title that it was found under or the official one. */
export const formTable = (form: Form): FormTable => ({ title: form.title ?? FORM_TITLES[form.id], ...body(form) })
