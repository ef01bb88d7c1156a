import { exportBytes, exportFormatFor, exportText, forExport } from '../../app/export.ts'
import { storedReport } from '../../app/stored-report.ts'
import { InputError } from '../../domain/errors.ts'
import { reply, STATUS, type Verb } from '../verb.ts'
import { writeNew } from '../write-new.ts'

export const run: Verb = async (call) => {
  const [department = '', year = ''] = call.words
  const format = exportFormatFor(call.options.format, call.options.out)
  const { report, result } = await storedReport(await call.program.store(), department, year)
  const file = call.options.out
  if (format === 'xlsx' && file === undefined) throw new InputError('bad-usage', 'xlsx 要写进文件，请加 --out 文件名.xlsx。')
  const exported = await forExport(report, result.findings, call.program.checkReport)
  if (format === 'xlsx') {
    const bytes = await exportBytes(exported, result, format)
    await writeNew(file ?? '', bytes)
    reply(
      call,
      () => ({ file, format, bytes: bytes.length }),
      () => `已写入 ${file}。`,
    )
    return STATUS.done
  }
  const text = exportText(exported, result, format)
  if (file !== undefined) {
    await writeNew(file, text)
    reply(
      call,
      () => ({ file, format, bytes: Buffer.byteLength(text) }),
      () => `已写入 ${file}。`,
    )
  } else if (call.json) call.out.json(format === 'json' ? JSON.parse(text) : { format, text })
  else call.out.raw(text)
  return STATUS.done
}
