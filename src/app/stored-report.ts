import { indexDepartments } from '../ask/names/department-index.ts'
import { findDepartment } from '../ask/names/find-department.ts'
import { InputError } from '../domain/errors.ts'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { plainLine } from '../render/plain-text.ts'
import type { Department, KnowledgeStore, StoredReport } from '../store/interface.ts'

const SHOWN = 10
const names = (departments: readonly Department[]): string =>
  `${departments
    .slice(0, SHOWN)
    .map((department) => department.name)
    .join('、')}${departments.length > SHOWN ? '等' : ''}`

/**
 * The one department that a person's words mean.
 * @throws InputError that names the choices, or what is known instead
 */
export async function departmentNamed(store: KnowledgeStore, words: string): Promise<Department> {
  const departments = await store.departments()
  const wanted = plainLine(words).slice(0, 60)
  const found = findDepartment(indexDepartments(departments), wanted)
  if (found.kind === 'one') return found.department
  if (found.kind === 'several')
    throw new InputError('bad-usage', `“${wanted}”可以指几个部门，请写明是哪一个：${names(found.departments)}。`)
  const instead = found.nearest.length > 0 ? `名字相近的有：${names(found.nearest)}` : `已收录的有：${names(departments)}`
  throw new InputError('not-found', departments.length === 0 ? '还没有收录任何部门的报告。' : `没有找到部门“${wanted}”，${instead}。`)
}

/** @throws InputError when the words are no year */
export function yearNamed(words: string): number {
  const year = /^\s*((?:19|20)\d\d)\s*年?度?\s*$/.exec(words.normalize('NFKC'))?.[1]
  if (year === undefined) throw new InputError('bad-usage', `“${plainLine(words).slice(0, 20)}”不是年度，请写四位数字，例如 2020。`)
  return Number(year)
}

/** A stored report with what its check found. */
export interface Stored {
  readonly report: Report
  readonly result: CheckResult
}

const NOTHING_CHECKED: CheckResult['coverage'] = { checked: 0, passed: 0, rounding: 0, inconsistent: 0, text: 0, unchecked: [] }

/**
 * The current edition of a department's report for a year, final accounts before budgets.
 * @throws InputError naming the years there are
 */
export async function storedReport(store: KnowledgeStore, departmentWords: string, yearWords: string): Promise<Stored> {
  const fiscalYear = yearNamed(yearWords)
  const department = await departmentNamed(store, departmentWords)
  const editions = await store.reports({ departmentId: department.id })
  const inYear = editions.filter((edition) => edition.meta.fiscalYear === fiscalYear)
  const edition = inYear.find(({ meta }) => meta.kind === 'finalAccount') ?? inYear[0]
  const stored = edition === undefined ? null : await storedEdition(store, edition)
  if (stored === null) {
    const years = [...new Set(editions.map(({ meta }) => meta.fiscalYear))].join('、')
    throw new InputError('not-found', `没有${department.name}${fiscalYear}年度的报告，已收录的年度：${years || '无'}。`)
  }
  return stored
}

/** One edition with what its check found; null when the store has lost its content. */
export async function storedEdition(store: KnowledgeStore, edition: StoredReport): Promise<Stored | null> {
  const [report, findings, coverage] = await Promise.all([store.report(edition.id), store.findings(edition.id), store.coverage(edition.id)])
  return report === null ? null : { report, result: { findings, coverage: coverage ?? NOTHING_CHECKED } }
}
