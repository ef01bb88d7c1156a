/** What Word files and web pages consist of, free of their formats: paragraphs and tables in reading order. */
export type Block = Paragraph | Table

export interface Paragraph {
  readonly kind: 'paragraph'
  /** Line breaks inside a paragraph are '\n'. */
  readonly text: string
}

export interface Table {
  readonly kind: 'table'
  readonly rows: readonly (readonly TableCell[])[]
}

/** A cell as written: a merged one stands once and says how far it reaches. */
export interface TableCell {
  readonly columns: number
  readonly rows: number
  readonly blocks: readonly Block[]
}

export const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text })
