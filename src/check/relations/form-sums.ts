import { COLUMN_WORDS, type FormId } from '../../domain/form.ts'
import type { FormRow } from '../../domain/report.ts'
import type { FormView } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { isZero, kept, sumOutcome } from '../books/sums.ts'
import { type Expr, signed } from '../expression.ts'
import { equal, type Outcome, type Relation, unchecked } from '../relation.ts'

const CODED: readonly FormId[] = ['revenue', 'expenditure', 'generalBudgetExpenditure', 'governmentFund', 'stateCapital']

/** Which columns a row's total column adds up, per form. */
const ROW_TOTALS: Partial<Record<FormId, { readonly whole: string; readonly parts: readonly string[] }>> = {
  revenue: { whole: 'total', parts: ['appropriation', 'superiorSubsidy', 'undertaking', 'business', 'subordinate', 'other'] },
  expenditure: { whole: 'total', parts: ['basic', 'project', 'toSuperior', 'business', 'toSubordinate'] },
  fiscalOverview: { whole: 'total', parts: ['generalBudget', 'governmentFund', 'stateCapital'] },
  generalBudgetExpenditure: { whole: 'total', parts: ['basic', 'project'] },
  governmentFund: { whole: 'expenditure', parts: ['basic', 'project'] },
  stateCapital: { whole: 'expenditure', parts: ['basic', 'project'] },
}

const rowWords = (form: FormView, row: FormRow): string => `《${form.title}》${row.code === null ? '' : `${row.code} `}${row.name}`

/** A table whose total row is empty and where some row has a total but no part has lost figures on the way to us. */
function columnsLost(form: FormView, whole: string, parts: readonly string[]): boolean {
  const total = form.totalRow
  const noTotal = total !== undefined && form.reading(total, whole).kind === 'blank'
  const bare = form.rows.some(
    (row) => form.reading(row, whole).kind === 'figure' && parts.every((part) => form.reading(row, part).kind === 'blank'),
  )
  return noTotal && bare
}

function rowTotals(books: Books): Outcome[] {
  return books.forms.flatMap((form) => {
    const rule = ROW_TOTALS[form.id]
    if (!rule) return []
    const parts = rule.parts.filter((column) => form.columns.includes(column))
    const lost = columnsLost(form, rule.whole, parts)
    const printed = (row: FormRow, column: string): boolean =>
      form.reading(row, column).kind === 'figure' && !isZero(form.reading(row, column))
    const whole = form.rows.filter((row) => printed(row, rule.whole))
    const divided = whole.filter((row) => parts.some((column) => printed(row, column)))
    // One row among many that lacks its parts has lost them itself; several have lost them on the way to us.
    const parted = divided.length >= 3 && whole.length - divided.length === 1
    const totalled = form.rows.filter((row) => parts.some((column) => printed(row, column)))
    const summed = divided.length >= 3 && totalled.length - divided.length === 1
    return kept(
      form.rows.map((row) => {
        const readings = parts.map((column) => form.reading(row, column))
        if (lost && readings.some((reading) => reading.kind === 'blank')) return unchecked('表中分栏的数字没有读全')
        return sumOutcome(form.reading(row, rule.whole), readings, `${rowWords(form, row)}各栏相加`, {
          speaks: row.code !== null || summed,
          parted: parted && !lost,
        })
      }),
    )
  })
}

function columnTotals(books: Books): Outcome[] {
  const unread = books.unreliable.map((form) => unchecked(`《${form.title}》似由两张表连读而成`))
  const sums = CODED.flatMap((id) => {
    const form = books.form(id)
    if (!form?.totalRow) return []
    const { totalRow, topRows } = form
    return kept(
      form.columns.map((column) =>
        sumOutcome(
          form.reading(totalRow, column),
          topRows.map((row) => form.reading(row, column)),
          `《${form.title}》各项${COLUMN_WORDS[column] ?? ''}相加`,
          { speaks: form.speaks(totalRow) },
        ),
      ),
    )
  })
  return [...unread, ...sums]
}

const levelOf = (row: FormRow): string => (row.code?.length === 3 ? '各款' : '各项')

function hierarchy(books: Books): Outcome[] {
  return CODED.flatMap((id) => {
    const form = books.form(id)
    if (!form) return []
    return form.rows.flatMap((row) => {
      if (row.code !== null && form.isRepeated(row.code)) return [unchecked('同一编码读出两行')]
      const children = form.childrenOf(row)
      return kept(
        form.columns.map((column) =>
          sumOutcome(
            form.reading(row, column),
            children.map((child) => form.reading(child, column)),
            `${rowWords(form, row)}下${levelOf(row)}${COLUMN_WORDS[column] ?? ''}相加`,
            { speaks: form.speaks(row) },
          ),
        ),
      )
    })
  })
}

function fundBalance(books: Books): Outcome[] {
  return (['governmentFund', 'stateCapital'] as const).flatMap((id) => {
    const form = books.form(id)
    if (!form?.columns.includes('closing')) return []
    return form.rows.flatMap((row): Outcome[] => {
      const read = (column: string) => form.reading(row, column)
      const [opening, revenue, expenditure, closing] = ['opening', 'revenue', 'expenditure', 'closing'].map(read)
      const flows = [opening, revenue, expenditure, closing]
      if (flows.some((reading) => reading?.kind === 'unreadable')) return [unchecked('有看不清的数字')]
      if (!flows.some((reading) => reading?.kind === 'figure')) return []
      const part = (reading: typeof opening): Expr[] => (reading?.kind === 'figure' ? [reading.expr] : [])
      const parts = [
        ...[opening, revenue].flatMap(part).map((expr) => ({ sign: 1 as const, expr })),
        ...part(expenditure).map((expr) => ({ sign: -1 as const, expr })),
      ]
      const result = closing?.kind === 'figure' || closing?.kind === 'blank' ? closing.expr : null
      return parts.length === 0 || !result ? [] : [equal(signed(`${rowWords(form, row)}年初加收入减支出`, parts), result)]
    })
  })
}

/** Sums inside the forms with a classification. */
export const formSums: readonly Relation[] = [
  {
    id: 'form.row-total',
    title: '各行：合计栏等于各分栏之和',
    kind: 'table-sum',
    compares: '收入决算表、支出决算表、财政拨款总表支出方、一般公共预算支出表、基金表、国资表每一行的合计栏与各分栏之和',
    applies: '该行合计栏和至少一个分栏有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '表注公式',
    outcomes: rowTotals,
  },
  {
    id: 'form.column-total',
    title: '各栏：合计行等于各类之和',
    kind: 'table-sum',
    compares: '带功能分类的各表每一栏的合计行与最高一级各行之和（没有类级行时为各款或各项之和）',
    applies: '合计行有数字，下面至少一行有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '填报说明',
    outcomes: columnTotals,
  },
  {
    id: 'form.code-hierarchy',
    title: '类等于各款之和，款等于各项之和',
    kind: 'code-hierarchy',
    compares: '带功能分类的各表每一栏的上级科目与其下级科目之和',
    applies: '上级、下级科目在同一张表里都印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '填报说明',
    outcomes: hierarchy,
  },
  {
    id: 'fund.balance',
    title: '年初结转和结余加本年收入减本年支出等于年末结转和结余',
    kind: 'table-sum',
    compares: '政府性基金表、国有资本经营表每一行的四栏',
    applies: '表中印有年末结转和结余栏，该行有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '表注公式',
    outcomes: fundBalance,
  },
]
