import type { Sniffed } from '../sniff.ts'
import { directoryOf } from './directory.ts'

const other = (what: string): Sniffed => ({ refuse: { what } })

/** Files that tell what a zip is; first match wins. */
const MARKS: readonly (readonly [file: RegExp, sniffed: Sniffed])[] = [
  [/^word\/document\d*\.xml$/, { kind: 'docx' }],
  [/^xl\/workbook\.(?:xml|bin)$/, { kind: 'xlsx' }],
  [/^OFD\.xml$/, other('OFD 文档')],
  [/^ppt\/presentation\.xml$/, other('演示文稿')],
  [/^content\.xml$/, other('OpenDocument 文档')],
]

/** Tells a Word file, a workbook and a plain archive apart by the table of contents. */
export function sniffZip(bytes: Uint8Array): Sniffed {
  const entries = directoryOf(bytes)
  if (entries === null) return { refuse: 'damaged' }
  const names = new Set(entries.map((entry) => entry.name))
  return MARKS.find(([file]) => [...names].some((name) => file.test(name)))?.[1] ?? { kind: 'zip' }
}
