import { randomBytes } from 'node:crypto'
import { InputError } from '../domain/errors.ts'
import { STATUS, type Status } from './verb.ts'

export interface Failure {
  readonly code: string
  /** One Chinese sentence. */
  readonly message: string
  readonly status: Status
  /** For the log: the stack of a bug, null for unusable input. */
  readonly detail: string | null
}

/** Faults of the machine that a person can mend: a full disk, a folder without rights. */
const MACHINE: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请腾出空间后再试。',
  EDQUOT: '磁盘配额已用完，请腾出空间后再试。',
  EACCES: '没有权限读写这个位置，请检查文件和 DATA_DIR 的权限。',
  EPERM: '没有权限读写这个位置，请检查文件和 DATA_DIR 的权限。',
  EROFS: '这个位置是只读的，请换一个可写的位置（DATA_DIR）。',
  EEXIST: '这个位置已经有同名的文件，请换一个位置或名字。',
  ENOENT: '找不到这个位置，请检查路径。',
  EISDIR: '这是一个文件夹，请指定文件。',
  ENOTDIR: '路径的上一级不是文件夹，请检查路径。',
  EMFILE: '打开的文件太多，请关掉一些程序后再试。',
}

const codeOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Turns whatever was thrown into what the user is told; only the unexpected is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof InputError) return { code: error.code, message: error.message, status: STATUS.unusableInput, detail: null }
  const machine = MACHINE[codeOf(error) ?? '']
  if (machine !== undefined) return { code: 'machine', message: machine, status: STATUS.unusableInput, detail: null }
  const id = randomBytes(4).toString('hex')
  const detail = `bug ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  return { code: 'bug', message: `程序出了意外的错误（编号 ${id}），请把编号和所用的文件告诉维护者。`, status: STATUS.bug, detail }
}
