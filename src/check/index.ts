import type { CheckResult, Finding } from '../domain/finding.ts'
import { asAccount } from '../domain/planned.ts'
import type { Report } from '../domain/report.ts'
import { Books } from './books/index.ts'
import { forBudgets, inBudgetWords } from './budget-view.ts'
import { type Case, caseOf, findingOf, remarkFinding } from './case.ts'
import { isOfWording, RELATIONS } from './catalogue.ts'
import { withCauses } from './causes.ts'
import { judge } from './judge.ts'
import { Ledger } from './ledger.ts'
import { FROM_PICTURE, isSeenInPictures } from './recognised.ts'
import type { Relation } from './relation.ts'
import { groupByRoot } from './roots.ts'

export { RELATIONS } from './catalogue.ts'
export type { Relation } from './relation.ts'
export { acrossYears } from './relations/across-years.ts'

/**
 * Runs every relation that a report owes.
 * @param prior last year's report of the same department, when the store has it
 * @returns findings (errors first, each with the effects that follow from it) and what became of every object looked at
 */
export function checkReport(report: Report, prior: Report | null = null, relations: readonly Relation[] = RELATIONS): CheckResult {
  if (report.meta.kind !== 'budget') return run(report, prior, relations)
  return inBudgetWords(run(asAccount(report), prior && asAccount(prior), forBudgets(relations)))
}

function run(report: Report, prior: Report | null, relations: readonly Relation[]): CheckResult {
  const books = new Books(report, prior)
  const ledger = new Ledger()
  const cases: Case[] = []
  const remarks: Finding[] = []
  const paragraphs = Math.max(1, report.outline?.paragraphs.length ?? 0)
  for (const relation of relations) {
    for (const outcome of relation.outcomes(books)) {
      switch (outcome.state) {
        case 'passed':
          if (isOfWording(relation)) ledger.read(paragraphs)
          else ledger.count('passed', outcome.count)
          break
        case 'unchecked':
          ledger.leaveOpen(relation.id, outcome.reason, outcome.count)
          break
        case 'compare':
          cases.push(caseOf(relation, outcome, judge(outcome)))
          break
        default:
          if (isSeenInPictures(report, relation, outcome)) {
            ledger.leaveOpen(relation.id, FROM_PICTURE)
            break
          }
          remarks.push(remarkFinding(relation, outcome))
          ledger.count(outcome.state)
      }
    }
  }
  const distinct = withoutRepeats(cases)
  for (const made of distinct) {
    const { judgement } = made.judged
    if (judgement === 'undefined') ledger.leaveOpen(made.relation.id, '基数为零，比率没有意义')
    else ledger.count(judgement)
  }
  for (const record of report.records) for (const { verdict } of [record, ...record.effects]) ledger.count(verdict)
  const errors = withCauses(groupByRoot(distinct, books), books)
  const rounding = distinct.filter((made) => made.judged.judgement === 'rounding').map((made) => findingOf(made, 'rounding'))
  return { findings: [...errors, ...remarks, ...report.records, ...rounding], coverage: ledger.close() }
}

/** Overlapping relations say one thing twice: the first row of the catalogue that compares the same figures in the same way keeps it. */
function withoutRepeats(cases: readonly Case[]): readonly Case[] {
  const seen = new Set<string>()
  return cases.filter((made) => {
    const signature = `${made.comparison.op}|${[...made.keys].sort().join('&')}`
    if (made.keys.size === 0 || !seen.has(signature)) {
      seen.add(signature)
      return true
    }
    return false
  })
}
