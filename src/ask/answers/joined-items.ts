import { difference, times, total } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import { choose } from '../figures/choose.ts'
import type { Looked } from '../figures/lookup.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Item, Query } from '../query.ts'
import { scopeNotes } from './built.ts'
import { contextOf } from './context.ts'
import { answerOf, computedFigure, money, scopeWords, whose } from './parts.ts'
import { echo } from './resolve.ts'
import { factNotes, show } from './show.ts'

/** Several items of one report as one figure. */

export function sumAnswer(view: ReportView, query: Query, parts: readonly Looked[], item: Item): Answer {
  const facts = parts.flatMap((part) => part.facts.slice(0, 1))
  const sum = total(facts.map((fact) => fact.figure))
  if (sum === null) return answerOf('not-found', `${whose(view)}“${echo(item.words)}”的各项单位不同，不能相加。`)
  const shown = parts.map((part, i) => {
    const fact = facts[i]
    return fact === undefined ? null : show(view, part.words, fact, query)
  })
  const kept = shown.filter((one) => one !== null)
  return answerOf(
    'answered',
    `${whose(view)}${item.words}（${parts.map((part) => part.words).join('＋')}）：${query.operation === 'budget' ? '' : '决算'} ${money(sum.figure)}（${scopeWords(facts[0]?.form ?? 'narrative')}）。`,
    {
      table: { head: ['其中', '决算数'], rows: parts.map((part, i) => [part.words, kept[i]?.amount ?? '']) },
      figures: [computedFigure(view, item.words, sum, facts), ...kept.flatMap(({ figures }) => figures)],
      notes: factNotes(view, facts, kept),
      context: contextOf(view, query),
    },
  )
}

/** 加起来, 相差, 几倍: the items as one figure, each of them printed. */
export function joinedItems(view: ReportView, query: Query, items: readonly Item[]): Answer | null {
  const looked = items.map((item) => ({ item, chosen: choose(view, item) }))
  const found = looked.flatMap(({ chosen }) => (chosen.kind === 'one' ? chosen.looked : []))
  if (query.joined === null || found.length !== items.length || found.length < 2) return null
  if (query.joined === 'sum') return sumAnswer(view, query, found, { words: '合计', subjects: [], different: false })
  const [a, b] = found
  if (query.joined === 'times') return a === undefined || b === undefined ? null : timesAnswer(view, query, a, b)
  if (query.joined === 'apart') return a === undefined || b === undefined ? null : apartAnswer(view, query, a, b)
  return null
}

/** 办公费比印刷费多多少. */
function apartAnswer(view: ReportView, query: Query, a: Looked, b: Looked): Answer | null {
  const [x, y] = [a.facts[0], b.facts[0]]
  const apart = x === undefined || y === undefined ? null : difference(x.figure, y.figure)
  if (x === undefined || y === undefined || apart === null) return null
  const shown = [show(view, a.words, x, query), show(view, b.words, y, query)]
  const word = apart.value.isZero() ? '相同，相差' : apart.value.isNegative() ? '少' : '多'
  return answerOf(
    'answered',
    `${whose(view)}${a.words} ${shown[0]?.amount}，${b.words} ${shown[1]?.amount}：前者比后者${word} ${money(apart.figure).replace('-', '')}。`,
    {
      lines: [`算式：${apart.derivation}`],
      figures: [computedFigure(view, `${a.words}减${b.words}`, apart, [x, y]), ...shown.flatMap(({ figures }) => figures)],
      notes: [...scopeNotes([x, y]), ...factNotes(view, [x, y], shown)],
      context: contextOf(view, query),
    },
  )
}

/** 人员经费是公用经费的几倍. */
function timesAnswer(view: ReportView, query: Query, a: Looked, b: Looked): Answer | null {
  const [x, y] = [a.facts[0], b.facts[0]]
  const ratio = x === undefined || y === undefined ? null : times(x.figure, y.figure)
  if (x === undefined || y === undefined || ratio === null) return null
  const shown = [show(view, a.words, x, query), show(view, b.words, y, query)]
  return answerOf(
    'answered',
    `${whose(view)}${a.words} ${shown[0]?.amount}，${b.words} ${shown[1]?.amount}：前者是后者的 ${money(ratio.figure)}。`,
    {
      lines: [`算式：${ratio.derivation}`],
      figures: [computedFigure(view, `${a.words}÷${b.words}`, ratio, [x, y]), ...shown.flatMap(({ figures }) => figures)],
      notes: [...scopeNotes([x, y]), ...factNotes(view, [x, y], shown)],
      context: contextOf(view, query),
    },
  )
}
