import { sniffZip } from './archive/sniff.ts'
import { isWebPage } from './html/sniff.ts'
import { isOldSpreadsheet, sniffOle } from './office/sniff.ts'

/** What a reader exists for. `text` includes Markdown: that is told from the decoded characters. */
export type FileKind = 'text' | 'pdf' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'html' | 'zip'

/** What the first bytes say: a kind that can be read, a container to look into, or something to refuse by name. */
export type Sniffed =
  | { readonly kind: FileKind }
  | { readonly container: 'zip' | 'ole' }
  | { readonly refuse: 'picture' | 'encrypted' | 'damaged' | { readonly what: string } }

const PICTURE: Sniffed = { refuse: 'picture' }
const other = (what: string): Sniffed => ({ refuse: { what } })

/** Signatures at a fixed place, first match wins; `latin1` text so that they can be read here. */
const SIGNATURES: readonly (readonly [at: number, bytes: string, sniffed: Sniffed])[] = [
  [0, 'PK\x03\x04', { container: 'zip' }],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', { container: 'ole' }],
  [0, '\x89PNG', PICTURE],
  [0, '\xff\xd8\xff', PICTURE],
  [0, 'GIF8', PICTURE],
  [0, 'II*\0', PICTURE],
  [0, 'MM\0*', PICTURE],
  [8, 'WEBP', PICTURE],
  [4, 'ftyphei', PICTURE],
  [4, 'ftypavif', PICTURE],
  [4, 'ftyp', other('视频')],
  [0, '{\\rtf', other('RTF 文档')],
  [0, 'PK\x05\x06', other('空的压缩包')],
  [0, 'Rar!', other('压缩包')],
  [0, '7z\xbc\xaf', other('压缩包')],
  [0, '\x1f\x8b', other('压缩包')],
  [0, 'BZh', other('压缩包')],
  [0, '\xfd7zXZ', other('压缩包')],
  [0, 'ID3', other('音频')],
  [0, '\x7fELF', other('程序')],
  [0, 'MZ\x90', other('程序')],
  [0, 'SQLite format 3', other('数据库')],
]

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
const isBitmap = (head: string, size: number): boolean =>
  head.startsWith('BM') && head.length > 6 && Buffer.from(head.slice(2, 6), 'latin1').readUInt32LE() === size

/**
 * Tells what a file is from its first bytes, never from its name.
 * @param size of the whole file (a bitmap repeats it in its head; a text that begins with "BM" does not)
 */
export function sniff(bytes: Uint8Array, size: number): Sniffed {
  const head = latin1(bytes)
  for (const [at, signature, sniffed] of SIGNATURES) if (head.startsWith(signature, at)) return sniffed
  if (isBitmap(head, size)) return PICTURE
  // Readers accept a PDF with rubbish before its header, and so must we.
  if (head.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' }
  if (isOldSpreadsheet(head)) return { kind: 'xls' }
  return { kind: isWebPage(head) ? 'html' : 'text' }
}

/** Tells what a zip or an OLE container holds, from its table of contents. Needs the whole file: that may stand anywhere. */
export function sniffInside(container: 'zip' | 'ole', bytes: Uint8Array): Sniffed {
  return container === 'zip' ? sniffZip(bytes) : sniffOle(bytes)
}
