import type { AnswerContext } from '../domain/answer.ts'
import type { ReportMeta } from '../domain/report.ts'
import type { Department, KnowledgeStore, StoredReport } from '../store/interface.ts'
import { type DepartmentIndex, indexDepartments } from './names/department-index.ts'

/** What answering needs beside the question. */
export interface Asking {
  readonly store: KnowledgeStore
  readonly index: DepartmentIndex
  readonly context: AnswerContext | null
  readonly now: Date
}

const indexes = new WeakMap<KnowledgeStore, { readonly of: readonly Department[]; readonly index: DepartmentIndex }>()

const sameNames = (a: readonly Department[], b: readonly Department[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i]
    return (
      other !== undefined &&
      one.id === other.id &&
      one.name === other.name &&
      one.aliases.length === other.aliases.length &&
      one.aliases.every((alias, j) => alias === other.aliases[j])
    )
  })

/** The index over the store's departments; built again only when the names have changed. */
export async function departmentIndex(store: KnowledgeStore): Promise<DepartmentIndex> {
  const departments = await store.departments()
  const known = indexes.get(store)
  if (known !== undefined && (known.of === departments || sameNames(known.of, departments))) return known.index
  const index = indexDepartments(departments)
  indexes.set(store, { of: departments, index })
  return index
}

async function currentOf(store: KnowledgeStore, departmentId: number, kind: ReportMeta['kind']): Promise<StoredReport[]> {
  const current = (await store.reports({ departmentId })).filter((report) => report.current && report.meta.kind === kind)
  return [...current].sort((a, b) => b.meta.fiscalYear - a.meta.fiscalYear)
}

/** Current final accounts of a department, newest year first. */
export const accountsOf = (store: KnowledgeStore, departmentId: number): Promise<StoredReport[]> =>
  currentOf(store, departmentId, 'finalAccount')

/** Current budgets of a department, newest year first. */
export const budgetsOf = (store: KnowledgeStore, departmentId: number): Promise<StoredReport[]> => currentOf(store, departmentId, 'budget')
