import { indexDepartments } from '../ask/names/department-index.ts'
import { findDepartment } from '../ask/names/find-department.ts'
import { normaliseName } from '../ask/normalise.ts'
import { SLASH_COMMANDS } from '../ask/slash.ts'
import { understand } from '../ask/understand.ts'
import { InputError } from '../domain/errors.ts'
import { plainLine } from '../render/plain-text.ts'
import type { Department, KnowledgeStore } from '../store/interface.ts'
import { departmentNamed } from './stored-report.ts'

/** Further names that people give to departments. */

const LONGEST_ALIAS = 60
const NOBODY = indexDepartments([])
const COMMANDS: ReadonlySet<string> = new Set([
  ...SLASH_COMMANDS.flatMap(({ name, otherNames }) => [name, ...otherNames]),
  ...['退出', '再见', 'exit', 'quit', '下一页', '继续', '更多', 'next'],
])

/** What a question would take the word for, were it no name; null where it says nothing else. */
function meaningOf(word: string): string | null {
  const { departments, years, items, rest } = understand(word, NOBODY, new Date())
  if (years.length > 0) return '年度'
  const whole = departments.length === 0 && rest === ''
  if (whole && items.length > 0) return '项目或科目'
  if (COMMANDS.has(word.toLowerCase().replace(/^\//, ''))) return '命令'
  return whole ? '提问用的词' : null
}

/** Departments that the word already leads to, if the given one is not among them. */
function othersCalled(word: string, own: Department | null, departments: readonly Department[]): readonly Department[] {
  const found = findDepartment(indexDepartments(departments), word)
  const others = found.kind === 'several' ? found.departments : found.kind === 'one' && found.by !== 'spelling' ? [found.department] : []
  // Who bears the very name comes before who could be meant by it.
  const bearers = departments.filter(({ name, aliases }) => [name, ...aliases].some((one) => normaliseName(one) === normaliseName(word)))
  const led = bearers.length > 0 ? bearers : others
  return led.some(({ id }) => id === own?.id) ? [] : led
}

/**
 * A word that questions need for something else would lead them astray.
 * @throws InputError that says what the word already means
 */
export function refuseAlias(alias: string, own: Department | null, departments: readonly Department[]): void {
  if (alias.length < 2 || alias.length > LONGEST_ALIAS) throw new InputError('bad-usage', `别名要有2到${LONGEST_ALIAS}个字。`)
  const meaning = meaningOf(alias)
  if (meaning !== null) throw new InputError('bad-usage', `“${alias}”在问题里是${meaning}，不能作别名，请换一个。`)
  const [first, ...more] = othersCalled(alias, own, departments)
  if (first === undefined) return
  const whom = more.length === 0 ? first.name : `${first.name}等${more.length + 1}个部门`
  throw new InputError('bad-usage', `“${alias}”现在指的是${whom}，请换一个别名。`)
}

/**
 * Gives a department another name.
 * @throws InputError when the name is empty, endless, means something else, or already leads to another department
 */
export async function giveAlias(store: KnowledgeStore, departmentWords: string, aliasWords: string): Promise<Department> {
  const alias = plainLine(aliasWords)
  const department = await departmentNamed(store, departmentWords)
  refuseAlias(alias, department, await store.departments())
  await store.addAlias(department.id, alias)
  return department
}

/**
 * Takes a name back that people gave.
 * @returns the departments that had it
 * @throws InputError when nobody gave it
 */
export async function removeAlias(store: KnowledgeStore, aliasWords: string): Promise<readonly Department[]> {
  const alias = plainLine(aliasWords)
  const before = await store.departments()
  const had = new Set(await store.removeAlias(alias))
  if (had.size > 0) return before.filter(({ id }) => had.has(id))
  const printed = before.find(({ name, aliases }) => [name, ...aliases].includes(alias))
  if (printed !== undefined) throw new InputError('bad-usage', `“${alias}”是${printed.name}的报告里印的名字，不能去掉。`)
  const given = (await store.givenAliases()).map((one) => `“${one.alias}”`)
  throw new InputError('not-found', `没有别名“${alias}”，${given.length === 0 ? '还没有记过别名' : `记过的有：${given.join('、')}`}。`)
}
