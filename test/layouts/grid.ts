/** A form as its province prints it: a grid of cells that know which figure of the accounts they carry. */

/** The address of a printed figure, as the reader should give it. */
export interface Told {
  readonly form: string
  /** Code, or the row's name. */
  readonly row: string
  readonly parent: string | null
  readonly side: 'revenue' | 'expenditure' | null
  readonly column: string
}

/** What a cell holds. Only cells with `told` are figures of a standard form. */
export interface GridCell {
  readonly text: string
  readonly told?: Told
}

/** '<' is merged with the cell to its left, '^' with the one above. */
export type GridRow = readonly GridCell[]

export interface Sheet {
  readonly title: string
  /** 公开NN表, 部门：, 单位：. */
  readonly above: readonly string[]
  readonly head: readonly GridRow[]
  readonly body: readonly GridRow[]
  readonly notes: readonly string[]
}

export const words = (...texts: readonly string[]): GridRow => texts.map((text) => ({ text }))
export const LEFT = '<'
export const UP = '^'

/** Width and height in grid cells of the merged cell that begins at a place; null where another cell covers it. */
export function spanAt(rows: readonly GridRow[], row: number, column: number): { readonly across: number; readonly down: number } | null {
  const text = (r: number, c: number): string | undefined => rows[r]?.[c]?.text
  const own = text(row, column)
  if (own === LEFT || own === UP) return null
  let across = 1
  while (text(row, column + across) === LEFT) across++
  let down = 1
  while (text(row + down, column) === UP) down++
  return { across, down }
}

/** The rows with merged cells blank, as a spreadsheet gives them. */
export const flatRows = (sheet: Sheet): GridRow[] =>
  [...sheet.head, ...sheet.body].map((row) => row.map((cell) => (cell.text === LEFT || cell.text === UP ? { text: '' } : cell)))

/** Every figure that a sheet prints of a standard form. */
export const toldOf = (sheets: readonly Sheet[]): (Told & { readonly text: string })[] =>
  sheets.flatMap((sheet) =>
    sheet.body.flatMap((row) => row.flatMap((cell) => (cell.told && cell.text !== '' ? [{ ...cell.told, text: cell.text }] : []))),
  )
