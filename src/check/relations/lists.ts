import type { Measure } from '../../domain/report.ts'
import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { sentenceOf, sentenceTexts } from '../books/text.ts'
import { ACCOUNT_TOPICS } from '../books/topics.ts'
import { amountOf, total } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { judge } from '../judge.ts'
import { atMost, equal, type Outcome, passed, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'
import { digitsOf } from '../wording.ts'

/** Wholes that the official filling instructions define as the sum of these parts. */
const WHOLES: readonly { readonly whole: string; readonly parts: readonly string[]; readonly needs: number }[] = [
  {
    whole: 'expenditure.total',
    parts: ['expenditure.basic', 'expenditure.project', 'expenditure.toSuperior', 'expenditure.business', 'expenditure.toSubordinate'],
    needs: 2,
  },
  { whole: 'generalBudget.expenditure', parts: ['generalBudget.basic', 'generalBudget.project'], needs: 2 },
  {
    whole: 'revenue.total',
    parts: [
      'revenue.appropriation',
      'revenue.superiorSubsidy',
      'revenue.undertaking',
      'revenue.business',
      'revenue.subordinate',
      'revenue.other',
    ],
    // 其中：财政拨款 alone is no list of all sources; its share says whether it is the whole.
    needs: 2,
  },
  { whole: 'generalBudget.basic', parts: ['personnel', 'public'], needs: 2 },
  { whole: 'threePublic.total', parts: ['threePublic.overseas', 'threePublic.vehicles', 'threePublic.reception'], needs: 3 },
  { whole: 'threePublic.vehicles', parts: ['threePublic.vehiclePurchase', 'threePublic.vehicleOperation'], needs: 2 },
  { whole: 'procurement.total', parts: ['procurement.goods', 'procurement.works', 'procurement.services'], needs: 1 },
]

/** Places that tell the fiscal income by purse name these in its place. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'revenue.appropriation': ['generalBudget.revenue', 'governmentFund.revenue', 'stateCapital.revenue'],
}

/** Amounts of a subject: those of the whole department, or those told in the section and the scope of another. */
const amounts = (books: Books, subject: string, beside?: Said, scope = beside?.scope): readonly Said[] =>
  (['final', 'amount'] as const)
    .flatMap((measure) => books.saying(subject, measure, undefined, scope))
    .filter((said) => said.claim.topic !== 'performance' && said.claim.topic !== 'attachment')
    .filter((said) => beside === undefined || said.claim.section === beside.claim.section)

/** The same in every scope: units told one by one add up each for itself. */
const wholesOf = (books: Books, subject: string): readonly Said[] => {
  const scopes = new Set(books.said.filter((said) => said.subject === subject).map(({ scope }) => scope))
  return [...scopes].flatMap((scope) => amounts(books, subject, undefined, scope))
}

/** Parts in the same section as their whole; every part that is said counts once. */
function definedParts(books: Books): Outcome[] {
  return WHOLES.flatMap(({ whole, parts, needs }) =>
    wholesOf(books, whole).flatMap((said): Outcome[] => {
      const inSection = (part: string): readonly Said[] => amounts(books, part, said).slice(0, 1)
      const found = parts.flatMap((part) => {
        const own = inSection(part)
        return own.length > 0 ? own : (INSTEAD[part] ?? []).flatMap(inSection)
      })
      if (found.length < needs || found.length === 0) return []
      return [
        equal(
          total(
            `${found.map((part) => part.claim.item).join('、')}相加`,
            found.map((part) => part.expr),
          ),
          said.expr,
        ),
      ]
    }),
  )
}

/** Goods, works and services cannot exceed the whole; nor can what went to small businesses. */
function procurementShares(books: Books): Outcome[] {
  const [whole] = amounts(books, 'procurement.total')
  if (!whole) return []
  const within: readonly (readonly [string, string])[] = [
    ['procurement.sme', 'procurement.total'],
    ['procurement.micro', 'procurement.sme'],
  ]
  const [reserved, other, reservedMicro] = ['procurement.reservedSme', 'procurement.otherSme', 'procurement.reservedMicro'].map(
    (subject) => books.saying(subject, 'amount')[0],
  )
  return [
    ...within.flatMap(([part, limit]) => {
      const [left, right] = [amounts(books, part)[0], amounts(books, limit)[0]]
      return left && right ? [atMost(left.expr, right.expr)] : []
    }),
    // What was reserved for small businesses and what they won besides are two parts of one whole.
    ...(reserved && other ? [atMost(total('中小企业在预留项目和其他项目中的金额相加', [reserved.expr, other.expr]), whole.expr)] : []),
    ...(reserved && reservedMicro ? [atMost(reservedMicro.expr, reserved.expr)] : []),
  ]
}

const ENUMERATED: readonly Measure[] = ['final', 'amount', 'execution', 'budget', 'prior']
const OPEN_END = /等(方面|项目|支出|工作|费用|用途)?[。；，,;]|主要(用于|包括)[^。]*等/

/** A list under a stated amount. It may name only the main items, so a shortfall counts only where the list is long and closed. */
function listed(books: Books): Outcome[] {
  const children = groupedBy(
    books.said.filter((said) => said.claim.partOf !== null && ENUMERATED.includes(said.claim.measure)),
    (said) => `${said.claim.partOf}`,
  )
  return [...children].flatMap(([parent, listedParts]): Outcome[] => {
    const more = listedParts.flatMap((part) => enumerated(books, part)).filter((part) => !listedParts.includes(part))
    const parts = [...listedParts, ...more]
    const whole = books.said.find((said) => said.claim.id === parent)
    if (!whole || !ENUMERATED.includes(whole.claim.measure) || isDefined(whole, parts)) return []
    const inner = parts.filter((part) => part.term.figure.unit === whole.term.figure.unit && sameKind(part, whole) && !nested(part, parts))
    const divisions = divided(inner, whole)
    if (divisions.length > 1) return [passed(divisions.length)]
    if (inner.length === 0 || new Set(inner.map((part) => part.claim.item)).size < inner.length) return []
    if (!inner.some((part) => isInside(books, whole, part))) return [unchecked('不能断定所列是其中一部分')]
    const sum = total(
      `“${whole.claim.item}”所列${inner.length}项相加`,
      inner.map((part) => part.expr),
    )
    // Nothing, listed alone, is a part and no division of the whole.
    if (inner.length === 1 && amountOf(sum)?.isZero()) return [atMost(sum, whole.expr)]
    if (judge(equal(sum, whole.expr)).judgement !== 'inconsistent') return [equal(sum, whole.expr)]
    if (judge(atMost(sum, whole.expr)).judgement === 'inconsistent') return [equal(sum, whole.expr)]
    if (isByNature(inner)) return [equal(sum, whole.expr)]
    const closed = inner.length >= 3 && !sentenceTexts(books, [whole, ...inner]).some((text) => OPEN_END.test(text))
    return closed && isProjectList(whole) ? [equal(sum, whole.expr)] : [unchecked('所列项目可能不是全部')]
  })
}

/** 收入包括…；支出包括…: several lists that each make up the whole, one after the other. */
function divided(parts: readonly Said[], whole: Said): readonly (readonly Said[])[] {
  const runs: Said[][] = [[]]
  for (const part of parts) {
    const run = runs.at(-1) ?? []
    run.push(part)
    const sum = total(
      '',
      run.map(({ expr }) => expr),
    )
    if (judge(equal(sum, whole.expr)).judgement !== 'inconsistent') runs.push([])
  }
  const last = runs.pop() ?? []
  return last.length === 0 || last.every(({ expr }) => amountOf(expr)?.isZero()) ? runs : []
}

const OPENS = /其中|包括|包含|含|用于|主要是|分别|如下|[:：]/
const NAMED_APART = /^(其他|其它|另有?|另外|此外)/

/** Between a whole and what is listed under it stand words that open a list; 其他 is what the whole does not hold. Brackets speak of their own. */
function isInside(books: Books, whole: Said, part: Said): boolean {
  if (NAMED_APART.test(part.claim.item)) return false
  const text = sentenceOf(books, part)?.text
  const at = text?.indexOf(whole.term.printed.text) ?? -1
  if (text === undefined || at < 0 || whole.claim.sentence !== part.claim.sentence) return true
  const between = text.slice(at, text.indexOf(part.term.printed.text, at + 1)).replace(/（[^（）]*）|\([^()]*\)/g, '')
  return OPENS.test(between)
}

/** Finals add up to finals, budgets to budgets, of one year. */
const KIND_OF: Partial<Record<Measure, string>> = { final: 'actual', amount: 'actual', execution: 'actual' }
const sameKind = (a: Said, b: Said): boolean =>
  (KIND_OF[a.claim.measure] ?? a.claim.measure) === (KIND_OF[b.claim.measure] ?? b.claim.measure) &&
  (a.claim.year === null || b.claim.year === null || a.claim.year === b.claim.year)

/** 授予小微企业 stands inside 授予中小企业, not beside it. */
const nested = (part: Said, parts: readonly Said[]): boolean =>
  parts.some((other) => other !== part && other.claim.id === part.claim.partOf)

const ORDERED = /^[（(]?([一二三四五六七八九])是/
const ORDINALS = '一二三四五六七八九'

/** 一是…；二是…；三是… in sentences of their own: one list, under what the first is listed under. */
function enumerated(books: Books, first: Said): readonly Said[] {
  if (ORDERED.exec(first.claim.item)?.[1] !== '一') return []
  const later = books.said.slice(books.said.indexOf(first) + 1)
  const found: Said[] = []
  for (const said of later) {
    if (said.claim.section !== first.claim.section || found.length === ORDINALS.length - 1) break
    const sameMeasure = said.claim.measure === first.claim.measure && said.term.figure.unit === first.term.figure.unit
    if (sameMeasure && ORDERED.exec(said.claim.item)?.[1] === ORDINALS[found.length + 1]) found.push(said)
  }
  return found
}

/** 其中：基本支出…，项目支出…: what any expenditure is divided into. */
const isByNature = (parts: readonly Said[]): boolean =>
  [/基本支出$/, /项目支出$/].every((kind) => parts.some(({ claim }) => kind.test(claim.item)))

const isProjectList = (whole: Said): boolean => whole.subject?.endsWith('.project') === true || /项目/.test(whole.claim.item)

/** Lists that `definedParts` or `structure` already add up. */
const isDefined = (whole: Said, parts: readonly Said[]): boolean =>
  WHOLES.some((row) => row.whole === whole.subject && parts.some((part) => part.subject !== null && row.parts.includes(part.subject))) ||
  (parts.every((part) => part.subject?.startsWith('code:')) && ACCOUNT_TOPICS.includes(whole.claim.topic)) ||
  parts.every((part) => part.subject?.startsWith('vehicles:')) ||
  digitsOf(whole.expr) === '0'

/** Lists against what they add up to. */
export const lists: readonly Relation[] = [
  {
    id: 'list.defined-parts',
    title: '说明中的总额等于规定的各部分之和',
    kind: 'narrative-vs-narrative',
    compares: '支出＝基本＋项目，收入＝各项来源，基本支出＝人员＋公用，三公＝出国＋公车＋接待，采购＝货物＋工程＋服务',
    applies: '同一节里写了总额和各部分',
    wording: SHOULD_EQUAL,
    origin: '填报说明',
    outcomes: definedParts,
  },
  {
    id: 'list.procurement-share',
    title: '授予中小企业的合同金额不超过采购总额',
    kind: 'narrative-vs-narrative',
    compares: '中小企业合同金额与采购总额，小微企业与中小企业；预留项目与其他项目中标金额之和与采购总额',
    applies: '两个数字都有',
    wording: '{left}，大于{right}，多{difference}',
    origin: '算术',
    outcomes: procurementShares,
  },
  {
    id: 'list.items',
    title: '所列各项之和与总额',
    kind: 'table-sum',
    compares: '“其中”“主要用于”之后所列各项与其总额：不得超过；基本支出与项目支出、列得完整的项目清单应相等；几种分法各自成总额',
    applies: '同一总额下所列各项单位相同、不重复；只列主要项目的不查差额',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: listed,
  },
]
