import { halfUlp } from '../../domain/interval.ts'
import type { Measure } from '../../domain/report.ts'
import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { companions } from '../books/pairs.ts'
import { sentenceOf } from '../books/text.ts'
import { amountOf, type Expr, ratio, scaled, total } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { judge } from '../judge.ts'
import { equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'

const EXECUTION_POINTS = ['20', '10'] as const
const TOTAL_WORDS = /(自评|综合|评价|最终)?(总)?得分/

interface Scored {
  readonly whole: Said
  /** The execution rate, as exactly as the report lets it be known. */
  readonly rate: Expr
  readonly parts: readonly { readonly weight: Said; readonly score: Said }[]
}

const within = (said: Said): boolean => said.claim.topic === 'attachment' || said.claim.topic === 'performance'

const SCORED: readonly Measure[] = ['score', 'weight', 'completion', 'budget', 'execution']

/** A project's report in words: its total, its rate, and each indicator's 满分 and 得分. */
function scoredProjects(books: Books): readonly Scored[] {
  const groups = groupedBy(
    books.said.filter(
      (said) => within(said) && said.subject?.startsWith('project:') && SCORED.includes(said.claim.measure) && books.isOfTheYear(said),
    ),
    (said) => said.subject ?? '',
  )
  return [...groups.values()].flatMap((group): Scored[] => {
    const pairs = group.flatMap((weight) => {
      const score = group.find((other) => other.claim.measure === 'score' && other.claim.sentence === weight.claim.sentence)
      return weight.claim.measure === 'weight' && score ? [{ weight, score }] : []
    })
    const alone = group.filter((said) => said.claim.measure === 'score' && !pairs.some(({ score }) => score === said))
    const [whole, ...more] = alone.filter((said) => TOTAL_WORDS.test(sentenceOf(books, said)?.text ?? '得分'))
    const rate = rateOf(
      books,
      group.filter((said) => said.claim.topic === 'attachment'),
    )
    return whole && rate && more.length === 0 && pairs.length >= 2 ? [{ whole, rate, parts: leaves(pairs) }] : []
  })
}

/** 产出 28 = 数量 20 + 质量 8: what the lines right after it add up to is their heading and does not count again. */
function leaves(pairs: Scored['parts']): Scored['parts'] {
  const [first, ...rest] = pairs
  if (!first) return []
  const own = amountOf(first.weight.expr)
  const inner = rest.findIndex((_, n) => {
    const sum = amountOf(
      total(
        '',
        rest.slice(0, n + 1).map((pair) => pair.weight.expr),
      ),
    )
    return n > 0 && own !== null && (sum?.eq(own) ?? false)
  })
  if (inner < 0) return [first, ...leaves(rest)]
  return [...rest.slice(0, inner + 1), ...leaves(rest.slice(inner + 1))]
}

/** Execution ÷ budget where both stand in the report, else the printed rate; nothing where rates contradict each other. */
function rateOf(books: Books, group: readonly Said[]): Expr | null {
  const [printed, ...others] = group.filter((said) => said.claim.measure === 'completion')
  const execution = group.find((said) => said.claim.measure === 'execution')
  const budget = execution && companions(books, execution, ['budget']).find((said) => said.claim.sentence === execution.claim.sentence)
  const computed = execution && budget && !amountOf(budget.expr)?.isZero() ? ratio('执行数除以预算数', execution.expr, budget.expr) : null
  if (!printed) return computed
  if (others.some((other) => judge(equal(other.expr, printed.expr)).judgement === 'inconsistent')) return null
  return computed && judge(equal(printed.expr, computed)).judgement !== 'inconsistent' ? computed : printed.expr
}

const points = (rate: Expr, full: string): Expr => scaled(`${full}分乘执行率`, rate, String(Number(full) / 100), '分')

/** Do scores of this report follow full points × rate? Then what is left of a total is a whole number. */
function executionPoints(scored: readonly Scored[]): string | null {
  const telling = scored.filter(({ rate }) => !amountOf(rate)?.eq(100))
  return EXECUTION_POINTS.find((full) => telling.length > 0 && telling.every(({ whole, rate }) => leavesWhole(whole, rate, full))) ?? null
}

/** Scores are printed to two places; what is left must be whole up to that. */
function leavesWhole(whole: Said, rate: Expr, full: string): boolean {
  const [sum, share] = [amountOf(whole.expr), amountOf(points(rate, full))]
  if (!sum || !share) return false
  const rest = sum.minus(share)
  return rest
    .minus(rest.round())
    .abs()
    .lte(halfUlp(2).plus(rate.kind === 'ratio' ? 0 : halfUlp(2)))
}

function projectScores(books: Books): Outcome[] {
  const scored = scoredProjects(books)
  const full = executionPoints(scored)
  if (full === null) return scored.length > 0 ? [unchecked('不知道预算执行占多少分')] : []
  return scored.map(({ whole, rate, parts }) =>
    equal(whole.expr, total('所列指标得分与执行得分相加', [...parts.map(({ score }) => score.expr), points(rate, full)]), {
      remark: `所列指标满分合计${amountOf(
        total(
          '',
          parts.map(({ weight }) => weight.expr),
        ),
      )?.toString()}分，加执行${full}分`,
    }),
  )
}

/** The department's own 执行情况 score, once the projects have shown how many points the execution is worth. */
function departmentScore(books: Books): Outcome[] {
  const full = executionPoints(scoredProjects(books))
  if (full === null) return []
  return books.said.flatMap((said): Outcome[] => {
    if (said.claim.measure !== 'score' || !within(said) || !/^(预算)?执行(情况|率)?(得分)?$/.test(said.claim.item)) return []
    const rate = books.said.find(
      (other) =>
        other.claim.measure === 'completion' &&
        other.claim.topic === said.claim.topic &&
        !other.subject?.startsWith('project:') &&
        other.claim.sentence > said.claim.sentence,
    )
    return rate ? [equal(said.expr, points(rate.expr, full))] : [unchecked('没有执行率')]
  })
}

/** 综合得分 = 执行得分 + 指标得分, as the sentence itself lists them. */
function listedScores(books: Books): Outcome[] {
  return books.said.flatMap((whole): Outcome[] => {
    if (whole.claim.measure !== 'score' || !within(whole)) return []
    const parts = books.said.filter((said) => said.claim.partOf === whole.claim.id && said.claim.measure === 'score')
    return parts.length >= 2
      ? [
          equal(
            total(
              '所列得分相加',
              parts.map((part) => part.expr),
            ),
            whole.expr,
          ),
        ]
      : []
  })
}

/**
 * Budgets told item by item in the performance section. Where the items' finals add up to the whole, their budgets must too:
 * to the opening budget if they are called so, else to either.
 */
function performanceBudgets(books: Books): Outcome[] {
  const finals = books.said.filter(
    (said) => said.claim.topic === 'performance' && ['final', 'execution'].includes(said.claim.measure) && said.claim.partOf === null,
  )
  const items = finals.flatMap((final) => {
    const [budget] = companions(books, final, ['budget'])
    return budget && budget.claim.sentence === final.claim.sentence ? [{ final, budget }] : []
  })
  const listed = items.filter(({ final }) => /\d|^[一二三四五六七八九十]/.test(sentenceOf(books, final)?.paragraph.number ?? ''))
  const wholes = books.saying('generalBudget.expenditure', 'final')
  const [whole] = wholes.filter(
    (one) =>
      judge(
        equal(
          one.expr,
          total(
            '',
            listed.map(({ final }) => final.expr),
          ),
        ),
      ).judgement !== 'inconsistent',
  )
  if (listed.length < 2 || !whole) return []
  const sum = total(
    '自评各项预算相加',
    listed.map(({ budget }) => budget.expr),
  )
  const [opening] = books.saying('generalBudget.expenditure', 'budget')
  const [adjusted] = books.said.filter((said) => said.claim.measure === 'adjusted' && said.claim.topic === 'performance')
  const called = listed.find(({ budget }) => /年初预算/.test(sentenceOf(books, budget)?.text ?? ''))
  const outcomes: Outcome[] = []
  if (adjusted && judge(equal(sum, adjusted.expr)).judgement !== 'inconsistent') outcomes.push(equal(sum, adjusted.expr))
  if (called && opening)
    outcomes.push(
      equal(sum, opening.expr, {
        evidence: [called.budget.term.where],
        remark: `其中${called.budget.term.printed.text}${called.budget.term.printed.unit}写作“年初预算”`,
      }),
    )
  return outcomes
}

const row = (
  id: string,
  title: string,
  kind: Relation['kind'],
  compares: string,
  applies: string,
  outcomes: Relation['outcomes'],
): Relation => ({
  id,
  title,
  kind,
  compares,
  applies,
  wording: SHOULD_EQUAL,
  origin: '算术',
  outcomes,
})

/** Self-evaluation reports in words. */
export const attachments: readonly Relation[] = [
  row(
    'attachment.project-score',
    '项目自评得分等于所列得分之和',
    'missing-content',
    '项目自评报告的总得分与所列各指标得分、执行得分（分值×执行率）之和',
    '报告写明总得分、执行率和各指标满分、得分，且各项目的得分都按分值乘执行率计算',
    projectScores,
  ),
  row(
    'attachment.department-score',
    '整体执行得分等于分值乘执行率',
    'percentage',
    '整体自评的执行得分与执行率',
    '项目自评已表明执行占多少分',
    departmentScore,
  ),
  row(
    'attachment.listed-scores',
    '所列得分之和等于综合得分',
    'table-sum',
    '同一句列出的各部分得分与综合得分',
    '同一句列出至少两部分',
    listedScores,
  ),
  row(
    'attachment.budgets',
    '自评各项预算之和等于预算总额',
    'budget-execution',
    '绩效一节逐项所写的预算之和与年初预算、调整预算',
    '逐项执行数之和等于支出决算，可见所列完整',
    performanceBudgets,
  ),
]
