import type { MoneyUnit } from '../../domain/figure.ts'
import type { Cell, Form } from '../../domain/report.ts'
import { groupedBy } from '../grouping.ts'

/** A form whose heading names another unit than its figures are in. */
export interface UnitSlip {
  readonly form: Form
  readonly printed: MoneyUnit
  readonly meant: MoneyUnit
}

const ENOUGH = 2

/** Non-zero digits of a form, so that the same figures are known again in another form. */
const digitsOf = (form: Form): ReadonlySet<string> =>
  new Set(
    form.rows.flatMap((row) =>
      Object.values(row.cells).flatMap((cell) =>
        cell.kind === 'figure' && Number(cell.figure.text) !== 0 ? [String(Number(cell.figure.text))] : [],
      ),
    ),
  )

/** Forms headed 元 that print the very digits which the other forms print as 万元 (or the reverse). */
export function unitSlips(forms: readonly Form[]): readonly UnitSlip[] {
  const [usual, ...others] = [...groupedBy(forms, (form) => form.unit).values()].sort((a, b) => b.length - a.length)
  const [example] = usual ?? []
  if (!usual || !example) return []
  const known = new Set(usual.flatMap((form) => [...digitsOf(form)]))
  return others.flat().flatMap((form): UnitSlip[] => {
    const own = [...digitsOf(form)]
    const same = own.filter((digits) => known.has(digits))
    return same.length >= ENOUGH && same.length * 2 >= own.length ? [{ form, printed: form.unit, meant: example.unit }] : []
  })
}

/** The form as it was meant: same digits, the other unit. */
export function withUnit(form: Form, unit: MoneyUnit): Form {
  const meant = (cell: Cell): Cell => (cell.kind === 'figure' ? { ...cell, figure: { ...cell.figure, unit } } : cell)
  const rows = form.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, meant(cell)])),
  }))
  return { ...form, unit, rows }
}
