import { departmentIndex } from '../ask/knowledge.ts'
import { suggestDepartments } from '../ask/names/find-department.ts'
import type { KnowledgeStore } from '../store/interface.ts'

/** Full names of departments for what has been typed so far: short names, any characters, pinyin. */
export async function suggestNames(store: KnowledgeStore, words: string, limit = 25): Promise<string[]> {
  return suggestDepartments(await departmentIndex(store), words, limit).map((department) => department.name)
}
