import { InputError } from '../domain/errors.ts'

const KEPT = '原文件没有改动'

/** Why a store file is not opened: one sentence that names the file and says what to do. */
export const refusals = {
  notAStore: (path: string) =>
    new InputError('store-damaged', `${path} 不是查账的知识库文件，${KEPT}；请把它移到别处，或换一个数据文件夹，再重新启动。`),
  damaged: (path: string) =>
    new InputError(
      'store-damaged',
      `知识库文件 ${path} 已损坏，${KEPT}；请先用 rebuild 重建，不成再用备份替换它，或把它移到别处后重新收录报告。`,
    ),
  newer: (path: string, found: number, known: number) =>
    new InputError(
      'store-newer',
      `知识库文件 ${path} 是更新版本的查账写的（格式 ${found}，本程序只认得到格式 ${known}），${KEPT}；请升级查账，或换一个数据文件夹。`,
    ),
  missing: (path: string) => new InputError('not-found', `还没有知识库文件 ${path}，不用重建。`),
  folder: (path: string) => new InputError('is-folder', `${path} 是一个文件夹，不能当作知识库文件；请把它移到别处，或换一个数据文件夹。`),
  notAccessible: (path: string) => new InputError('bad-usage', `知识库文件 ${path} 打不开；请检查文件和所在文件夹的读写权限。`),
  busy: (path: string) => new InputError('bad-usage', `知识库文件 ${path} 正被另一个程序占用；请等它结束后再试。`),
  full: (path: string) => new InputError('bad-usage', `磁盘空间不足，知识库文件 ${path} 没有写入；请腾出空间后再试。`),
  exists: (path: string) => new InputError('bad-usage', `${path} 已经存在，没有覆盖；请换一个文件名。`),
  noFolder: (path: string) => new InputError('not-found', `${path} 所在的文件夹不存在；请先建好文件夹，或换一个位置。`),
} as const

const BY_CODE: readonly (readonly [RegExp, (path: string) => InputError])[] = [
  [/^SQLITE_NOTADB/, refusals.notAStore],
  [/^SQLITE_CORRUPT|^Z_(?:DATA|BUF)_ERROR/, refusals.damaged],
  [/^SQLITE_(?:BUSY|LOCKED)/, refusals.busy],
  [/^SQLITE_FULL|^ENOSPC/, refusals.full],
  [/^SQLITE_(?:CANTOPEN|READONLY|PERM|AUTH|IOERR)|^E(?:ACCES|PERM|ROFS|EXIST|NOTDIR|LOOP|NAMETOOLONG)/, refusals.notAccessible],
]

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What a person can do about a database error; anything else is a bug and passes as it is. */
export function explained(error: unknown, path: string): unknown {
  const known = BY_CODE.find(([pattern]) => pattern.test(errorCode(error)))
  return known === undefined ? error : known[1](path)
}
