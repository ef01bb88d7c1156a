import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { Cell, FormRow, Side, Unread } from '../../domain/report.ts'
import { nameKey, squeeze } from '../text.ts'
import { addsUpUnder, choicesOf } from './assign.ts'
import { BLANK, dashCell, figureCell, itemName, placeOf } from './cells.ts'
import type { ParsedRows } from './code-form.ts'
import type { CodeRow } from './code-rows.ts'
import { alignHeader, type Header } from './columns.ts'
import { decimalsOfTokens, readingsOf } from './numbers.ts'
import { settle } from './settle.ts'
import { readSides, type SideRow } from './sides.ts'

const FUNDS: readonly (readonly [RegExp, string])[] = [
  [/一般公共预算/, 'generalBudget'],
  [/政府性基金/, 'governmentFund'],
  [/国有资本/, 'stateCapital'],
]
const CLASS_BY_NAME = new Map(
  [...FUNCTIONAL.values()]
    .filter((item) => item.code.length === 3)
    .flatMap((item) => [item.name, ...item.otherNames].map((name) => [nameKey(name), item.code] as const)),
)
const CARRY = /^(?:年初|年末).*结转和?结余$|^(?:年初|年末).*结转$|^上年.*结转/
const SUB =
  /^(?:其中[:：]?)?(?:一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营(?:预算)?财政拨款|基本支出结转|项目支出结转和?结余|经营结余)$/

/** Totals whose label the extraction lost keep only 行次: the first is the year's sum, the last the grand total. */
function labelTotals(rows: readonly SideRow[]): SideRow[] {
  const words = { revenue: ['本年收入合计', '总计'], expenditure: ['本年支出合计', '总计'] }
  return rows.map((row, index) => {
    const own = itemName(row.name)
    if (own !== '' || row.figures.every((f) => f.kind !== 'number')) return { ...row, name: own }
    const mine = rows.filter((other) => other.side === row.side)
    const before = mine.slice(0, mine.indexOf(row))
    const summed = before.some(
      (other) => /合计$/.test(itemName(other.name)) || (other.name === '' && other.figures.some((f) => f.kind === 'number')),
    )
    return { ...row, name: words[row.side][summed ? 1 : 0] ?? '', ordinal: row.ordinal ?? index }
  })
}

function headerOf(id: 'overview' | 'fiscalOverview', header: readonly Line[], rows: readonly SideRow[]): Record<Side, Header> {
  if (id === 'overview') {
    const one = { columns: ['final'], cells: null }
    return { revenue: one, expenditure: one }
  }
  const columns = ['total', 'generalBudget', 'governmentFund', 'stateCapital']
  const right = rows.filter((row) => row.side === 'expenditure')
  const used = [...new Set(right.flatMap((row) => row.figures.filter((f) => f.kind === 'number').map((f) => f.cell)))]
  const cells = new Map<string, Set<number>>()
  const from = Math.max(0, ...rows.filter((row) => row.side === 'revenue').flatMap((row) => row.figures.map((f) => f.cell ?? 0)))
  for (const line of [...header].reverse()) {
    line.cells?.forEach((cell, index) => {
      const words = squeeze(cell)
      const key =
        index <= from
          ? undefined
          : (FUNDS.find(([pattern]) => pattern.test(words))?.[1] ?? (/^(?:合计|小计|金额)$/.test(words) ? 'total' : undefined))
      if (key !== undefined && !cells.has(key)) cells.set(key, new Set([index]))
    })
  }
  const clear =
    columns.every((c) => cells.has(c)) && used.every((cell) => cell !== null && [...cells.values()].some((set) => set.has(cell)))
  return { revenue: { columns: ['final'], cells: null }, expenditure: { columns, cells: clear ? cells : null } }
}

/** Funds that come in at all: what the revenue side leaves blank cannot be spent. */
function fundsWithMoney(rows: readonly SideRow[]): Set<string> {
  const used = new Set(['total'])
  for (const row of rows) {
    const fund = FUNDS.find(([pattern]) => pattern.test(row.name))?.[1]
    if (row.side === 'revenue' && fund !== undefined && row.figures.some((f) => f.kind === 'number')) used.add(fund)
  }
  return used.size > 1 ? used : new Set(['total', ...FUNDS.map(([, key]) => key)])
}

/** Reads the two overviews (forms 1 and 4): revenue on the left, expenditure by class on the right. */
export function readTwoSided(id: 'overview' | 'fiscalOverview', lines: readonly Line[], unit: MoneyUnit): ParsedRows {
  const table = readSides(lines)
  const sides = labelTotals(table.rows)
  const decimals = decimalsOfTokens(sides.flatMap((row) => row.figures))
  const headers = headerOf(id, table.header, sides)
  const funds = fundsWithMoney(sides)
  const rows: FormRow[] = []
  const unread: Unread[] = []
  const parents: Record<Side, string | null> = { revenue: null, expenditure: null }
  const items: Record<Side, string | null> = { revenue: null, expenditure: null }

  const expenditure = sides.filter((row) => row.side === 'expenditure')
  const coded = expenditure.map(
    (row): CodeRow => ({ code: CLASS_BY_NAME.get(nameKey(row.name)) ?? null, name: row.name, line: row.line, figures: row.figures }),
  )
  const header = headers.expenditure
  const aligned = alignHeader(header, false, (candidate) => coded.filter((row) => addsUpUnder(id, row, candidate, decimals)).length)
  const narrowed =
    aligned.cells !== null
      ? aligned
      : header.cells === null && header.columns.length > 1
        ? { ...header, columns: header.columns.filter((c) => funds.has(c)) }
        : header
  const settled =
    id === 'overview'
      ? null
      : settle(
          coded.map((row) => choicesOf(id, row, narrowed, decimals)),
          narrowed.columns,
          decimals,
          { totals: {}, siblings: new Map() },
        )

  for (const row of sides) {
    const columns = headers[row.side].columns
    const cells: Record<string, Cell> = {}
    const choice = settled?.[expenditure.indexOf(row)]
    const numbers = row.figures.filter((f) => f.kind === 'number')
    if (columns.length > 1 && choice) {
      const [only, ...others] = choice.choices
      for (const column of columns) {
        const reading = only?.get(column)
        const agreed = reading !== undefined && others.every((o) => o.get(column)?.token === reading.token)
        cells[column] = agreed ? figureCell(reading, unit, decimals) : BLANK
      }
      const got = columns.flatMap((column) => (cells[column]?.kind === 'figure' ? (only?.get(column)?.tokens ?? []) : []))
      for (const t of numbers) if (!got.includes(t)) unread.push({ where: placeOf(t.line, t.raw), reason: '列位无法由表头或勾稽关系确定' })
    } else {
      const readings = readingsOf(numbers, decimals)
      const reading = readings.find((r) => r.length === 1)?.[0]
      const dash = row.figures.find((f) => f.kind === 'dash')
      cells.final = reading ? figureCell(reading, unit, decimals) : dash && numbers.length === 0 ? dashCell(dash) : BLANK
      if (!reading) for (const t of numbers) unread.push({ where: placeOf(t.line, t.raw), reason: '一格内有多个数字，无法确定' })
    }
    const part = /^其中[:：]/.test(row.name)
    const sub = part ? items[row.side] !== null : SUB.test(row.name) && parents[row.side] !== null
    const parent = part ? items[row.side] : sub ? parents[row.side] : null
    if (!sub) parents[row.side] = CARRY.test(row.name) ? row.name : null
    if (!sub && row.name !== '') items[row.side] = row.name
    if (row.name === '' && Object.values(cells).every((c) => c.kind === 'blank')) continue
    rows.push({
      code: null,
      name: row.name.replace(/^其中[:：]/, ''),
      parent,
      side: row.side,
      ordinal: row.ordinal,
      cells,
      where: placeOf(row.line, row.name),
    })
  }
  return { rows, unread, decimals, used: new Set(sides.flatMap((row) => row.figures)), notes: table.tail }
}
