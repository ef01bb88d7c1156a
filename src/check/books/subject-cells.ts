import type { FormId } from '../../domain/form.ts'
import type { Side } from '../../domain/report.ts'

/** Where a form prints a subject: the row by name pattern or code, `total` for the total row. */
export interface CellAddress {
  readonly form: FormId
  readonly row: 'total' | { readonly named: RegExp; readonly side?: Side; readonly under?: RegExp }
  readonly column: string
}

const at = (form: FormId, row: CellAddress['row'], column: string): CellAddress => ({ form, row, column })
const item = (named: RegExp, side?: Side): CellAddress['row'] => (side ? { named, side } : { named })

export const GRAND_TOTAL = /^总计$/
export const REVENUE_TOTAL = /^(本年收入合计|本年收入|收入合计)$/
export const EXPENDITURE_TOTAL = /^(本年支出合计|本年支出|支出合计)$/
export const GENERAL_BUDGET_REVENUE = /^一般公共预算(财政)?拨款(收入)?$/
export const GOVERNMENT_FUND_REVENUE = /^政府性基金(预算)?(财政)?拨款(收入)?$/
export const STATE_CAPITAL_REVENUE = /^国有资本经营(预算)?(财政)?拨款(收入)?$/
export const OPENING = /^年初(财政拨款)?结转(和|与)?结余$/
export const CLOSING = /^年末(财政拨款)?结转(和|与)?结余$/
export const USED_SURPLUS = /^(使用|用)非财政拨款结余|^用事业基金弥补收支差额$/
export const DISTRIBUTION = /^结余分配$/
export const PERSONNEL_TOTAL = /^人员经费(合计)?$/
export const PUBLIC_TOTAL = /^(日常)?公用经费(合计)?$/

const fiscalSide = (named: RegExp): CellAddress => at('fiscalOverview', item(named, 'revenue'), 'final')

/** Where each standard subject's figure of the year stands, the closest form first. */
export const SUBJECT_CELLS: Readonly<Record<string, readonly CellAddress[]>> = {
  'total.both': [at('overview', item(GRAND_TOTAL), 'final')],
  'revenue.total': [at('revenue', 'total', 'total'), at('overview', item(REVENUE_TOTAL, 'revenue'), 'final')],
  'revenue.appropriation': [at('revenue', 'total', 'appropriation')],
  'revenue.superiorSubsidy': [at('revenue', 'total', 'superiorSubsidy'), at('overview', item(/^上级补助收入$/, 'revenue'), 'final')],
  'revenue.undertaking': [at('revenue', 'total', 'undertaking'), at('overview', item(/^事业收入$/, 'revenue'), 'final')],
  'revenue.business': [at('revenue', 'total', 'business'), at('overview', item(/^经营收入$/, 'revenue'), 'final')],
  'revenue.subordinate': [at('revenue', 'total', 'subordinate'), at('overview', item(/^附属单位上缴收入$/, 'revenue'), 'final')],
  'revenue.other': [at('revenue', 'total', 'other'), at('overview', item(/^其他收入$/, 'revenue'), 'final')],
  'expenditure.total': [at('expenditure', 'total', 'total'), at('overview', item(EXPENDITURE_TOTAL, 'expenditure'), 'final')],
  'expenditure.basic': [at('expenditure', 'total', 'basic')],
  'expenditure.project': [at('expenditure', 'total', 'project')],
  'expenditure.toSuperior': [at('expenditure', 'total', 'toSuperior')],
  'expenditure.business': [at('expenditure', 'total', 'business')],
  'expenditure.toSubordinate': [at('expenditure', 'total', 'toSubordinate')],
  'carry.opening': [at('overview', item(OPENING, 'revenue'), 'final')],
  'carry.closing': [at('overview', item(CLOSING, 'expenditure'), 'final')],
  'carry.used': [at('overview', item(USED_SURPLUS, 'revenue'), 'final')],
  'carry.distribution': [at('overview', item(DISTRIBUTION, 'expenditure'), 'final')],
  'fiscal.both': [at('fiscalOverview', item(GRAND_TOTAL, 'expenditure'), 'total'), fiscalSide(GRAND_TOTAL)],
  'fiscal.revenue': [fiscalSide(REVENUE_TOTAL)],
  'fiscal.expenditure': [at('fiscalOverview', item(EXPENDITURE_TOTAL, 'expenditure'), 'total')],
  'fiscal.opening': [fiscalSide(OPENING)],
  'generalBudget.revenue': [fiscalSide(GENERAL_BUDGET_REVENUE)],
  'generalBudget.expenditure': [
    at('generalBudgetExpenditure', 'total', 'total'),
    at('fiscalOverview', item(EXPENDITURE_TOTAL, 'expenditure'), 'generalBudget'),
  ],
  'generalBudget.basic': [at('generalBudgetExpenditure', 'total', 'basic')],
  'generalBudget.project': [at('generalBudgetExpenditure', 'total', 'project')],
  personnel: [at('basicExpenditure', item(PERSONNEL_TOTAL), 'final')],
  public: [at('basicExpenditure', item(PUBLIC_TOTAL), 'final')],
  'governmentFund.opening': [at('governmentFund', 'total', 'opening')],
  'governmentFund.revenue': [at('governmentFund', 'total', 'revenue'), fiscalSide(GOVERNMENT_FUND_REVENUE)],
  'governmentFund.expenditure': [
    at('governmentFund', 'total', 'expenditure'),
    at('fiscalOverview', item(EXPENDITURE_TOTAL, 'expenditure'), 'governmentFund'),
  ],
  'governmentFund.closing': [at('governmentFund', 'total', 'closing')],
  'stateCapital.opening': [at('stateCapital', 'total', 'opening')],
  'stateCapital.revenue': [at('stateCapital', 'total', 'revenue'), fiscalSide(STATE_CAPITAL_REVENUE)],
  'stateCapital.expenditure': [
    at('stateCapital', 'total', 'expenditure'),
    at('fiscalOverview', item(EXPENDITURE_TOTAL, 'expenditure'), 'stateCapital'),
  ],
  'stateCapital.closing': [at('stateCapital', 'total', 'closing')],
  'threePublic.total': [at('threePublic', item(/^total$/), 'final')],
  'threePublic.overseas': [at('threePublic', item(/^overseas$/), 'final')],
  'threePublic.vehicles': [at('threePublic', item(/^vehicles$/), 'final')],
  'threePublic.vehiclePurchase': [at('threePublic', item(/^vehiclePurchase$/), 'final')],
  'threePublic.vehicleOperation': [at('threePublic', item(/^vehicleOperation$/), 'final')],
  'threePublic.reception': [at('threePublic', item(/^reception$/), 'final')],
}

/** Only one form prints budgets. */
export const hasBudgetColumn = (address: CellAddress): boolean => address.form === 'threePublic'
