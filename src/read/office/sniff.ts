import type { Sniffed } from '../sniff.ts'
import { openCompound } from './compound.ts'

/** Streams at the root that tell what an OLE file is; first match wins. Embedded objects lie deeper. */
const MARKS: Readonly<Record<string, Sniffed>> = {
  EncryptedPackage: { refuse: 'encrypted' },
  WordDocument: { kind: 'doc' },
  Workbook: { kind: 'xls' },
  Book: { kind: 'xls' },
  'PowerPoint Document': { refuse: { what: '演示文稿' } },
}

/** Tells .doc, .xls and encrypted Office files apart by what lies at the root of the compound file. */
export function sniffOle(bytes: Uint8Array): Sniffed {
  try {
    const names = new Set(openCompound(bytes).streams.map((stream) => stream.name))
    return Object.entries(MARKS).find(([name]) => names.has(name))?.[1] ?? { refuse: { what: '认不出的 Office 文件' } }
  } catch (error) {
    if (error instanceof RangeError) return { refuse: 'damaged' }
    throw error
  }
}

/** XML as Excel 2003 saved it: a text that the sheet reader knows. */
export const isOldSpreadsheet = (head: string): boolean => /<\?mso-application\s+progid="Excel\.Sheet"\s*\?>/.test(head)
