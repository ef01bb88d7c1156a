import { InputError } from '../../domain/errors.ts'
import { ARCHIVE_LIMITS } from './limits.ts'

/** Why an archive cannot be read, in words for the person who sent it. */
export const archiveComplaint = {
  bomb: (name: string) => new InputError('too-large', `“${name}”解开后太大（文件过多或压缩比异常），没有打开，请只给出一份报告的文件。`),
  deep: (name: string) =>
    new InputError('too-large', `压缩包“${name}”里套了超过 ${ARCHIVE_LIMITS.depth} 层压缩包，没有打开，请解开后只给出报告的文件。`),
  nothing: (name: string) =>
    new InputError('wrong-type', `压缩包“${name}”里没有能读的报告，请放入报告的 PDF、Word、Excel、网页或文本文件。`),
}
