import { readJson } from '../../render/contract.ts'
import { readText } from '../../render/contract-text.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

export const run: Verb = async (call) => {
  const report = await call.program.readReport(call.words[0] ?? '')
  reply(
    call,
    () => readJson(report),
    () => readText(report),
  )
  return STATUS.done
}
