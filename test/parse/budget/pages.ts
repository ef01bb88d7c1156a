import type { Line, SourceDocument } from '../../../src/domain/document.ts'
import type { Form } from '../../../src/domain/report.ts'
import { parseReport } from '../../../src/parse/index.ts'

/** One line: words alone, or cells of a row. */
export type Row = string | readonly string[]

export const linesOf = (rows: readonly Row[], page = 1): Line[] =>
  rows.map((row) =>
    typeof row === 'string' ? { no: null, page, text: row, cells: null } : { no: null, page, text: row.join('\t'), cells: row },
  )

export const documentOf = (...pages: readonly (readonly Row[])[]): SourceDocument => ({
  file: '预算.pdf',
  sha256: '0'.repeat(64),
  bytes: 1,
  type: 'pdf',
  pages: pages.length,
  lines: pages.flatMap((rows, i) => linesOf(rows, i + 1)),
  gaps: [],
})

export const COVER: readonly Row[] = ['甲省乙市水务局2022年部门预算', '部门预算编制说明']

/** Every row of a form as `code name column=value …`, blanks left out. */
export const written = (form: Form | undefined): string[] =>
  (form?.rows ?? []).map((row) =>
    [
      row.code ?? '',
      row.name,
      ...Object.entries(row.cells).flatMap(([column, cell]) => (cell.kind === 'figure' ? [`${column}=${cell.figure.text}`] : [])),
    ]
      .join(' ')
      .trim(),
  )

export const read = (...pages: readonly (readonly Row[])[]) => parseReport(documentOf(COVER, ...pages))

/** A budget as extracted text: numbered lines of words, no pages and no cells. */
export const readLines = (rows: readonly string[]) => {
  const lines = [...COVER, ...rows].map((text, i) => ({ no: i + 1, page: null, text: String(text), cells: null }))
  return parseReport({ ...documentOf(), file: '预算.txt', type: 'text', pages: null, lines })
}
