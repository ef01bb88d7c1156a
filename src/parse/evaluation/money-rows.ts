import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { Evaluation, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { type Column, entry, type Table, unitFor } from './entry.ts'
import { type CellFigure, cellsOf, figuresIn, plainFigure } from './figures.ts'

/** 单位名称 / 项目名称: the words beside the label. */
export function nameBeside(line: Line, label: RegExp): string | null {
  const cells = cellsOf(line)
    .map(squeeze)
    .filter((c) => c !== '')
  const at = cells.findIndex((cell) => label.test(cell))
  const beside = at < 0 ? undefined : (cells[at + 1] ?? cells[at]?.replace(label, ''))
  return beside === undefined || beside === '' ? null : beside
}

/** 预算数 执行数 执行率 得分, in that order; what is missing in the middle is not guessed. */
export function executionRow(
  table: Table,
  line: Line,
  unit: MoneyUnit,
  weight: string | null,
): { evaluations: Evaluation[]; unread: Unread[] } {
  const found = cellsOf(line).flatMap((cell, i) => plainFigure(line, cell, i, unit) ?? [])
  const percent = found.findIndex((f) => f.figure.unit === '%')
  const order: readonly Column[] | null =
    found.length >= 4
      ? ['budget', 'execution', 'rate', 'score']
      : found.length === 3 && percent === 2
        ? ['budget', 'execution', 'rate']
        : found.length === 2 && found[1]?.figure.text === weight
          ? ['budget', 'score']
          : null
  if (order === null) return { evaluations: [], unread: found.map((f) => ({ where: f.where, reason: '执行情况的列无法确定' })) }
  return {
    evaluations: order.flatMap((column, i) => (found[i] ? [entry(table, null, column, unitFor(found[i], column))] : [])),
    unread: found.slice(4).map((f) => ({ where: f.where, reason: '执行情况的列无法确定' })),
  }
}

const DEPARTMENT_TOTAL = /(基本支出总额|项目支出总额|年度目标)(?:[（(](万元|元)[）)])?\s*([\d.,]+(?: \d+)?)(?!\d)\s*(万元|元)?/g

/** 基本支出总额 230.40 万元 项目支出总额 5 1 万元: a lost point is restored when both add up to the department's total. */
export function totalsRow(line: Line): { label: string; found: CellFigure; damaged: boolean }[] {
  const text = line.cells === null ? line.text : line.cells.join(' ')
  return [...text.matchAll(DEPARTMENT_TOTAL)].flatMap((match) => {
    const [, label = '', above, digits = '', beside] = match
    const unit = beside ?? above
    const damaged = / /.test(digits)
    const found = unit === undefined ? undefined : figuresIn(line, `${digits.replace(' ', '.')}${unit}`, null, unit)[0]
    return found
      ? [{ label, found: { ...found, where: { ...found.where, raw: damaged || !beside ? digits : `${digits}${unit}` } }, damaged }]
      : []
  })
}
