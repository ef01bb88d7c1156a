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

const isBlank = (cell: string | undefined): boolean => cell !== undefined && squeeze(cell) === ''

/** The grid columns that a head spans: its own and the blank ones right of it. */
function spanned(cells: readonly string[], from: number): number[] {
  const columns = [from]
  while (isBlank(cells[from + columns.length])) columns.push(from + columns.length)
  return columns
}

/** Reads a header row; null for a line that names fewer than two columns. */
export function headerOf(line: Line): Header | null {
  const cells = line.cells ?? []
  const columns = new Map<Column, number>()
  const others = new Set<number>()
  cells.forEach((cell, index) => {
    const words = squeeze(cell)
    const column = WORDS.find(([pattern]) => pattern.test(words))?.[1]
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
    else if (/预算|金额|数$/.test(words)) others.add(index)
  })
  return columns.size >= 2 ? { columns, others } : null
}

const MONEY: readonly Column[] = ['budget', 'execution']
const WHOLE = /^(?:总额|合计|小计|总计|资金总额|总金额)$/

/**
 * The row of heads below the first: 全年预算数 over 总额, 财政拨款, 其他资金. The whole is the figure of the column,
 * its parts are other figures; a split that names no whole has none.
 * @returns null for a line that splits no head
 */
export function splitBy(line: Line, above: Line | undefined, header: Header | null): Header | null {
  const [cells, heads] = [line.cells ?? [], above?.cells ?? []]
  if (header === null || /\d/.test(line.text)) return null
  const columns = new Map(header.columns)
  const others = new Set(header.others)
  let isSplit = false
  for (const column of MONEY) {
    const span = spanned(heads, header.columns.get(column) ?? heads.length)
    const named = span.filter((index) => squeeze(cells[index] ?? '') !== '')
    if (named.length < 2) continue
    isSplit = true
    for (const index of span) others.add(index)
    const whole = named.find((index) => WHOLE.test(squeeze(cells[index] ?? '')))
    if (whole === undefined) columns.delete(column)
    else {
      others.delete(whole)
      columns.set(column, whole)
    }
  }
  return isSplit ? { columns, others } : null
}
