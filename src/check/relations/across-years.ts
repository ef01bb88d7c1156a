import { NO_LAST_YEAR } from '../../domain/finding.ts'
import type { Said } from '../books/claims.ts'
import { Books } from '../books/index.ts'
import { finalFor } from '../books/pairs.ts'
import { type Expr, signed, type Term } from '../expression.ts'
import { equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'
import { signedChange } from './changes.ts'

/** Last year's own figure, named and keyed apart from this year's. */
function ofLastYear(books: Books, subject: string): Expr | null {
  const cell = books.cellOf(subject)
  const term = cell.kind === 'figure' ? cell.term : books.saying(subject, 'final')[0]?.term
  return term ? { kind: 'fact', term: inYear(term, books.year) } : null
}

/** Its place is in another document, so none is given here. */
const inYear = (term: Term, year: number): Term => ({
  ...term,
  key: `${year}|${term.key}`,
  what: `${year}年度报告${term.what}`,
  where: { page: null, line: null, raw: term.where.raw },
})

function impliedPrior(books: Books, said: Said): Expr | null {
  const [change, final] = [signedChange(said), finalFor(books, said)]
  if (!change || !final) return null
  return signed(`由本年“${said.claim.item}”和增减额推算的上年数`, [
    { sign: 1, expr: final },
    { sign: -1, expr: change },
  ])
}

function againstLastYear(books: Books): Outcome[] {
  if (books.prior === null) return [unchecked(NO_LAST_YEAR)]
  const prior = new Books(books.prior)
  if (prior.year !== books.year - 1) return [unchecked('另一份报告不是上一年度的')]
  return books.said.flatMap((said): Outcome[] => {
    const { measure, versus } = said.claim
    const { subject } = said
    if (subject === null || subject.includes(':') || !books.isOfTheYear(said)) return []
    if (measure !== 'prior' && !(measure === 'change' && versus === 'priorYear')) return []
    const [told, then] = [measure === 'prior' ? said.expr : impliedPrior(books, said), ofLastYear(prior, subject)]
    return told && then ? [equal(told, then, { remark: '上年数可能因口径调整而重列' })] : [unchecked('上年报告没有同一项')]
  })
}

/** This year's comparison against last year's own report. */
export const acrossYears: readonly Relation[] = [
  {
    id: 'prior.report',
    title: '与上年相比的数字与上年报告一致',
    kind: 'yoy',
    compares: '本年报告所写（或由增减额推算）的上年数与上年报告的决算数',
    applies: '知识库里有同一部门上一年度的报告',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: againstLastYear,
  },
]
