import type { FormId } from '../../domain/form.ts'
import type { Topic } from '../../domain/report.ts'
import type { Said } from '../books/claims.ts'
import type { Reading } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { pairOutcome } from '../books/sums.ts'
import { ACCOUNT_TOPICS } from '../books/topics.ts'
import { type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'

/** Which form a code belongs to where it is spoken of. */
function formOfCode(topic: Topic): readonly [FormId, string] | null {
  if (topic.startsWith('generalBudget')) return ['generalBudgetExpenditure', 'total']
  if (topic === 'expenditure') return ['expenditure', 'total']
  if (topic === 'revenue') return ['revenue', 'total']
  if (topic === 'governmentFund') return ['governmentFund', 'expenditure']
  if (topic === 'stateCapital') return ['stateCapital', 'expenditure']
  return null
}

function formFigure(books: Books, said: Said): Reading {
  const { subject, claim } = said
  if (subject === null) return { kind: 'absent' }
  if (subject.startsWith('code:')) {
    const target = formOfCode(claim.topic)
    return target ? books.codeCell(target[0], subject.slice('code:'.length), target[1]) : { kind: 'absent' }
  }
  if (subject.startsWith('economic:')) return books.codeCell('basicExpenditure', subject.slice('economic:'.length), 'final')
  return books.cellOf(subject)
}

const told = (said: Said): Reading => ({ kind: 'figure', expr: said.expr, term: said.term })

/** Does the form that would print the figure print anything at all? An empty grid is no zero to hold a figure against. */
function formSpeaks(books: Books, reading: Reading): boolean {
  if (reading.kind !== 'blank') return true
  const id = reading.expr.kind === 'blank' ? reading.expr.term.key.split('|')[0] : undefined
  return books.forms.find((form) => form.id === id)?.hasFigures ?? false
}

function against(books: Books, said: Said, reading: Reading): Outcome | null {
  if (reading.kind === 'absent') return null
  if (reading.kind === 'blank' && !formSpeaks(books, reading)) return unchecked('表中没有数字')
  const total = said.subject !== null && !said.subject.includes(':')
  return pairOutcome(told(said), reading, { blanks: !total || reading.kind === 'figure' })
}

function finals(books: Books): Outcome[] {
  return books.said.flatMap((said): Outcome[] => {
    const { claim } = said
    if (claim.measure !== 'final' || !ACCOUNT_TOPICS.includes(claim.topic) || !books.isOfTheYear(said)) return []
    if (said.subject === null) return books.report.forms.length > 0 ? [unchecked('不知道这个数字说的是表中哪一项')] : []
    if (said.scope !== '') return [unchecked('说的是其中一部分，表中没有')]
    const outcome = against(books, said, formFigure(books, said))
    return outcome ? [outcome] : []
  })
}

function threePublicBudgets(books: Books): Outcome[] {
  return books.said.flatMap((said): Outcome[] => {
    if (said.claim.measure !== 'budget' || !said.subject?.startsWith('threePublic.') || !books.isOfTheYear(said) || said.scope !== '')
      return []
    const outcome = against(books, said, books.cellOf(said.subject, 'budget'))
    return outcome ? [outcome] : []
  })
}

/** Explanations against the forms. */
export const narrativeToForm: readonly Relation[] = [
  {
    id: 'narrative.form-final',
    title: '说明中的决算数等于决算表',
    kind: 'table-vs-narrative',
    compares: '情况说明中本年度的收入、支出、各类科目、人员和公用经费、“三公”经费、基金、国资决算数与相应的决算表',
    applies: '说明写明了项目，相应的表有数字；绩效、重点工作、附件自有口径，不比',
    wording: SHOULD_EQUAL,
    origin: '公开样式',
    outcomes: finals,
  },
  {
    id: 'narrative.form-three-public-budget',
    title: '说明中的“三公”经费预算数等于“三公”经费表',
    kind: 'table-vs-narrative',
    compares: '“三公”经费及各项的年初预算数与“三公”经费表的预算数',
    applies: '表中该项有数字',
    wording: SHOULD_EQUAL,
    origin: '公开样式',
    outcomes: threePublicBudgets,
  },
]
