import type { FormId } from './form.ts'
import type { Claim, Form, FormRow, Report } from './report.ts'

/**
 * A budget seen as an account: the same forms, rows and subjects, with planned amounts where an account has spent ones.
 * What adds up and what is asked for is then one thing for both; who shows it says that it is a budget.
 */

/** Forms whose only column is the amount of the year: 决算数 in a final account, 预算数 in a budget. */
const ONE_AMOUNT: ReadonlySet<FormId> = new Set(['overview', 'fiscalOverview', 'basicExpenditure', 'threePublic'])

/** What a department plans must add up as what it spent: relations read a budget's amounts where a final account has its own. */
const plannedRow = (row: FormRow): FormRow => {
  const { budget, ...rest } = row.cells
  return budget === undefined ? row : { ...row, cells: { final: budget, ...rest } }
}
const plannedForm = (form: Form): Form => (ONE_AMOUNT.has(form.id) ? { ...form, rows: form.rows.map(plannedRow) } : form)
const plannedClaim = (claim: Claim): Claim =>
  claim.measure === 'budget' ? { ...claim, measure: 'final' } : claim.measure === 'final' ? { ...claim, measure: 'amount' } : claim

const totalOf = (report: Report, form: FormId, code: string): string | null => {
  const cell = report.forms.find(({ id }) => id === form)?.rows.find((row) => row.code === code)?.cells.total
  return cell?.kind === 'figure' ? cell.figure.text : null
}

/**
 * Budgets often list their items right under the totals, without saying of which funds.
 * Where all funds and the general budget print the same amount for an item, both mean it.
 */
function scoped(report: Report, claim: Claim): Claim {
  const code = claim.topic === 'overall' && claim.subject?.startsWith('code:') ? claim.subject.slice('code:'.length) : null
  const total = code === null ? null : totalOf(report, 'expenditure', code)
  const sure = code !== null && total !== null && total === totalOf(report, 'generalBudgetExpenditure', code)
  return sure ? { ...claim, topic: 'expenditure' } : claim
}

/** A budget as the relations see it. */
export const asAccount = (report: Report): Report => ({
  ...report,
  forms: report.forms.map(plannedForm),
  claims: report.claims.map((claim) => scoped(report, plannedClaim(claim))),
})

const inOneAmount = (key: string): boolean => ONE_AMOUNT.has(key.split('|')[0] as FormId)

/** A cell's key as the account's view has it → as the budget itself has it. */
export const plannedKey = (key: string): string => (inOneAmount(key) ? key.replace(/\|final$/, '|budget') : key)
/** The inverse of `plannedKey`. */
export const accountKey = (key: string): string => (inOneAmount(key) ? key.replace(/\|budget$/, '|final') : key)
