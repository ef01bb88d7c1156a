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
import { finalFigures, fundOf, type SideColumns, sideColumns } from './side-columns.ts'
import { CLASS_BY_NAME } from './side-names.ts'
import { readSides, type SideRow, type SideTable } from './sides.ts'
import type { Token } from './tokens.ts'

const CARRY = /^(?:年初|年末).*结转和?结余$|^(?:年初|年末).*结转$|^上年.*结转/
const SUB =
  /^(?:其中[:：]?)?(?:一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营(?:预算)?财政拨款|基本支出结转|项目支出结转和?结余|经营结余)$/

/** Totals whose label the extraction lost keep only 行次: the first is the year's sum, the last the grand total. Zeros there are no totals. */
function labelTotals(rows: readonly SideRow[]): SideRow[] {
  const words = { revenue: ['本年收入合计', '总计'], expenditure: ['本年支出合计', '总计'] }
  const isFilled = (row: SideRow): boolean => row.figures.some((f) => f.kind === 'number' && /[1-9１-９]/.test(f.raw))
  return rows.map((row, index) => {
    const own = itemName(row.name)
    if (own !== '' || !isFilled(row)) return { ...row, name: own }
    const mine = rows.filter((other) => other.side === row.side)
    const before = mine.slice(0, mine.indexOf(row))
    const summed = before.some((other) => /合计$/.test(itemName(other.name)) || (other.name === '' && isFilled(other)))
    return { ...row, name: words[row.side][summed ? 1 : 0] ?? '', ordinal: row.ordinal ?? index }
  })
}

const FUND_KEYS = ['generalBudget', 'governmentFund', 'stateCapital'] as const
const FUND_PRINTED: Readonly<Record<(typeof FUND_KEYS)[number], RegExp>> = {
  generalBudget: /公共预算/,
  governmentFund: /政府性基金/,
  stateCapital: /国有资本/,
}

/** The columns of the right side: by the grid where header and body agree, else those whose words the header prints. */
function expenditureHeader(id: 'overview' | 'fiscalOverview', table: SideTable, phases: SideColumns): Header {
  if (id === 'overview') return { columns: ['final'], cells: null }
  const own = phases.cells?.expenditure ?? new Map<number, string>()
  const keys = [...own.values()]
  const clear = keys.includes('total') && keys.includes('generalBudget') && new Set(keys).size === keys.length
  if (clear) {
    const columns = ['total', ...FUND_KEYS].filter((key) => keys.includes(key))
    return { columns, cells: new Map([...own].map(([cell, key]) => [key, new Set([cell])])) }
  }
  const words = squeeze(table.header.map((line) => line.text).join(''))
  const named = FUND_KEYS.filter((key) => FUND_PRINTED[key].test(words))
  // The general budget is always there: a header that does not show it is broken, and what it shows names no columns.
  const whole = named.length >= 2 && named.includes('generalBudget')
  return { columns: ['total', ...(whole ? named : FUND_KEYS)], cells: null }
}

/** Funds that come in at all: what the revenue side leaves blank cannot be spent. */
function fundsWithMoney(rows: readonly SideRow[]): Set<string> {
  const used = new Set(['total'])
  for (const row of rows) {
    const fund = fundOf(row.name)
    if (row.side === 'revenue' && fund !== null && row.figures.some((f) => f.kind === 'number')) used.add(fund)
  }
  return used.size > 1 ? used : new Set(['total', ...FUND_KEYS])
}

/** A table that prints 0.00 in the columns of absent funds leaves none of them out. */
const printsAll = (rows: readonly CodeRow[], columns: number): boolean =>
  rows.some((row) => row.figures.filter((figure) => figure.kind === 'number' && /\d[.．]\d/.test(figure.raw)).length === columns)

const OTHER_PHASE = '预算数栏或上年数栏，决算表只取决算数'
const UNSURE = '列位无法由表头或勾稽关系确定'
const unreadOf = (tokens: readonly Token[], reason: string): Unread[] =>
  tokens.filter((t) => t.kind === 'number').map((t) => ({ where: placeOf(t.line, t.raw), reason }))

const unreadable = (row: SideRow): Cell => ({ kind: 'unreadable', where: placeOf(row.line, row.name), reason: UNSURE })

const isBare = (token: Token): boolean => token.kind === 'number' && /^\d{1,3}$/.test(token.raw)
/** So many whole numbers in a row, each one more than the last, are 行次. */
const LEAST_RUN = 4

/** Does the form print 行次? Its header says so, also where a narrow column wraps the word; or the numbers run. */
function printsOrdinals(table: SideTable): boolean {
  if (table.header.some((line) => /行次|^行(?=[行一-鿿]|$)/.test(squeeze(line.text)))) return true
  return (['revenue', 'expenditure'] as const).some((side) => {
    const numbers = table.rows.filter((row) => row.side === side).flatMap((row) => row.figures.filter(isBare).map((t) => Number(t.raw)))
    return numbers.slice(1).filter((n, i) => n === (numbers[i] ?? 0) + 1).length >= LEAST_RUN
  })
}

/**
 * Where a form prints 行次, a row without one has it among its figures or behind its name; outside a grid a row whose only figure
 * is a whole number among amounts with decimals may hold that of a further lane. Nothing then tells them apart.
 */
function missesOrdinal(table: SideTable): (row: SideRow) => boolean {
  const numbered = printsOrdinals(table)
  const decimals = decimalsOfTokens(table.rows.flatMap((row) => row.figures))
  return (row) => {
    if (!numbered) return false
    if (row.ordinal === null) return row.figures.some(isBare) || /[^\d]\d{1,3}$/.test(row.name)
    const [only, ...more] = row.figures
    return decimals > 0 && only !== undefined && more.length === 0 && only.cell === null && isBare(only)
  }
}

/** Reads the two overviews (forms 1 and 4): revenue on the left, expenditure by class on the right. */
export function readTwoSided(id: 'overview' | 'fiscalOverview', lines: readonly Line[], unit: MoneyUnit): ParsedRows {
  const table = readSides(lines)
  const phases = sideColumns(table.header, table.rows, table.right, table.third)
  const unread: Unread[] = []
  const lacksOrdinal = missesOrdinal(table)
  const unsure = new Set<number>()
  const printed = table.rows.map((row, index): SideRow => {
    const split = lacksOrdinal(row) ? null : finalFigures(phases, row)
    if (split === null) unsure.add(index)
    unread.push(...(split === null ? unreadOf(row.figures, UNSURE) : unreadOf(split.others, OTHER_PHASE)))
    return { ...row, figures: split?.final ?? [] }
  })
  const sides = labelTotals(printed)
  const decimals = decimalsOfTokens(sides.flatMap((row) => row.figures))
  const header = expenditureHeader(id, table, phases)
  const columnsOf: Record<Side, readonly string[]> = { revenue: ['final'], expenditure: header.columns }
  const funds = fundsWithMoney(sides)
  const rows: FormRow[] = []
  const parents: Record<Side, string | null> = { revenue: null, expenditure: null }
  const items: Record<Side, string | null> = { revenue: null, expenditure: null }

  const expenditure = sides.filter((row) => row.side === 'expenditure')
  const coded = expenditure.map(
    (row): CodeRow => ({ code: CLASS_BY_NAME.get(nameKey(row.name)) ?? null, name: row.name, line: row.line, figures: row.figures }),
  )
  const aligned = alignHeader(header, false, (candidate) => coded.filter((row) => addsUpUnder(id, row, candidate, decimals)).length)
  const narrowed =
    aligned.cells !== null
      ? aligned
      : header.cells === null && header.columns.length > 1 && !printsAll(coded, header.columns.length)
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

  for (const [index, row] of sides.entries()) {
    const columns = columnsOf[row.side]
    const cells: Record<string, Cell> = {}
    const choice = settled?.[expenditure.indexOf(row)]
    const numbers = row.figures.filter((f) => f.kind === 'number')
    if (columns.length > 1 && choice) {
      const [only, ...others] = choice.choices
      for (const column of columns) {
        const reading = only?.get(column)
        const agreed = reading !== undefined && others.every((o) => o.get(column)?.token === reading.token)
        const open = choice.choices.length !== 1 && numbers.length > 0
        cells[column] = agreed ? figureCell(reading, unit, decimals) : open ? unreadable(row) : BLANK
      }
      const got = columns.flatMap((column) => (cells[column]?.kind === 'figure' ? (only?.get(column)?.tokens ?? []) : []))
      unread.push(
        ...unreadOf(
          numbers.filter((t) => !got.includes(t)),
          UNSURE,
        ),
      )
    } else {
      const readings = readingsOf(numbers, decimals)
      const reading = readings.find((r) => r.length === 1)?.[0]
      const dash = row.figures.find((f) => f.kind === 'dash')
      const hollow = numbers.length > 0 ? unreadable(row) : dash ? dashCell(dash) : BLANK
      cells.final = reading ? figureCell(reading, unit, decimals) : hollow
      if (!reading) for (const t of numbers) unread.push({ where: placeOf(t.line, t.raw), reason: '一格内有多个数字，无法确定' })
    }
    const part = /^其中[:：]/.test(row.name)
    const sub = part ? items[row.side] !== null : SUB.test(row.name) && parents[row.side] !== null
    const parent = part ? items[row.side] : sub ? parents[row.side] : null
    if (!sub) parents[row.side] = CARRY.test(row.name) ? row.name : null
    if (!sub && row.name !== '') items[row.side] = row.name
    if (unsure.has(index)) for (const column of columns) cells[column] = unreadable(row)
    if (row.name === '') {
      unread.push(...unreadOf(numbers, '没有行名，无法归入表中'))
      continue
    }
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
  return { rows, unread, decimals, used: new Set(table.rows.flatMap((row) => row.figures)), notes: table.tail }
}
