import type { Answer } from '../../domain/answer.ts'
import { evaluationKey, type Fact } from '../../domain/fact.ts'
import type { ReportView } from '../figures/report-view.ts'
import { scoredWhat, totalScores } from '../figures/scores.ts'
import { type Found, nameOf, saysName, searchFacts, type Wanted, wantedOf } from '../figures/search.ts'
import { normaliseName } from '../normalise.ts'
import type { Query } from '../query.ts'
import { contextOf } from './context.ts'
import { answerOf, money, scopeWords, whose } from './parts.ts'
import { factNotes, show } from './show.ts'

/** Answers by the report's own names: one figure where one clearly fits, else what there is to choose from. */

const MOST_CHOICES = 8

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  budget: '预算数',
  adjusted: '调整预算数',
  execution: '执行数',
  rate: '执行率',
  completion: '完成率',
  score: '得分',
  weight: '分值',
  target: '目标值',
  actual: '完成值',
  share: '占比',
  change: '增减额',
  growth: '增减率',
}
/** 党建经费执行率: the name with what is measured of it; a plain amount needs no more words. */
const wordsOf = (fact: Fact): string => {
  const kind = COLUMN_WORDS[fact.column] ?? ''
  const whole = nameOf(fact)
  const name = whole.length > 24 ? `${whole.slice(0, 24)}…` : whole
  return `${name}${name.endsWith(kind) ? '' : kind}`
}

/** Whose: the project of a self-evaluation's indicator. */
const under = ({ row }: Fact): string => (row.parent === null ? '' : `（${row.parent.slice(0, 20)}）`)

const sameThing = (a: Fact, b: Fact): boolean => a.row.name === b.row.name && a.row.parent === b.row.parent

/** Several figures of one name: alike they are one; the explanations' own come before tables of indicators. */
function best(found: readonly Found[]): Fact | null {
  const [first, ...others] = found
  if (first === undefined || first.score < 1) return null
  const rivals = others.filter(({ score }) => score >= first.score - 0.25)
  const told = rivals.every(
    ({ fact }) =>
      sameThing(fact, first.fact) || (fact.figure.text === first.fact.figure.text && fact.figure.unit === first.fact.figure.unit),
  )
  const values = new Set([first, ...rivals].map(({ fact }) => `${fact.column}|${Number(fact.figure.text)}|${fact.figure.unit}`))
  const columns = new Set([first, ...rivals].map(({ fact }) => fact.column))
  // One thing of one project, printed differently in two places, is one answer with both.
  const twice = rivals.every(({ fact }) => fact.row.name === first.fact.row.name)
  return told && (values.size === columns.size || twice) ? first.fact : null
}

/** 部门整体支出执行率, as the department's own self-evaluation prints it. */
const wholeRate = (view: ReportView): Fact | null => {
  const own = view.report.evaluations.find(
    ({ scope, indicator, column, figure }) => scope === 'department' && indicator === null && column === 'rate' && figure.unit === '%',
  )
  return own === undefined ? null : (view.facts.get(evaluationKey(own)) ?? null)
}

/** What must not be taken for another figure of the same name: the department's own rate, a project's total score. */
function own(view: ReportView, query: Query, wanted: Wanted): Fact | null {
  if (query.operation === 'completion' && /整体/.test(query.phrase)) return wholeRate(view)
  if (!wanted.columns.includes('score')) return null
  const scores = totalScores(view).filter((fact) => saysName(wanted.phrase, normaliseName(scoredWhat(fact))))
  return scores.length === 1 ? (scores[0] ?? null) : null
}

/** 编制 asks for 总编制 where the report has one, not for one of its parts. */
function whole(all: readonly Found[], { phrase }: Wanted): Fact | null {
  const totals = all.filter(({ name }) => normaliseName(name).includes(`总${phrase}`))
  return totals.length === 1 ? (totals[0]?.fact ?? null) : null
}

/** What the report calls by the question's words; null where nothing does. */
export function foundAnswer(view: ReportView, query: Query): Answer | null {
  const wanted = wantedOf(query.phrase, query.operation, query.finalSaid || query.kind === 'money')
  const all = searchFacts(view, wanted)
  const context = contextOf(view, { ...query, items: [] })
  const fact = own(view, query, wanted) ?? whole(all, wanted) ?? best(all)
  if (fact !== null) {
    const shown = show(view, wordsOf(fact), fact, query)
    const beside = all.filter((one) => one.fact !== fact && sameThing(one.fact, fact) && one.fact.column !== fact.column)
    const elsewhere = all.filter(
      (one) => sameThing(one.fact, fact) && one.fact.column === fact.column && Number(one.fact.figure.text) !== Number(fact.figure.text),
    )
    const also =
      shown.mark !== ''
        ? ''
        : elsewhere
            .slice(0, 2)
            .map((one) => `〔另一处印 ${money(one.fact.figure)}〕`)
            .join('')
    return answerOf('answered', `${whose(view)}${wordsOf(fact)}${under(fact)}：${shown.amount}${also}（${scopeWords(fact.form)}）。`, {
      figures: [
        ...shown.figures,
        ...elsewhere.slice(0, 2).flatMap((one) => show(view, wordsOf(one.fact), one.fact, query).figures),
        ...beside.slice(0, 3).flatMap((one) => show(view, wordsOf(one.fact), one.fact, query).figures),
      ],
      lines: beside.slice(0, 3).map((one) => `${wordsOf(one.fact)}：${show(view, wordsOf(one.fact), one.fact, query).amount}。`),
      notes: factNotes(view, [fact], [shown]),
      context,
    })
  }
  const names = [...new Set(all.map((one) => wordsOf(one.fact)))]
  if (names.length === 0 || (names.length === 1 && (all[0]?.score ?? 0) < 0.4)) return null
  return answerOf(
    'ambiguous',
    `${whose(view)}的报告里没有正好叫“${query.odd === '' ? wanted.phrase : query.odd}”的一项，相近的有，请选一项：`,
    {
      choices: names.slice(0, MOST_CHOICES),
      context,
    },
  )
}

/** Which part of the explanations tells of a count. */
const TOLD_IN: readonly (readonly [subject: RegExp, topic: string, unit: RegExp, about?: RegExp])[] = [
  [/^count\.reception/, 'threePublic', /批|人次/, /接待|来访|来宾|客|考察|调研|督办/],
  [/^count\.overseas/, 'threePublic', /[个人次]/, /出国|出境|团组/],
  [/^staff\.|^told:.*人/, 'profile', /^[人名]$/],
  [/^(assets\.vehicles|count\.vehicles|vehicles:)/, 'assets', /[辆台]/],
]

/** A count that the report does not give as one figure, but in parts or by other words: all that it says of it. */
export function toldInstead(view: ReportView, query: Query, subject: string, words: string): Answer | null {
  const [, topic, unit, about] = TOLD_IN.find(([pattern]) => pattern.test(subject)) ?? []
  if (topic === undefined || unit === undefined) return null
  const claims = view.report.claims.filter(
    (claim) =>
      claim.topic === topic &&
      unit.test(claim.figure.unit) &&
      (about === undefined || (about.test(claim.item) && !(/^count\.reception/.test(subject) && /出国|出境/.test(claim.item)))) &&
      (claim.year === null || claim.year === view.report.meta.fiscalYear),
  )
  const facts = claims.flatMap((claim) => view.facts.get(`narrative|${claim.id}`) ?? []).slice(0, MOST_CHOICES)
  if (facts.length === 0) return null
  const shown = facts.map((fact) => show(view, fact.row.name, fact, query))
  return answerOf(
    'answered',
    `${whose(view)}没有单列“${words}”，说明里写到的有：${facts.map((fact) => `${fact.row.name} ${money(fact.figure)}`).join('；')}。`,
    {
      figures: shown.flatMap(({ figures }) => figures),
      notes: factNotes(view, facts, shown),
      context: contextOf(view, query),
    },
  )
}

/** The report names something by the words of an item that it has no figure of its own for: offered, so that nothing is denied that is there. */
export function namedLike(view: ReportView, query: Query, words: string): Answer | null {
  const core = normaliseName(words.replace(/（.*?）/g, '').replace(/(财政拨款)?支出$/, ''))
  const found = searchFacts(view, wantedOf(core, 'value')).filter(({ name }) => core.length > 2 && normaliseName(name).includes(core))
  const names = [...new Set(found.map((one) => wordsOf(one.fact)))].filter((name) => name !== words)
  if (names.length === 0) return null
  return answerOf('ambiguous', `${whose(view)}没有单列“${words}”，名字相近的有，请选一项：`, {
    choices: names.slice(0, MOST_CHOICES),
    context: contextOf(view, { ...query, items: [] }),
  })
}
