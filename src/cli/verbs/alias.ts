import { giveAlias, removeAlias } from '../../app/aliases.ts'
import { InputError } from '../../domain/errors.ts'
import { plainLine } from '../../render/plain-text.ts'
import { type Call, reply, STATUS, type Verb } from '../verb.ts'

const WRITTEN = '请写明部门和别名：npm run -s chazhang -- alias 部门 别名；去掉别名用 alias --remove 别名；只写 alias 列出记过的别名。'

async function list(call: Call): Promise<void> {
  const store = await call.program.store()
  const names = new Map((await store.departments()).map(({ id, name }) => [id, name]))
  const aliases = (await store.givenAliases()).map(({ departmentId, alias }) => ({ alias, department: names.get(departmentId) ?? '' }))
  reply(
    call,
    () => ({ aliases }),
    () => (aliases.length === 0 ? '还没有记过别名。' : aliases.map(({ alias, department }) => `${alias}：${department}`).join('\n')),
  )
}

async function remove(call: Call, alias: string): Promise<void> {
  const departments = (await removeAlias(await call.program.store(), alias)).map(({ name }) => name)
  reply(
    call,
    () => ({ removed: plainLine(alias), departments }),
    () => `已去掉别名“${plainLine(alias)}”（${departments.join('、')}）。`,
  )
}

async function give(call: Call, words: string, alias: string): Promise<void> {
  const department = await giveAlias(await call.program.store(), words, alias)
  reply(
    call,
    () => ({ department: department.name, alias: plainLine(alias) }),
    () => `记住了：“${plainLine(alias)}”就是${department.name}。`,
  )
}

export const run: Verb = async (call) => {
  const [words, alias] = call.words
  const removed = call.options.remove
  if (removed !== undefined && words === undefined) await remove(call, removed)
  else if (removed === undefined && words === undefined) await list(call)
  else if (removed === undefined && words !== undefined && alias !== undefined) await give(call, words, alias)
  else throw new InputError('bad-usage', WRITTEN)
  return STATUS.done
}
