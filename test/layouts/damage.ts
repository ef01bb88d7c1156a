import { type GridRow, LEFT, type Sheet, UP } from './grid.ts'

/** What extraction does to a printed form. The accounts stay as they are: whatever is read must still be right. */
export interface Damage {
  readonly name: string
  readonly apply: (sheet: Sheet) => Sheet
}

const blank = { text: '' }
const isMerged = (text: string | undefined): boolean => text === LEFT || text === UP
/** Merged cells become blanks, so that columns can be moved. */
const plain = (rows: readonly GridRow[]): GridRow[] => rows.map((row) => row.map((cell) => (isMerged(cell.text) ? blank : cell)))

const shiftRight = (row: GridRow): GridRow => [blank, ...row.slice(0, -1)]
const shiftLeft = (row: GridRow): GridRow => [...row.slice(1), blank]

/** Columns in which no row of the body holds anything. */
const emptyColumns = (body: readonly GridRow[]): Set<number> =>
  new Set((body[0] ?? []).flatMap((_, c) => (body.every((row) => (row[c]?.text ?? '') === '') ? [c] : [])))

export const DAMAGES: readonly Damage[] = [
  { name: '表头右移一列', apply: (sheet) => ({ ...sheet, head: plain(sheet.head).map(shiftRight), body: plain(sheet.body) }) },
  { name: '表头左移一列', apply: (sheet) => ({ ...sheet, head: plain(sheet.head).map(shiftLeft), body: plain(sheet.body) }) },
  { name: '表题丢失', apply: (sheet) => ({ ...sheet, title: '' }) },
  {
    name: '相邻两栏并成一格',
    apply: (sheet) => {
      const body = plain(sheet.body)
      const at = (body[0]?.length ?? 1) - 2
      const join = (row: GridRow): GridRow => [
        ...row.slice(0, at),
        { ...(row[at] ?? blank), text: [row[at]?.text, row[at + 1]?.text].filter((text) => text).join(' ') },
      ]
      return { ...sheet, head: plain(sheet.head).map(join), body: body.map(join) }
    },
  },
  {
    name: '空栏消失',
    apply: (sheet) => {
      const body = plain(sheet.body)
      const gone = emptyColumns(body)
      return { ...sheet, head: plain(sheet.head), body: body.map((row) => row.filter((_, c) => !gone.has(c))) }
    },
  },
]
