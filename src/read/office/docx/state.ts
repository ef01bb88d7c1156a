import type { Block, TableCell } from '../../blocks/block.ts'

/** A paragraph while it is read. */
export interface OpenParagraph {
  text: string
  style: string | null
  list: string | null
  level: number | null
  /** Text boxes anchored in it; they follow it. */
  readonly boxes: Block[]
}

/** A table while it is read. */
export interface OpenTable {
  readonly rows: TableCell[][]
  row: TableCell[]
  /** Deleted or hidden: the reader of the file does not see it. */
  dropped: boolean
  cell: OpenCell
}

export interface OpenCell {
  readonly blocks: Block[]
  columns: number
  /** The lower part of a merged cell: whatever it still contains is not shown. */
  continued: boolean
}

/** Where the walk through a document stands. Text boxes nest whole paragraphs inside a run: their surroundings wait in `outer`. */
export interface State {
  /** The blocks being filled: the body, a cell, or a text box. */
  blocks: Block[]
  paragraph: OpenParagraph | null
  /** Inside a run; its text counts unless hidden. */
  run: 'none' | 'shown' | 'hidden'
  /** Inside an element whose text is text. */
  text: boolean
  /** Inside the properties of a table row. */
  rowProperties: boolean
  pictures: number
  readonly tables: { readonly table: OpenTable; readonly around: Block[] }[]
  readonly outer: Pick<State, 'blocks' | 'paragraph' | 'run'>[]
}

export const newState = (): State => ({
  blocks: [],
  paragraph: null,
  run: 'none',
  text: false,
  rowProperties: false,
  pictures: 0,
  tables: [],
  outer: [],
})

export const newCell = (): OpenCell => ({ blocks: [], columns: 1, continued: false })
export const newTable = (): OpenTable => ({ rows: [], row: [], dropped: false, cell: newCell() })
