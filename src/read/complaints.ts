import { InputError } from '../domain/errors.ts'

const SHOWN = 60

/** A file's name fit for a message: last part of the path, no control characters, not endless. */
export function shownName(path: string): string {
  const last = path.split(/[\\/]/).findLast((part) => part !== '') ?? path
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
  return clean.length > SHOWN ? `${clean.slice(0, SHOWN)}…` : clean
}

const size = (bytes: number): string =>
  bytes < 1024 ? `${bytes} 字节` : bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${Math.ceil(bytes / 1024 / 1024)} MB`

/** Every reason why a file cannot be read, in words for the person who sent it. */
export const complaint = {
  missing: (name: string) => new InputError('not-found', `找不到文件“${name}”，请检查路径和文件名。`),
  forbidden: (name: string) => new InputError('not-found', `没有权限读取文件“${name}”，请检查它的访问权限。`),
  folder: (name: string) => new InputError('is-folder', `“${name}”是文件夹，请给出其中一份报告的文件名。`),
  special: (name: string) => new InputError('wrong-type', `“${name}”不是普通文件，请给出一份报告文件。`),
  empty: (name: string) => new InputError('empty', `文件“${name}”是空的，请换一份有内容的文件。`),
  large: (name: string, bytes: number, limit: number) =>
    new InputError('too-large', `文件“${name}”有 ${size(bytes)}，超过上限 ${size(limit)}，请只给出一份报告。`),
  pages: (name: string, pages: number, limit: number) =>
    new InputError('too-large', `文件“${name}”有 ${pages} 页，超过上限 ${limit} 页，请拆成单份报告再给。`),
  slow: (name: string) => new InputError('too-large', `文件“${name}”读得太久，已停止，请只给出其中的报告部分。`),
  heavy: (name: string) => new InputError('too-large', `文件“${name}”太大或太复杂，读不下来，请只给出其中的报告部分。`),
  picture: (name: string) =>
    new InputError('wrong-type', `“${name}”是图片，还不能从图片里读数，请给出报告的 PDF、Word、Excel 或文本文件。`),
  binary: (name: string) => new InputError('wrong-type', `“${name}”不是文本，也不是认得的文档，请给出报告的 PDF、Word、Excel 或文本文件。`),
  kind: (name: string, what: string) =>
    new InputError('wrong-type', `“${name}”是${what}，读不了，请另存为 PDF、Word、Excel 或文本文件再给。`),
  encrypted: (name: string) => new InputError('encrypted', `文件“${name}”设了密码，请先去掉密码再给。`),
  damaged: (name: string) => new InputError('damaged', `文件“${name}”已损坏或不完整，请重新下载后再给。`),
  pageless: (name: string) => new InputError('empty', `文件“${name}”一页也没有，请换一份有内容的文件。`),
}
