import { reply, STATUS, type Verb } from '../verb.ts'

export const run: Verb = async (call) => {
  const [file = ''] = call.words
  const bytes = await call.program.backup(file)
  reply(
    call,
    () => ({ file, bytes }),
    () => `知识库已备份到 ${file}（${Math.ceil(bytes / 1024)} KB）。`,
  )
  return STATUS.done
}
