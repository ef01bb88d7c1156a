import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import type { Cell, FormRow, Side, Unread } from '../../domain/report.ts'
import { itemName, placeOf } from '../forms/cells.ts'
import { nameKey, squeeze } from '../text.ts'
import { type Money, moneyCell, tokensAt, unreadOf } from './cells.ts'
import { type ReadRows, UNSURE } from './code-rows.ts'
import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import { type Lane, lanesOf } from './lanes.ts'
import { contradictColumns } from './sums.ts'

const CLASSES = new Set(
  [...FUNCTIONAL.values()].filter((item) => item.code.length === 3).flatMap((item) => [item.name, ...item.otherNames].map(nameKey)),
)
/** 1. and （一） stand under 一、; a class of the classification stands for itself wherever it is printed. */
const UNDER = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|其中[:：]?)/
const TOP = /^[一二三四五六七八九十]{1,3}、/

/** Revenue on the left, expenditure right of it, unless the words above say otherwise. */
function sideOf(lane: Lane, at: number, grid: Grid): Side {
  const words = lane.labels
    .flat()
    .concat(lane.money)
    .map((cell) => (grid.stacks[cell] ?? []).join(''))
    .join('')
  const [income, spending] = [/收入/.test(words), /支出|用途/.test(words)]
  if (income !== spending) return income ? 'revenue' : 'expenditure'
  return at === 0 ? 'revenue' : 'expenditure'
}

/** The key of a money column on its side: the revenue side of every overview has one amount an item. */
const keyOn = (side: Side, key: string): string => (side === 'revenue' && key === 'total' ? 'budget' : key)

function laneRows(grid: Grid, columns: readonly Column[], lane: Lane, at: number, money: Money): ReadRows {
  const side = sideOf(lane, at, grid)
  const rows: FormRow[] = []
  const unread: Unread[] = []
  let above: string | null = null
  for (const line of grid.body) {
    const printed = squeeze(
      lane.labels
        .flat()
        .map((cell) => line.cells?.[cell] ?? '')
        .join(''),
    )
    const name = itemName(printed.replace(/^其中[:：]?/, ''))
    const cells: Record<string, Cell> = {}
    for (const cell of lane.money) {
      const column = columns[cell]
      const tokens = tokensAt(line, cell)
      const key = column?.kind === 'money' ? keyOn(side, column.key) : null
      const read = key !== null && name !== '' && cells[key] === undefined ? moneyCell(tokens, money) : null
      if (key !== null && read !== null) cells[key] = read
      else unread.push(...unreadOf(tokens, column?.kind === 'aside' ? column.reason : name === '' ? '没有行名，无法归入表中' : UNSURE))
    }
    if (name === '') continue
    const under = UNDER.test(printed) && above !== null && !CLASSES.has(nameKey(name))
    if (TOP.test(printed)) above = name
    else if (!under) above = null
    rows.push({ code: null, name, parent: under ? above : null, side, ordinal: null, cells, where: placeOf(line, name) })
  }
  return { rows, unread }
}

/** Reads the two overviews: each block of labels and money is a side; a third block (支出用途) belongs to the expenditure. */
export function sideRows(id: 'overview' | 'fiscalOverview', grid: Grid, columns: readonly Column[], money: Money): ReadRows {
  const lanes = lanesOf(columns).map((lane, at) => laneRows(grid, columns, lane, at, money))
  const rows = lanes.flatMap((lane) => lane.rows)
  const unread = lanes.flatMap((lane) => lane.unread)
  if (!contradictColumns(id, rows)) return { rows, unread }
  const figures = rows.flatMap((row) => Object.values(row.cells)).filter((cell) => cell.kind === 'figure')
  return { rows: [], unread: [...unread, ...figures.map((cell) => ({ where: cell.where, reason: UNSURE }))] }
}
