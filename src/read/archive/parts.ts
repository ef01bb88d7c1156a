import type { DocumentPart, Line, ReadGap } from '../../domain/document.ts'
import type { Content } from '../content.ts'

/** One readable file of an archive. */
export interface Part {
  readonly name: string
  readonly content: Content
}

const SHEETS = new Set(['xlsx', 'xls'])

/** Sheets, or a file that is mostly tables: the forms, which follow the explanation. */
function isForms({ content: { type, lines } }: Part): boolean {
  const text = lines.filter((line) => line.cells === null).reduce((sum, line) => sum + line.text.length, 0)
  const tables = lines.filter((line) => line.cells !== null).reduce((sum, line) => sum + line.text.length, 0)
  return SHEETS.has(type) || tables > text
}

const COUNT = '一二三四五六七八九十'
/** 附件二 before 附件十, 附件2 before 附件10. */
const sortName = (name: string): string => name.replace(/[一二三四五六七八九十]/g, (word) => String(COUNT.indexOf(word) + 1))
const byName = (a: Part, b: Part): number => sortName(a.name).localeCompare(sortName(b.name), 'zh', { numeric: true })

/** The explanation first, then the forms; among each, by name as people number them. */
export const inOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => Number(isForms(a)) - Number(isForms(b)) || byName(a, b))

/** The same file in several types: the one whose tables are surest is read. */
const SUREST = ['xlsx', 'xls', 'docx', 'doc', 'html', 'zip', 'pdf', 'markdown', 'text']
const stemOf = (part: Part): string => `${part.name.replace(/\.[^.]*$/, '')}|${isForms(part)}`

/** Leaves out what is there twice; says what was left out for what. */
export function withoutDoubles(parts: readonly Part[]): { readonly parts: Part[]; readonly gaps: ReadGap[] } {
  const best = new Map<string, Part>()
  for (const part of parts) {
    const known = best.get(stemOf(part))
    if (known === undefined || SUREST.indexOf(part.content.type) < SUREST.indexOf(known.content.type)) best.set(stemOf(part), part)
  }
  const kept = new Set(best.values())
  const gaps = parts
    .filter((part) => !kept.has(part))
    .map((part) => ({ page: null, reason: `“${part.name}”与“${best.get(stemOf(part))?.name}”同名，只读了后者` }))
  return { parts: [...kept], gaps }
}

const shifted = (page: number | null, before: number): number => before + (page ?? 1)

/** Several files as one document: pages are counted on, an unpaged file is one page. */
export function joined(parts: readonly Part[]): Content {
  const [only] = parts
  if (only !== undefined && parts.length === 1) {
    const { content, name } = only
    return { ...content, type: 'zip', parts: [{ file: name, type: content.type, firstPage: 1, pages: content.pages ?? 1 }] }
  }
  const lines: Line[] = []
  const gaps: ReadGap[] = []
  const list: DocumentPart[] = []
  let before = 0
  for (const { name, content } of parts) {
    const pages = content.pages ?? 1
    for (const line of content.lines) lines.push({ ...line, page: shifted(line.page, before) })
    for (const { page, reason } of content.gaps)
      gaps.push({ page: page === null ? null : shifted(page, before), reason: `“${name}”：${reason}` })
    list.push({ file: name, type: content.type, firstPage: before + 1, pages })
    before += pages
  }
  return { type: 'zip', pages: before, lines, gaps, parts: list }
}
