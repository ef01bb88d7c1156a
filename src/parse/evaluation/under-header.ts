import type { Line } from '../../domain/document.ts'
import type { Evaluation, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { entry, type Table, unitFor } from './entry.ts'
import { plainFigure } from './figures.ts'
import type { Header } from './header.ts'

/** A row of a ruled table read by its header: each figure by the column it stands in, the words before them as its label. */
export function underHeader(table: Table, line: Line, header: Header, indicator: string | null, unit: string): Evaluation[] {
  const cells = line.cells ?? []
  return [...header.columns].flatMap(([column, index]) => {
    const money = column === 'budget' || column === 'execution'
    const found = plainFigure(line, cells[index] ?? '', index, money ? unit : '')
    return found ? [entry(table, indicator, column, unitFor(found, column))] : []
  })
}

/** The label of an indicator's row: its words left of the first figure column. */
export const labelUnder = (line: Line, header: Header): string =>
  (line.cells ?? [])
    .slice(0, Math.min(...header.columns.values(), ...header.others))
    .map(squeeze)
    .join('')

/** A header applies to a row whose figures all stand in its columns: extraction may have moved the row against it. */
export function fits(line: Line, header: Header | null): header is Header {
  if (header === null || line.cells === null) return false
  const columns = [...header.columns.values()]
  const figures = line.cells.flatMap((cell, i) => (plainFigure(line, cell, i, '') ? [i] : []))
  return figures.some((i) => columns.includes(i)) && figures.every((i) => columns.includes(i) || header.others.has(i))
}

const AMOUNT = /元$/

/** 成本指标 | 499.75万元 | 100% | 65% | 10 | 6: an amount with its unit stands where indicators are named, all columns are filled. */
export function isNamedByFigure(line: Line, header: Header): boolean {
  const cells = line.cells ?? []
  const columns = [...header.columns.values()]
  const first = Math.min(...columns, ...header.others)
  const strays = cells.flatMap((cell, i) => (plainFigure(line, cell, i, '') && !columns.includes(i) ? [i] : []))
  const isFull = columns.every((i) => squeeze(cells[i] ?? '') !== '')
  return isFull && strays.every((i) => i < first && AMOUNT.test(squeeze(cells[i] ?? '')))
}

/** Is there a figure in the score column? A row without one may have been moved. */
export const scoreStands = (line: Line, header: Header): boolean => {
  const at = header.columns.get('score')
  return at !== undefined && plainFigure(line, line.cells?.[at] ?? '', at, '') !== null
}

/** Figures under a head that is none of the columns (年初预算数 beside 全年预算数). */
export const besides = (line: Line, header: Header): Unread[] =>
  (line.cells ?? [])
    .flatMap((cell, i) => (header.others.has(i) ? (plainFigure(line, cell, i, '') ?? []) : []))
    .map((f) => ({ where: f.where, reason: '自评表的其他栏，未单列' }))
