import * as XLSX from '@e965/xlsx'
import type { Line, SourceDocument } from '../../../src/domain/document.ts'
import { doc } from './doc.ts'
import { docx, escapeXml, p, table } from './docx.ts'
import { zip } from './zip.ts'

/** Neighbouring rows of one table, or a paragraph. */
type Piece = { readonly rows: readonly (readonly string[])[] } | { readonly text: string }

function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  let rows: (readonly string[])[] = []
  const flush = () => {
    if (rows.length > 0) pieces.push({ rows })
    rows = []
  }
  for (const line of lines) {
    if (line.cells) rows.push(line.cells)
    else {
      flush()
      pieces.push({ text: line.text })
    }
  }
  flush()
  return pieces
}

const asDocx = (lines: readonly Line[]): Uint8Array =>
  docx(
    piecesOf(lines)
      .map((piece) => ('rows' in piece ? table(piece.rows) : p(piece.text)))
      .join(''),
  )

const asDoc = (lines: readonly Line[]): Uint8Array => doc(piecesOf(lines).map((piece) => ('rows' in piece ? piece.rows : piece.text)))

const htmlTable = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`).join('\n')}</table>`

function asHtml(lines: readonly Line[]): Uint8Array {
  const body = piecesOf(lines).map((piece) => ('rows' in piece ? htmlTable(piece.rows) : `<p>${escapeXml(piece.text)}</p>`))
  return Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p{}</style></head><body><nav><a href="/">首页</a></nav><div id="zoom">${body.join('\n')}</div><script>var a=1</script></body></html>`,
  )
}

/** Cells as text, the way most published workbooks hold what was pasted into them. */
const asBook =
  (bookType: 'xlsx' | 'biff8') =>
  (lines: readonly Line[]): Uint8Array => {
    const book = XLSX.utils.book_new()
    const rows = lines.map((line) => [...(line.cells ?? [line.text])])
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Sheet1')
    return XLSX.write(book, { type: 'buffer', bookType, bookSST: true })
  }

/** Writers of one report in every format: the same lines and cells as its text. */
export const WRITERS: Readonly<Record<'docx' | 'doc' | 'html' | 'xlsx' | 'xls', (lines: readonly Line[]) => Uint8Array>> = {
  docx: asDocx,
  doc: asDoc,
  html: asHtml,
  xlsx: asBook('xlsx'),
  xls: asBook('biff8'),
}

const AMOUNT = /^-?[\d,]+\.(\d+)$/
/** An amount as a number with its format, the way accounting programs export it; anything else as it stands. */
function typed(cell: string): XLSX.CellObject {
  const decimals = AMOUNT.exec(cell)?.[1]?.length
  if (decimals === undefined) return { t: 's', v: cell }
  return { t: 'n', v: Number(cell.replaceAll(',', '')), z: `${cell.includes(',') ? '#,##0' : '0'}.${'0'.repeat(decimals)}` }
}

/** A report as it is published in two files: the explanation in Word, each form on a sheet of its own with real numbers. */
export function asAttachments(lines: readonly Line[], forms: readonly { from: number; to: number }[]): Uint8Array {
  const book = XLSX.utils.book_new()
  forms.forEach(({ from, to }, i) => {
    const rows = lines.slice(from, to).map((line) => (line.cells ?? [line.text]).map(typed))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), `表${i + 1}`)
  })
  const explanation = lines.filter((_, i) => !forms.some(({ from, to }) => i >= from && i < to))
  return zip([
    { name: '附件2：决算公开表.xlsx', bytes: XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) },
    { name: '附件1：决算说明.docx', bytes: asDocx(explanation) },
  ])
}

export const documentOf = (file: string, content: Omit<SourceDocument, 'file' | 'sha256' | 'bytes'>): SourceDocument => ({
  file,
  sha256: '0'.repeat(64),
  bytes: 0,
  ...content,
})
