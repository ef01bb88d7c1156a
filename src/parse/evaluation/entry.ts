import { decimalOf } from '../../domain/figure.ts'
import type { Evaluation } from '../../domain/report.ts'
import type { CellFigure } from './figures.ts'

export type Column = Evaluation['column']

export interface Table {
  readonly number: number
  project: string
  scope: 'department' | 'project'
}

export const entry = (
  table: Table,
  indicator: string | null,
  column: Column,
  found: CellFigure,
  repaired: string | null = null,
): Evaluation => ({
  project: table.project,
  scope: table.scope,
  indicator,
  column,
  figure: found.figure,
  where: found.where,
  repaired,
  table: table.number,
})

/** Nobody spends twice the budget: a bare rate above it is per cent whose sign was forgotten. */
const LARGEST_SHARE = 2

/** A bare rate of 1 stands for 100 % and keeps its digits, its unit is none. Scores are points. */
export function unitFor(found: CellFigure, column: Column): CellFigure {
  const inUnit = (unit: string): CellFigure => ({ ...found, figure: { ...found.figure, unit } })
  if (column === 'score' || column === 'weight') return inUnit('分')
  if (column !== 'rate' || found.figure.unit === '%') return found
  return inUnit(decimalOf(found.figure).gt(LARGEST_SHARE) ? '%' : '倍')
}
