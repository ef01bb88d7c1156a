import type { Figure } from './figure.ts'
import type { FactForm, FormId } from './form.ts'
import type { Claim, Evaluation, Form, FormRow, Place, Report } from './report.ts'

/** A figure with its address: what `read` prints, the store indexes and answers cite. */
export interface Fact {
  readonly key: string
  readonly form: FactForm
  readonly row: { readonly code: string | null; readonly name: string; readonly parent: string | null }
  readonly column: string
  readonly figure: Figure
  readonly where: Place
  /** Why the characters had to be mended, null when they stand as read. */
  readonly repaired: string | null
  /** Heading path of a narrative figure, title of a form. */
  readonly section: string | null
  readonly subject: string | null
}

/** Stable address of a cell inside one report: form, side, code or name, (parent,) column. */
export function cellKey(form: FormId, row: Pick<FormRow, 'code' | 'name' | 'parent' | 'side'>, column: string): string {
  return [form, row.side ?? '', row.code ?? row.name, row.parent ?? '', column].join('|')
}

export const claimKey = (claim: Pick<Claim, 'id'>): string => `narrative|${claim.id}`
export const evaluationKey = (e: Evaluation): string =>
  ['selfEvaluation', e.table, e.project, e.indicator ?? '', e.column, e.where.line ?? e.where.page ?? ''].join('|')

function formFacts(form: Form): Fact[] {
  return form.rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([column, cell]): Fact[] =>
      cell.kind !== 'figure'
        ? []
        : [
            {
              key: cellKey(form.id, row, column),
              form: form.id,
              row: { code: row.code, name: row.name, parent: row.parent },
              column,
              figure: cell.figure,
              where: cell.where,
              repaired: cell.repaired,
              section: form.title,
              subject: null,
            },
          ],
    ),
  )
}

const claimFact = (claim: Claim): Fact => ({
  key: claimKey(claim),
  form: 'narrative',
  row: { code: null, name: claim.item, parent: null },
  column: claim.measure,
  figure: claim.figure,
  where: claim.where,
  repaired: claim.repaired,
  section: claim.section,
  subject: claim.subject,
})

const evaluationFact = (e: Evaluation): Fact => ({
  key: evaluationKey(e),
  form: 'selfEvaluation',
  row: { code: null, name: e.indicator === null ? e.project : e.indicator, parent: e.indicator === null ? null : e.project },
  column: e.column,
  figure: e.figure,
  where: e.where,
  repaired: e.repaired,
  section: e.project,
  subject: null,
})

/** All figures of a report, in print order by kind: forms, explanations, self-evaluations. */
export function factsOf(report: Pick<Report, 'forms' | 'claims' | 'evaluations'>): Fact[] {
  return [...report.forms.flatMap(formFacts), ...report.claims.map(claimFact), ...report.evaluations.map(evaluationFact)]
}
