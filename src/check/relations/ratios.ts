import { Decimal } from 'decimal.js'
import { decimalOf } from '../../domain/figure.ts'
import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { companions, finalFor } from '../books/pairs.ts'
import { sentenceOf } from '../books/text.ts'
import { amountOf, type Expr, exact, isPrinted, rangeOf, ratio, signed, total } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { judge } from '../judge.ts'
import { equal, type Outcome, type Relation, type Remark, unchecked } from '../relation.ts'
import { placeWords, sideOf } from '../wording.ts'
import { signedChange } from './changes.ts'
import { baseSubjects, basesFor } from './share-bases.ts'

const isZero = (expr: Expr): boolean => amountOf(expr)?.isZero() ?? false

/** 完成年初预算的 p %: execution ÷ budget, or its own rule where the budget is zero. */
function completions(books: Books): Outcome[] {
  return books.said.flatMap((said): Outcome[] => {
    if (said.claim.measure !== 'completion') return []
    const final = finalFor(books, said)
    const budgets = budgetsFor(books, said, final)
    const [budget, ...others] = budgets
    if (!final || !budget) return [unchecked('没有可比的预算数或决算数')]
    if (budgets.every(isZero)) return isZero(final) ? [misplacedRate(books, said, budget)] : [withoutBase(said, budget, final)]
    const base = isZero(budget) ? [] : [budget]
    const bases = ofOpening(books, said) || others.length === 0 ? base : [...base, ...others.filter((other) => !isZero(other))]
    const [first, ...rest] = bases
    if (!first) return isZero(final) ? [] : [withoutBase(said, budget, final)]
    const words = '决算数除以预算数'
    return [equal(said.expr, ratio(words, final, first), { alternatives: rest.map((other) => ratio(words, final, other)) })]
  })
}

/** Do the words right before the rate say 完成年初预算? Then no other budget is meant. */
function ofOpening(books: Books, said: Said): boolean {
  const text = sentenceOf(books, said)?.text ?? ''
  const at = text.lastIndexOf(said.term.printed.text)
  return /年初预算数?的?$/.test(text.slice(Math.max(0, at - 8), Math.max(0, at)))
}

function budgetsFor(books: Books, said: Said, final: Expr | null): readonly Expr[] {
  const near = companions(books, said, ['budget'])
  const adjusted = companions(books, said, ['adjusted'])
  const stated = [...near.slice(0, 1), ...adjusted.slice(0, 1)].map((other) => other.expr)
  if (stated.length > 0 || said.subject === null) return stated
  const cell = books.cellOf(said.subject, 'budget')
  if (said.subject.startsWith('threePublic.') && cell.kind === 'figure') return [cell.expr]
  return impliedBudget(books, said, final)
}

/** A budget that is not printed but follows: the final figure less its change against the budget, or nothing where the whole is nothing. */
function impliedBudget(books: Books, said: Said, final: Expr | null): readonly Expr[] {
  const [against] = companions(books, said, ['change']).filter((other) => other.claim.versus === 'budget')
  const change = against && signedChange(against)
  if (final && change)
    return [
      signed('决算数减去比预算增加的数额', [
        { sign: 1, expr: final },
        { sign: -1, expr: change },
      ]),
    ]
  const whole = said.subject?.startsWith('threePublic.') ? books.saying('threePublic.total', 'budget')[0] : undefined
  return whole && isZero(whole.expr) ? [whole.expr] : []
}

function withoutBase(said: Said, budget: Expr, final: Expr): Remark {
  const [left, right] = [sideOf(said.expr), sideOf(final)]
  return {
    state: 'inconsistent',
    kind: 'percentage',
    statement: `${left.what}写作${left.value}%，但预算数为${sideOf(budget).value}而决算数为${right.value}${right.unit ?? ''}：基数为零，完成率没有意义（${placeWords([left.where, right.where])}）。`,
    left,
    right: { ...right, what: `${right.what}（预算数为零）` },
    evidence: [],
    touches: [said.term.key],
  }
}

/** 0 of 0 says nothing; but where the item beside it has a budget and no rate, the rate stands with the wrong item. */
function misplacedRate(books: Books, said: Said, budget: Expr): Outcome {
  const parts = ['threePublic.overseas', 'threePublic.vehicles', 'threePublic.reception']
  const nothing = isPrinted(budget) || budget.kind === 'blank' ? rateOfNothing(said, budget) : unchecked('预算和决算都是零，完成率没有意义')
  if (said.subject === null || !parts.includes(said.subject)) return nothing
  const owner = parts.find((part) => {
    const cell = books.cellOf(part, 'budget')
    return (
      cell.kind === 'figure' &&
      !isZero(cell.expr) &&
      books.saying(part, 'final').length > 0 &&
      books.saying(part, 'completion').length === 0
    )
  })
  const cell = owner === undefined ? null : books.cellOf(owner, 'budget')
  if (cell?.kind !== 'figure') return nothing
  const [left, right] = [sideOf(said.expr), sideOf(cell.expr)]
  return {
    state: 'inconsistent',
    kind: 'percentage',
    statement: `${left.what}写作${left.value}%，但该项预算数为${sideOf(budget).value}，完成率没有意义；有预算的是${right.what}${right.value}${right.unit ?? ''}，那里却没有写完成率（${placeWords([left.where, right.where])}）。`,
    left,
    right,
    touches: [said.term.key],
  }
}

/** 完成年初预算的 0.00 % where there is no budget: a rate that says nothing. */
function rateOfNothing(said: Said, budget: Expr): Outcome {
  const [left, right] = [sideOf(said.expr), sideOf(budget)]
  return {
    state: 'text',
    kind: 'percentage',
    statement: `${left.what}写作${left.value}%，但该项没有预算（${right.what}${right.value}），完成率没有意义（${placeWords([left.where, right.where])}）。`,
    left,
    right,
    touches: [said.term.key],
  }
}

function shares(books: Books): Outcome[] {
  return books.said.flatMap((said): Outcome[] => {
    if (said.claim.measure !== 'share') return []
    const [part] = companions(books, said, ['final', 'amount', 'execution']).filter((other) => other.claim.item === said.claim.item)
    const { exprs, sure } = basesFor(books, said)
    const [base, ...others] = exprs
    if (!part || !base) return [unchecked('不知道占比的分子或分母')]
    const words = '按所印金额计算的占比'
    const alternatives = others.map((other) => ratio(words, part.expr, other))
    const cause = forced(books, said, base)
    const outcome = equal(said.expr, ratio(words, part.expr, base), {
      alternatives,
      ...wholeness(said, part.expr, base),
      ...(cause ? { cause } : {}),
    })
    if (judge(outcome).judgement !== 'inconsistent') return [outcome]
    if (!sure) return [unchecked('没有印出占比所说的总额')]
    return [isPlannedMoney(said, part.expr, base) ? unchecked('自评的资金可能按预算数，与决算数口径不同') : outcome]
  })
}

/** Self-evaluations often count what was planned: all of it is more than what was spent. */
const isPlannedMoney = ({ claim }: Said, part: Expr, base: Expr): boolean =>
  (claim.topic === 'performance' || claim.topic === 'attachment') && (amountOf(part)?.gt(amountOf(base) ?? 0) ?? false)

const ENOUGH = 3

/** Shares printed as 100 in all where the amounts round to a little more or less: a last digit was moved so that they do. */
function forced(books: Books, said: Said, base: Expr): string | null {
  const places = Math.max(0, said.term.figure.decimals)
  const group = books.said.filter(
    ({ claim }) =>
      claim.measure === 'share' && claim.section === said.claim.section && claim.of === said.claim.of && claim.topic === said.claim.topic,
  )
  const rounded = group.map((one) => {
    const [part] = companions(books, one, ['final', 'amount']).filter((other) => other.claim.item === one.claim.item)
    return part && amountOf(ratio('', part.expr, base))?.toDecimalPlaces(places)
  })
  const right = rounded.reduce<Decimal | null>((sum, one) => (sum && one ? sum.plus(one) : null), new Decimal(0))
  const printed = group.reduce((sum, one) => sum.plus(decimalOf(one.term.figure)), new Decimal(0))
  const own = rounded[group.indexOf(said)]
  const step = own?.minus(decimalOf(said.term.figure)).abs()
  if (group.some((one) => one.term.figure.decimals !== said.term.figure.decimals)) return null
  if (group.length < ENOUGH || !right || right.eq(100) || !printed.eq(100) || !step?.eq(Decimal.pow(10, -places))) return null
  return `各项占比印作的合计恰为100%，按金额四舍五入的合计是${right.toFixed(places)}%，为凑足100%改动了末位。`
}

/** What is 100 % of something is all of it: the two amounts say it more plainly than the rate. */
function wholeness(said: Said, part: Expr, base: Expr): { readonly remark?: string } {
  const [a, b] = [amountOf(part), amountOf(base)]
  if (!/^100(\.0+)?$/.test(said.term.figure.text) || !a || !b || a.eq(b)) return {}
  return { remark: `占100%则两数应相等，而${a.toFixed()}与${b.toFixed()}相差${b.minus(a).abs().toFixed()}` }
}

/** Shares of one whole add up to 100 % where the amounts they belong to add up to the whole. */
function shareSums(books: Books): Outcome[] {
  const all = books.said.filter((said) => said.claim.measure === 'share' && said.subject !== null)
  const groups = groupedBy(all, (said) => [said.claim.section, said.claim.topic, said.scope, baseSubjects(books, said)[0] ?? ''].join('|'))
  return [...groups.values()].flatMap((group): Outcome[] => {
    if (group.length < 2) return []
    const parts = group.map((said) => companions(books, said, ['final', 'amount'])[0]?.expr)
    const amounts = parts.filter((expr): expr is Expr => expr !== undefined)
    const spent = total('各项金额相加', amounts)
    const whole = group
      .flatMap((said) => basesFor(books, said).exprs)
      .find((base) => judge(equal(spent, base)).judgement !== 'inconsistent')
    if (amounts.length < group.length || !whole) return [unchecked('各项金额之和不是总额，占比之和不必是100%')]
    const sum = total(
      '各项占比之和',
      group.map((said) => said.expr),
    )
    // Parts that are a cent short of a small whole are not all of it in per cent either.
    const alternatives = [ratio('各项金额相加的占比', spent, whole)]
    return rangeOf(sum) ? [equal(sum, exact('应有的', '100', '%', group.at(-1)?.claim.where ?? null), { alternatives })] : []
  })
}

/** Percentages of the explanations. */
export const ratios: readonly Relation[] = [
  {
    id: 'ratio.completion',
    title: '完成率等于决算数除以预算数',
    kind: 'percentage',
    compares: '“完成年初预算的…%”与同一处的决算数、预算数；预算为零而有决算的完成率本身就是错误',
    applies: '同一句（节）里有预算数和决算数，“三公”经费也取自表中',
    wording: '{left}，与{right}相差{difference}',
    origin: '算术',
    outcomes: completions,
  },
  {
    id: 'ratio.share',
    title: '占比等于金额除以所占的总额',
    kind: 'percentage',
    compares: '“占…的…%”与同一句的金额和所说的总额；总额有几种说法时合其中一种即可',
    applies: '知道分子和分母',
    wording: '{left}，与{right}相差{difference}',
    origin: '算术',
    outcomes: shares,
  },
  {
    id: 'ratio.shares-to-100',
    title: '各项占比之和为 100%',
    kind: 'percentage',
    compares: '同一总额的各项占比之和与 100%',
    applies: '各项金额之和等于总额',
    wording: '{left}，与{right}相差{difference}',
    origin: '算术',
    outcomes: shareSums,
  },
]
