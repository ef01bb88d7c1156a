import type { CheckResult, Finding, FindingSide } from '../domain/finding.ts'
import { plannedKey } from '../domain/planned.ts'
import { type Outcome, passed, type Relation, type Remark, unchecked } from './relation.ts'

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

/** Remarks quote the report's own words, which stay as they are; comparisons speak of what was compared. */
const finding = (one: Finding): Finding => ({
  ...one,
  ...(one.verdict === 'text' ? {} : { statement: words(one.statement), left: side(one.left), right: side(one.right) }),
  likelyCause: one.likelyCause && words(one.likelyCause),
  touches: one.touches.map(plannedKey),
  effects: one.effects.map(finding),
})

/** What was found, in the words and keys of the budget. */
export const inBudgetWords = (result: CheckResult): CheckResult => ({ ...result, findings: result.findings.map(finding) })
