import { Decimal } from 'decimal.js'
import { type Entry, isMoney, tablesOf } from '../books/entries.ts'
import type { Books } from '../books/index.ts'
import { amountOf, type Expr, ratio, scaled, total } from '../expression.ts'
import { judge } from '../judge.ts'
import { atMost, equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'
import { placeWords, sideOf } from '../wording.ts'

/** `基本支出调整预算数` and `基本支出预算执行数` speak of the same 基本支出. */
const stem = (indicator: string): string =>
  indicator.replace(/(?:预算)?(?:调整|执行|安排)?(?:预算)?(?:总额|数|率)$/, '').replace(/预算$/, '')

/** Rates of a table's lines: the whole project's, and those of 基本支出、项目支出 inside a department's table. */
function rates(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table) => [...wholeRates(table), ...innerRates(table)])
}

function wholeRates(table: readonly Entry[]): Outcome[] {
  const whole = table.filter(({ evaluation }) => evaluation.indicator === null)
  const [budget, execution, rate] = (['budget', 'execution', 'rate'] as const).map((column) =>
    whole.find(({ evaluation }) => evaluation.column === column),
  )
  if (!rate) return []
  if (!budget || !execution) return [unchecked('自评表没有预算数或执行数')]
  if (!isRate(rate)) return [unchecked('执行率一栏读出的不是比率')]
  return [equal(percent(rate), ratio('执行数除以预算数', execution.expr, budget.expr))]
}

/** A rate without a per-cent sign is written as a part of one; anything larger was read from another column. */
const isRate = ({ evaluation }: Entry): boolean => evaluation.figure.unit === '%' || Number(evaluation.figure.text) <= 1.5

/** A rate written as 1 means 100 %. */
const percent = ({ evaluation, expr }: Entry): Expr => (evaluation.figure.unit === '%' ? expr : scaled('执行率', expr, '100', '%'))

function innerRates(table: readonly Entry[]): Outcome[] {
  return table.flatMap((entry, i): Outcome[] => {
    const { evaluation } = entry
    const before = table[i - 1]
    if (
      evaluation.column !== 'rate' ||
      evaluation.indicator !== '执行率' ||
      before?.evaluation.column !== 'execution' ||
      before.evaluation.indicator === null
    )
      return []
    const name = stem(before.evaluation.indicator)
    const budget = table.find(
      ({ evaluation: other }) => other.column === 'budget' && other.indicator !== null && stem(other.indicator) === name,
    )
    return budget ? [equal(entry.expr, ratio(`${name}执行数除以预算数`, before.expr, budget.expr))] : [unchecked('自评表没有预算数')]
  })
}

/** 20 points × rate, where the table says so by its own columns: a score and a rate on the line of the whole. */
function executionScores(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table): Outcome[] => {
    const whole = table.filter(({ evaluation }) => evaluation.indicator === null)
    const [score, rate] = (['score', 'rate'] as const).map((column) => whole.find(({ evaluation }) => evaluation.column === column))
    const weight = table.find(({ evaluation }) => evaluation.column === 'weight')
    if (!score || !rate || !isRate(rate) || !weight || !['10', '20'].includes(weight.evaluation.figure.text)) return []
    // 9.987 points are printed as 10 where points are whole.
    const points = amountOf(percent(rate))?.times(weight.evaluation.figure.text).div(100)
    if (points?.toDecimalPlaces(score.evaluation.figure.decimals).eq(score.evaluation.figure.text)) return [{ state: 'passed' }]
    if (amountOf(percent(rate))?.gt(100)) return [unchecked('执行率超过100%，得分另有规定')]
    return [
      equal(
        score.expr,
        scaled(`${weight.evaluation.figure.text}分乘执行率`, percent(rate), String(Number(weight.evaluation.figure.text) / 100), '分'),
      ),
    ]
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

/** The scores under a section's weight (年度绩效指标（80 分）) do not exceed it. */
function sectionWeights(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table): Outcome[] => {
    const weights = table.flatMap((entry, i) => (isSection(table, entry) ? [{ entry, i }] : []))
    return weights.flatMap(({ entry, i }, n): Outcome[] => {
      const until = weights[n + 1]?.i ?? table.length
      const scores = table
        .slice(i + 1, until)
        .filter(
          ({ evaluation }) => evaluation.column === 'score' && !(evaluation.indicator !== null && TOTAL_SCORE.test(evaluation.indicator)),
        )
      // Without a weight of its own the part after 预算执行（20 分） holds everything else as well.
      if (!plausible(scores)) return [unchecked('得分一栏读出的不像得分')]
      if (scores.length === 0 || (weights.length === 1 && scores.length > 1)) return []
      const sum = total(
        '所列指标得分之和',
        scores.map((score) => score.expr),
      )
      return [atMost(sum, entry.expr)]
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

/** A summary's total against its lines. */
function summarySum(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table): Outcome[] => {
    const budgets = table.filter((entry) => entry.evaluation.column === 'budget' && entry.evaluation.indicator === null && isMoney(entry))
    const whole = budgets.find(({ evaluation }) => /^合计|^总计/.test(evaluation.project))
    const parts = budgets.filter((entry) => entry !== whole)
    return whole && parts.length > 1
      ? [
          equal(
            total(
              '各项目财政资金总额相加',
              parts.map((part) => part.expr),
            ),
            whole.expr,
          ),
        ]
      : []
  })
}

const row = (
  id: string,
  title: string,
  kind: Relation['kind'],
  compares: string,
  applies: string,
  outcomes: Relation['outcomes'],
  wording = SHOULD_EQUAL,
): Relation => ({
  id,
  title,
  kind,
  compares,
  applies,
  wording,
  origin: '公开样式',
  outcomes,
})

/** Self-evaluation tables. */
export const evaluations: readonly Relation[] = [
  row('evaluation.rate', '执行率等于执行数除以预算数', 'percentage', '自评表的预算数、执行数、执行率', '三个数字都有', rates),
  row(
    'evaluation.execution-score',
    '预算执行得分等于分值乘执行率',
    'percentage',
    '自评表预算执行一行的得分与执行率',
    '表中印有分值（10 或 20 分）',
    executionScores,
  ),
  row('evaluation.total-score', '各项得分之和等于总分', 'table-sum', '自评表所有得分与总分', '至少三项得分', scoreTotals),
  row(
    'evaluation.section-weight',
    '所列得分不超过该部分分值',
    'table-sum',
    '“年度绩效目标（…分）”与其下各指标得分',
    '表中印有各部分的分值',
    sectionWeights,
    '{left}，大于{right}，多{difference}',
  ),
  row(
    'evaluation.score-weight',
    '得分不超过分值',
    'table-sum',
    '同一指标的分值与得分',
    '两个数字都有',
    scoreWithinWeight,
    '{left}，大于{right}，多{difference}',
  ),
  row(
    'evaluation.nothing-done',
    '没有完成的指标不得分',
    'other',
    '自评表完成值为零的指标与其得分',
    '目标值大于零，完成值为零',
    nothingDone,
  ),
  row('evaluation.summary', '自评汇总表合计等于各项目之和', 'table-sum', '汇总表的合计与各项目', '汇总表印有合计', summarySum),
]
