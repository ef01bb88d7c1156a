import type { Form, FormRow, Unread } from '../../domain/report.ts'

/**
 * Rows of a form that may own a figure which could not be read: it stands on their line, or on a line of its own right beside them.
 * Pages without lines tell nothing of rows.
 */
export function doubtfulRows(form: Form, unread: readonly Unread[]): ReadonlySet<FormRow> {
  const [from, to] = [form.where.line, form.end.line]
  const lines = unread.flatMap(({ where: { line } }) =>
    line !== null && from !== null && to !== null && line >= from && line <= to ? [line] : [],
  )
  return new Set(lines.flatMap((line) => ownersOf(form, line)))
}

function ownersOf({ rows }: Form, line: number): readonly FormRow[] {
  const at = rows.filter(({ where }) => where.line === line)
  if (at.length > 0) return at
  const lineOf = ({ where }: FormRow): number => where.line ?? Number.NaN
  const before = Math.max(...rows.map(lineOf).filter((other) => other < line))
  const after = Math.min(...rows.map(lineOf).filter((other) => other > line))
  return rows.filter((row) => lineOf(row) === before || lineOf(row) === after)
}
