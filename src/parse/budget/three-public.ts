import { THREE_PUBLIC_HEADERS } from '../../../knowledge/forms/index.ts'
import type { Line } from '../../domain/document.ts'
import { THREE_PUBLIC_ROWS, type ThreePublicRow } from '../../domain/form.ts'
import type { Cell, FormRow, Unread } from '../../domain/report.ts'
import { BLANK, placeOf } from '../forms/cells.ts'
import { squeeze } from '../text.ts'
import { type Money, moneyCell, tokensAt, unreadOf } from './cells.ts'
import { type ReadRows, UNSURE } from './code-rows.ts'
import { foreignYear } from './columns.ts'
import type { Grid } from './grid.ts'

type Spot = { readonly row: ThreePublicRow } | { readonly reason: string }

const FOREIGN_ITEM = '不是“三公”经费的栏目'
const OTHER_ITEMS = /会议费|培训费|运行经费|委托|备注|[人台辆批]次?[数）)]/
const LABEL = /编码|代码|名称|^单位$|^部门$|^项目$|^序号$|^行次$/
const SUMS = /^(?:合计|总计|小计)$/

const itemIn = (words: string): ThreePublicRow | null =>
  (THREE_PUBLIC_HEADERS.find(([pattern]) => pattern.test(words))?.[1] as ThreePublicRow | undefined) ?? null

/** 公务用车购置及运行（维护）费 in all its spellings names both items. */
const groupIn = (words: string): ThreePublicRow | null =>
  /购置.*运行|用车(?:购置)?及/.test(words) ? 'vehicles' : SUMS.test(words) || /三公/.test(words) ? null : itemIn(words)

/**
 * The item whose money stands under these words. 小计 under 公务用车 is that group's; a sum over items beyond 三公
 * (会议费, 培训费) is no 三公 total.
 */
function spotOf(stack: readonly string[], fiscalYear: number, mixed: boolean): Spot {
  const words = stack.filter((word) => word !== '')
  const foreign = foreignYear(words, fiscalYear)
  if (foreign !== null) return { reason: foreign }
  const leaf = words.at(-1) ?? ''
  if (OTHER_ITEMS.test(leaf) && !/三公/.test(leaf)) return { reason: FOREIGN_ITEM }
  if (!SUMS.test(leaf)) {
    const item = groupIn(leaf)
    if (item !== null) return { row: item }
  }
  for (const word of words.slice(0, -1).reverse()) {
    const group = groupIn(word)
    if (group !== null && SUMS.test(leaf)) return { row: group }
    if (/三公/.test(word) && !OTHER_ITEMS.test(word)) return { row: 'total' }
  }
  return /三公/.test(leaf) || (SUMS.test(leaf) && !mixed) ? { row: 'total' } : { reason: leaf === '' ? UNSURE : FOREIGN_ITEM }
}

const isLabel = (stack: readonly string[]): boolean => LABEL.test(stack.filter((word) => word !== '').at(-1) ?? '')

/** Of several lines (合计 and the units below it) the sum is the department's; a lone line is it too. */
const mainLine = (grid: Grid): Line | undefined =>
  grid.body.find((line) => line.cells?.some((cell) => SUMS.test(squeeze(cell)))) ?? grid.body[0]

function across(grid: Grid, fiscalYear: number, money: Money): { cells: Map<ThreePublicRow, Cell>; unread: Unread[] } {
  const cells = new Map<ThreePublicRow, Cell>()
  const unread: Unread[] = []
  const main = mainLine(grid)
  const mixed = grid.stacks.some((stack) => /会议费|培训费/.test(stack.at(-1) ?? '') || /会议费|培训费/.test(stack.join('')))
  grid.stacks.forEach((stack, at) => {
    if (isLabel(stack)) return
    const spot = spotOf(stack, fiscalYear, mixed)
    for (const line of grid.body) {
      const tokens = tokensAt(line, at)
      const cell = 'row' in spot && line === main && !cells.has(spot.row) ? moneyCell(tokens, money) : null
      if ('row' in spot && cell !== null) cells.set(spot.row, cell)
      else unread.push(...unreadOf(tokens, 'reason' in spot ? spot.reason : line === main ? UNSURE : '所属单位的行，未单列'))
    }
  })
  return { cells, unread }
}

/** One row an item: the money column of the year is the one the header does not give to another. */
function down(grid: Grid, fiscalYear: number, money: Money): { cells: Map<ThreePublicRow, Cell>; unread: Unread[] } {
  const cells = new Map<ThreePublicRow, Cell>()
  const unread: Unread[] = []
  const reasons = grid.stacks.map((stack) => (isLabel(stack) || /项目/.test(stack.join('')) ? null : foreignYear(stack, fiscalYear)))
  const labels = grid.stacks.map((stack) => isLabel(stack))
  const own = labels
    .flatMap((label, at) => (label || reasons[at] !== null ? [] : [at]))
    .find((at) => grid.body.some((line) => tokensAt(line, at).some((t) => t.kind === 'number')))
  for (const line of grid.body) {
    const words = squeeze((line.cells ?? []).filter((_, at) => labels[at]).join(''))
    const item = /三公/.test(words)
      ? 'total'
      : (groupIn(words) ?? (SUMS.test(words.replace(/^[一二三四五六七八九十]、/, '')) ? 'total' : null))
    line.cells?.forEach((_, at) => {
      if (labels[at]) return
      const tokens = tokensAt(line, at)
      const cell = item !== null && at === own && !cells.has(item) && !OTHER_ITEMS.test(words) ? moneyCell(tokens, money) : null
      if (cell !== null && item !== null) cells.set(item, cell)
      else unread.push(...unreadOf(tokens, reasons[at] ?? (item === null ? FOREIGN_ITEM : UNSURE)))
    })
  }
  return { cells, unread }
}

const isVertical = (grid: Grid): boolean =>
  grid.body.filter((line) => line.cells?.some((cell) => /因公出国|公务接待|公务用车/.test(squeeze(cell)))).length >= 3

/** Reads the 三公 table of a budget: items across with one line of money, or one line an item. */
export function threePublicRows(grid: Grid, fiscalYear: number, money: Money): ReadRows {
  const { cells, unread } = isVertical(grid) ? down(grid, fiscalYear, money) : across(grid, fiscalYear, money)
  const line = mainLine(grid)
  const rows: FormRow[] = THREE_PUBLIC_ROWS.flatMap((row): FormRow[] =>
    line === undefined
      ? []
      : [
          {
            code: null,
            name: row,
            parent: null,
            side: null,
            ordinal: null,
            cells: { budget: cells.get(row) ?? BLANK },
            where: placeOf(line, row),
          },
        ],
  )
  return { rows, unread }
}
