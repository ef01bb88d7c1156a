import type { CheckResult, Finding, FindingSide } from '../domain/finding.ts'
import type { FormId } from '../domain/form.ts'
import type { Claim, Form, FormRow, Report } from '../domain/report.ts'
import { type Outcome, passed, type Relation, type Remark, unchecked } from './relation.ts'

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

/** What only a final account owes, or what budgets of different places are not all made of. */
const ACCOUNTS_ONLY = /^disclosure\.|^list\.defined-parts$/
const NOT_FOR_BUDGETS = '只对部门决算成立，这是部门预算'

/** What a final account may not say and every budget does: assets are told as they were before the year, 三公 in 万元 beside tables in 元. */
const USUAL: Readonly<Record<string, (remark: Remark) => boolean>> = {
  'year.text': (remark) => /12月31日/.test(remark.left?.where?.raw ?? ''),
  'unit.forms': (remark) => /三公/.test(remark.statement) && remark.left?.where?.raw === '万元',
}

function* withoutUsual(outcomes: Iterable<Outcome>, usual: (remark: Remark) => boolean): Iterable<Outcome> {
  for (const outcome of outcomes)
    yield (outcome.state === 'text' || outcome.state === 'inconsistent') && usual(outcome) ? passed() : outcome
}

/** The catalogue as it holds for budgets; what does not is told as unchecked. */
export const forBudgets = (relations: readonly Relation[]): Relation[] =>
  relations.map((relation) => {
    const usual = USUAL[relation.id]
    if (ACCOUNTS_ONLY.test(relation.id)) return { ...relation, outcomes: () => [unchecked(NOT_FOR_BUDGETS)] }
    return usual === undefined ? relation : { ...relation, outcomes: (books) => withoutUsual(relation.outcomes(books), usual) }
  })

const words = (text: string): string => text.replace(/(?:年初预算|决算)(?=数|总表|表|支出|收入|明细)/g, '预算')
const side = (one: FindingSide | null): FindingSide | null => (one === null ? null : { ...one, what: words(one.what) })
const key = (touched: string): string =>
  ONE_AMOUNT.has(touched.split('|')[0] as FormId) ? touched.replace(/\|final$/, '|budget') : touched

/** Remarks quote the report's own words, which stay as they are; comparisons speak of what was compared. */
const finding = (one: Finding): Finding => ({
  ...one,
  ...(one.verdict === 'text' ? {} : { statement: words(one.statement), left: side(one.left), right: side(one.right) }),
  likelyCause: one.likelyCause && words(one.likelyCause),
  touches: one.touches.map(key),
  effects: one.effects.map(finding),
})

/** What was found, in the words and keys of the budget. */
export const inBudgetWords = (result: CheckResult): CheckResult => ({ ...result, findings: result.findings.map(finding) })
