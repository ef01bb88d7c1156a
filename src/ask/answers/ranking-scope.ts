import type { Department, StoredReport } from '../../store/interface.ts'
import type { Asking } from '../knowledge.ts'
import { findDepartment } from '../names/find-department.ts'
import type { Query } from '../query.ts'

/** Who takes part in a ranking, and in which year. */
export interface Field {
  /** null: each department's latest year. */
  readonly year: number | null
  readonly reports: readonly StoredReport[]
  /** Departments without a report to take part with. */
  readonly absent: readonly Department[]
  readonly departments: ReadonlyMap<number, Department>
  readonly notes: readonly string[]
  /** The department whose place is asked for. */
  readonly focus: Department | null
}

/** With more departments than this one year is ranked, not each one's latest. */
const MANY = 200

const isAccount = (report: StoredReport): boolean => report.current && report.meta.kind === 'finalAccount'

/** 区委办的排名: a word that several departments answer to ranks these; the name of one asks for its place among all. */
function among(
  query: Query,
  asking: Asking,
): { readonly members: readonly Department[]; readonly focus: Department | null; readonly notes: readonly string[] } {
  const all = asking.index.entries.map(({ department }) => department)
  const [words] = query.departments
  if (words === undefined) return { members: all, focus: null, notes: [] }
  if (words.length < 2) return { members: all, focus: null, notes: [`没有看懂“${words}”，没有用上。`] }
  const found = findDepartment(asking.index, words)
  if (found.kind === 'one') return { members: all, focus: found.department, notes: [] }
  if (found.kind === 'several')
    return { members: found.departments, focus: null, notes: [`只在名字里有“${words}”的${found.departments.length}个部门里排。`] }
  return { members: all, focus: null, notes: [`没有找到部门“${words}”，在全部部门里排。`] }
}

/** The one year in which to rank; null where no year holds all and each department's latest must do. */
function yearFor(query: Query, members: readonly Department[], reports: readonly StoredReport[]): number | null {
  const [said] = query.years
  if (said !== undefined) return said
  const years = [...new Set(reports.map(({ meta }) => meta.fiscalYear))].sort((a, b) => b - a)
  const count = (year: number) =>
    new Set(reports.filter(({ meta }) => meta.fiscalYear === year).map(({ departmentId }) => departmentId)).size
  if (members.length > MANY) return [...years].sort((a, b) => count(b) - count(a) || b - a)[0] ?? null
  return years.find((year) => count(year) === members.length) ?? null
}

export async function rankingField(query: Query, asking: Asking): Promise<Field> {
  const { members, focus, notes } = among(query, asking)
  const ids = new Set(members.map(({ id }) => id))
  const [said] = query.years
  const reports = (await asking.store.reports(said === undefined ? {} : { fiscalYear: said })).filter(
    (report) => isAccount(report) && ids.has(report.departmentId),
  )
  const year = yearFor(query, members, reports)
  const latest = new Map<number, StoredReport>()
  for (const report of reports) {
    const known = latest.get(report.departmentId)
    const fits = year === null || report.meta.fiscalYear === year
    if (fits && (known === undefined || known.meta.fiscalYear < report.meta.fiscalYear)) latest.set(report.departmentId, report)
  }
  return {
    year,
    reports: [...latest.values()],
    absent: members.filter(({ id }) => !latest.has(id)),
    departments: new Map(members.map((department) => [department.id, department])),
    notes: [...notes, ...(said === undefined && year !== null ? [`没有说年度，按${year}年度排。`] : [])],
    focus,
  }
}
