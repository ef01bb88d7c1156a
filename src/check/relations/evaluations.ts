import { type Entry, isMoney, isRate, percent, tablesOf } from '../books/entries.ts'
import type { Books } from '../books/index.ts'
import { ratio, total } from '../expression.ts'
import { equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'

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
  origin: '算术',
  outcomes,
})

/** Rates and sums of self-evaluation tables. */
export const evaluations: readonly Relation[] = [
  row('evaluation.rate', '执行率等于执行数除以预算数', 'percentage', '自评表的预算数、执行数、执行率', '三个数字都有', rates),
  row('evaluation.summary', '自评汇总表合计等于各项目之和', 'table-sum', '汇总表的合计与各项目', '汇总表印有合计', summarySum),
]
