import { InputError } from '../domain/errors.ts'
import { type Remark, splitRemarks, spotOf } from '../domain/standard-form.ts'

/** The one way a standard-form file is refused. */
export const damaged = (line: number | null, why: string): InputError =>
  new InputError('damaged', `这份标准格式的文件不完整${line === null ? '' : `（第${line}行）`}：${why}。请重新导出，或改用原报告。`)

/** The head and remarks of a written text. */
export function remarksOf(text: string, line: number) {
  const split = splitRemarks(text)
  if (split === null) throw damaged(line, '括号〔〕没有配对')
  return split
}

/** The value of a remark that must be there. */
export function need<T>(value: T | null | undefined, line: number, what: string): T {
  if (value === null || value === undefined) throw damaged(line, `缺少或看不懂“${what}”`)
  return value
}

/** The remarks of one text, by key; a key that may repeat is asked for with `all`. */
export class Remarks {
  constructor(
    private readonly list: readonly Remark[],
    readonly line: number,
  ) {}

  all(key: string): string[] {
    return this.list.filter(([k]) => k === key).map(([, value]) => value)
  }

  get(key: string): string | null {
    return this.all(key)[0] ?? null
  }

  must(key: string): string {
    return need(this.get(key), this.line, key)
  }

  /** A whole number, or null when the remark is absent. */
  number(key: string): number | null {
    const text = this.get(key)
    if (text === null) return null
    return need(/^-?\d+$/.test(text) ? Number(text) : null, this.line, key)
  }

  /** A place such as 3页12行, or null when the remark is absent. */
  spot(key: string) {
    const text = this.get(key)
    return text === null ? null : need(spotOf(text), this.line, key)
  }
}
