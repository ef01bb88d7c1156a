import { progressLine } from '../progress.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

export const run: Verb = async (call) => {
  const reports = await call.program.rebuild((done, all, file) => call.out.progress(progressLine(done, all, file)))
  call.out.progress('')
  reply(
    call,
    () => ({ reports }),
    () => `知识库已重建，共${reports}份报告。`,
  )
  return STATUS.done
}
