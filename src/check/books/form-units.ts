import { convert, decimalsOf, type MoneyUnit } from '../../domain/figure.ts'
import type { Cell, Claim, Form, Report } from '../../domain/report.ts'
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

/** Digits of the explanations that are told in `unit`. */
const toldIn = (claims: readonly Claim[], unit: MoneyUnit): readonly string[] =>
  claims.flatMap(({ figure }) => (figure.unit === unit && Number(figure.text) !== 0 ? [String(Number(figure.text))] : []))

const inUnit = (digits: string, from: MoneyUnit, to: MoneyUnit): string =>
  String(Number(convert({ text: digits, unit: from, decimals: decimalsOf(digits) }, to).text))

/** Forms headed 元 that print the very digits which the rest of the report prints as 万元 (or the reverse), and none that fits their own unit. */
export function unitSlips({ forms, claims }: Pick<Report, 'forms' | 'claims'>): readonly UnitSlip[] {
  const [usual, ...others] = [...groupedBy(forms, (form) => form.unit).values()].sort((a, b) => b.length - a.length)
  const [example] = usual ?? []
  if (!usual || !example) return []
  const known = new Set([...usual.flatMap((form) => [...digitsOf(form)]), ...toldIn(claims, example.unit)])
  return others.flat().flatMap((form): UnitSlip[] => {
    const own = [...digitsOf(form)]
    const same = own.filter((digits) => known.has(digits))
    const asPrinted = own.filter((digits) => known.has(inUnit(digits, form.unit, example.unit)))
    const enough = same.length >= ENOUGH || (same.length > 0 && same.length === own.length)
    return enough && asPrinted.length === 0 ? [{ form, printed: form.unit, meant: example.unit }] : []
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
