import { zip } from './zip.ts'

export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

const PACKAGE = 'application/vnd.openxmlformats-package'
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

export const run = (text: string): string =>
  `<w:r>${text
    .split('\t')
    .map((piece) => `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`)
    .join('<w:tab/>')}</w:r>`
export const p = (text: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`
export const tc = (text: string, properties = ''): string => `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${p(text)}</w:tc>`
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => tc(cell)).join('')}</w:tr>`).join('')}</w:tbl>`

/** A Word file with this body and, if given, these further parts (word/numbering.xml …). */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.wordprocessingml.document.main+xml"/></Types>`
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  return zip([
    { name: '[Content_Types].xml', bytes: types },
    { name: '_rels/.rels', bytes: relations },
    { name: 'word/document.xml', bytes: `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>` },
    ...Object.entries(parts).map(([name, bytes]) => ({ name, bytes: bytes.replace('>', ` ${W}>`) })),
  ])
}
