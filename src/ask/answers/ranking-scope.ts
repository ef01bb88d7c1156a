import type { ReportMeta } from '../../domain/report.ts'
import type { Department, ReportHead } from '../../store/interface.ts'
import type { Asking } from '../knowledge.ts'
import { findDepartment } from '../names/find-department.ts'
import type { Query, Ranking } from '../query.ts'

/** Who takes part in a ranking, in which year, and whether accounts or budgets are ranked. */
export interface Field {
  /** null: each department's latest year. */
  readonly year: number | null
  readonly kind: ReportMeta['kind']
  readonly reports: readonly ReportHead[]
  /** Departments without a report to take part with. */
  readonly absent: readonly Department[]
  readonly departments: ReadonlyMap<number, Department>
  readonly notes: readonly string[]
  /** The department whose place is asked for. */
  readonly focus: Department | null
  /** Words that should name departments and name none that is known. */
  readonly unknown: string | null
}

/** With more departments than this one year is ranked, not each one's latest. */
const MANY = 200

interface Among {
  readonly members: readonly Department[]
  readonly focus: Department | null
  readonly notes: readonly string[]
  readonly unknown: string | null
}

/** 区委办的排名: a word that several departments answer to ranks these; the name of one asks for its place among all, a place for those in it. */
function among(query: Query, asking: Asking, { place }: Ranking): Among {
  const all = asking.index.entries.map(({ department }) => department)
  const [words] = query.departments
  if (words === undefined) return { members: all, focus: null, notes: [], unknown: null }
  const found = words.length < 2 ? null : findDepartment(asking.index, words)
  if (found === null || found.kind === 'none') return { members: [], focus: null, notes: [], unknown: words }
  const several = (members: readonly Department[]): Among => ({
    members,
    focus: null,
    notes: [`只在名字里有“${words}”的${members.length}个部门里排。`],
    unknown: null,
  })
  if (found.kind === 'several') return several(found.departments)
  const isPlace = asking.index.byPlace(words.replace(/[省市区县州旗]$/, '')).some(({ department }) => department.id === found.department.id)
  return isPlace && !place ? several([found.department]) : { members: all, focus: found.department, notes: [], unknown: null }
}

/** The departments of a group: of a kind, or all there are. */
export const membersOf = (query: Query, asking: Asking): readonly Department[] =>
  among(query, asking, { order: 'largest', limit: null, place: false }).members

/** The one year in which to rank; null where no year holds all and each department's latest must do. */
function yearFor(said: number | undefined, members: readonly Department[], reports: readonly ReportHead[]): number | null {
  if (said !== undefined) return said
  const counts = new Map<number, number>()
  for (const { fiscalYear } of reports) counts.set(fiscalYear, (counts.get(fiscalYear) ?? 0) + 1)
  const years = [...counts.keys()].sort((a, b) => b - a)
  const count = (year: number) => counts.get(year) ?? 0
  if (members.length > MANY) return [...years].sort((a, b) => count(b) - count(a) || b - a)[0] ?? null
  return years.find((year) => count(year) === members.length) ?? null
}

export async function rankingField(query: Query, ranking: Ranking, asking: Asking): Promise<Field> {
  const { members, focus, notes, unknown } = among(query, asking, ranking)
  const ids = new Set(members.map(({ id }) => id))
  const headsOf = async (kind: ReportMeta['kind'], year?: number) =>
    (await asking.store.heads(kind, year)).filter(({ departmentId }) => ids.has(departmentId))
  const [wanted] = query.years
  const named = await headsOf('finalAccount', wanted)
  // A year kept from the conversation is no wish of this question's where nobody has it.
  const said = query.yearsKept && named.length === 0 ? undefined : wanted
  const accounts = said === wanted ? named : await headsOf('finalAccount')
  const budgets = accounts.length > 0 ? [] : await headsOf('budget', said)
  const reports = accounts.length > 0 ? accounts : budgets
  const kind = budgets.length > 0 ? 'budget' : 'finalAccount'
  const year = yearFor(said, members, reports)
  const latest = new Map<number, ReportHead>()
  for (const report of reports) {
    const known = latest.get(report.departmentId)
    const fits = year === null || report.fiscalYear === year
    if (fits && (known === undefined || known.fiscalYear < report.fiscalYear)) latest.set(report.departmentId, report)
  }
  return {
    year,
    kind,
    reports: [...latest.values()],
    absent: members.filter(({ id }) => !latest.has(id)),
    departments: new Map(members.map((department) => [department.id, department])),
    notes: [
      ...notes,
      ...(said === undefined && year !== null ? [`没有说年度，按${year}年度排。`] : []),
      ...(kind === 'budget' ? [`没有收录${year === null ? '' : `${year}年度的`}决算，按部门预算排，都是预算里安排的数。`] : []),
    ],
    focus,
    unknown,
  }
}

/** Nobody has a report of that year: which years there are. */
export async function noYear({ departments }: Field, year: number, asking: Asking): Promise<string> {
  const heads = await Promise.all((['finalAccount', 'budget'] as const).map((kind) => asking.store.heads(kind)))
  const [accounts = [], budgets = []] = heads.map((all) =>
    [...new Set(all.filter(({ departmentId }) => departments.has(departmentId)).map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b),
  )
  const planned = budgets.length > 0 ? `，部门预算有：${budgets.join('、')}年度` : ''
  return `没有哪个部门有${year}年度的决算报告，收录的是：${accounts.join('、')}年度${planned}。`
}
