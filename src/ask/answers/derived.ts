import { completion, type Derived, difference, growth, impliedPrior, perHead, share } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import { claimKey, type Fact } from '../../domain/fact.ts'
import { intervalOf, meets } from '../../domain/interval.ts'
import { claimsAbout, type Looked, look, moveOf, standingWith } from '../figures/lookup.ts'
import { wholeOf } from '../figures/relatives.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { nothing } from './compositions.ts'
import { contextOf } from './context.ts'
import { perWords } from './measured.ts'
import { answerOf, computedFigure, money, printedFigure, scopeWords, whose } from './parts.ts'
import { factNotes, show } from './show.ts'
import { widerThan } from './year-figure.ts'

/** Answers that compute: completion, difference, share, change, per head. Always from printed figures, never from rounded ones. */

const cannot = (view: ReportView, query: Query, headline: string): Answer =>
  answerOf('not-found', `${whose(view)}${headline}`, { context: contextOf(view, query) })

/** A computed figure first, then the figures it comes from, each with its rivals. */
function built(
  view: ReportView,
  query: Query,
  what: string,
  head: string,
  derived: Derived,
  from: readonly { words: string; fact: Fact }[],
): Answer {
  const shown = from.map(({ words, fact }) => show(view, words, fact, { unit: null }))
  const facts = from.map(({ fact }) => fact)
  return answerOf('answered', `${whose(view)}${head}。`, {
    lines: [`算式：${derived.derivation}`],
    table: {
      head: ['用到的数', '数额', '出处'],
      rows: from.map(({ words, fact }, i) => [words + (shown[i]?.mark ?? ''), shown[i]?.amount ?? '', scopeWords(fact.form)]),
    },
    figures: [computedFigure(view, what, derived, facts), ...shown.flatMap(({ figures }) => figures)],
    notes: [...scopeNotes(facts), ...factNotes(view, facts, shown)],
    context: contextOf(view, query),
  })
}

/** Figures of different forms are told apart: what they cover can differ. */
export const scopeNotes = (facts: readonly Fact[]): string[] => {
  const scopes = [...new Set(facts.map((fact) => scopeWords(fact.form)))]
  return scopes.length > 1 ? [`这几个数取自不同的表（${scopes.join('、')}），口径可能不同。`] : []
}

/** 支出's budget is told of the general budget where no budget of all expenditure is printed. */
const BUDGETED: Readonly<Record<string, string>> = { 'expenditure.total': 'generalBudget.expenditure' }
const MEASURES_TOLD = { completion: ['completion', 'rate'], difference: ['change'] } as const

/** A rate or a difference that the report prints itself. */
function printedAgainstBudget(view: ReportView, query: Query, looked: Looked): Fact | undefined {
  const wanted: readonly string[] = query.operation === 'completion' ? MEASURES_TOLD.completion : MEASURES_TOLD.difference
  const claims = claimsAbout(view, looked.subject, ['completion', 'rate', 'change']).filter(
    ({ measure, versus }) => wanted.includes(measure) && (measure !== 'change' || versus === 'budget'),
  )
  const named = looked.facts[0]?.row
  return (
    claims.map((claim) => view.facts.get(claimKey(claim))).find((fact) => fact !== undefined) ??
    (query.operation === 'completion' && looked.subject.startsWith('project:')
      ? [...view.facts.values()].find(({ row, column }) => row.name === named?.name && row.parent === named.parent && column === 'rate')
      : undefined)
  )
}

function againstBudget(view: ReportView, query: Query, looked: Looked): Answer {
  const budget = look(view, looked.subject, 'budget').facts[0] ?? looked.facts.find(({ column }) => column === 'budget')
  const spent = looked.facts.filter(({ column }) => column !== 'budget')
  const final = standingWith(spent.length > 0 ? spent : looked.facts, budget)
  const told = printedAgainstBudget(view, query, looked)
  if (budget === undefined && told !== undefined && final !== undefined) return toldAgainstBudget(view, query, looked, final, told)
  const general = BUDGETED[looked.subject]
  if (budget === undefined && general !== undefined) {
    const answer = againstBudget(view, query, look(view, general))
    if (answer.status === 'answered')
      return { ...answer, notes: ['报告没有列全部支出的预算数，这是一般公共预算财政拨款支出的。', ...answer.notes] }
  }
  if (final === undefined) return nothing(view, query, looked)
  if (budget === undefined)
    return cannot(
      view,
      query,
      `“${looked.words}”：报告没有列预算数，算不出与预算的比较；决算 ${show(view, looked.words, final, query).amount}。`,
    )
  const from = [
    { words: `${looked.words}决算数`, fact: final },
    { words: `${looked.words}预算数`, fact: budget },
  ]
  if (query.operation === 'difference') {
    const apart = difference(final.figure, budget.figure)
    if (apart === null) return nothing(view, query, looked)
    const word = apart.value.isZero() ? '决算与预算相同，相差' : apart.value.isNegative() ? '决算比预算少' : '决算比预算多'
    return built(view, query, `${looked.words}决算减预算`, `${looked.words}：${word} ${money(apart.figure).replace('-', '')}`, apart, from)
  }
  const done = completion(final.figure, budget.figure)
  if (done === null)
    return cannot(view, query, `“${looked.words}”：预算为 ${money(budget.figure)}，没有完成率可言；决算 ${money(final.figure)}。`)
  const apart = told !== undefined && !meets(intervalOf(told.figure), intervalOf(done.figure))
  const also = apart && told !== undefined ? `〔报告印为 ${money(told.figure)}〕` : ''
  const answer = built(view, query, `${looked.words}完成年初预算`, `${looked.words}：完成年初预算 ${money(done.figure)}${also}`, done, from)
  return apart && told !== undefined
    ? { ...answer, figures: [...answer.figures, printedFigure(view, `${looked.words}完成率（报告所印）`, told)] }
    : answer
}

/** No budget is printed, but what came of it is. */
function toldAgainstBudget(view: ReportView, query: Query, looked: Looked, final: Fact, told: Fact): Answer {
  const shown = [show(view, looked.words, told, { unit: null }), show(view, looked.words, final, query)]
  const claim = view.report.claims.find((one) => claimKey(one) === told.key)
  const way = query.operation === 'completion' ? '完成年初预算' : claim?.direction === 'up' ? '决算比年初预算多' : '决算比年初预算少'
  return answerOf(
    'answered',
    `${whose(view)}${looked.words}：${way} ${shown[0]?.amount ?? ''}（报告自述）；决算 ${shown[1]?.amount ?? ''}。`,
    {
      figures: shown.flatMap(({ figures }) => figures),
      notes: ['报告没有列预算数，不能重算。', ...factNotes(view, [told, final], shown)],
      context: contextOf(view, query),
    },
  )
}

function budgetAnswer(view: ReportView, query: Query, looked: Looked): Answer {
  const asked = look(view, looked.subject, 'budget')
  const [fact] = asked.facts
  const general = BUDGETED[looked.subject]
  if (fact === undefined && general !== undefined) {
    const answer = budgetAnswer(view, query, look(view, general))
    if (answer.status === 'answered')
      return { ...answer, notes: ['报告没有列全部支出的预算数，这是一般公共预算财政拨款支出的。', ...answer.notes] }
  }
  if (fact === undefined) return cannot(view, query, `“${looked.words}”没有列预算数。`)
  const shown = show(view, `${looked.words}预算数`, fact, query)
  return answerOf('answered', `${whose(view)}${looked.words}：年初预算 ${shown.amount}（${scopeWords(fact.form)}）。`, {
    figures: shown.figures,
    notes: factNotes(view, [fact], [shown]),
    context: contextOf(view, query),
  })
}

function shareAnswer(view: ReportView, query: Query, part: Looked, given: Looked | null): Answer {
  const [fact] = part.facts
  const wholeSubject = wholeOf(part.subject)
  const whole = given ?? (wholeSubject === null ? null : look(view, wholeSubject))
  const base = whole?.facts.find((one) => one.form === fact?.form) ?? whole?.facts[0]
  if (fact === undefined) return nothing(view, query, part)
  if (whole === null || base === undefined) return cannot(view, query, `“${part.words}”没有可比的总数，算不出占比。`)
  const part100 = share(fact.figure, base.figure)
  if (part100 === null) return cannot(view, query, `“${whole.words}”为 ${money(base.figure)}，没有占比可言。`)
  const from = [
    { words: part.words, fact },
    { words: whole.words, fact: base },
  ]
  return built(view, query, `${part.words}占${whole.words}`, `${part.words}：占${whole.words}的 ${money(part100.figure)}`, part100, from)
}

const DIRECTION_WORDS = { up: '增加', down: '减少' } as const

/** Against the year before: what the report states; the prior figure is implied by it and marked so. */
function changeAnswer(view: ReportView, query: Query, looked: Looked): Answer {
  const [now] = looked.facts
  const stated = claimsAbout(view, looked.subject, ['change', 'growth']).filter((claim) => claim.versus !== 'budget')
  const change = stated.find((claim) => claim.measure === 'change' && moveOf(claim) !== null)
  const printed = stated.flatMap((claim) => {
    const fact = view.facts.get(claimKey(claim))
    return fact === undefined ? [] : [{ claim, fact }]
  })
  const [wider] =
    printed.length > 0
      ? []
      : widerThan(looked.subject)
          .map((subject) => look(view, subject))
          .filter(({ facts }) => facts.length > 0)
  if (wider !== undefined) {
    const answer = changeAnswer(view, query, wider)
    const note = `报告没有单说“${looked.words}”比上年的增减，这是${wider.words}的。`
    if (answer.status === 'answered') return { ...answer, notes: [note, ...answer.notes] }
  }
  if (now === undefined || printed.length === 0)
    return cannot(view, query, `“${looked.words}”：报告没有说与上年相比的变化，也没有收录上年的报告。`)
  const words = printed.slice(0, 2).map(({ claim, fact }) => {
    const { amount } = show(view, looked.words, fact, { unit: null })
    if (claim.direction === 'up' || claim.direction === 'down') return `${DIRECTION_WORDS[claim.direction]} ${amount}`
    if (claim.direction === 'level') return `持平，变化 ${amount}`
    return claim.figure.text.startsWith('-') ? `减少 ${amount.replace('-', '')}（报告印为 ${money(fact.figure)}）` : `变化 ${amount}`
  })
  const direction = change === undefined ? null : moveOf(change)
  const prior = change === undefined || direction === null ? null : impliedPrior(now.figure, change.figure, direction)
  const rate = prior === null ? null : growth(now.figure, prior.figure)
  const shown = [
    show(view, looked.words, now, { unit: null }),
    ...printed.map(({ claim, fact }) =>
      show(view, `${looked.words}${claim.measure === 'growth' ? '增减率' : '增减额'}`, fact, { unit: null }),
    ),
  ]
  const facts = [now, ...printed.map(({ fact }) => fact)]
  const told = claimsAbout(view, looked.subject, ['prior'])[0]
  const before = told === undefined ? undefined : view.facts.get(claimKey(told))
  const implied =
    before !== undefined
      ? [`上年为 ${money(before.figure)}（报告所述）。`]
      : prior === null
        ? []
        : [
            `由此推算上年为 ${money(prior.figure)}（推算：${prior.derivation}，不是报告印出的数）${rate === null ? '' : `，按此算变动 ${money(rate.figure)}`}。`,
          ]
  return answerOf(
    'answered',
    `${whose(view)}${looked.words}：与上年相比${[...new Set(words)].join('，')}（报告自述，${scopeWords('narrative')}）；本年 ${shown[0]?.amount ?? ''}。`,
    {
      lines: implied,
      figures: [
        ...shown.slice(1).flatMap(({ figures }) => figures),
        ...(shown[0]?.figures ?? []),
        ...(before === undefined ? [] : [printedFigure(view, `上年${looked.words}`, before)]),
        ...(prior === null || before !== undefined ? [] : [computedFigure(view, `上年${looked.words}（推算）`, prior, facts.slice(0, 2))]),
        ...(rate === null || before !== undefined
          ? []
          : [computedFigure(view, `${looked.words}变动率（按推算的上年数）`, rate, facts.slice(0, 2))]),
      ],
      notes: factNotes(view, facts, shown),
      context: contextOf(view, query),
    },
  )
}

/** The year before is in the store: both reports' own figures. */
export function changeBetween(view: ReportView, before: ReportView, query: Query, looked: Looked): Answer | null {
  const earlier = look(before, looked.subject)
  const then = earlier.facts.find((fact) => fact.form === looked.facts[0]?.form) ?? earlier.facts[0]
  const now = looked.facts.find((fact) => fact.form === then?.form) ?? looked.facts[0]
  if (now === undefined || then === undefined) return null
  const apart = difference(now.figure, then.figure)
  if (apart === null) return null
  const rate = growth(now.figure, then.figure)
  const direction = apart.value.isZero() ? '持平，相差' : apart.value.isNegative() ? '减少' : '增加'
  const years = [view, before].map(({ stored }) => stored.meta.fiscalYear)
  const shown = [show(view, looked.words, now, { unit: null }), show(before, earlier.words, then, { unit: null })]
  const percent = rate === null ? '' : `（${money(rate.figure)}）`
  return answerOf(
    'answered',
    `${whose(view)}${looked.words}：比${years[1]}年度${direction} ${money(apart.figure).replace('-', '')}${percent}。`,
    {
      lines: [`算式：${apart.derivation}`, ...(rate === null ? [] : [`变动率：${rate.derivation}`])],
      table: {
        head: ['年度', '决算数', '出处'],
        rows: [
          [`${years[0]}`, shown[0]?.amount ?? '', scopeWords(now.form)],
          [`${years[1]}`, shown[1]?.amount ?? '', scopeWords(then.form)],
        ],
      },
      figures: [
        computedFigure(view, `${looked.words}比上年`, apart, [now]),
        ...(rate === null ? [] : [computedFigure(view, `${looked.words}变动率`, rate, [now])]),
        ...shown.flatMap(({ figures }) => figures),
      ],
      notes: [...scopeNotes([now, then]), ...factNotes(view, [now], shown.slice(0, 1)), ...factNotes(before, [then], shown.slice(1))],
      context: contextOf(view, query),
    },
  )
}

function perHeadAnswer(view: ReportView, query: Query, looked: Looked): Answer {
  const [fact] = looked.facts
  const staff = look(view, query.per)
  const [people] = staff.facts
  const counted = query.per === 'staff.active' ? '在职人数' : `“${staff.words}”的数量`
  if (fact === undefined) return nothing(view, query, looked)
  if (people === undefined)
    return cannot(
      view,
      query,
      `“${looked.words}”：报告没有写${counted}，算不出${perWords(query.per)}；总数 ${show(view, looked.words, fact, query).amount}。`,
    )
  const each = perHead(fact.figure, people.figure)
  if (each === null) return cannot(view, query, `“${looked.words}”：${counted}为0，没有${perWords(query.per)}可言。`)
  const from = [
    { words: looked.words, fact },
    { words: staff.words, fact: people },
  ]
  return built(
    view,
    query,
    `${perWords(query.per)}${looked.words}`,
    `${looked.words}：${query.per === 'staff.active' ? '按在职人员平均每人' : perWords(query.per)} ${money(each.figure)}`,
    each,
    from,
  )
}

/** Runs the operation of a query on one item. */
export function derivedAnswer(view: ReportView, query: Query, looked: Looked, whole: Looked | null = null): Answer {
  switch (query.operation) {
    case 'budget':
      return budgetAnswer(view, query, looked)
    case 'completion':
    case 'difference':
      return againstBudget(view, query, looked)
    case 'share':
      return shareAnswer(view, query, looked, whole)
    case 'change':
      return changeAnswer(view, query, looked)
    case 'perHead':
      return perHeadAnswer(view, query, looked)
    case 'value':
      return nothing(view, query, looked)
  }
}
