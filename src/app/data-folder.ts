import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError } from '../domain/errors.ts'

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() === true

/** Makes a folder and those above it. Node's own recursive way never ends where a file system takes no folders. */
async function make(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder) await make(above)
  // Another program may make it at the same moment: what counts is that it is there afterwards.
  await mkdir(folder).catch(() => undefined)
}

/**
 * Sees to it that the data folder is there and can be written.
 * @throws InputError that names the folder and the variable that sets it
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  await make(folder)
  const usable =
    (await isFolder(folder)) &&
    (await access(folder, constants.W_OK | constants.X_OK)
      .then(() => true)
      .catch(() => false))
  if (!usable)
    throw new InputError('bad-usage', `数据文件夹 ${folder} 不能写入，请检查它的权限和磁盘，或用环境变量 DATA_DIR 换一个文件夹。`)
}
