import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { companions, finalFor } from '../books/pairs.ts'
import { amountOf, type Expr, signed } from '../expression.ts'
import { judge } from '../judge.ts'
import { atMost, equal, type Outcome, type Relation, type Remark, SHOULD_EQUAL, unchecked } from '../relation.ts'
import { placeWords, sideOf } from '../wording.ts'

/** The change with its sign: 减少 5 is −5, 增加(减少)-5 is what is printed; 减少-5 says nothing certain. */
export function signedChange(said: Said): Expr | null {
  const negative = said.term.figure.text.startsWith('-')
  switch (said.claim.direction) {
    case 'up':
    case 'either':
      return said.expr
    case 'down':
      return negative ? null : { kind: 'negated', expr: said.expr }
    default:
      return said.term.figure.text.match(/^-?0(\.0+)?$/) ? said.expr : null
  }
}

const changesAgainst = (books: Books, versus: 'priorYear' | 'budget'): readonly Said[] =>
  books.said.filter((said) => said.claim.measure === 'change' && said.claim.versus === versus && books.isOfTheYear(said))

function priorFor(books: Books, said: Said): readonly Expr[] {
  const stated = books.said.filter(
    (other) =>
      other.subject !== null && other.subject === said.subject && isPrior(books, other) && other.claim.section === said.claim.section,
  )
  return stated.map((other) => other.expr)
}

const isPrior = (books: Books, said: Said): boolean =>
  said.claim.measure === 'prior' || (said.claim.measure === 'final' && said.claim.year === books.year - 1)

/** p % = change ÷ (final − change): the prior year is implied. */
function growth(books: Books): Outcome[] {
  return books.said.flatMap((said): Outcome[] => {
    if (said.claim.measure !== 'growth' || said.claim.versus === 'budget') return []
    const [partner] = companions(books, said, ['change']).filter((other) => other.claim.versus !== 'budget')
    const [rate, change, final] = [signedChange(said), partner && signedChange(partner), finalFor(books, said)]
    if (!rate || !partner) return [unchecked('增减率旁边没有增减额')]
    if (!change || !final) return [unchecked('增减方向或本年数不明')]
    const base = amountOf(final)?.minus(amountOf(change) ?? 0)
    if (base?.isZero())
      return [amountOf(final)?.isZero() ? unchecked('上年数和本年数都是零，增减率没有意义') : growthOfNothing(said, final)]
    // Nothing can grow by more than it is: last year's figure would be below zero.
    if (base?.isNegative()) return [atMost(change, final), equal(rate, growthOf(final, change))]
    return [equal(rate, growthOf(final, change))]
  })
}

/** 增长 100 % from nothing: a rate that says nothing. */
function growthOfNothing(said: Said, final: Expr): Remark {
  const [left, right] = [sideOf(said.expr), sideOf(final)]
  return {
    state: 'text',
    statement: `${left.what}写作${left.value}%，但由本年数${right.value}${right.unit ?? ''}和增减额推算的上年数为零，增减率没有意义（${placeWords([left.where, right.where])}）。`,
    left,
    right,
    touches: [said.term.key],
  }
}

const growthOf = (final: Expr, change: Expr): Expr => ({ kind: 'growth', what: '按本年数和增减额推算的增减率', final, change })

function priorPlusChange(books: Books): Outcome[] {
  return changesAgainst(books, 'priorYear').flatMap((said): Outcome[] => {
    const [prior] = priorFor(books, said)
    const [change, final] = [signedChange(said), finalFor(books, said)]
    if (!prior || !change || !final) return []
    const difference = signed('本年数减上年数', [
      { sign: 1, expr: final },
      { sign: -1, expr: prior },
    ])
    return [equal(change, difference)]
  })
}

/** The prior year that this year's total and its change imply, against any prior-year figure printed anywhere: only a remainder is told. */
function impliedPrior(books: Books): Outcome[] {
  const totals = changesAgainst(books, 'priorYear').filter((said) =>
    ['total.both', 'fiscal.both', 'expenditure.total', 'generalBudget.expenditure'].includes(said.subject ?? ''),
  )
  const printed = books.said.filter((said) => isPrior(books, said) && said.claim.topic === 'attachment')
  return totals.flatMap((said): Outcome[] => {
    const [change, final] = [signedChange(said), finalFor(books, said)]
    if (!change || !final) return []
    const implied = signed('本年数减增减额', [
      { sign: 1, expr: final },
      { sign: -1, expr: change },
    ])
    const [same] = printed.filter((other) => judge(equal(other.expr, implied)).judgement !== 'inconsistent')
    return same ? [equal(implied, same.expr)] : []
  })
}

function againstBudget(books: Books): Outcome[] {
  return changesAgainst(books, 'budget').flatMap((said): Outcome[] => {
    const [stated] = companions(books, said, ['budget', 'adjusted'])
    const cell = said.subject?.startsWith('threePublic.') ? books.cellOf(said.subject, 'budget') : null
    const budget = stated?.expr ?? (cell?.kind === 'figure' ? cell.expr : null)
    const [change, final] = [signedChange(said), finalFor(books, said)]
    if (!budget || !change || !final) return [unchecked('没有可比的预算数或决算数')]
    const difference = signed('决算数减预算数', [
      { sign: 1, expr: final },
      { sign: -1, expr: budget },
    ])
    return [equal(change, difference)]
  })
}

/** Parts of 三公 change as the whole does: their changes add up. */
const THREE_PUBLIC_PARTS = ['threePublic.overseas', 'threePublic.vehicles', 'threePublic.reception']

/** A part that nothing was spent on, in the words as in the form, and that no word says has changed. */
function isNothing(books: Books, subject: string): boolean {
  const said = books.saying(subject, 'final').map(({ expr }) => expr)
  const cell = books.cellOf(subject, 'final')
  const spent = [...said, ...(cell.kind === 'figure' ? [cell.expr] : [])]
  const changes = books.said.filter((one) => one.subject === subject && (one.claim.measure === 'change' || one.claim.measure === 'prior'))
  return spent.length > 0 && [...spent, ...changes.map(({ expr }) => expr)].every((expr) => amountOf(expr)?.isZero())
}

function threePublicChanges(books: Books): Outcome[] {
  const of = (subject: string): Said | undefined =>
    changesAgainst(books, 'priorYear').find((said) => said.subject === subject && said.claim.topic === 'threePublic')
  const whole = of('threePublic.total')
  const parts = THREE_PUBLIC_PARTS.flatMap((subject) => of(subject) ?? [])
  if (!whole || parts.length === 0) return []
  const [left, ...rights] = [whole, ...parts].map(signedChange)
  if (!left || rights.some((expr) => expr === null)) return [unchecked('增减方向不明')]
  // Parts that are not mentioned did not change; only a full list can be added up.
  const silent = THREE_PUBLIC_PARTS.filter((subject) => !parts.some((part) => part.subject === subject))
  if (!silent.every((subject) => isNothing(books, subject))) return [unchecked('没有写全三项的增减额')]
  const sum = signed(
    '三项增减额相加',
    rights.flatMap((expr) => (expr ? [{ sign: 1 as const, expr }] : [])),
  )
  return [equal(sum, left)]
}

/** Changes against last year and against the budget. */
export const changes: readonly Relation[] = [
  {
    id: 'change.growth',
    title: '增减率等于增减额除以上年数',
    kind: 'yoy',
    compares: '“增长（下降）…%”与同一处的增减额和本年数（上年数＝本年数－增减额）',
    applies: '同一处有增减额和本年数，方向明确，上年数不为零',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: growth,
  },
  {
    id: 'change.prior',
    title: '增减额等于本年数减上年数',
    kind: 'yoy',
    compares: '增减额与同一节所写的本年数、上年数',
    applies: '同一节写出了上年数',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: priorPlusChange,
  },
  {
    id: 'change.implied-prior',
    title: '推算的上年数与附件中的上年数',
    kind: 'yoy',
    compares: '收支总计等的本年数减增减额与自评报告所写的上年决算数；口径可能不同，只提示尾差',
    applies: '两个数字相近',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: impliedPrior,
  },
  {
    id: 'change.budget',
    title: '比预算增减的数额等于决算数减预算数',
    kind: 'budget-execution',
    compares: '“比年初预算增加（减少）…”与决算数、预算数',
    applies: '方向明确，预算数、决算数都有',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: againstBudget,
  },
  {
    id: 'change.three-public-parts',
    title: '“三公”经费各项增减额之和等于总的增减额',
    kind: 'yoy',
    compares: '出国、公车、接待三项与上年相比的增减额和总额的增减额',
    applies: '三项都写了增减额，没有写的一项决算为零',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: threePublicChanges,
  },
]
