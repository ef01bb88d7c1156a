import type { Line } from '../../domain/document.ts'
import type { Evaluation } from '../../domain/report.ts'
import { squeeze } from '../text.ts'

type Column = Evaluation['column']

/** The grid column in which each kind of figure stands, as a header row of a ruled table says. */
export interface Header {
  readonly columns: ReadonlyMap<Column, number>
  /** Grid columns that hold figures of another kind (年初预算数). */
  readonly others: ReadonlySet<number>
}

const WORDS: readonly (readonly [RegExp, Column])[] = [
  [/^全年预算数|^预算数|^调整后预算数/, 'budget'],
  [/执行数$|^全年执行数|^执行数/, 'execution'],
  [/^(?:预算)?执行率/, 'rate'],
  [/^分值|^权重|^满分/, 'weight'],
  [/^得分|^自评得分/, 'score'],
  [/年度指标值|^年初目标值|^目标值|^指标值|^年度目标值/, 'target'],
  [/实际完成值|^全年实际值|^完成值/, 'actual'],
]

/** Reads a header row; null for a line that names fewer than two columns. */
export function headerOf(line: Line): Header | null {
  const columns = new Map<Column, number>()
  const others = new Set<number>()
  line.cells?.forEach((cell, index) => {
    const words = squeeze(cell)
    const column = WORDS.find(([pattern]) => pattern.test(words))?.[1]
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
    else if (/预算|金额|数$/.test(words)) others.add(index)
  })
  return columns.size >= 2 ? { columns, others } : null
}
