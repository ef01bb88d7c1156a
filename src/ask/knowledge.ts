import type { AnswerContext } from '../domain/answer.ts'
import type { Department, KnowledgeStore, StoredReport } from '../store/interface.ts'
import { type DepartmentIndex, indexDepartments } from './names/department-index.ts'

/** What answering needs beside the question. */
export interface Asking {
  readonly store: KnowledgeStore
  readonly index: DepartmentIndex
  readonly context: AnswerContext | null
  readonly now: Date
}

const indexes = new WeakMap<KnowledgeStore, { readonly mark: string; readonly index: DepartmentIndex }>()

/** Cheap to make, changes whenever a name does. */
const markOf = (departments: readonly Department[]): string =>
  departments.map(({ id, name, aliases }) => `${id}${name}${aliases.join('/')}`).join('\n')

/** The index over the store's departments; built again only when the names have changed. */
export async function departmentIndex(store: KnowledgeStore): Promise<DepartmentIndex> {
  const departments = await store.departments()
  const mark = markOf(departments)
  const known = indexes.get(store)
  if (known !== undefined && known.mark === mark) return known.index
  const index = indexDepartments(departments)
  indexes.set(store, { mark, index })
  return index
}

/** Current final accounts of a department, newest year first; a budget only where a year has no final account. */
export async function accountsOf(store: KnowledgeStore, departmentId: number): Promise<StoredReport[]> {
  const current = (await store.reports({ departmentId })).filter((report) => report.current)
  const finals = current.filter((report) => report.meta.kind === 'finalAccount')
  return [...finals].sort((a, b) => b.meta.fiscalYear - a.meta.fiscalYear)
}
