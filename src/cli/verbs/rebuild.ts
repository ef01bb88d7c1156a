import { progressLine } from '../progress.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

export const run: Verb = async (call) => {
  const { current, former } = await call.program.rebuild((done, all, file) => call.out.progress(progressLine(done, all, file)))
  call.out.progress('')
  reply(
    call,
    () => ({ reports: current, former }),
    () => `知识库已重建，共${current}份报告${former === 0 ? '' : `，另保留旧版或撤回的${former}份`}。`,
  )
  return STATUS.done
}
