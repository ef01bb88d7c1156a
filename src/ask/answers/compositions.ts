import { Decimal } from 'decimal.js'
import { share, total } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import { decimalOf } from '../../domain/figure.ts'
import { THREE_PUBLIC_ROWS, THREE_PUBLIC_WORDS } from '../../domain/form.ts'
import { intervalOf, meets } from '../../domain/interval.ts'
import { threePublicSubject } from '../../domain/subject.ts'
import { type Looked, look } from '../figures/lookup.ts'
import { formOf, type ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { rowsChart } from './charts.ts'
import { contextOf } from './context.ts'
import { namedLike, toldInstead } from './found.ts'
import { answerOf, computedFigure, money, scopeWords, whose } from './parts.ts'
import { CONTESTED, rivalsOf } from './rivals.ts'
import { factNotes, hollowWords, missingWords, phrase, show } from './show.ts'

const MOST_ROWS = 12

/** A figure under a head that names the unit; another unit is said. */
const under = (unit: string, { figure }: Fact): string => (figure.unit === unit ? figure.text : money(figure))

/** A cell of the reply's table: the figure, what the form leaves open, or that the report does not say. */
function cellWords(looked: Looked, unit: string, mark: (fact: Fact) => string): string {
  const [fact] = looked.facts
  if (fact !== undefined) return mark(fact) + under(unit, fact)
  const hollow = looked.hollow[0]?.kind
  return hollow === 'blank' ? '未填列' : hollow === 'dash' ? '—' : hollow === 'unreadable' ? '读不清' : '未列'
}

const factsOf = (all: readonly Looked[]): Fact[] => all.flatMap(({ facts }) => facts.slice(0, 1))

/** Nothing was found: what the report leaves open, or which form is missing. */
export function nothing(view: ReportView, query: Query, looked: Looked): Answer {
  const instead =
    looked.hollow.length > 0
      ? null
      : (toldInstead(view, query, looked.subject, looked.words) ??
        namedLike(view, query, looked.words) ??
        namedLike(view, query, query.items[0]?.words ?? ''))
  if (instead !== null) return instead
  const why =
    looked.hollow.length > 0
      ? `${hollowWords(looked)}。`
      : view.report.missingForms.length > 0
        ? `这份报告缺少${missingWords(view)}，说明中也没有写明。`
        : '报告中没有列这一项。'
  return answerOf('not-found', `${whose(view)}“${looked.words}”没有可用的数字：${why}`, { context: contextOf(view, query) })
}

/** 三公: six rows, budget beside final. */
export function threePublicAnswer(view: ReportView, query: Query): Answer {
  const rows = THREE_PUBLIC_ROWS.map((row) => ({
    words: THREE_PUBLIC_WORDS[row],
    budget: look(view, threePublicSubject(row), 'budget'),
    final: look(view, threePublicSubject(row), 'final'),
  }))
  const [sum] = rows
  const found = rows.flatMap(({ budget, final }) => factsOf([budget, final]))
  if (sum === undefined || found.length === 0) return nothing(view, query, look(view, 'threePublic.total'))
  const shown = (['final', 'budget'] as const).flatMap((phase) => {
    const fact = sum[phase].facts[0]
    return fact === undefined
      ? []
      : [{ phase, fact, ...show(view, `“三公”经费合计${phase === 'final' ? '决算数' : '预算数'}`, fact, query) }]
  })
  const head = shown.length === 0 ? '报告没有列出合计' : shown.map(({ phase, amount }) => phrase(phase, amount)).join('，')
  const scope = scopeWords(shown[0]?.fact.form ?? found[0]?.form ?? 'threePublic')
  const others = rows
    .slice(1)
    .flatMap(({ words, budget, final }) =>
      [final, budget].flatMap((one, i) =>
        one.facts.slice(0, 1).map((fact) => show(view, `${words}${i === 0 ? '决算数' : '预算数'}`, fact, { unit: null })),
      ),
    )
  const unit = found[0]?.figure.unit ?? ''
  const mark = (fact: Fact) => (rivalsOf(view, fact).length > 0 ? CONTESTED : '')
  return answerOf('answered', `${whose(view)}“三公”经费：${head}（${scope}）。`, {
    table: {
      head: ['项目', `预算数（${unit}）`, `决算数（${unit}）`],
      rows: rows.map(({ words, budget, final }) => [words, cellWords(budget, unit, mark), cellWords(final, unit, mark)]),
    },
    figures: [...shown, ...others].flatMap(({ figures }) => figures),
    notes: factNotes(
      view,
      found,
      [...shown, ...others],
      rows.map(({ final }) => final),
    ),
    context: contextOf(view, query),
    ...rowsChart(
      view,
      'budgetFinal',
      `${whose(view)}“三公”经费`,
      scope,
      rows.map(({ words, budget, final }) => ({ words, facts: [budget.facts[0], final.facts[0]] })),
    ),
  })
}

interface Part {
  readonly words: string
  readonly fact: Fact
}

const named = (view: ReportView, subjects: readonly string[]): Part[] =>
  subjects.flatMap((subject) => {
    const { facts, words } = look(view, subject)
    return facts.slice(0, 1).map((fact) => ({ words, fact }))
  })

/** Classes of expenditure as the overview or the expenditure form lists them, else as the explanations tell. */
function classes(view: ReportView): Part[] {
  for (const id of ['expenditure', 'overview', 'generalBudgetExpenditure'] as const) {
    const column = id === 'overview' ? 'final' : 'total'
    const codes = (formOf(view, id)?.rows ?? []).filter((row) =>
      id === 'overview' ? row.side === 'expenditure' && row.code === null : /^\d{3}$/.test(row.code ?? ''),
    )
    const facts = [...view.facts.values()].filter(
      (fact) => fact.form === id && fact.column === column && codes.some((row) => row.name === fact.row.name && row.code === fact.row.code),
    )
    const parts = facts.filter(({ row }) => !/合计|总计|结转|结余|分配/.test(row.name)).map((fact) => ({ words: fact.row.name, fact }))
    if (parts.length > 0) return parts
  }
  const told = [...new Set(view.report.claims.map((claim) => claim.subject ?? '').filter((subject) => /^code:\d{3}$/.test(subject)))]
  return named(view, told)
}

/** @param drawn the parts that together make the whole once, for a picture */
function composition(
  view: ReportView,
  query: Query,
  subject: string,
  what: string,
  parts: readonly Part[],
  whole: string,
  drawn: readonly Part[],
): Answer {
  const looked = look(view, subject)
  const [fact] = looked.facts
  if (fact === undefined && parts.length === 0) return nothing(view, query, looked)
  const shown = fact === undefined ? null : show(view, what, fact, query)
  const listed = parts
    .slice(0, MOST_ROWS)
    .map((part) => ({ ...part, share: fact === undefined ? null : share(part.fact.figure, fact.figure) }))
  const head =
    shown === null || fact === undefined ? '报告没有列出合计，只有各项' : `${phrase('final', shown.amount)}（${scopeWords(fact.form)}）`
  const contested = listed.map(({ words, fact: one }) => show(view, words, one, { unit: null }))
  const unit = (fact ?? parts[0]?.fact)?.figure.unit ?? ''
  return answerOf('answered', `${whose(view)}${what}：${head}。`, {
    lines: extreme(query, drawn, contested, listed),
    table:
      listed.length === 0
        ? null
        : {
            head: ['项目', `决算数（${unit}）`, whole],
            rows: listed.map((part, i) => [
              part.words + (contested[i]?.mark ?? ''),
              under(unit, part.fact),
              part.share === null ? '—' : `${part.share.figure.text}%`,
            ]),
          },
    figures: [
      ...(shown?.figures ?? []),
      ...contested.flatMap(({ figures }) => figures),
      ...listed.flatMap((part) =>
        part.share === null || fact === undefined ? [] : [computedFigure(view, `${part.words}${whole}`, part.share, [part.fact, fact])],
      ),
    ],
    notes: [
      ...gapNotes(drawn, fact),
      ...factNotes(
        view,
        [...(fact === undefined ? [] : [fact]), ...listed.map((part) => part.fact)],
        [...(shown === null ? [] : [shown]), ...contested],
      ),
    ],
    context: contextOf(view, query),
    ...rowsChart(
      view,
      'composition',
      `${whose(view)}${what}的构成`,
      [...new Set(drawn.map((part) => scopeWords(part.fact.form)))].join('、'),
      drawn.map(({ words, fact: one }) => ({ words, facts: [one] })),
      gapNotes(drawn, fact),
    ),
  })
}

/** Parts that do not make up the whole: something was not read or is not listed, and a picture of them must not pass for all of it. */
function gapNotes(drawn: readonly Part[], whole: Fact | undefined): string[] {
  const sum = drawn.length < 2 || whole === undefined ? null : total(drawn.map(({ fact }) => fact.figure))
  if (sum === null || whole === undefined || sum.figure.unit !== whole.figure.unit) return []
  const parts = drawn.map(({ fact }) => intervalOf(fact.figure))
  const low = parts.reduce((so, one) => so.plus(one.low), new Decimal(0))
  const high = parts.reduce((so, one) => so.plus(one.high), new Decimal(0))
  if (meets({ low, high }, intervalOf(whole.figure))) return []
  return [`列出的各项相加为 ${money(sum.figure)}，与合计 ${money(whole.figure)} 不等：有的项没有读到，或报告没有列。`]
}

/** 哪项支出最大: which of the parts, all of them where they are equal. */
function extreme(query: Query, drawn: readonly Part[], shown: readonly { amount: string }[], listed: readonly Part[]): string[] {
  const said = /最(大|多|高|小|少|低)/.exec(query.phrase)?.[1]
  if (said === undefined || drawn.some(({ fact }) => fact.figure.unit !== drawn[0]?.fact.figure.unit)) return []
  const least = '小少低'.includes(said)
  const sorted = [...drawn].sort((a, b) => (least ? 1 : -1) * decimalOf(a.fact.figure).comparedTo(decimalOf(b.fact.figure)))
  const [best] = sorted
  if (best === undefined) return []
  const equal = sorted.filter(({ fact }) => decimalOf(fact.figure).eq(decimalOf(best.fact.figure)))
  const amount = shown[listed.findIndex(({ fact }) => fact.key === best.fact.key)]?.amount ?? money(best.fact.figure)
  return [`其中最${said}的是${equal.map(({ words }) => words).join('、')}：${amount}。`]
}

const KINDS_OF_EXPENDITURE = [
  'expenditure.basic',
  'expenditure.project',
  'expenditure.toSuperior',
  'expenditure.business',
  'expenditure.toSubordinate',
]
const KINDS_OF_REVENUE = [
  'revenue.appropriation',
  'revenue.superiorSubsidy',
  'revenue.undertaking',
  'revenue.business',
  'revenue.subordinate',
  'revenue.other',
]

/** 支出: the total, by kind and by class. */
export function expenditureAnswer(view: ReportView, query: Query): Answer {
  const [kinds, byClass] = [named(view, KINDS_OF_EXPENDITURE), classes(view)]
  const drawn = byClass.length > 1 ? byClass : kinds
  return composition(view, query, 'expenditure.total', '支出合计', [...kinds, ...byClass], '占支出', drawn)
}

/** 收入: the total by source. */
export function revenueAnswer(view: ReportView, query: Query): Answer {
  const sources = named(view, KINDS_OF_REVENUE)
  return composition(view, query, 'revenue.total', '收入合计', sources, '占收入', sources)
}

/** Only a department was named: the figures people ask for most. */
export function overviewAnswer(view: ReportView, query: Query): Answer {
  const wanted = ['revenue.total', 'expenditure.total', 'expenditure.basic', 'expenditure.project', 'threePublic.total', 'operating']
  const parts = named(view, wanted)
  if (parts.length === 0) return answerOf('not-found', `${whose(view)}的报告里没有读到主要数字。`, { context: contextOf(view, query) })
  const contested = parts.map(({ words, fact }) => show(view, words, fact, { unit: null }))
  return answerOf(
    'answered',
    `${whose(view)}决算：${parts
      .slice(0, 2)
      .map(({ words }, i) => `${words} ${contested[i]?.amount ?? ''}`)
      .join('，')}。`,
    {
      lines: ['可以接着问某一项，例如：三公、工资、办公费。'],
      table: {
        head: ['项目', '决算数', '出处'],
        rows: parts.map(({ words, fact }, i) => [words + (contested[i]?.mark ?? ''), money(fact.figure), scopeWords(fact.form)]),
      },
      figures: contested.flatMap(({ figures }) => figures),
      notes: factNotes(
        view,
        parts.map(({ fact }) => fact),
        contested,
      ),
      context: contextOf(view, query),
    },
  )
}
