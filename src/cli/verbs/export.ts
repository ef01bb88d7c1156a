import { writeFile } from 'node:fs/promises'
import { exportFormat, exportText, forExport } from '../../app/export.ts'
import { storedReport } from '../../app/stored-report.ts'
import { InputError } from '../../domain/errors.ts'
import { plainLine } from '../../render/plain-text.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

/** Writes a new file; one that exists is never overwritten. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'EISDIR'))
      throw new InputError('bad-usage', `“${plainLine(file)}”已经存在，没有覆盖，请换一个文件名。`)
    throw error
  }
}

export const run: Verb = async (call) => {
  const [department = '', year = ''] = call.words
  const format = exportFormat(call.options.format ?? 'markdown')
  const { report, result } = await storedReport(await call.program.store(), department, year)
  const exported = await forExport(report, result.findings, call.program.checkReport)
  const text = exportText(exported, result, format)
  const file = call.options.out
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
