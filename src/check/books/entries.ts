import { evaluationKey } from '../../domain/fact.ts'
import type { Evaluation } from '../../domain/report.ts'
import { type Expr, fact, scaled } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { quoted } from '../quoted.ts'
import { inUnit } from './form-view.ts'
import type { Books } from './index.ts'

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
export interface Entry {
  readonly evaluation: Evaluation
  readonly expr: Expr
}

const NAMED = 16
const shortened = (name: string): string => (name.length > NAMED ? `${name.slice(0, NAMED)}…` : name)

/** A table prints an indicator's heading and its name side by side, and often the column's word in the name. */
function indicatorWords({ indicator, column }: Evaluation): string {
  const name = (indicator ?? '').replace(/^(.{3,})(?=\1)/, '')
  return name.endsWith(COLUMN_WORDS[column]) ? name : `${shortened(name)}${COLUMN_WORDS[column]}`
}

/** Amounts on one line of a table are as precise as the most precise of them: 20 beside 19.26 is 20.00. */
function precisionOf(books: Books): (evaluation: Evaluation) => number {
  const decimals = new Map<string, number>()
  const key = ({ table, figure, indicator, project }: Evaluation): string => `${table}|${figure.unit}|${project}|${indicator ?? ''}`
  for (const one of books.report.evaluations) decimals.set(key(one), Math.max(decimals.get(key(one)) ?? 0, one.figure.decimals))
  return (evaluation) => (/元$/.test(evaluation.figure.unit) ? (decimals.get(key(evaluation)) ?? 0) : evaluation.figure.decimals)
}

export function entriesOf(books: Books): readonly Entry[] {
  const precision = precisionOf(books)
  return books.report.evaluations.map((evaluation) => ({
    evaluation,
    expr: fact({
      key: evaluationKey(evaluation),
      what: `自评表${quoted(shortened(evaluation.project))}${indicatorWords(evaluation)}`,
      figure: inUnit({ ...evaluation.figure, decimals: precision(evaluation) }, books.report.meta.unit),
      printed: evaluation.figure,
      where: evaluation.where,
    }),
  }))
}

export const isMoney = (entry: Entry): boolean => /元$/.test(entry.evaluation.figure.unit)
export const tablesOf = (books: Books): readonly (readonly Entry[])[] => [
  ...groupedBy(entriesOf(books), (entry) => String(entry.evaluation.table)).values(),
]

/** A rate without a per-cent sign is written as a part of one; anything larger was read from another column. */
export const isRate = ({ evaluation }: Entry): boolean => evaluation.figure.unit === '%' || Number(evaluation.figure.text) <= 1.5

/** A rate written as 1 means 100 %. */
export const percent = ({ evaluation, expr }: Entry): Expr => (evaluation.figure.unit === '%' ? expr : scaled('执行率', expr, '100', '%'))
