import { reply, STATUS, type Verb } from '../verb.ts'

export const run: Verb = async (call) => {
  const [file = ''] = call.words
  await call.program.backup(file)
  reply(
    call,
    () => ({ file }),
    () => `知识库已备份到 ${file}。`,
  )
  return STATUS.done
}
