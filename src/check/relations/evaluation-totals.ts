import type { Evaluation } from '../../domain/report.ts'
import { type Entry, entriesOf, isMoney, tablesOf } from '../books/entries.ts'
import type { Books } from '../books/index.ts'
import { type Expr, total } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { judge } from '../judge.ts'
import { atMost, equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'

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

const row = (
  id: string,
  title: string,
  kind: Relation['kind'],
  compares: string,
  applies: string,
  outcomes: Relation['outcomes'],
  { wording = SHOULD_EQUAL, origin = '公开样式' }: Partial<Pick<Relation, 'wording' | 'origin'>> = {},
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

/** Self-evaluation tables against the accounts. */
export const evaluationTotals: readonly Relation[] = [
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
    { wording: '{left}，大于{right}，多{difference}', origin: '算术' },
  ),
]
