import { THREE_PUBLIC_HEADERS } from '../../../knowledge/forms/index.ts'
import type { Line } from '../../domain/document.ts'
import { THREE_PUBLIC_ROWS, type ThreePublicRow } from '../../domain/form.ts'
import { squeeze } from '../text.ts'
import { headerStack, headRows } from './header-stack.ts'

const PHASE: readonly (readonly [RegExp, 'budget' | 'final'])[] = [
  [/决算/, 'final'],
  [/预算/, 'budget'],
]

/** A cell of the form: an item in a phase, with its grid column where the header shows it. */
export interface Slot {
  readonly row: ThreePublicRow
  readonly column: 'budget' | 'final'
  readonly cell: number | null
}

export const itemOf = (words: string): ThreePublicRow | null =>
  (THREE_PUBLIC_HEADERS.find(([pattern]) => pattern.test(words))?.[1] as ThreePublicRow | undefined) ?? null
export const phaseOf = (words: string): 'budget' | 'final' | null => PHASE.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** The printed order of items and phases: all budgets before all finals, or a pair under each item. */
export function orderedSlots(header: readonly Line[]): Slot[] {
  const words = squeeze(header.map((line) => line.text).join(''))
  const budgets = words.match(/预算数|预算/g)?.length ?? 0
  const finals = words.match(/决算数/g)?.length ?? 0
  const slot = (row: ThreePublicRow, column: 'budget' | 'final'): Slot => ({ row, column, cell: null })
  if (budgets >= 3 && finals >= 3) return THREE_PUBLIC_ROWS.flatMap((row) => [slot(row, 'budget'), slot(row, 'final')])
  const both = [...THREE_PUBLIC_ROWS.map((row) => slot(row, 'budget')), ...THREE_PUBLIC_ROWS.map((row) => slot(row, 'final'))]
  return finals > 0 && budgets === 0 ? both.slice(6) : both
}

/** Items over the grid columns, for a table with one row a phase (预算数, 决算数); other columns (会议费 …) are left out. */
export function itemColumns(header: readonly Line[]): { row: ThreePublicRow; cell: number }[] {
  const ruled = headRows(header)
  const width = Math.max(0, ...ruled.map((line) => line.cells?.length ?? 0))
  const found: { row: ThreePublicRow; cell: number }[] = []
  for (let cell = 0; cell < width; cell++) {
    const stack = headerStack(ruled, cell).filter((words) => !/^项目$|栏次|^\d+$/.test(words))
    const own = stack.filter((words) => words !== '' && (/合计/.test(words) || !/[“”"]三公/.test(words))).at(-1) ?? ''
    const row = /会议费|培训费/.test(stack.join(''))
      ? null
      : own === '小计' && stack.length > 0 && !/购置及运行/.test(stack.join(''))
        ? 'total'
        : itemOf(own)
    if (row !== null && !found.some((f) => f.row === row)) found.push({ row, cell })
  }
  return found
}

const OTHER_ITEM = /会议费|培训费/

/** Grid columns of what some provinces print beside the items. */
export function otherColumns(header: readonly Line[]): ReadonlySet<number> {
  const ruled = headRows(header)
  const width = Math.max(0, ...ruled.map((line) => line.cells?.length ?? 0))
  const cells = Array.from({ length: width }, (_, cell) => cell)
  return new Set(cells.filter((cell) => headerStack(ruled, cell).some((words) => OTHER_ITEM.test(words) && itemOf(words) === null)))
}

/** The grid column of each slot, from a row of column numbers 1…12 or from the header words above each column. */
export function gridSlots(header: readonly Line[], order: readonly Slot[]): Slot[] | null {
  const ruled = headRows(header)
  for (const line of ruled) {
    const numbers = line.cells?.flatMap((cell, index) => (/^\d{1,2}$/.test(cell.trim()) ? [{ n: Number(cell.trim()), index }] : [])) ?? []
    if (numbers.length >= order.length && numbers.every(({ n }, i) => n === i + 1))
      return order.map((slot, i) => ({ ...slot, cell: numbers[i]?.index ?? null }))
  }
  const width = Math.max(0, ...ruled.map((line) => line.cells?.length ?? 0))
  const slots: Slot[] = []
  for (let cell = 0; cell < width; cell++) {
    const stack = headerStack(ruled, cell)
    const item = stack
      .map(itemOf)
      .filter((i) => i !== null)
      .at(-1)
    const phase = stack
      .map(phaseOf)
      .filter((p) => p !== null)
      .at(-1)
    const other = stack.some((words) => OTHER_ITEM.test(words))
    if (item !== undefined && phase !== undefined && !other && !slots.some((s) => s.row === item && s.column === phase))
      slots.push({ row: item, column: phase, cell })
  }
  return slots.length >= 2 ? slots : null
}
