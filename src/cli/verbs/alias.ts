import { giveAlias } from '../../app/stored-report.ts'
import { plainLine } from '../../render/plain-text.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

export const run: Verb = async (call) => {
  const [words = '', alias = ''] = call.words
  const department = await giveAlias(await call.program.store(), words, alias)
  reply(
    call,
    () => ({ department: department.name, alias: plainLine(alias) }),
    () => `记住了：“${plainLine(alias)}”就是${department.name}。`,
  )
  return STATUS.done
}
