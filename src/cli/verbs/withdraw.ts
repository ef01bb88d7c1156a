import { withdraw } from '../../app/knowledge-changes.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

/** Who sits at a terminal needs no name: the files are his. */
const HERE = { id: 'terminal', name: '终端' }

export const run: Verb = async (call) => {
  const [department = '', year = ''] = call.words
  const kind = call.flags.has('budget') ? 'budget' : 'finalAccount'
  const gone = await withdraw(await call.program.store(), department, year, '', HERE, kind)
  const then = gone.now === null ? '现在没有这一年度的了' : `${gone.now.slice(0, 10)}收录的前一版恢复为现行`
  reply(
    call,
    () => gone,
    () =>
      `已撤回${gone.department}${gone.fiscalYear}年度的${kind === 'budget' ? '预算' : '决算'}报告（${gone.file}），${then}。再收录同一文件就会回来。`,
  )
  return STATUS.done
}
