import { type Derived, share, shareOfAll } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import { claimKey, type Fact } from '../../domain/fact.ts'
import type { Figure } from '../../domain/figure.ts'
import { intervalOf, meets } from '../../domain/interval.ts'
import { choose } from '../figures/choose.ts'
import { claimsAbout, type Looked, look } from '../figures/lookup.ts'
import { isPartOf, partsOf, wholeOf, wholesOf } from '../figures/relatives.ts'
import type { ReportView } from '../figures/report-view.ts'
import { normaliseName } from '../normalise.ts'
import type { Item, Query } from '../query.ts'
import { isBudget } from './budget-report.ts'
import { built, cannot, scopeNotes, USED } from './built.ts'
import { nothing } from './compositions.ts'
import { contextOf } from './context.ts'
import { answerOf, computedFigure, money, printedFigure, scopeWords, whose } from './parts.ts'
import { factNotes, show } from './show.ts'

/** Shares: of the whole that is named, else of the one that the report's own order gives. Never a whole as a share of its part. */

const HUNDRED = 100

/** A part larger than its whole is no share. */
const asShare = (part: Figure, whole: Figure) => {
  const derived = share(part, whole)
  return derived === null || derived.value.gt(HUNDRED) ? null : derived
}

/** Of a whole the figure that stands with the part. */
const baseOf = (whole: Looked, fact: Fact): Fact | undefined => whole.facts.find((one) => one.form === fact.form) ?? whole.facts[0]

/** 占支出合计, 占本年支出: words of one whole. */
const WHOLE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(本年)?(总)?支出(合计|总额|总计)?$/, 'expenditure.total'],
  [/^(本年)?(总)?收入(合计|总额|总计)?$/, 'revenue.total'],
  [/财政拨款支出/, 'generalBudget.expenditure'],
]

/** The share that the report itself prints of the same whole. */
function printedShare(view: ReportView, part: Looked, base: Fact): { readonly fact: Fact; readonly of: string } | null {
  for (const claim of claimsAbout(view, part.subject, ['share'])) {
    const subject = WHOLE_WORDS.find(([words]) => words.test(normaliseName(claim.of ?? '')))?.[1]
    const whole = subject === undefined ? [] : look(view, subject).facts
    const fact = view.facts.get(claimKey(claim))
    const same = whole.some(({ figure }) => Number(figure.text) === Number(base.figure.text) && figure.unit === base.figure.unit)
    if (fact !== undefined && same) return { fact, of: claim.of ?? '' }
  }
  return null
}

interface Nearer {
  readonly words: string
  readonly base: Fact
  readonly derived: Derived
}

const MOST_NEARER = 2
/** What else it is part of, nearer than the whole already given: 占公用经费 beside 占基本支出. */
function nearer(view: ReportView, part: Looked, whole: Looked, fact: Fact, already: Derived): Nearer[] {
  const found: Nearer[] = []
  for (const subject of wholesOf(view, part.subject)) {
    if (subject === whole.subject) break
    const near = look(view, subject)
    const base = near.facts.find(({ form }) => form === fact.form)
    const derived = base === undefined ? null : asShare(fact.figure, base.figure)
    const known = [already, ...found.map((one) => one.derived)].some(({ figure }) => figure.text === derived?.figure.text)
    if (base !== undefined && derived !== null && !known && !derived.value.eq(HUNDRED)) found.push({ words: near.words, base, derived })
  }
  return found.slice(0, MOST_NEARER)
}

/** The figures of an item that a share is made of: the plan where that was asked for. */
const asPlanned = (view: ReportView, query: Query, looked: Looked): Looked => {
  const planned = query.planned && !isBudget(view) ? look(view, looked.subject, 'budget') : null
  return planned === null ? looked : { ...looked, words: `${looked.words}年初预算`, facts: planned.facts }
}

export function shareAnswer(view: ReportView, query: Query, asked: Looked, given: Looked | null): Answer {
  const turned = given !== null && isPartOf(view, given.subject, asked.subject)
  const [part, named] = turned ? [given, asked] : [asked, given]
  const [fact] = part.facts
  const wholeSubject = wholeOf(part.subject) ?? wholesOf(view, part.subject)[0] ?? null
  const whole = named ?? (wholeSubject === null ? null : asPlanned(view, query, look(view, wholeSubject)))
  if (fact === undefined) return nothing(view, query, part)
  const base = whole === null ? undefined : baseOf(whole, fact)
  if (whole === null || base === undefined) return cannot(view, query, `“${part.words}”没有可比的总数，算不出占比。`)
  const derived = share(fact.figure, base.figure)
  if (derived === null) return cannot(view, query, `“${whole.words}”为 ${money(base.figure)}，没有占比可言。`)
  const from = [
    { words: part.words, fact },
    { words: whole.words, fact: base },
  ]
  const larger = derived.value.gt(HUNDRED)
  if (larger && (given === null || isPartOf(view, part.subject, whole.subject)))
    return cannot(
      view,
      query,
      `“${part.words}”印为 ${money(fact.figure)}，比“${whole.words}” ${money(base.figure)} 还大，两个数的范围不同，算不出占比。`,
    )
  const told = printedShare(view, part, base)
  const apart =
    told !== null && (!meets(intervalOf(told.fact.figure), intervalOf(derived.figure)) || told.fact.figure.text !== derived.figure.text)
  const also = apart && told !== null ? `〔报告印为 ${money(told.fact.figure)}〕` : ''
  const near = given === null && !query.planned ? nearer(view, part, whole, fact, derived) : []
  const answer = built(
    view,
    query,
    `${part.words}占${whole.words}`,
    `${part.words} ${money(fact.figure)}，${given === null || isPartOf(view, part.subject, whole.subject) ? '占' : '是'}${whole.words}的 ${money(derived.figure)}${also}${larger ? '（比它大，不是其中的一部分）' : ''}${near.map((one) => `；占${one.words}的 ${money(one.derived.figure)}`).join('')}`,
    derived,
    from,
    larger ? share : asShare,
  )
  const figures = [
    ...answer.figures,
    ...(apart && told !== null ? [printedFigure(view, `${part.words}占比（报告所印）`, told.fact)] : []),
    ...near.map((one) => computedFigure(view, `${part.words}占${one.words}`, one.derived, [fact, one.base])),
  ]
  return { ...answer, figures, lines: [...answer.lines, ...near.map((one) => `占${one.words}：${one.derived.derivation}`)] }
}

/** 油费和维修费合计占运行费多少. */
function sharesTogether(view: ReportView, query: Query, parts: readonly Looked[], whole: Looked): Answer {
  const facts = parts.flatMap((part) => part.facts.slice(0, 1))
  const base = facts[0] === undefined ? undefined : baseOf(whole, facts[0])
  const derived =
    base === undefined || facts.length < parts.length
      ? null
      : shareOfAll(
          facts.map(({ figure }) => figure),
          base.figure,
        )
  // Without one of them it would be another share, and their sum alone another answer.
  if (base === undefined || derived === null) {
    const lacking = [...parts, whole].filter(({ facts: own }) => own.length === 0).map(({ words: name }) => `“${name}”`)
    return cannot(view, query, lacking.length === 0 ? '算不出占比。' : `${lacking.join('、')}没有可用的数字，算不出占比。`)
  }
  const words = parts.map((part) => part.words).join('＋')
  const all = [...facts, base]
  const shown = all.map((fact, i) => show(view, parts[i]?.words ?? whole.words, fact, { unit: null }))
  return answerOf(
    'answered',
    `${whose(view)}${words}：合计${derived.value.gt(HUNDRED) ? '是' : '占'}${whole.words}的 ${money(derived.figure)}。`,
    {
      lines: [`算式：${derived.derivation}`],
      table: {
        head: [USED, '数额', '出处'],
        rows: all.map((fact, i) => [
          (parts[i]?.words ?? whole.words) + (shown[i]?.mark ?? ''),
          shown[i]?.amount ?? '',
          scopeWords(fact.form),
        ]),
      },
      figures: [computedFigure(view, `${words}占${whole.words}`, derived, all), ...shown.flatMap(({ figures }) => figures)],
      notes: [...scopeNotes(all), ...factNotes(view, all, shown)],
      context: contextOf(view, query),
    },
  )
}

/** Each of several parts, in one line. */
function sharesOfEach(view: ReportView, query: Query, parts: readonly Looked[], whole: Looked | null): Answer {
  const shares = parts.map((part) => shareAnswer(view, query, part, whole))
  const done = shares.filter(({ status }) => status === 'answered')
  if (done.length === 0) return shares[0] ?? cannot(view, query, '算不出占比。')
  const bare = ({ headline }: Answer): string => headline.replace(whose(view), '').replace(/。$/, '')
  return answerOf('answered', `${whose(view)}${done.map(bare).join('；')}。`, {
    lines: [...done.flatMap(({ lines }) => lines), ...shares.filter(({ status }) => status !== 'answered').map(({ headline }) => headline)],
    figures: done.flatMap(({ figures }) => figures),
    notes: [...new Set(shares.flatMap(({ notes }) => notes))],
    context: contextOf(view, query),
  })
}

const isMoneyOf = (whole: Fact | undefined, { facts }: Looked): boolean =>
  facts[0] !== undefined && facts[0].figure.unit === whole?.figure.unit

/** The items of a question about shares; null where one of them is not told apart and has to be answered like any item. */
export function sharesAnswer(view: ReportView, query: Query, items: readonly Item[]): Answer | null {
  const whole = query.whole === null ? null : choose(view, query.whole)
  if (whole !== null && whole.kind !== 'one') return null
  const planned = (looked: Looked): Looked => asPlanned(view, query, looked)
  const given = whole === null ? null : planned(whole.looked)
  const chosen = items.map((item) => choose(view, item))
  if (given !== null && items.length === 1 && chosen[0]?.kind === 'sum')
    return sharesTogether(view, query, chosen[0].parts.map(planned), given)
  const parts = chosen.flatMap((one) => (one.kind === 'one' ? [planned(one.looked)] : []))
  if (parts.length < items.length) return null
  const [first, second] = parts
  if (first === undefined) return null
  if (query.joined === 'sum' && given !== null && parts.length > 1) return sharesTogether(view, query, parts, given)
  if (second === undefined && query.joined === 'each') {
    const below = partsOf(view, first.subject)

      .map((subject) => planned(look(view, subject)))
      .filter((one) => isMoneyOf(first.facts[0], one))
    if (below.length > 0) return sharesOfEach(view, query, below, first)
  }
  if (second === undefined) return shareAnswer(view, query, first, given)
  // 人员经费 基本工资占比: of two where one holds the other.
  if (given === null && parts.length === 2 && query.joined !== 'each') {
    if (isPartOf(view, second.subject, first.subject)) return shareAnswer(view, query, second, first)
    if (isPartOf(view, first.subject, second.subject)) return shareAnswer(view, query, first, second)
  }
  return sharesOfEach(view, query, parts, given)
}
