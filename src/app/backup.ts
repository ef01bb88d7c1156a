import { link, rename, rm, stat } from 'node:fs/promises'
import { InputError } from '../domain/errors.ts'
import type { KnowledgeStore } from '../store/interface.ts'

/**
 * Copies the store to a new file while it is in use. The file appears when it is complete, never before.
 * @returns its size in bytes
 * @throws InputError when the file exists: a backup never replaces anything
 */
export async function backupStore(store: KnowledgeStore, toFile: string): Promise<number> {
  if (toFile.trim() === '') throw new InputError('bad-usage', '请写明备份到哪个文件。')
  await refuseExisting(toFile)
  const part = `${toFile}.${process.pid}.part`
  try {
    await store.backup(part)
    await putInPlace(part, toFile)
  } catch (error) {
    // The person knows only the file that was asked for.
    throw error instanceof InputError ? new InputError(error.code, error.message.replaceAll(part, toFile)) : error
  } finally {
    await rm(part, { force: true }).catch(() => {})
  }
  return (await stat(toFile)).size
}

async function refuseExisting(file: string): Promise<void> {
  const info = await stat(file).catch(() => null)
  if (info?.isDirectory() === true) throw new InputError('is-folder', `${file} 是一个文件夹；请写明备份的文件名。`)
  if (info !== null) throw alreadyThere(file)
}

const alreadyThere = (file: string): InputError => new InputError('bad-usage', `${file} 已经存在，没有覆盖；请换一个文件名。`)

/** A link, unlike a renaming, fails where a file has appeared meanwhile; some file systems know no links. */
async function putInPlace(part: string, file: string): Promise<void> {
  try {
    await link(part, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(file)
    await rename(part, file)
  }
}
