import { type Said, subjectIn } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { sentenceOf } from '../books/text.ts'
import { amountOf, type Expr } from '../expression.ts'

/** What a share may be a share of, the likeliest first. */
export interface Bases {
  readonly exprs: readonly Expr[]
  /** Is the first one what the words name? Otherwise the whole may be another, which nothing prints. */
  readonly sure: boolean
}

/** Subjects that words may mean; the first is what they say, the others what is easily said for it. */
type Meant = readonly string[]

const PURSES: readonly (readonly [RegExp, string])[] = [
  [/政府性基金/, 'governmentFund'],
  [/国有资本/, 'stateCapital'],
  [/一般公共|一般预算/, 'generalBudget'],
  [/财政拨款/, 'fiscal'],
]

/** Things of their own, whatever they are paid from. */
const THINGS: readonly (readonly [RegExp, Meant])[] = [
  [/小微企业/, ['procurement.micro']],
  [/中小企业/, ['procurement.sme']],
  [/货物/, ['procurement.goods']],
  [/工程/, ['procurement.works']],
  [/服务(?:支出|采购|类)/, ['procurement.services']],
  [/采购/, ['procurement.total']],
  [/三公/, ['threePublic.total']],
  [/公务用车/, ['threePublic.vehicles']],
  [/公务接待/, ['threePublic.reception']],
  [/人员经费/, ['personnel']],
  [/公用经费/, ['public']],
  [/机关运行经费/, ['operating']],
]

const KINDS: readonly (readonly [RegExp, Readonly<Record<string, Meant>>])[] = [
  [/项目支出|项目经费/, { all: ['expenditure.project', 'generalBudget.project'], generalBudget: ['generalBudget.project'] }],
  [/基本支出/, { all: ['expenditure.basic', 'generalBudget.basic'], generalBudget: ['generalBudget.basic'] }],
  [/收[、和]?支|(?:收入|支出)总计/, { all: ['total.both'], fiscal: ['fiscal.both'] }],
  [/总收入/, { all: ['revenue.total', 'total.both'] }],
  [/总支出/, { all: ['expenditure.total', 'total.both'] }],
  [
    /收入/,
    {
      all: ['revenue.total'],
      fiscal: ['fiscal.revenue', 'revenue.appropriation', 'revenue.total'],
      generalBudget: ['generalBudget.revenue', 'fiscal.revenue', 'revenue.appropriation'],
      governmentFund: ['governmentFund.revenue'],
      stateCapital: ['stateCapital.revenue'],
    },
  ],
  [
    /支出/,
    {
      all: ['expenditure.total', 'generalBudget.expenditure', 'fiscal.expenditure', 'total.both', 'fiscal.both'],
      fiscal: ['fiscal.expenditure', 'generalBudget.expenditure', 'expenditure.total'],
      generalBudget: ['generalBudget.expenditure', 'fiscal.expenditure', 'expenditure.total'],
      governmentFund: ['governmentFund.expenditure'],
      stateCapital: ['stateCapital.expenditure'],
    },
  ],
]

const WHOLE_YEAR = /本年|全年|总|合计|部门/
const ONE_BUDGET = /一般公共|一般预算/

/** 占…: by the fund and the kind that the words name, never by one of them alone. */
function meantBy(words: string, { topic, section }: Said['claim']): Meant {
  const thing = THINGS.find(([pattern]) => pattern.test(words))
  if (thing) return thing[1]
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1]
  const purse = PURSES.find(([pattern]) => pattern.test(words))?.[1] ?? 'all'
  const meant = kind?.[purse] ?? []
  const [first] = meant
  if (first === undefined || (purse === 'all' && WHOLE_YEAR.test(words))) return meant
  // In a section on one budget 占支出、占财政拨款支出 is that budget's; 占本年支出合计 says otherwise.
  const ofAll = purse === 'all' && first === 'expenditure.total' && topic.startsWith('generalBudget')
  const own = ofAll ? 'generalBudget.expenditure' : purse === 'fiscal' && !ONE_BUDGET.test(section) ? first : subjectIn(topic, first)
  return [...new Set([own ?? first, ...meant])]
}

/** Where the words name no base: what the section's shares are shares of. */
const TOPIC_BASES: Readonly<Record<string, Meant>> = {
  revenue: ['revenue.total'],
  expenditure: ['expenditure.total'],
  'generalBudget.structure': ['generalBudget.expenditure', 'fiscal.expenditure'],
  'generalBudget.detail': ['generalBudget.expenditure', 'fiscal.expenditure', 'expenditure.total'],
}
const VEHICLES = /^threePublic\.vehicle(?:Purchase|Operation)$/

/** “三公”经费支出决算中，…占…: the total stands in an earlier paragraph. */
function ofThreePublic(books: Books, said: Said): Meant {
  if (said.claim.topic !== 'threePublic' || !said.subject?.startsWith('threePublic.')) return []
  if (!/三公/.test(sentenceOf(books, said)?.text ?? '')) return []
  const beside = books.said.some(({ claim, subject }) => claim.sentence === said.claim.sentence && subject === 'threePublic.vehicles')
  if (!VEHICLES.test(said.subject)) return ['threePublic.total']
  return beside ? ['threePublic.vehicles', 'threePublic.total'] : ['threePublic.total', 'threePublic.vehicles']
}

/** The subjects whose amounts a share may be a share of. */
export function baseSubjects(books: Books, said: Said): Meant {
  const { of, topic } = said.claim
  if (of !== null) return meantBy(of, said.claim)
  return TOPIC_BASES[topic] ?? ofThreePublic(books, said)
}

const FAR = 1e6

function amountsOf(books: Books, said: Said, subject: string): readonly Expr[] {
  // The total stands before its shares.
  const distance = ({ claim }: Said): number => {
    const by = said.claim.sentence - claim.sentence
    return by >= 0 ? by : FAR - by
  }
  const stated = [said.scope, ''].flatMap((scope) =>
    (['final', 'amount'] as const)
      .flatMap((measure) => books.saying(subject, measure, undefined, scope))
      .sort((a, b) => distance(a) - distance(b)),
  )
  if (said.scope !== '') return stated.filter(({ scope }) => scope === said.scope).map(({ expr }) => expr)
  const cell = books.cellOf(subject)
  return [...stated.map(({ expr }) => expr), ...(cell.kind === 'figure' ? [cell.expr] : [])]
}

const coreOf = (words: string): string => words.replace(/本年度?|全年|部门|总额|总计|合计|决算数?|预算数?|20\d\d年度?|[的了\s]/g, '')

/** The amounts that the words name outright: what the share is listed under, or what the section tells by the same name. */
function named(books: Books, { claim, scope }: Said): readonly Expr[] {
  const amounts = books.said.filter((other) => ['final', 'amount'].includes(other.claim.measure) && other.claim.figure.unit !== '%')
  if (claim.of === null) return amounts.filter((other) => other.claim.id === claim.partOf).map(({ expr }) => expr)
  const words = coreOf(claim.of)
  const same = amounts.filter(
    (other) =>
      other.claim.section === claim.section &&
      other.scope === scope &&
      other.claim.sentence <= claim.sentence &&
      coreOf(other.claim.item) === words,
  )
  return words.length < 2 ? [] : same.reverse().map(({ expr }) => expr)
}

const isZero = (expr: Expr): boolean => amountOf(expr)?.isZero() ?? false

/** What `said`, a share, may be a share of. */
export function basesFor(books: Books, said: Said): Bases {
  const told = named(books, said)
  const [first, ...others] = baseSubjects(books, said)
  const meant = first === undefined ? [] : amountsOf(books, said, first)
  const exprs = [...told, ...meant, ...others.flatMap((subject) => amountsOf(books, said, subject))].filter((expr) => !isZero(expr))
  return { exprs, sure: [...told, ...meant].some((expr) => !isZero(expr)) }
}
