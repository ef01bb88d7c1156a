/** The standard forms of a department's final account, and the two kinds of text beside them. */
export const FORM_IDS = [
  'overview',
  'revenue',
  'expenditure',
  'fiscalOverview',
  'generalBudgetExpenditure',
  'basicExpenditure',
  'governmentFund',
  'stateCapital',
  'threePublic',
] as const
export type FormId = (typeof FORM_IDS)[number]
export type FactForm = FormId | 'selfEvaluation' | 'narrative'

/** Official titles (2019 edition and later), for people. */
export const FORM_TITLES: Readonly<Record<FormId, string>> = {
  overview: '收入支出决算总表',
  revenue: '收入决算表',
  expenditure: '支出决算表',
  fiscalOverview: '财政拨款收入支出决算总表',
  generalBudgetExpenditure: '一般公共预算财政拨款支出决算表',
  basicExpenditure: '一般公共预算财政拨款基本支出决算表',
  governmentFund: '政府性基金预算财政拨款收入支出决算表',
  stateCapital: '国有资本经营预算财政拨款支出决算表',
  threePublic: '“三公”经费支出决算表',
}

/** The columns of each form, in print order (contract.md). */
export const FORM_COLUMNS: Readonly<Record<FormId, readonly string[]>> = {
  overview: ['final'],
  revenue: ['total', 'appropriation', 'superiorSubsidy', 'undertaking', 'business', 'subordinate', 'other'],
  expenditure: ['total', 'basic', 'project', 'toSuperior', 'business', 'toSubordinate'],
  fiscalOverview: ['final', 'total', 'generalBudget', 'governmentFund', 'stateCapital'],
  generalBudgetExpenditure: ['total', 'basic', 'project'],
  basicExpenditure: ['final'],
  governmentFund: ['opening', 'revenue', 'expenditure', 'basic', 'project', 'closing'],
  stateCapital: ['opening', 'revenue', 'expenditure', 'basic', 'project', 'closing'],
  threePublic: ['budget', 'final'],
}

export const THREE_PUBLIC_ROWS = ['total', 'overseas', 'vehicles', 'vehiclePurchase', 'vehicleOperation', 'reception'] as const
export type ThreePublicRow = (typeof THREE_PUBLIC_ROWS)[number]

/** Official Chinese words for column keys and 三公 rows, used wherever a person reads them. */
export const COLUMN_WORDS: Readonly<Record<string, string>> = {
  final: '决算数',
  budget: '预算数',
  total: '合计',
  appropriation: '财政拨款收入',
  superiorSubsidy: '上级补助收入',
  undertaking: '事业收入',
  business: '经营',
  subordinate: '附属单位上缴收入',
  other: '其他收入',
  basic: '基本支出',
  project: '项目支出',
  toSuperior: '上缴上级支出',
  toSubordinate: '对附属单位补助支出',
  generalBudget: '一般公共预算财政拨款',
  governmentFund: '政府性基金预算财政拨款',
  stateCapital: '国有资本经营预算财政拨款',
  opening: '年初结转和结余',
  revenue: '本年收入',
  expenditure: '本年支出',
  closing: '年末结转和结余',
  personnel: '人员经费',
  public: '公用经费',
  specialAccount: '财政专户管理资金',
  carryover: '上年结转结余',
  reserve: '单位预留机动经费',
}

export const THREE_PUBLIC_WORDS: Readonly<Record<ThreePublicRow, string>> = {
  total: '“三公”经费合计',
  overseas: '因公出国（境）费',
  vehicles: '公务用车购置及运行维护费',
  vehiclePurchase: '公务用车购置费',
  vehicleOperation: '公务用车运行维护费',
  reception: '公务接待费',
}
