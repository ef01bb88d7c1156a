import { evaluationKey } from '../../domain/fact.ts'
import type { Evaluation } from '../../domain/report.ts'
import { inUnit } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { amountOf, type Expr, fact, ratio, scaled, total } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { judge } from '../judge.ts'
import { atMost, equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'

const COLUMN_WORDS: Readonly<Record<Evaluation['column'], string>> = {
  budget: '预算数',
  execution: '执行数',
  rate: '执行率',
  target: '目标值',
  actual: '完成值',
  weight: '分值',
  score: '得分',
}

/** An evaluation figure as a relation sees it. */
interface Entry {
  readonly evaluation: Evaluation
  readonly expr: Expr
}

const NAMED = 16
const shortened = (name: string): string => (name.length > NAMED ? `${name.slice(0, NAMED)}…` : name)

/** Amounts of one table are as precise as the most precise of them: 20 beside 19.26 is 20.00. */
function precisionOf(books: Books): (evaluation: Evaluation) => number {
  const decimals = new Map<string, number>()
  const key = ({ table, figure }: Evaluation): string => `${table}|${figure.unit}`
  for (const one of books.report.evaluations) decimals.set(key(one), Math.max(decimals.get(key(one)) ?? 0, one.figure.decimals))
  return (evaluation) => (/元$/.test(evaluation.figure.unit) ? (decimals.get(key(evaluation)) ?? 0) : evaluation.figure.decimals)
}

function entriesOf(books: Books): readonly Entry[] {
  const precision = precisionOf(books)
  return books.report.evaluations.map((evaluation) => ({
    evaluation,
    expr: fact({
      key: evaluationKey(evaluation),
      what: `自评表“${shortened(evaluation.project)}”${evaluation.indicator === null ? '' : shortened(evaluation.indicator)}${COLUMN_WORDS[evaluation.column]}`,
      figure: inUnit({ ...evaluation.figure, decimals: precision(evaluation) }, books.report.meta.unit),
      printed: evaluation.figure,
      where: evaluation.where,
    }),
  }))
}

const isMoney = (entry: Entry): boolean => /元$/.test(entry.evaluation.figure.unit)
const tablesOf = (books: Books): readonly (readonly Entry[])[] => [
  ...groupedBy(entriesOf(books), (entry) => String(entry.evaluation.table)).values(),
]

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
  return [equal(percent(rate), ratio('执行数除以预算数', execution.expr, budget.expr))]
}

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
    if (!score || !rate || !weight || !['10', '20'].includes(weight.evaluation.figure.text)) return []
    if (amountOf(percent(rate))?.gt(100)) return [unchecked('执行率超过100%，得分另有规定')]
    return [
      equal(
        score.expr,
        scaled(`${weight.evaluation.figure.text}分乘执行率`, percent(rate), String(Number(weight.evaluation.figure.text) / 100), '分'),
      ),
    ]
  })
}

/** Figures of the table's own lines that could not be read: a sum would lack them. */
function hasUnread(books: Books, table: readonly Entry[]): boolean {
  const lines = table.flatMap(({ evaluation }) => evaluation.where.line ?? [])
  const [from, to] = [Math.min(...lines), Math.max(...lines)]
  return books.report.unread.some(({ where }) => where.line !== null && where.line >= from && where.line <= to)
}

const TOTAL_SCORE = /^(总分|合计|总得分|得分合计|综合得分)$/

/** All scores of a table against its 总分. */
function scoreTotals(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table): Outcome[] => {
    const scores = table.filter(({ evaluation }) => evaluation.column === 'score')
    const whole = scores.find(({ evaluation }) => evaluation.indicator !== null && TOTAL_SCORE.test(evaluation.indicator))
    const parts = scores.filter((entry) => entry !== whole)
    if (!whole || parts.length < 3) return []
    return [
      equal(
        total(
          '各项得分之和',
          parts.map((part) => part.expr),
        ),
        whole.expr,
      ),
    ]
  })
}

/** The scores under a section's weight (年度绩效指标（80 分）) do not exceed it. */
function sectionWeights(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table): Outcome[] => {
    const weights = table.flatMap((entry, i) =>
      entry.evaluation.column === 'weight' && /^分值$/.test(entry.evaluation.indicator ?? '') ? [{ entry, i }] : [],
    )
    return weights.flatMap(({ entry, i }, n): Outcome[] => {
      const until = weights[n + 1]?.i ?? table.length
      const scores = table
        .slice(i + 1, until)
        .filter(
          ({ evaluation }) => evaluation.column === 'score' && !(evaluation.indicator !== null && TOTAL_SCORE.test(evaluation.indicator)),
        )
      // Without a weight of its own the part after 预算执行（20 分） holds everything else as well.
      if (scores.length === 0 || (weights.length === 1 && scores.length > 1)) return []
      return [
        atMost(
          total(
            '所列指标得分之和',
            scores.map((score) => score.expr),
          ),
          entry.expr,
        ),
      ]
    })
  })
}

/** 满分 and 得分 of one indicator. */
function scoreWithinWeight(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table) =>
    table.flatMap((entry, i): Outcome[] => {
      const next = table[i + 1]
      const pair =
        entry.evaluation.column === 'weight' &&
        next?.evaluation.column === 'score' &&
        entry.evaluation.indicator === next.evaluation.indicator
      return pair && next && entry.evaluation.indicator !== '分值' ? [atMost(next.expr, entry.expr)] : []
    }),
  )
}

interface Target {
  readonly words: RegExp
  readonly columns: readonly Evaluation['column'][]
  readonly subjects: readonly string[]
  readonly measure: 'final' | 'count'
}

/** What a department's self-evaluation says of its totals, and what the accounts call it. */
const TARGETS: readonly Target[] = [
  {
    words: /^基本支出(总额|预算执行数|执行数)/,
    columns: ['execution', 'actual'],
    subjects: ['expenditure.basic', 'generalBudget.basic'],
    measure: 'final',
  },
  {
    words: /^项目支出(总额|预算执行数|执行数)/,
    columns: ['execution', 'actual'],
    subjects: ['expenditure.project', 'generalBudget.project'],
    measure: 'final',
  },
  { words: /公用经费控制率/, columns: ['actual'], subjects: ['public'], measure: 'final' },
  { words: /在职人员控制率/, columns: ['actual'], subjects: ['staff.active'], measure: 'count' },
]

function departmentTotals(books: Books): Outcome[] {
  return entriesOf(books).flatMap((entry): Outcome[] => {
    const { evaluation } = entry
    if (evaluation.scope !== 'department' || evaluation.indicator === null) return []
    const target =
      TARGETS.find(({ words, columns }) => words.test(evaluation.indicator ?? '') && columns.includes(evaluation.column)) ??
      containing(evaluation)
    if (!target || evaluation.figure.unit === '%') return []
    const rivals = target.subjects.flatMap((subject) => accounts(books, subject, target.measure))
    const [first, ...others] = rivals
    return first ? [equal(entry.expr, first, { alternatives: others })] : [unchecked('决算中没有可比的数字')]
  })
}

const containing = (evaluation: Evaluation): Target | undefined =>
  TARGETS.slice(2).find(({ words, columns }) => words.test(evaluation.indicator ?? '') && columns.includes(evaluation.column))

function accounts(books: Books, subject: string, measure: 'final' | 'count'): readonly Expr[] {
  const said = books.saying(subject, measure).filter((one) => one.claim.topic !== 'attachment' && one.claim.topic !== 'performance')
  const cell = books.cellOf(subject)
  return [...said.map((one) => one.expr), ...(cell.kind === 'figure' ? [cell.expr] : [])]
}

/** 基本 + 项目 of the department's own table against its totals. */
function departmentSums(books: Books): Outcome[] {
  return tablesOf(books).flatMap((table): Outcome[] => {
    const line = (column: 'budget' | 'execution', words: RegExp): Entry | undefined =>
      table.find(
        ({ evaluation }) => evaluation.scope === 'department' && evaluation.column === column && words.test(evaluation.indicator ?? ''),
      )
    const sides = [
      { column: 'budget' as const, rivals: adjustedBudgets(books, table), words: '调整预算' },
      {
        column: 'execution' as const,
        rivals: [...accounts(books, 'expenditure.total', 'final'), ...accounts(books, 'generalBudget.expenditure', 'final')],
        words: '执行数',
      },
    ]
    return sides.flatMap(({ column, rivals, words }): Outcome[] => {
      const parts = [line(column, /^基本支出.*(预算数|执行数)$/), line(column, /^项目支出.*(预算数|执行数)$/)].flatMap(
        (entry) => entry ?? [],
      )
      const [first, ...others] = rivals
      if (parts.length < 2 || !first) return []
      return [
        equal(
          total(
            `自评表基本支出与项目支出${words}相加`,
            parts.map((part) => part.expr),
          ),
          first,
          { alternatives: others },
        ),
      ]
    })
  })
}

function adjustedBudgets(books: Books, table: readonly Entry[]): readonly Expr[] {
  const inTable = table
    .filter(({ evaluation }) => /预算调整率/.test(evaluation.indicator ?? '') && evaluation.column === 'actual')
    .map((entry) => entry.expr)
  return [
    ...inTable,
    ...books.said.filter((said) => said.claim.measure === 'adjusted' && said.claim.topic === 'performance').map((said) => said.expr),
  ]
}

/** The department's whole budget in the self-evaluation may follow another cut-off, so only a rounding remainder is worth a word. */
function departmentBudget(books: Books): Outcome[] {
  const budgets = [...books.saying('generalBudget.expenditure', 'budget'), ...books.saying('expenditure.total', 'budget')].map(
    (said) => said.expr,
  )
  return entriesOf(books).flatMap(({ evaluation, expr }): Outcome[] => {
    if (evaluation.scope !== 'department' || evaluation.indicator !== null || evaluation.column !== 'budget') return []
    const [near] = budgets.filter((budget) => judge(equal(expr, budget)).judgement !== 'inconsistent')
    return [near ? equal(expr, near) : unchecked('自评的预算口径可能与年初预算不同')]
  })
}

/** Executed by all projects together, not more than the project expenditure of the accounts. */
function projectSum(books: Books): Outcome[] {
  const whole = entriesOf(books).filter(
    ({ evaluation }) => evaluation.scope === 'project' && evaluation.indicator === null && !/^合计/.test(evaluation.project),
  )
  const executed = [
    ...groupedBy(
      whole.filter((entry) => entry.evaluation.column === 'execution' && isMoney(entry)),
      (entry) => entry.evaluation.project,
    ).values(),
  ].flatMap((same) => same[0] ?? [])
  const [first, ...others] = accounts(books, 'expenditure.project', 'final')
  if (executed.length < 2 || !first) return []
  return [
    atMost(
      total(
        '各项目自评执行数相加',
        executed.map((entry) => entry.expr),
      ),
      first,
      { alternatives: others },
    ),
  ]
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
    'evaluation.department',
    '整体自评表的支出总额与决算一致',
    'cross-table',
    '整体自评表的基本支出、项目支出、公用经费、在职人数与决算表、情况说明',
    '自评表写明是哪一项；决算数有几种口径时合其中一种即可',
    departmentTotals,
  ),
  row(
    'evaluation.department-sum',
    '整体自评表的基本加项目等于总额',
    'budget-execution',
    '自评表基本支出、项目支出的预算（执行）数之和与调整预算、支出决算',
    '两部分和总额都有',
    departmentSums,
  ),
  row(
    'evaluation.department-budget',
    '整体自评表的预算数',
    'cross-table',
    '整体自评表的预算数与年初预算；口径可能不同，只提示尾差',
    '两个数字相近',
    departmentBudget,
  ),
  row(
    'evaluation.project-sum',
    '各项目执行数之和不超过项目支出',
    'cross-table',
    '各项目自评表的执行数之和与决算项目支出',
    '至少两张项目自评表',
    projectSum,
    '{left}，大于{right}，多{difference}',
  ),
  row('evaluation.summary', '自评汇总表合计等于各项目之和', 'table-sum', '汇总表的合计与各项目', '汇总表印有合计', summarySum),
]
