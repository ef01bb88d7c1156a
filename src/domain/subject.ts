import type { ThreePublicRow } from './form.ts'

/**
 * Stable keys for the things an explanation speaks of, so that a sentence, a form and a question meet on the same key.
 * Functional items are `code:201`, `code:2013101`; economic items `economic:30101`; named projects `project:购买劳务支出`.
 */
export const SUBJECTS = {
  'total.both': '收、支总计',
  'revenue.total': '收入合计',
  'revenue.appropriation': '财政拨款收入',
  'revenue.superiorSubsidy': '上级补助收入',
  'revenue.undertaking': '事业收入',
  'revenue.business': '经营收入',
  'revenue.subordinate': '附属单位上缴收入',
  'revenue.other': '其他收入',
  'expenditure.total': '支出合计',
  'expenditure.basic': '基本支出',
  'expenditure.project': '项目支出',
  'expenditure.toSuperior': '上缴上级支出',
  'expenditure.business': '经营支出',
  'expenditure.toSubordinate': '对附属单位补助支出',
  'carry.opening': '年初结转和结余',
  'carry.closing': '年末结转和结余',
  'carry.used': '使用非财政拨款结余',
  'carry.distribution': '结余分配',
  'fiscal.both': '财政拨款收、支总计',
  'fiscal.revenue': '财政拨款收入',
  'fiscal.expenditure': '财政拨款支出',
  'generalBudget.revenue': '一般公共预算财政拨款收入',
  'generalBudget.expenditure': '一般公共预算财政拨款支出',
  'generalBudget.basic': '一般公共预算财政拨款基本支出',
  'generalBudget.project': '一般公共预算财政拨款项目支出',
  personnel: '人员经费',
  public: '公用经费',
  'governmentFund.opening': '政府性基金年初结转和结余',
  'governmentFund.revenue': '政府性基金预算财政拨款收入',
  'governmentFund.expenditure': '政府性基金预算财政拨款支出',
  'governmentFund.closing': '政府性基金年末结转和结余',
  'stateCapital.opening': '国有资本经营年初结转和结余',
  'stateCapital.revenue': '国有资本经营预算财政拨款收入',
  'stateCapital.expenditure': '国有资本经营预算财政拨款支出',
  'stateCapital.closing': '国有资本经营年末结转和结余',
  'threePublic.total': '“三公”经费',
  'threePublic.overseas': '因公出国（境）费',
  'threePublic.vehicles': '公务用车购置及运行维护费',
  'threePublic.vehiclePurchase': '公务用车购置费',
  'threePublic.vehicleOperation': '公务用车运行维护费',
  'threePublic.reception': '公务接待费',
  'count.overseasGroups': '因公出国（境）团组',
  'count.overseasPersons': '因公出国（境）人次',
  'count.vehiclesBought': '购置公务用车',
  'count.vehiclesKept': '公务用车保有量',
  'count.receptionBatches': '公务接待批次',
  'count.receptionPersons': '公务接待人次',
  operating: '机关运行经费',
  'procurement.total': '政府采购支出总额',
  'procurement.goods': '政府采购货物支出',
  'procurement.works': '政府采购工程支出',
  'procurement.services': '政府采购服务支出',
  'procurement.sme': '授予中小企业合同金额',
  'procurement.micro': '授予小微企业合同金额',
  'assets.vehicles': '车辆',
  'assets.equipmentGeneral': '单价50万元以上通用设备',
  'assets.equipmentSpecial': '单价100万元以上专用设备',
  'assets.equipment': '单价100万元以上设备',
  'staff.active': '在职人员',
  'staff.retired': '离退休人员',
  'performance.projects': '绩效自评项目数',
  'performance.funds': '绩效自评资金',
} as const
export type StandardSubject = keyof typeof SUBJECTS
export type Subject = StandardSubject | `code:${string}` | `economic:${string}` | `project:${string}` | `vehicles:${string}`

export const threePublicSubject = (row: ThreePublicRow): StandardSubject => `threePublic.${row}`

/** The official words for a subject key; null for keys that carry their own words (codes, projects). */
export const subjectWords = (subject: string): string | null => (SUBJECTS as Record<string, string>)[subject] ?? null
