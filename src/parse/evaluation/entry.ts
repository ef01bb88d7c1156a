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

/** A rate printed as 1 stands for 100 %; it keeps its digits, only its unit is none. Scores are points. */
export const unitFor = (found: CellFigure, column: Column): CellFigure =>
  column === 'score' || column === 'weight'
    ? { ...found, figure: { ...found.figure, unit: '分' } }
    : column === 'rate' && found.figure.unit !== '%'
      ? { ...found, figure: { ...found.figure, unit: '倍' } }
      : found
