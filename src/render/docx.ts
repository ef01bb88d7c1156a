/** Word files: paragraphs and tables, in the plainest form that every word processor opens. */

export type Style = 'title' | 'heading' | 'item' | 'text' | 'detail'

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly style: Style
  readonly text: string
}

export interface Table {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Block = Paragraph | Table

export const paragraph = (style: Style, text: string): Paragraph => ({ kind: 'paragraph', style, text })
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Table => ({ kind: 'table', head, rows })

/** Half points, bold, space before in twentieths of a point, outline level, indent. */
const STYLES: Readonly<
  Record<
    Style,
    { readonly size: number; readonly bold: boolean; readonly before: number; readonly level: number | null; readonly indent: number }
  >
> = {
  title: { size: 36, bold: true, before: 0, level: null, indent: 0 },
  heading: { size: 28, bold: true, before: 240, level: 0, indent: 0 },
  item: { size: 22, bold: true, before: 160, level: 1, indent: 0 },
  text: { size: 22, bold: false, before: 0, level: null, indent: 0 },
  detail: { size: 21, bold: false, before: 0, level: null, indent: 360 },
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Characters that XML cannot hold are left out. */
const escaped = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

const run = (text: string, bold = false): string =>
  text
    .split('\n')
    .map(
      (line, i) =>
        `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${i > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`,
    )
    .join('')

const paragraphXml = ({ style, text }: Paragraph): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`
const cell = (text: string, bold: boolean): string => `<w:tc><w:p>${run(text, bold)}</w:p></w:tc>`
const row = (cells: readonly string[], bold = false): string => `<w:tr>${cells.map((text) => cell(text, bold)).join('')}</w:tr>`
const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:color="999999"/>`)
  .join('')

const tableXml = ({ head, rows }: Table): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${EDGES}</w:tblBorders></w:tblPr>` +
  `<w:tblGrid>${head.map(() => '<w:gridCol/>').join('')}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells)).join('')}</w:tbl><w:p/>`

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const styleXml = (name: Style): string => {
  const { size, bold, before, level, indent } = STYLES[name]
  const place = `<w:spacing w:before="${before}" w:after="60"/>${indent ? `<w:ind w:left="${indent}"/>` : ''}${level === null ? '' : `<w:outlineLvl w:val="${level}"/>`}`
  return `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/><w:pPr>${place}</w:pPr><w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr></w:style>`
}

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
const part = (name: string, kind: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`

/** The parts of the package, by their paths. */
function partsOf(blocks: readonly Block[]): Readonly<Record<string, string>> {
  const body = blocks.map((block) => (block.kind === 'paragraph' ? paragraphXml(block) : tableXml(block))).join('')
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
  const fonts =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="宋体"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
  const types =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
  return {
    '[Content_Types].xml': `${HEADER}<Types xmlns="${PACKAGE}/content-types">${types}${part('document', 'document.main')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'styles', 'styles.xml')}</Relationships>`,
    'word/styles.xml': `${HEADER}<w:styles xmlns:w="${WORD}">${fonts}${(Object.keys(STYLES) as Style[]).map(styleXml).join('')}</w:styles>`,
    'word/document.xml': `${HEADER}<w:document xmlns:w="${WORD}"><w:body>${body}${page}</w:body></w:document>`,
  }
}

/** The document as bytes. */
export async function wordFile(blocks: readonly Block[]): Promise<Uint8Array> {
  const { zipOf } = await import('./zip.ts')
  return zipOf(partsOf(blocks))
}
