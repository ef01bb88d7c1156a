import { Decimal } from 'decimal.js'
import { type Entry, isRate, percent, tablesOf } from '../books/entries.ts'
import type { Books } from '../books/index.ts'
import { amountOf, type Expr, scaled, total } from '../expression.ts'
import { judge } from '../judge.ts'
import { atMost, equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'
import { placeWords, sideOf } from '../wording.ts'

interface Executed {
  readonly score: Entry
  readonly rate: Expr
  readonly points: Expr
}

/** The score, rate and full points on the line of the whole, where a table has them. */
function executed(table: readonly Entry[]): readonly Executed[] {
  const whole = table.filter(({ evaluation }) => evaluation.indicator === null)
  const [score, rate] = (['score', 'rate'] as const).map((column) => whole.find(({ evaluation }) => evaluation.column === column))
  const full = table.find(({ evaluation }) => evaluation.column === 'weight')?.evaluation.figure.text ?? ''
  if (!score || !rate || !isRate(rate) || !['10', '20'].includes(full)) return []
  return [{ score, rate: percent(rate), points: scaled(`${full}分乘执行率`, percent(rate), String(Number(full) / 100), '分') }]
}

/** 9.987 points are printed as 10 where points are whole. */
const follows = ({ score, points }: Executed): boolean =>
  amountOf(points)?.toDecimalPlaces(score.evaluation.figure.decimals).eq(score.evaluation.figure.text) ?? false

const FORMULA = /分\s*[*×xX]\s*(?:预算)?执行率|执行率\s*[*×xX]\s*(?:分值|\d+\s*分?)/
/** So many tables that score by the formula show that it is the report's. */
const ENOUGH = 2

/** Points × rate is one way to score; others give points by steps. The report says which: in words, or by what most of its tables do. */
function scoresByRate(books: Books, all: readonly Executed[]): boolean {
  if (books.report.outline?.paragraphs.some(({ text }) => FORMULA.test(text))) return true
  const telling = all.filter(({ rate }) => !amountOf(rate)?.eq(100))
  const own = telling.filter(follows).length
  return own >= ENOUGH && own * 2 > telling.length
}

function executionScores(books: Books): Outcome[] {
  const all = tablesOf(books).flatMap(executed)
  const byRate = scoresByRate(books, all)
  return all.map((one): Outcome => {
    if (follows(one)) return { state: 'passed' }
    if (!byRate) return unchecked('不知道执行得分是否按分值乘执行率计算')
    return amountOf(one.rate)?.gt(100) ? unchecked('执行率超过100%，得分另有规定') : equal(one.score.expr, one.points)
  })
}

/** Nobody scores above 100; a larger figure was read from another column or from two cells at once. */
const plausible = (scores: readonly Entry[]): boolean => scores.every(({ evaluation }) => Number(evaluation.figure.text) <= 100)

/** Figures of the table's own lines that could not be read: a sum would lack them. */
function hasUnread(books: Books, table: readonly Entry[]): boolean {
  const lines = table.flatMap(({ evaluation }) => evaluation.where.line ?? [])
  const [from, to] = [Math.min(...lines), Math.max(...lines)]
  return books.report.unread.some(({ where }) => where.line !== null && where.line >= from && where.line <= to)
}

const TOTAL_SCORE = /^(总分|合计|总得分|得分合计|综合得分)$/

/** Each way to leave out one score that is the sum of three or more right before or behind it. */
function withoutSubtotal(parts: readonly Entry[]): readonly (readonly Entry[])[] {
  const values = parts.map(({ expr }) => amountOf(expr) ?? new Decimal(0))
  const runs = (at: number, step: 1 | -1): boolean => {
    let sum = new Decimal(0)
    for (let i = at + step, n = 1; i >= 0 && i < parts.length; i += step, n++) {
      sum = sum.plus(values[i] ?? 0)
      if (n >= 3 && sum.eq(values[at] ?? 0)) return true
    }
    return false
  }
  return parts.flatMap((part, at) => (runs(at, 1) || runs(at, -1) ? [parts.filter((other) => other !== part)] : []))
}

/** All scores of a table against its 总分. */
function scoreTotals(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table): Outcome[] => {
    const scores = table.filter(({ evaluation }) => evaluation.column === 'score')
    const whole = scores.find(({ evaluation }) => evaluation.indicator !== null && TOTAL_SCORE.test(evaluation.indicator))
    const parts = scores.filter((entry) => entry !== whole)
    if (!whole || parts.length < 3) return []
    if (hasUnread(books, table)) return [unchecked('自评表有没读出的数字')]
    if (!plausible(scores)) return [unchecked('得分一栏读出的不像得分')]
    const sumOf = (list: readonly Entry[]): Expr =>
      total(
        '各项得分之和',
        list.map((part) => part.expr),
      )
    // Some tables add up their indicators only and leave the points for execution out of 总分.
    const indicators = parts.filter(({ evaluation }) => evaluation.indicator !== null)
    const fits = (list: readonly Entry[]): boolean => judge(equal(sumOf(list), whole.expr)).judgement === 'passed'
    const rival = [indicators, ...withoutSubtotal(parts)].find(fits) ?? parts
    return [equal(sumOf(rival), whole.expr)]
  })
}

/** A weight that no score of its own answers is a section's: 年度绩效目标（80 分）. */
const SECTION = /^(分值|(年度)?绩效(目标|指标))$/
const isSection = (table: readonly Entry[], { evaluation }: Entry): boolean =>
  evaluation.column === 'weight' &&
  SECTION.test(evaluation.indicator ?? '') &&
  !table.some(({ evaluation: other }) => other.column === 'score' && other.indicator !== null && other.indicator === evaluation.indicator)

const HUNDRED = new Decimal(100)
const sumOf = (list: readonly Entry[]): Decimal => list.reduce((sum, { expr }) => sum.plus(amountOf(expr) ?? 0), new Decimal(0))
const isTotalScore = ({ evaluation }: Entry): boolean => evaluation.indicator !== null && TOTAL_SCORE.test(evaluation.indicator)

/**
 * A section whose heading was not recognised lends its scores to the one before.
 * None is missing where the weights, with that of the execution, make a hundred; and more than a hundred points are too many anyhow.
 */
function isTelling(table: readonly Entry[], sections: readonly Entry[]): boolean {
  const execution = table.filter(({ evaluation }) => evaluation.column === 'weight' && evaluation.indicator === null)
  const scores = table.filter((entry) => entry.evaluation.column === 'score' && !isTotalScore(entry))
  return [sections, [...sections, ...execution]].some((weights) => sumOf(weights).eq(HUNDRED)) || sumOf(scores).gt(HUNDRED)
}

/** The scores under a section's weight (年度绩效指标（80 分）) do not exceed it. */
function sectionWeights(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table): Outcome[] => {
    const weights = table.flatMap((entry, i) => (isSection(table, entry) ? [{ entry, i }] : []))
    const telling = isTelling(
      table,
      weights.map(({ entry }) => entry),
    )
    return weights.flatMap(({ entry, i }, n): Outcome[] => {
      const until = weights[n + 1]?.i ?? table.length
      const scores = table.slice(i + 1, until).filter((entry) => entry.evaluation.column === 'score' && !isTotalScore(entry))
      // Without a weight of its own the part after 预算执行（20 分） holds everything else as well.
      if (!plausible(scores)) return [unchecked('得分一栏读出的不像得分')]
      if (scores.length === 0 || (weights.length === 1 && scores.length > 1)) return []
      const sum = total(
        '所列指标得分之和',
        scores.map((score) => score.expr),
      )
      const outcome = atMost(sum, entry.expr)
      return [telling || judge(outcome).judgement !== 'inconsistent' ? outcome : unchecked('没有认全各部分的分值')]
    })
  })
}

/** 满分 and 得分 of one indicator, in a table or in a sentence. */
function scoreWithinWeight(books: Books): Outcome[] {
  const told = books.said.flatMap((weight): Outcome[] => {
    const score = books.said.find(
      (other) =>
        other.claim.measure === 'score' && other.claim.sentence === weight.claim.sentence && other.claim.item === weight.claim.item,
    )
    return weight.claim.measure === 'weight' && score ? [atMost(score.expr, weight.expr)] : []
  })
  const printed = tablesOf(books).flatMap((table) =>
    table.flatMap((entry): Outcome[] => {
      if (entry.evaluation.column !== 'weight' || isSection(table, entry)) return []
      const score = table.find(({ evaluation }) => evaluation.column === 'score' && evaluation.indicator === entry.evaluation.indicator)
      return score ? [atMost(score.expr, entry.expr)] : []
    }),
  )
  return [...told, ...printed]
}

/** Nothing was done and points were given all the same. */
function nothingDone(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table) =>
    table.flatMap((entry): Outcome[] => {
      const { column, indicator, figure } = entry.evaluation
      if (column !== 'actual' || indicator === null || Number(figure.text) !== 0) return []
      const beside = (other: 'target' | 'score') =>
        table.find(({ evaluation }) => evaluation.column === other && evaluation.indicator === indicator)
      const [target, score] = [beside('target'), beside('score')]
      if (!target || !score || !(Number(target.evaluation.figure.text) > 0) || target.evaluation.figure.unit !== figure.unit) return []
      if (Number(score.evaluation.figure.text) === 0) return [{ state: 'passed' }]
      const [left, right] = [sideOf(entry.expr), sideOf(score.expr)]
      return [
        {
          state: 'text',
          kind: 'other',
          statement: `${left.what}为${left.value}${left.unit ?? ''}，目标值${target.evaluation.figure.text}${target.evaluation.figure.unit}，却得${right.value}分（${placeWords([left.where, right.where])}）。`,
          left,
          right,
        },
      ]
    }),
  )
}

const row = (
  id: string,
  title: string,
  kind: Relation['kind'],
  compares: string,
  applies: string,
  outcomes: Relation['outcomes'],
  { wording = SHOULD_EQUAL, origin = '算术' }: Partial<Pick<Relation, 'wording' | 'origin'>> = {},
): Relation => ({
  id,
  title,
  kind,
  compares,
  applies,
  wording,
  origin,
  outcomes,
})

/** Scores and weights of self-evaluation tables. */
export const evaluationScores: readonly Relation[] = [
  row(
    'evaluation.execution-score',
    '预算执行得分等于分值乘执行率',
    'percentage',
    '自评表预算执行一行的得分与执行率',
    '表中印有分值（10 或 20 分）；报告写明按分值乘执行率计分，或多数自评表如此计分',
    executionScores,
    { origin: '表注公式' },
  ),
  row('evaluation.total-score', '各项得分之和等于总分', 'table-sum', '自评表所有得分与总分', '至少三项得分', scoreTotals),
  row(
    'evaluation.section-weight',
    '所列得分不超过该部分分值',
    'table-sum',
    '“年度绩效目标（…分）”与其下各指标得分',
    '表中印有各部分的分值',
    sectionWeights,
    { wording: '{left}，大于{right}，多{difference}' },
  ),
  row('evaluation.score-weight', '得分不超过分值', 'table-sum', '同一指标的分值与得分', '两个数字都有', scoreWithinWeight, {
    wording: '{left}，大于{right}，多{difference}',
  }),
  row(
    'evaluation.nothing-done',
    '没有完成的指标不得分',
    'other',
    '自评表完成值为零的指标与其得分',
    '目标值大于零，完成值为零',
    nothingDone,
    { origin: '行文规范' },
  ),
]
