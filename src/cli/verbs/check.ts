import { checkWriter, wholeResultHint } from '../../app/check-files.ts'
import { checkJson } from '../../render/contract.ts'
import { checkText } from '../../render/contract-text.ts'
import { reply, STATUS, type Verb } from '../verb.ts'
import { writeNew } from '../write-new.ts'

export const run: Verb = async (call) => {
  const { out } = call.options
  // A file that cannot be written is said before anything is read.
  const write = out === undefined ? null : checkWriter(out)
  const report = await call.program.readReport(call.words[0] ?? '')
  const result = await call.program.checkReport(report)
  if (write !== null) await writeNew(out ?? '', await write(report, result))
  reply(
    call,
    () => checkJson(report, result),
    () => [checkText(report, result), ...(out === undefined ? wholeResultHint(result) : [`全部结果已写入 ${out}。`])].join('\n'),
  )
  return result.findings.some((finding) => finding.verdict === 'inconsistent') ? STATUS.inconsistent : STATUS.done
}
