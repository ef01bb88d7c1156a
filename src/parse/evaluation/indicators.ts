import type { Line } from '../../domain/document.ts'
import type { Evaluation, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { type Column, entry, type Table, unitFor } from './entry.ts'
import { type CellFigure, cellsOf, figuresIn, plainFigure } from './figures.ts'

/** A running number at the head of a row. */
const isOrdinal = ({ cell, where }: CellFigure): boolean => cell !== null && cell < 2 && /^\d{1,2}$/.test(where.raw)

/**
 * A ruled row ends with its score; before it stand target and actual, in figures or in words.
 * Where a figure stands further left, no header tells which of them is which.
 */
function ruledIndicator(table: Table, line: Line): Evaluation[] {
  const cells = cellsOf(line).flatMap((cell, i) =>
    squeeze(cell) === '' ? [] : [{ words: squeeze(cell), figure: plainFigure(line, cell, i, '') }],
  )
  const score = cells.at(-1)
  if (cells.length < 4 || score?.figure == null || !/^\d+(?:\.\d+)?$/.test(score.words)) return []
  const named = cells.slice(0, -3)
  if (named.some((c) => c.figure !== null && !isOrdinal(c.figure))) return []
  const label = named.map((c) => c.words).join('')
  const [target, actual] = [cells.at(-3)?.figure, cells.at(-2)?.figure]
  return [
    ...(target ? [entry(table, label, 'target', target)] : []),
    ...(actual ? [entry(table, label, 'actual', actual)] : []),
    entry(table, label, 'score', unitFor(score.figure, 'score')),
  ]
}

/** target, actual, score at the end of an indicator's row. */
export function indicatorRow(table: Table, line: Line, scored: boolean, wrapped: string): Evaluation[] {
  const ruled = scored && line.cells !== null ? ruledIndicator(table, line) : []
  if (ruled.length > 0) return ruled
  const cells = cellsOf(line)
  const plain = cells.map((cell, i) => plainFigure(line, cell, i, ''))
  const label = cells
    .map(squeeze)
    .filter((c, i) => c !== '' && plain[i] === null)
    .join('')
  const tail = plain.filter((f) => f !== null)
  // A label that wraps stands on the lines above; its figures are alone on the last one.
  if (label === '' && wrapped !== '' && scored && tail.length === 3)
    return (['target', 'actual', 'score'] as const).flatMap((column, i) =>
      tail[i] ? [entry(table, wrapped, column, unitFor(tail[i], column))] : [],
    )
  if (label === '' || tail.length < 2) return inCellFigures(table, line, label)
  const columns: readonly Column[] = scored && tail.length >= 3 ? ['target', 'actual', 'score'] : ['target', 'actual']
  const used = tail.slice(-columns.length)
  if (line.cells !== null && tail.slice(0, -columns.length).some((f) => !isOrdinal(f))) return []
  const remarks = line.cells === null ? [] : line.cells.filter((cell) => /^[^（(]+[（(]/.test(squeeze(cell)) && /^\d/.test(squeeze(cell)))
  const rates = remarks
    .flatMap((cell) => figuresIn(line, cell, null, '').slice(1))
    .filter((f) => f.figure.unit === '%' && !/[≤≥<>]$/.test(f.label))
  return [
    ...columns.flatMap((column, i) => (used[i] ? [entry(table, label, column, unitFor(used[i], column))] : [])),
    ...rates.map((f) => entry(table, label, 'rate', f)),
  ]
}

/** Bare figures of a row that could not be told apart. */
export const leftOver = (line: Line): Unread[] =>
  cellsOf(line)
    .flatMap((cell, i) => plainFigure(line, cell, i, '') ?? [])
    .map((f) => ({ where: f.where, reason: '自评表中的行列无法确定' }))

/** Figures inside the words of a cell: 基本支出预算执行数207.60万元（执行率=91.56%）. */
function inCellFigures(table: Table, line: Line, label: string): Evaluation[] {
  if (line.cells === null) return []
  return line.cells.flatMap((cell, i) =>
    figuresIn(line, cell, i, '')
      .filter((f) => f.figure.unit === '万元' || f.figure.unit === '元' || f.figure.unit === '%')
      .map((f) => entry(table, indicatorWords(f.label, label), columnOf(f.label, f.figure.unit), f)),
  )
}

const indicatorWords = (own: string, label: string): string =>
  own.replace(/^[；;，,。：:（(）)=＝]+|[；;，,。：:（(=＝≤≥]+$/g, '') || label.slice(0, 30)

const columnOf = (words: string, unit: string): Column =>
  unit === '%'
    ? 'rate'
    : /预算/.test(words) && !/执行数/.test(words)
      ? 'budget'
      : /执行|支付|支出|完成/.test(words)
        ? 'execution'
        : 'actual'

/** 产出指标（50分）: what a group of indicators weighs. */
export const groupWeights = (table: Table, line: Line, flat: string): Evaluation[] =>
  [...flat.matchAll(/(预算执行情况|年度绩效目标|绩效目标|目标)?[^（(]{0,6}[（(](\d+)分[）)]/g)].flatMap((match) => {
    const found = figuresIn(line, `${match[2] ?? ''}分`, null, '分')[0]
    return found ? [entry(table, match[1] ?? '分值', 'weight', found)] : []
  })

/** 总分: one figure is the score; two are what could be had and what was had. */
export function totalRow(table: Table, line: Line): Evaluation[] {
  const found = cellsOf(line).flatMap((cell, i) => plainFigure(line, cell.replace(/^\D+/, ''), i, '分') ?? [])
  const [first, second] = found
  if (first === undefined || found.length > 2) return []
  return second === undefined
    ? [entry(table, '总分', 'score', unitFor(first, 'score'))]
    : [entry(table, '总分', 'weight', unitFor(first, 'weight')), entry(table, '总分', 'score', unitFor(second, 'score'))]
}

export function summaryRows(table: Table, lines: readonly Line[]): Evaluation[] {
  return lines.flatMap((line) => {
    const cells = cellsOf(line).map(squeeze)
    const money = cells
      .flatMap((cell, i) => plainFigure(line, cell, i, '') ?? [])
      .filter((f) => /元$/.test(f.figure.unit))
      .at(-1)
    const name = /^合计/.test(cells[0] ?? '') ? '合计' : cells.find((cell, i) => i > 0 && cell.length >= 2 && !/\d/.test(cell))
    return money && name !== undefined ? [entry({ ...table, project: name }, null, 'budget', money)] : []
  })
}
