import { formOf, type ReportView } from './report-view.ts'

/** How items belong together: parts of an item, the whole it is a share of, its budget. */

const PARTS: Record<string, readonly string[]> = {
  'threePublic.vehicles': ['threePublic.vehiclePurchase', 'threePublic.vehicleOperation', 'count.vehiclesKept'],
  'threePublic.reception': ['count.receptionBatches', 'count.receptionPersons'],
  'threePublic.overseas': ['count.overseasGroups', 'count.overseasPersons'],
  'threePublic.vehiclePurchase': ['count.vehiclesBought'],
  'threePublic.vehicleOperation': ['count.vehiclesKept'],
  'procurement.total': ['procurement.goods', 'procurement.works', 'procurement.services', 'procurement.sme', 'procurement.micro'],
  'expenditure.total': ['expenditure.basic', 'expenditure.project'],
  'generalBudget.expenditure': ['generalBudget.basic', 'generalBudget.project'],
  'generalBudget.basic': ['personnel', 'public'],
  personnel: ['economic:301', 'economic:303'],
  public: ['economic:302', 'economic:307', 'economic:310'],
  'staff.active': ['staff.retired'],
}

const WHOLES: readonly (readonly [RegExp, string])[] = [
  [/^threePublic\.(vehiclePurchase|vehicleOperation)$/, 'threePublic.vehicles'],
  [/^threePublic\.total$/, 'generalBudget.expenditure'],
  [/^threePublic\./, 'threePublic.total'],
  [/^revenue\./, 'revenue.total'],
  [/^expenditure\./, 'expenditure.total'],
  [/^generalBudget\.(basic|project)$/, 'generalBudget.expenditure'],
  [/^(personnel|public)$/, 'generalBudget.basic'],
  [/^procurement\./, 'procurement.total'],
  [/^code:/, 'expenditure.total'],
  [/^economic:/, 'generalBudget.basic'],
  [/^operating$/, 'expenditure.total'],
  [/^vehicles:/, 'assets.vehicles'],
]

/** The items that an item divides into, as this report prints them. */
export function partsOf(view: ReportView, subject: string): string[] {
  const [kind = '', code = ''] = subject.split(':')
  const form = kind === 'economic' ? 'basicExpenditure' : kind === 'code' ? 'expenditure' : null
  if (form !== null) {
    const rows = formOf(view, form)?.rows ?? []
    const below = rows.map((row) => row.code ?? '').filter((one) => one.startsWith(code) && one.length === code.length + 2)
    return [...new Set(below)].map((one) => `${kind}:${one}`)
  }
  const vehicles =
    subject === 'assets.vehicles' ? view.report.claims.map((claim) => claim.subject ?? '').filter((s) => s.startsWith('vehicles:')) : []
  return [...new Set([...(PARTS[subject] ?? []), ...vehicles])]
}

/** What an item is a share of, where the question does not say. */
export const wholeOf = (subject: string): string | null =>
  WHOLES.find(([pattern, whole]) => pattern.test(subject) && whole !== subject)?.[1] ?? null
