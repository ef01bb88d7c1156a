/** A rectangle on a page in points, origin at the top left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Stands for a character that is there but cannot be made out: its font does not say what it is, or its picture is unclear. */
export const ILLEGIBLE = '\ufffd'

/**
 * One line as a reader found it, in reading order.
 * A row of a table (tabs in a text, a Markdown or HTML table, a ruled grid in a PDF, a sheet) has `cells`:
 * one string per grid column, '' where blank; a merged cell's text stands in its first column.
 */
export interface Line {
  /**
   * 1-based line of the text file; the row of a sheet; the running paragraph or table row of a Word file or web page.
   * null where the file has pages instead.
   */
  readonly no: number | null
  /** 1-based page, or sheet of a workbook; null for unpaged files. */
  readonly page: number | null
  /** The whole line as it stands (cells joined by tabs). */
  readonly text: string
  readonly cells: readonly string[] | null
  /** Where on the page; per cell in `cellBoxes`. */
  readonly box?: Box
  readonly cellBoxes?: readonly (Box | null)[]
  /** Cells that are unsure because they came from a picture (OCR). */
  readonly recognised?: boolean
  /** Indices of cells whose figure the recogniser is not certain of: it counts only where a sum confirms it. */
  readonly unsure?: readonly number[]
}

export type DocumentType = 'text' | 'markdown' | 'pdf' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'html' | 'zip'

/** Something the reader could not give as text: a picture page, an unreadable font … */
export interface ReadGap {
  readonly page: number | null
  readonly reason: string
}

/** One file of an archive, read as a part of the whole; its pages (sheets; one for an unpaged file) are counted on from the part before. */
export interface DocumentPart {
  readonly file: string
  readonly type: DocumentType
  readonly firstPage: number
  readonly pages: number
}

/** Any file, read: lines in reading order with their places, nothing interpreted. */
export interface SourceDocument {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly type: DocumentType
  readonly pages: number | null
  readonly lines: readonly Line[]
  readonly gaps: readonly ReadGap[]
  /** The files of an archive, in reading order. */
  readonly parts?: readonly DocumentPart[]
}
