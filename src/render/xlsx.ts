import { Decimal } from 'decimal.js'
import { type DataTable, safeText } from './data-table.ts'

/** Workbooks: codes stay text, amounts stay exactly what is printed. */

type Library = typeof import('@e965/xlsx')
interface SheetCell {
  readonly t: 's' | 'n' | 'z'
  readonly v?: string | number
  readonly z?: string
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly widths: readonly number[]
}

const EMPTY: SheetCell = { t: 'z' }
const text = (value: string): SheetCell => ({ t: 's', v: safeText(value) })

/** A number only where the workbook's binary number is shown as exactly these digits; else text. */
function amount(digits: string): SheetCell {
  const number = Number(digits)
  const exact = digits.replace(/\D/g, '').length <= 15 && new Decimal(number).eq(new Decimal(digits))
  if (!exact) return text(digits)
  const decimals = digits.split('.')[1]?.length ?? 0
  return { t: 'n', v: number, z: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` }
}

const WIDEST = 48

/** A sheet of a documented table. */
export function tableSheet<Row>(table: DataTable<Row>, rows: readonly Row[]): Sheet {
  const cells = rows.map((row) =>
    table.columns.map((column): SheetCell => {
      const value = column.of(row)
      if (value === null || value === '') return EMPTY
      if (column.kind === 'amount') return amount(String(value))
      return column.kind === 'text' ? text(String(value)) : { t: 'n', v: Number(value), z: '0' }
    }),
  )
  const widths = table.columns.map(({ name }, i) => {
    const longest = Math.max(name.length, ...cells.slice(0, 200).map((row) => String(row[i]?.v ?? '').length))
    return Math.min(WIDEST, longest * 2 + 2)
  })
  return { name: table.title.slice(0, 31), rows: [table.columns.map(({ name }) => text(name)), ...cells], widths }
}

/** A sheet of words: what was asked, what was said, which editions. */
export const wordsSheet = (name: string, rows: readonly (readonly string[])[]): Sheet => ({
  name,
  rows: rows.map((row) => row.map(text)),
  widths: [14, 90],
})

/** The workbook as bytes. The library is loaded only here. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { utils, write }: Library = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const { name, rows, widths } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!cols'] = widths.map((wch) => ({ wch }))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}
