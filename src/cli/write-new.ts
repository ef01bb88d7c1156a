import { writeFile } from 'node:fs/promises'
import { InputError } from '../domain/errors.ts'
import { plainLine } from '../render/plain-text.ts'

/** Writes a new file; one that exists is never overwritten. */
export async function writeNew(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'EISDIR'))
      throw new InputError('bad-usage', `“${plainLine(file)}”已经存在，没有覆盖，请换一个文件名。`)
    throw error
  }
}
