import type { FormId } from '../../domain/form.ts'
import { THREE_PUBLIC_ROWS } from '../../domain/form.ts'
import type { Side } from '../../domain/report.ts'
import { type StandardSubject, threePublicSubject } from '../../domain/subject.ts'

/** A cell of the standard forms: where to look for a subject. */
export interface CellAddress {
  readonly form: FormId
  /** Names that the row can carry; blanks, brackets and numbering do not matter. */
  readonly rows: readonly string[]
  readonly column: string
  readonly side?: Side
}

const TOTAL = ['合计', '总计', '本年支出合计', '本年收入合计']
const REVENUE_TOTAL = ['本年收入合计', '收入合计']
const EXPENDITURE_TOTAL = ['本年支出合计', '支出合计']
const cell = (form: FormId, rows: readonly string[], column: string, side?: Side): CellAddress => ({
  form,
  rows,
  column,
  ...(side === undefined ? {} : { side }),
})
const fund = (form: 'governmentFund' | 'stateCapital', column: string): CellAddress => cell(form, [...TOTAL, '小计'], column)

const THREE_PUBLIC = Object.fromEntries(
  THREE_PUBLIC_ROWS.map((row) => [threePublicSubject(row), [cell('threePublic', [row], 'final')]]),
) as unknown as Partial<Record<StandardSubject, readonly CellAddress[]>>

/** Where each subject stands in the forms, the most telling form first. Budgets of 三公 stand in the column beside. */
export const SUBJECT_CELLS: Partial<Record<StandardSubject, readonly CellAddress[]>> = {
  ...THREE_PUBLIC,
  'total.both': [cell('overview', ['总计'], 'final', 'expenditure'), cell('overview', ['总计'], 'final', 'revenue')],
  'revenue.total': [cell('overview', REVENUE_TOTAL, 'final', 'revenue'), cell('revenue', TOTAL, 'total')],
  'revenue.appropriation': [cell('revenue', TOTAL, 'appropriation'), cell('overview', ['财政拨款收入'], 'final', 'revenue')],
  'revenue.superiorSubsidy': [cell('overview', ['上级补助收入'], 'final', 'revenue'), cell('revenue', TOTAL, 'superiorSubsidy')],
  'revenue.undertaking': [cell('overview', ['事业收入'], 'final', 'revenue'), cell('revenue', TOTAL, 'undertaking')],
  'revenue.business': [cell('overview', ['经营收入'], 'final', 'revenue'), cell('revenue', TOTAL, 'business')],
  'revenue.subordinate': [
    cell('overview', ['附属单位上缴收入', '附属单位缴款'], 'final', 'revenue'),
    cell('revenue', TOTAL, 'subordinate'),
  ],
  'revenue.other': [cell('overview', ['其他收入'], 'final', 'revenue'), cell('revenue', TOTAL, 'other')],
  'expenditure.total': [cell('overview', EXPENDITURE_TOTAL, 'final', 'expenditure'), cell('expenditure', TOTAL, 'total')],
  'expenditure.basic': [cell('expenditure', TOTAL, 'basic')],
  'expenditure.project': [cell('expenditure', TOTAL, 'project')],
  'expenditure.toSuperior': [cell('expenditure', TOTAL, 'toSuperior')],
  'expenditure.business': [cell('expenditure', TOTAL, 'business')],
  'expenditure.toSubordinate': [cell('expenditure', TOTAL, 'toSubordinate')],
  'carry.opening': [cell('overview', ['年初结转和结余', '上年结转和结余'], 'final', 'revenue')],
  'carry.closing': [cell('overview', ['年末结转和结余'], 'final', 'expenditure')],
  'carry.used': [
    cell('overview', ['使用非财政拨款结余', '使用非财政拨款结余（含专用结余）', '用事业基金弥补收支差额'], 'final', 'revenue'),
  ],
  'carry.distribution': [cell('overview', ['结余分配'], 'final', 'expenditure')],
  'fiscal.both': [cell('fiscalOverview', ['总计'], 'total', 'expenditure'), cell('fiscalOverview', ['总计'], 'final', 'revenue')],
  'fiscal.revenue': [cell('fiscalOverview', REVENUE_TOTAL, 'final', 'revenue')],
  'fiscal.expenditure': [cell('fiscalOverview', EXPENDITURE_TOTAL, 'total', 'expenditure')],
  'generalBudget.revenue': [
    cell('overview', ['一般公共预算财政拨款收入'], 'final', 'revenue'),
    cell('fiscalOverview', ['一般公共预算财政拨款'], 'final', 'revenue'),
  ],
  'generalBudget.expenditure': [
    cell('generalBudgetExpenditure', TOTAL, 'total'),
    cell('fiscalOverview', EXPENDITURE_TOTAL, 'generalBudget', 'expenditure'),
  ],
  'generalBudget.basic': [cell('generalBudgetExpenditure', TOTAL, 'basic')],
  'generalBudget.project': [cell('generalBudgetExpenditure', TOTAL, 'project')],
  personnel: [cell('basicExpenditure', ['人员经费合计', '人员经费'], 'final'), cell('basicExpenditure', ['合计'], 'personnel')],
  public: [cell('basicExpenditure', ['公用经费合计', '公用经费'], 'final'), cell('basicExpenditure', ['合计'], 'public')],
  'governmentFund.opening': [fund('governmentFund', 'opening')],
  'governmentFund.revenue': [
    fund('governmentFund', 'revenue'),
    cell('overview', ['政府性基金预算财政拨款收入'], 'final', 'revenue'),
    cell('fiscalOverview', ['政府性基金预算财政拨款'], 'final', 'revenue'),
  ],
  'governmentFund.expenditure': [
    fund('governmentFund', 'expenditure'),
    cell('fiscalOverview', EXPENDITURE_TOTAL, 'governmentFund', 'expenditure'),
  ],
  'governmentFund.closing': [fund('governmentFund', 'closing')],
  'stateCapital.opening': [fund('stateCapital', 'opening')],
  'stateCapital.revenue': [
    fund('stateCapital', 'revenue'),
    cell('overview', ['国有资本经营预算财政拨款收入'], 'final', 'revenue'),
    cell('fiscalOverview', ['国有资本经营预算财政拨款', '国有资本经营财政拨款'], 'final', 'revenue'),
  ],
  'stateCapital.expenditure': [
    fund('stateCapital', 'expenditure'),
    cell('fiscalOverview', EXPENDITURE_TOTAL, 'stateCapital', 'expenditure'),
  ],
  'stateCapital.closing': [fund('stateCapital', 'closing')],
}
