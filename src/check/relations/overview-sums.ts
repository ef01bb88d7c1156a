import type { FormRow, Side } from '../../domain/report.ts'
import { type FormView, isTotalName, plainName, type Reading } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { CLOSING, DISTRIBUTION, EXPENDITURE_TOTAL, GRAND_TOTAL, OPENING, REVENUE_TOTAL, USED_SURPLUS } from '../books/subject-cells.ts'
import { kept, pairOutcome, sumOutcome } from '../books/sums.ts'
import { amountOf } from '../expression.ts'
import { judge } from '../judge.ts'
import { type Comparison, type Outcome, type Relation, unchecked } from '../relation.ts'

const YEAR_TOTAL: Record<Side, RegExp> = { revenue: REVENUE_TOTAL, expenditure: EXPENDITURE_TOTAL }
const CARRIED: readonly RegExp[] = [OPENING, CLOSING, DISTRIBUTION, USED_SURPLUS]
const SIDES: readonly Side[] = ['revenue', 'expenditure']

const twoSided = (books: Books): readonly FormView[] => (['overview', 'fiscalOverview'] as const).flatMap((id) => books.form(id) ?? [])

const isCarried = (row: FormRow): boolean => CARRIED.some((pattern) => pattern.test(plainName(row.name)))
const isAnyTotal = (row: FormRow): boolean =>
  isTotalName(row.name) || [GRAND_TOTAL, REVENUE_TOTAL, EXPENDITURE_TOTAL].some((pattern) => pattern.test(plainName(row.name)))

const itemsOf = (form: FormView, side: Side): readonly FormRow[] =>
  form.rows.filter((row) => row.side === side && row.parent === null && plainName(row.name) !== '' && !isAnyTotal(row) && !isCarried(row))

const columnsOf = (form: FormView, side: Side): readonly string[] =>
  form.columns.filter((column) => form.rows.some((row) => row.side === side && row.cells[column] !== undefined))

const sideWords = (side: Side): string => (side === 'revenue' ? '收入' : '支出')

/** The items exceed the total by exactly one of them: a sub-item that lost its 其中 counts twice. */
function hasInner(outcome: Comparison, parts: readonly Reading[]): boolean {
  const [sum, whole] = [amountOf(outcome.left), amountOf(outcome.right)]
  const surplus = sum && whole && sum.minus(whole)
  return (
    surplus?.gt(0) === true &&
    judge(outcome).judgement === 'inconsistent' &&
    parts.some((part) => part.kind === 'figure' && (amountOf(part.expr)?.eq(surplus) ?? false))
  )
}

/** Is the same total printed on the other side? Then the row was not lost, and a blank is the report's own. */
function opposite(form: FormView, side: Side, names: Record<Side, RegExp>): boolean {
  const other = side === 'revenue' ? 'expenditure' : 'revenue'
  const row = form.named(names[other], other)
  return row !== undefined && form.speaks(row)
}

function yearTotals(books: Books): Outcome[] {
  return twoSided(books).flatMap((form) =>
    SIDES.flatMap((side) => {
      const whole = form.named(YEAR_TOTAL[side], side)
      return kept(
        columnsOf(form, side).map((column) => {
          const parts = itemsOf(form, side).map((row) => form.reading(row, column))
          const outcome = sumOutcome(form.reading(whole, column), parts, `《${form.title}》各项${sideWords(side)}相加`, {
            speaks: opposite(form, side, YEAR_TOTAL),
          })
          return outcome?.state === 'compare' && hasInner(outcome, parts) ? unchecked('可能有“其中”项混在各项里') : outcome
        }),
      )
    }),
  )
}

function grandTotals(books: Books): Outcome[] {
  return twoSided(books).flatMap((form) =>
    SIDES.flatMap((side) => {
      const rows = form.rows.filter(
        (row) => row.side === side && row.parent === null && (YEAR_TOTAL[side].test(plainName(row.name)) || isCarried(row)),
      )
      const grand = form.named(GRAND_TOTAL, side)
      return kept(
        columnsOf(form, side).map((column) => {
          const year = form.reading(form.named(YEAR_TOTAL[side], side), column)
          const parts = rows.map((row) => form.reading(row, column))
          return year.kind === 'blank' || year.kind === 'absent'
            ? null
            : sumOutcome(form.reading(grand, column), parts, `《${form.title}》本年${sideWords(side)}合计加结转结余`, {
                speaks: opposite(form, side, { revenue: GRAND_TOTAL, expenditure: GRAND_TOTAL }),
              })
        }),
      )
    }),
  )
}

function bothSides(books: Books): Outcome[] {
  return kept(
    twoSided(books).map((form) => {
      const column = form.id === 'overview' ? 'final' : 'total'
      return pairOutcome(
        form.reading(form.named(GRAND_TOTAL, 'revenue'), 'final'),
        form.reading(form.named(GRAND_TOTAL, 'expenditure'), column),
      )
    }),
  )
}

/** 年初财政拨款结转和结余 is spelled out by kind of budget below it; a mere 其中 need not be complete. */
function carriedParts(books: Books): Outcome[] {
  const form = books.form('fiscalOverview')
  if (!form) return []
  return form.rows
    .filter((row) => row.parent === null && isCarried(row))
    .flatMap((row) => {
      const parts = form.rows.filter(
        (other) => other.side === row.side && other.parent !== null && plainName(other.parent) === plainName(row.name),
      )
      const read = (column: string): readonly Reading[] => parts.map((part) => form.reading(part, column))
      return kept(
        columnsOf(form, row.side ?? 'revenue').map((column) => {
          const printed = read(column).some((reading) => reading.kind === 'figure')
          return parts.length < 3 || !printed
            ? null
            : sumOutcome(form.reading(row, column), read(column), `《${form.title}》${row.name}下三项相加`)
        }),
      )
    })
}

/** Sums inside the two-sided forms. */
export const overviewSums: readonly Relation[] = [
  {
    id: 'overview.year-total',
    title: '总表：本年收入（支出）合计等于各项之和',
    kind: 'table-sum',
    compares: '收入支出决算总表、财政拨款收入支出决算总表每一方各项之和与本年收入合计、本年支出合计',
    applies: '合计和至少一项印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '表注公式',
    outcomes: yearTotals,
  },
  {
    id: 'overview.grand-total',
    title: '总表：总计等于本年合计加结转结余',
    kind: 'table-sum',
    compares: '两张总表每一方的本年合计、使用结余、年初结转（结余分配、年末结转）之和与总计',
    applies: '本年合计和总计都印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '表注公式',
    outcomes: grandTotals,
  },
  {
    id: 'overview.two-sides',
    title: '总表：收入总计等于支出总计',
    kind: 'table-sum',
    compares: '两张总表收入方总计与支出方总计',
    applies: '两个总计都印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '填报说明',
    outcomes: bothSides,
  },
  {
    id: 'overview.carried-parts',
    title: '财政拨款总表：结转和结余等于分预算种类之和',
    kind: 'table-sum',
    compares: '年初（年末）财政拨款结转和结余与其下一般公共预算、政府性基金、国有资本经营三行之和',
    applies: '三行至少一行印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '表注公式',
    outcomes: carriedParts,
  },
]
