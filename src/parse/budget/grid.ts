import type { Line } from '../../domain/document.ts'
import { headerStack } from '../forms/header-stack.ts'
import { tokensOf } from '../forms/tokens.ts'
import { squeeze } from '../text.ts'

/** A ruled table, or the part of it that stands in one grid: body rows under the words above each grid column. */
export interface Grid {
  /** The words above each grid column, top down, without blanks. */
  readonly stacks: readonly (readonly string[])[]
  readonly body: readonly Line[]
}

const ITEM = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))/
const SUM = /^(?:(?:本年)?(?:收入|支出)?(?:合计|总计)|小计)$/
const CODE = /^[235]\d\d(?:\d\d){0,2}(?!\d)/
/** Titles, units and names of bodies that a workbook or a drawn frame puts into the grid. */
const FRAME = /^(?:.{0,40}表(?:[（(].*)?|公开\d+表|.*单位[:：].*|(?:编制|填报)?(?:部门|单位)(?:名称)?[:：].*)$/

const filled = (line: Line): string[] => (line.cells ?? []).map(squeeze).filter((cell) => cell !== '')

/** 栏次: 1 2 3 … or ** ** 1 2 3 under the header. */
function isColumnNumbers(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^\d{1,2}$/.test(cell)).map(Number)
  const rest = cells.filter((cell) => !/^\d{1,2}$/.test(cell))
  const run = numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
  return run && rest.every((cell) => /^(?:\*+|栏次|[—-]+)$/.test(cell)) && (numbers.length >= 2 || cells.includes('栏次'))
}

/** Does a line hold what a body holds: money, a code, a numbered item, the sum of all? */
function isBody(line: Line): boolean {
  const cells = filled(line)
  const [first = ''] = cells
  if (isColumnNumbers(cells)) return false
  return (
    CODE.test(first) ||
    ITEM.test(first) ||
    (cells.length === 1 && SUM.test(first)) ||
    tokensOf(line).some((token) => token.kind === 'number' && !/^20\d\d$/.test(token.raw))
  )
}

/**
 * Cuts a region's ruled lines into grids. A page that repeats the header is read under its own,
 * one that goes on without it under the last header of the same width.
 */
export function gridsOf(lines: readonly Line[]): Grid[] {
  const grids: { stacks: string[][]; body: Line[] }[] = []
  const headers = new Map<number, string[][]>()
  let header: Line[] = []
  let width = -1
  for (const line of lines) {
    const cells = filled(line)
    if (line.cells === null || cells.length === 0 || (cells.length <= 2 && cells.some((cell) => FRAME.test(cell)))) continue
    if (!isBody(line)) {
      // Words under rows of money, in a column of names, go on a name; a header says something over the money.
      if (grids.length > 0 && header.length === 0 && cells.length < 2) grids.at(-1)?.body.push(line)
      else if (!isColumnNumbers(cells)) header.push(line)
      continue
    }
    const fresh = header.filter((above) => above.cells?.length === line.cells?.length)
    if (fresh.length > 0 || line.cells.length !== width || grids.length === 0) {
      width = line.cells.length
      const stacks = fresh.length > 0 ? Array.from({ length: width }, (_, cell) => headerStack(fresh, cell)) : (headers.get(width) ?? [])
      headers.set(width, stacks)
      grids.push({ stacks: stacks.map((stack) => [...stack]), body: [] })
    }
    header = []
    grids.at(-1)?.body.push(line)
  }
  return grids
}
