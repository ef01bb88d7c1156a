import { difference, growth, impliedPrior } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import { claimKey, type Fact } from '../../domain/fact.ts'
import { claimsAbout, type Looked, look, moveOf } from '../figures/lookup.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { cannot, scopeNotes } from './built.ts'
import { contextOf } from './context.ts'
import { answerOf, computedFigure, money, printedFigure, scopeWords, whose } from './parts.ts'
import { factNotes, show } from './show.ts'
import { widerThan } from './year-figure.ts'

/** Answers about the change against the year before. */

const DIRECTION_WORDS = { up: '增加', down: '减少' } as const

/** Against the year before: what the report states; the prior figure is implied by it and marked so. */
export function changeAnswer(view: ReportView, query: Query, looked: Looked): Answer {
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
  const byPrior = printed.length > 0 || now === undefined ? null : fromPrior(view, query, looked, now)
  if (byPrior !== null) return byPrior
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

/** No change is stated, but the figure of the year before is. */
function fromPrior(view: ReportView, query: Query, looked: Looked, now: Fact): Answer | null {
  const told = claimsAbout(view, looked.subject, ['prior'])[0]
  const before = told === undefined ? undefined : view.facts.get(claimKey(told))
  const apart = before === undefined ? null : difference(now.figure, before.figure)
  if (before === undefined || apart === null) return null
  const rate = growth(now.figure, before.figure)
  const shown = [show(view, looked.words, now, { unit: null }), show(view, `上年${looked.words}`, before, { unit: null })]
  const way = apart.value.isZero() ? '持平，相差' : apart.value.isNegative() ? '减少' : '增加'
  const percent = rate === null ? '' : `（${money(rate.figure)}）`
  return answerOf(
    'answered',
    `${whose(view)}${looked.words}：与上年相比${way} ${money(apart.figure).replace('-', '')}${percent}；本年 ${shown[0]?.amount}，上年 ${shown[1]?.amount}（报告所述）。`,
    {
      lines: [`算式：${apart.derivation}`],
      figures: [
        computedFigure(view, `${looked.words}比上年`, apart, [now, before]),
        ...(rate === null ? [] : [computedFigure(view, `${looked.words}变动率`, rate, [now, before])]),
        ...shown.flatMap(({ figures }) => figures),
      ],
      notes: factNotes(view, [now, before], shown),
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
