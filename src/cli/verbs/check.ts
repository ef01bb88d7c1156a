import { checkJson } from '../../render/contract.ts'
import { checkText } from '../../render/contract-text.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

export const run: Verb = async (call) => {
  const report = await call.program.readReport(call.words[0] ?? '')
  const result = await call.program.checkReport(report)
  reply(
    call,
    () => checkJson(report, result),
    () => checkText(report, result),
  )
  return result.findings.some((finding) => finding.verdict === 'inconsistent') ? STATUS.inconsistent : STATUS.done
}
