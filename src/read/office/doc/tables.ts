import { type Block, paragraph, type TableCell } from '../../blocks/block.ts'
import type { DocParagraph } from './paragraphs.ts'
import { columnsOf, type RowShape, rowShape } from './row-shape.ts'

interface OpenTable {
  readonly rows: { readonly cells: readonly (readonly Block[])[]; readonly shape: RowShape | null }[]
  cells: Block[][]
  /** What the cell being read holds so far. */
  blocks: Block[]
}

const newTable = (): OpenTable => ({ rows: [], cells: [], blocks: [] })

/** A table's cells with the columns each reaches over; where rows have no shape, one column a cell. */
function tableOf({ rows }: OpenTable): Block {
  const column = columnsOf(rows.map((row) => row.shape))
  return {
    kind: 'table',
    rows: rows.map(({ cells, shape }) => {
      const row = cells.map((blocks, i): TableCell => {
        const [left, right] = [shape?.edges[i], shape?.edges[i + 1]]
        const columns = left === undefined || right === undefined ? 1 : Math.max(1, column(right) - column(left))
        return { columns, rows: 1, blocks: shape?.continued[i] ? [] : blocks }
      })
      // A row that begins further right is indented by blank columns.
      const indent = column(shape?.edges[0] ?? 0)
      return shape === null || indent === 0 ? row : [{ columns: indent, rows: 1, blocks: [] }, ...row]
    }),
  }
}

/** Puts paragraphs and table rows together as blocks; `textOf` gives a paragraph as printed, with its number. */
export function blocksOf(paragraphs: readonly DocParagraph[], textOf: (one: DocParagraph) => string): Block[] {
  const page: Block[] = []
  const open: OpenTable[] = []
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const table = open.pop()
      if (table === undefined) return
      // A row without its end mark was cut off: what it holds is kept.
      if (table.cells.length > 0 || table.blocks.length > 0) table.rows.push({ cells: [...table.cells, table.blocks], shape: null })
      if (table.rows.length > 0) (open.at(-1)?.blocks ?? page).push(tableOf(table))
    }
  }
  for (const one of paragraphs) {
    closeTo(one.depth)
    while (open.length < one.depth) open.push(newTable())
    const table = open.at(-1)
    const text = one.ends === 'row' ? '' : textOf(one)
    if (table === undefined) page.push(paragraph(text))
    else if (one.ends === 'row') {
      table.rows.push({ cells: table.cells, shape: rowShape(one.modifiers) })
      table.cells = []
      table.blocks = []
    } else {
      table.blocks.push(paragraph(text))
      if (one.ends !== 'cell') continue
      table.cells.push(table.blocks)
      table.blocks = []
    }
  }
  closeTo(0)
  return page
}
