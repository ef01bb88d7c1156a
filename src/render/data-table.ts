/** A table for other programs: its columns are documented (data-package.ts) and written the same way in every format. */
export interface DataColumn<Row> {
  readonly name: string
  readonly kind: 'text' | 'year' | 'integer' | 'amount'
  readonly about: string
  /** null is an empty field: unknown or not applicable, never zero. */
  readonly of: (row: Row) => string | number | null
}

export interface DataTable<Row> {
  readonly name: string
  readonly title: string
  readonly columns: readonly DataColumn<Row>[]
}

const BOM = '\ufeff'
/** Spreadsheets run text that begins like this as a formula. */
const RUNS = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/

/** An apostrophe keeps a spreadsheet from running a text; digits are never touched. */
export const safeText = (text: string): string => (RUNS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text)

/** A field of text: quoted, so that codes stay text. */
export function textField(text: string | null): string {
  if (text === null || text === '') return ''
  return `"${safeText(text).replaceAll('"', '""')}"`
}

/** UTF-8 with a byte order mark, so that spreadsheets read the Chinese; lines end as RFC 4180 wants. */
export function csvOf<Row>({ columns }: DataTable<Row>, rows: readonly Row[]): string {
  const fieldOf = (column: DataColumn<Row>, row: Row): string => {
    const value = column.of(row)
    return column.kind === 'text' ? textField(value === null ? null : String(value)) : value === null ? '' : String(value)
  }
  const lines = [columns.map(({ name }) => textField(name)), ...rows.map((row) => columns.map((column) => fieldOf(column, row)))]
  return BOM + lines.map((fields) => `${fields.join(',')}\r\n`).join('')
}
