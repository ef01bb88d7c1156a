import type { FormId } from '../../domain/form.ts'
import { type FormView, plainName, type Reading } from '../books/form-view.ts'
import { type Books, classCodeOf } from '../books/index.ts'
import {
  type CellAddress,
  CLOSING,
  EXPENDITURE_TOTAL,
  GENERAL_BUDGET_REVENUE,
  GOVERNMENT_FUND_REVENUE,
  OPENING,
  REVENUE_TOTAL,
  STATE_CAPITAL_REVENUE,
} from '../books/subject-cells.ts'
import { isZero, kept, pairOutcome, sumOutcome } from '../books/sums.ts'
import { judge } from '../judge.ts'
import { equal, type Outcome, type Relation, SHOULD_EQUAL } from '../relation.ts'

const cell = (form: FormId, row: CellAddress['row'], column: string): CellAddress => ({ form, row, column })
const revenueItem = (named: RegExp): CellAddress => cell('overview', { named, side: 'revenue' }, 'final')
const fiscalRevenue = (named: RegExp): CellAddress => cell('fiscalOverview', { named, side: 'revenue' }, 'final')
const fiscalExpenditure = (column: string): CellAddress => cell('fiscalOverview', { named: EXPENDITURE_TOTAL, side: 'expenditure' }, column)

/** Totals that two forms both print. */
const SAME_TOTALS: readonly (readonly [CellAddress, CellAddress])[] = [
  [revenueItem(REVENUE_TOTAL), cell('revenue', 'total', 'total')],
  [revenueItem(/^上级补助收入$/), cell('revenue', 'total', 'superiorSubsidy')],
  [revenueItem(/^事业收入$/), cell('revenue', 'total', 'undertaking')],
  [revenueItem(/^经营收入$/), cell('revenue', 'total', 'business')],
  [revenueItem(/^附属单位上缴收入$/), cell('revenue', 'total', 'subordinate')],
  [revenueItem(/^其他收入$/), cell('revenue', 'total', 'other')],
  [revenueItem(GENERAL_BUDGET_REVENUE), fiscalRevenue(GENERAL_BUDGET_REVENUE)],
  [revenueItem(GOVERNMENT_FUND_REVENUE), fiscalRevenue(GOVERNMENT_FUND_REVENUE)],
  [revenueItem(STATE_CAPITAL_REVENUE), fiscalRevenue(STATE_CAPITAL_REVENUE)],
  [cell('overview', { named: EXPENDITURE_TOTAL, side: 'expenditure' }, 'final'), cell('expenditure', 'total', 'total')],
  [fiscalRevenue(REVENUE_TOTAL), cell('revenue', 'total', 'appropriation')],
  [fiscalExpenditure('generalBudget'), cell('generalBudgetExpenditure', 'total', 'total')],
  [fiscalExpenditure('governmentFund'), cell('governmentFund', 'total', 'expenditure')],
  [fiscalExpenditure('stateCapital'), cell('stateCapital', 'total', 'expenditure')],
  [fiscalRevenue(GOVERNMENT_FUND_REVENUE), cell('governmentFund', 'total', 'revenue')],
  [fiscalRevenue(STATE_CAPITAL_REVENUE), cell('stateCapital', 'total', 'revenue')],
]

const totals = (books: Books): Outcome[] => kept(SAME_TOTALS.map(([left, right]) => pairOutcome(books.cell(left), books.cell(right))))

/** 财政拨款收入 of the revenue form is the three fiscal revenues of the overview together. */
function fiscalRevenueSum(books: Books): Outcome[] {
  const parts = [GENERAL_BUDGET_REVENUE, GOVERNMENT_FUND_REVENUE, STATE_CAPITAL_REVENUE].map((named) => books.cell(revenueItem(named)))
  const whole = books.cell(cell('revenue', 'total', 'appropriation'))
  return kept([
    sumOutcome(
      whole,
      parts.filter((part) => part.kind !== 'absent'),
      '“收入支出决算总表”三项财政拨款收入相加',
    ),
  ])
}

const rowsByClass = (form: FormView): readonly { readonly code: string; readonly read: (column: string) => Reading }[] =>
  form.rows.flatMap((row) => {
    const code = row.side === 'expenditure' && row.parent === null ? classCodeOf(row.name) : undefined
    return code === undefined ? [] : [{ code, read: (column: string) => form.reading(row, column) }]
  })

/** Each class of a two-sided form against the form that spells it out. */
const CLASS_PAIRS: readonly {
  readonly overview: FormId
  readonly column: string
  readonly detail: FormId
  readonly detailColumn: string
}[] = [
  { overview: 'overview', column: 'final', detail: 'expenditure', detailColumn: 'total' },
  { overview: 'fiscalOverview', column: 'generalBudget', detail: 'generalBudgetExpenditure', detailColumn: 'total' },
  { overview: 'fiscalOverview', column: 'governmentFund', detail: 'governmentFund', detailColumn: 'expenditure' },
]

function classes(books: Books): Outcome[] {
  return CLASS_PAIRS.flatMap(({ overview, column, detail, detailColumn }) => {
    const [form, spelled] = [books.form(overview), books.form(detail)]
    if (!form || !spelled || spelled.topRows.length === 0) return []
    return kept(
      rowsByClass(form).map(({ code, read }) => pairOutcome(read(column), books.codeCell(detail, code, detailColumn), { blanks: true })),
    )
  })
}

/** Is the whole budget of the department the general public budget? Then the two forms must agree row by row. */
function sameBody(books: Books, a: CellAddress, b: CellAddress): boolean {
  const [left, right] = [books.cell(a), books.cell(b)]
  return left.kind === 'figure' && right.kind === 'figure' && judge(equal(left.expr, right.expr)).judgement === 'passed'
}

function generalBudgetInAll(books: Books): Outcome[] {
  const [part, whole] = [books.form('generalBudgetExpenditure'), books.form('expenditure')]
  if (!part || !whole) return []
  const op = sameBody(books, cell('generalBudgetExpenditure', 'total', 'total'), cell('expenditure', 'total', 'total')) ? 'equal' : 'atMost'
  return ['total', 'basic', 'project'].flatMap((column) => {
    const coded = part.rows.flatMap((row) =>
      row.code === null
        ? []
        : [pairOutcome(part.reading(row, column), whole.reading(whole.byCode(row.code), column), { op, blanks: true })],
    )
    return kept([pairOutcome(part.reading(part.totalRow, column), whole.reading(whole.totalRow, column), { op }), ...coded])
  })
}

function fiscalInAll(books: Books): Outcome[] {
  const [part, whole] = [books.form('fiscalOverview'), books.form('overview')]
  if (!part || !whole) return []
  const op = sameBody(books, fiscalExpenditure('total'), cell('overview', { named: EXPENDITURE_TOTAL, side: 'expenditure' }, 'final'))
    ? 'equal'
    : 'atMost'
  const wholes = new Map(rowsByClass(whole).map((row) => [row.code, row.read('final')]))
  return kept(
    rowsByClass(part).map(({ code, read }) => {
      const right = wholes.get(code)
      // A blank on both sides says nothing; a blank part of a printed whole is decided by the detail forms.
      return right === undefined || read('total').kind === 'blank' ? null : pairOutcome(read('total'), right, { op, blanks: true })
    }),
  )
}

/** Every expenditure of the year is in the revenue side's total: carried amounts of the funds meet the fiscal overview. */
function fundCarried(books: Books): Outcome[] {
  const fiscal = books.form('fiscalOverview')
  if (!fiscal) return []
  const sub = (carried: RegExp, kind: RegExp): Reading => {
    const row = fiscal.rows.find(
      (other) => other.parent !== null && carried.test(plainName(other.parent)) && kind.test(plainName(other.name)),
    )
    const column = row?.side === 'expenditure' ? 'total' : 'final'
    return fiscal.reading(row, column)
  }
  const fund = books.form('governmentFund')
  return kept([
    fund?.hasFigures ? pairOutcome(sub(OPENING, GOVERNMENT_FUND_REVENUE), fund.reading(fund.totalRow, 'opening')) : null,
    fund?.hasFigures ? pairOutcome(sub(CLOSING, GOVERNMENT_FUND_REVENUE), fund.reading(fund.totalRow, 'closing')) : null,
  ])
}

/** A class that the overview leaves blank while a detail form prints it: stands in `classes`; here the totals of whole forms. */
function fiscalNotAboveAll(books: Books): Outcome[] {
  const pairs: readonly (readonly [CellAddress, CellAddress])[] = [
    [fiscalExpenditure('total'), cell('overview', { named: EXPENDITURE_TOTAL, side: 'expenditure' }, 'final')],
    [fiscalRevenue(REVENUE_TOTAL), revenueItem(REVENUE_TOTAL)],
    [
      cell('fiscalOverview', { named: /^总计$/, side: 'expenditure' }, 'total'),
      cell('overview', { named: /^总计$/, side: 'expenditure' }, 'final'),
    ],
  ]
  return kept(
    pairs.map(([part, whole]) => (isZero(books.cell(part)) ? null : pairOutcome(books.cell(part), books.cell(whole), { op: 'atMost' }))),
  )
}

/** Form against form. */
export const formToForm: readonly Relation[] = [
  {
    id: 'forms.totals',
    title: '同一合计在两张表中相等',
    kind: 'cross-table',
    compares: '总表、收入表、支出表、财政拨款总表、一般公共预算支出表、基金表、国资表之间的同一合计',
    applies: '两张表都印有这个合计',
    wording: SHOULD_EQUAL,
    origin: '填报说明',
    outcomes: totals,
  },
  {
    id: 'forms.fiscal-revenue',
    title: '收入表财政拨款收入等于总表三项财政拨款收入之和',
    kind: 'cross-table',
    compares: '收入决算表财政拨款收入栏合计与收入支出决算总表三项财政拨款收入',
    applies: '两张表都印有数字',
    wording: SHOULD_EQUAL,
    origin: '填报说明',
    outcomes: fiscalRevenueSum,
  },
  {
    id: 'forms.classes',
    title: '总表各类支出等于支出表同一类',
    kind: 'cross-table',
    compares: '总表与支出决算表、财政拨款总表与一般公共预算支出表和基金表的同一类科目（一处有数、一处空白也算不符）',
    applies: '明细表印有科目行',
    wording: SHOULD_EQUAL,
    origin: '填报说明',
    outcomes: classes,
  },
  {
    id: 'forms.general-budget-rows',
    title: '一般公共预算支出表不超过支出决算表同一科目',
    kind: 'cross-table',
    compares: '一般公共预算支出表与支出决算表同一科目同一栏；两表合计相等时逐行相等',
    applies: '两张表都有这个科目',
    wording: SHOULD_EQUAL,
    origin: '填报说明',
    outcomes: generalBudgetInAll,
  },
  {
    id: 'forms.fiscal-classes',
    title: '财政拨款总表各类不超过收入支出总表同一类',
    kind: 'cross-table',
    compares: '财政拨款总表与收入支出总表同一类支出；两表支出合计相等时逐类相等',
    applies: '财政拨款总表该类印有数字',
    wording: SHOULD_EQUAL,
    origin: '填报说明',
    outcomes: fiscalInAll,
  },
  {
    id: 'forms.fiscal-totals',
    title: '财政拨款合计不超过全部收支合计',
    kind: 'cross-table',
    compares: '财政拨款总表的收入、支出合计和总计与收入支出总表',
    applies: '两张总表都印有数字',
    wording: '{left}，大于{right}，多{difference}',
    origin: '算术',
    outcomes: fiscalNotAboveAll,
  },
  {
    id: 'forms.fund-carried',
    title: '政府性基金结转结余在两张表中相等',
    kind: 'cross-table',
    compares: '基金表年初、年末结转和结余与财政拨款总表同名行',
    applies: '两张表都印有数字',
    wording: SHOULD_EQUAL,
    origin: '填报说明',
    outcomes: fundCarried,
  },
]
