import type { Line } from '../../../src/domain/document.ts'
import { factsOf } from '../../../src/domain/fact.ts'
import type { Claim } from '../../../src/domain/report.ts'
import { parseForms, recogniseForms } from '../../../src/parse/forms/index.ts'

/** Lines as a reader gives them: tabs part cells. */
export const linesOf = (text: string): Line[] =>
  text.split('\n').map((line, i) => ({ no: i + 1, page: null, text: line, cells: line.includes('\t') ? line.split('\t') : null }))

export interface Read {
  readonly forms: readonly string[]
  /** `form code-or-name column` → figure as read. */
  readonly figures: Readonly<Record<string, string>>
  /** `code name` of every row. */
  readonly names: readonly string[]
  /** `form code-or-name` → the line that the row stands at. */
  readonly places: Readonly<Record<string, number | null>>
  readonly unread: readonly string[]
  readonly repaired: readonly string[]
}

/** Recognises and reads all forms of a text. */
export function readForms(text: string, claims: readonly Claim[] = []): Read {
  const lines = linesOf(text)
  const { forms, unread } = parseForms(lines, recogniseForms(lines), claims, '万元')
  const facts = factsOf({ forms, claims: [], evaluations: [] })
  return {
    forms: forms.map((form) => form.id),
    figures: Object.fromEntries(facts.map((f) => [`${f.form} ${f.row.code ?? f.row.name} ${f.column}`, f.figure.text])),
    names: forms.flatMap((form) => form.rows.map((row) => `${row.code ?? ''} ${row.name}`.trim())),
    places: Object.fromEntries(
      forms.flatMap((form) => form.rows.map((row) => [`${form.id} ${row.code ?? row.name}`, row.where.line] as const)),
    ),
    unread: unread.map((u) => u.where.raw),
    repaired: facts.filter((f) => f.repaired !== null).map((f) => f.where.raw),
  }
}
