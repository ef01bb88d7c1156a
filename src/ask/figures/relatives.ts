import { claimKey } from '../../domain/fact.ts'
import { type Looked, look } from './lookup.ts'
import { formOf, type ReportView } from './report-view.ts'

/** How items belong together: parts of an item, the whole it is a share of, its budget. */

const PARTS: Record<string, readonly string[]> = {
  'threePublic.total': ['threePublic.overseas', 'threePublic.vehicles', 'threePublic.reception'],
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
  [/^project:/, 'expenditure.total'],
]

/** One amount under several names: what is part of one is part of the other. */
const SAME: Readonly<Record<string, string>> = {
  'generalBudget.basic': 'expenditure.basic',
  'generalBudget.project': 'expenditure.project',
  'generalBudget.expenditure': 'expenditure.total',
  'fiscal.expenditure': 'expenditure.total',
  'fiscal.revenue': 'revenue.total',
  'generalBudget.revenue': 'revenue.appropriation',
}
export const sameAs = (subject: string): string => SAME[subject] ?? subject
const PERSONNEL = ['economic:301', 'economic:303']

/** What the sentence that tells of an item says it is part of. */
function toldWhole(view: ReportView, { facts }: Pick<Looked, 'facts'>): string | null {
  const { claims } = view.report
  const claim = claims.find((one) => claimKey(one) === facts[0]?.key)
  const whole = claim?.partOf === null || claim === undefined ? undefined : claims.find(({ id }) => id === claim.partOf)
  return whole?.subject ?? null
}

/** The next larger thing that an item is part of. */
function nextWhole(view: ReportView, subject: string): string | null {
  const [kind = '', code = ''] = subject.split(':')
  if (kind === 'code' && code.length > 3) return `code:${code.slice(0, -2)}`
  if (kind === 'economic' && code.length > 3) return `economic:${code.slice(0, 3)}`
  if (kind === 'economic') return PERSONNEL.includes(subject) ? 'personnel' : 'public'
  if (kind === 'project') return 'expenditure.project'
  if (kind === 'told') return toldWhole(view, look(view, subject))
  return wholeOf(subject)
}

/** All that an item is part of, the nearest first. */
export function wholesOf(view: ReportView, subject: string): string[] {
  const wholes: string[] = []
  for (let next = nextWhole(view, subject); next !== null && !wholes.includes(next); next = nextWhole(view, next)) wholes.push(next)
  return wholes
}

/** Is the first part of the second by the report's own order? */
export const isPartOf = (view: ReportView, part: string, whole: string): boolean =>
  sameAs(part) !== sameAs(whole) && wholesOf(view, part).map(sameAs).includes(sameAs(whole))

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
