import { THREE_PUBLIC_HEADERS } from '../../../knowledge/forms/index.ts'
import type { Line } from '../../domain/document.ts'
import { decimalOf, type MoneyUnit } from '../../domain/figure.ts'
import { THREE_PUBLIC_ROWS, type ThreePublicRow } from '../../domain/form.ts'
import { exactly, intervalOf, meets, sum } from '../../domain/interval.ts'
import type { Cell, Claim, FormRow, Unread } from '../../domain/report.ts'
import { threePublicSubject } from '../../domain/subject.ts'
import { squeeze } from '../text.ts'
import { BLANK, dashCell, figureCell, placeOf } from './cells.ts'
import type { ParsedRows } from './code-form.ts'
import { headerStack } from './header-stack.ts'
import { decimalsOfTokens, type Reading, readingsOf } from './numbers.ts'
import { type Token, tokensOf } from './tokens.ts'

const NOTE = /^(?:注[:：\d]|说明[:：]|备注|本表)/
const PHASE: readonly (readonly [RegExp, 'budget' | 'final'])[] = [
  [/决算/, 'final'],
  [/预算/, 'budget'],
]

interface Slot {
  readonly row: ThreePublicRow
  readonly column: 'budget' | 'final'
  readonly cell: number | null
}

const itemOf = (words: string): ThreePublicRow | null =>
  (THREE_PUBLIC_HEADERS.find(([pattern]) => pattern.test(words))?.[1] as ThreePublicRow | undefined) ?? null
const phaseOf = (words: string): 'budget' | 'final' | null => PHASE.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** The printed order of items and phases: all budgets before all finals, or a pair under each item. */
function orderedSlots(header: readonly Line[]): Slot[] {
  const words = squeeze(header.map((line) => line.text).join(''))
  const budgets = words.match(/预算数|预算/g)?.length ?? 0
  const finals = words.match(/决算数/g)?.length ?? 0
  const slot = (row: ThreePublicRow, column: 'budget' | 'final'): Slot => ({ row, column, cell: null })
  if (budgets >= 3 && finals >= 3) return THREE_PUBLIC_ROWS.flatMap((row) => [slot(row, 'budget'), slot(row, 'final')])
  const both = [...THREE_PUBLIC_ROWS.map((row) => slot(row, 'budget')), ...THREE_PUBLIC_ROWS.map((row) => slot(row, 'final'))]
  return finals > 0 && budgets === 0 ? both.slice(6) : both
}

/** Items over the grid columns, for a table with one row a phase (预算数, 决算数); other columns (会议费 …) are left out. */
function itemColumns(header: readonly Line[]): { row: ThreePublicRow; cell: number }[] {
  const ruled = header.filter((line) => line.cells !== null)
  const width = Math.max(0, ...ruled.map((line) => line.cells?.length ?? 0))
  const found: { row: ThreePublicRow; cell: number }[] = []
  for (let cell = 0; cell < width; cell++) {
    const stack = headerStack(ruled, cell).filter((words) => !/^项目$|栏次|^\d+$/.test(words))
    const own = stack.filter((words) => words !== '' && !/[“”"]三公/.test(words)).at(-1) ?? ''
    const row = /会议费|培训费/.test(stack.join(''))
      ? null
      : own === '小计' && stack.length > 0 && !/购置及运行/.test(stack.join(''))
        ? 'total'
        : itemOf(own)
    if (row !== null && !found.some((f) => f.row === row)) found.push({ row, cell })
  }
  return found
}

/** The grid column of each slot, from a row of column numbers 1…12 or from the header words above each column. */
function gridSlots(header: readonly Line[], order: readonly Slot[]): Slot[] | null {
  const ruled = header.filter((line) => line.cells !== null)
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
    const other = stack.some((words) => /会议费|培训费/.test(words))
    if (item !== undefined && phase !== undefined && !other && !slots.some((s) => s.row === item && s.column === phase))
      slots.push({ row: item, column: phase, cell })
  }
  return slots.length >= 2 ? slots : null
}

const SUMS: readonly (readonly [ThreePublicRow, readonly ThreePublicRow[]])[] = [
  ['total', ['overseas', 'vehicles', 'reception']],
  ['vehicles', ['vehiclePurchase', 'vehicleOperation']],
]

function addsUp(given: ReadonlyMap<Slot, Reading>, decimals: number): boolean {
  const value = (row: ThreePublicRow, column: string) => {
    const hit = [...given].find(([slot]) => slot.row === row && slot.column === column)
    return hit ? intervalOf({ text: hit[1].text, unit: '万元', decimals }) : exactly(0)
  }
  return (['budget', 'final'] as const).every((column) =>
    SUMS.every(([whole, parts]) => meets(value(whole, column), sum(parts.map((part) => value(part, column))))),
  )
}

/** All ways to hand readings to slots in order that add up. */
function fittings(readings: readonly Reading[], slots: readonly Slot[], decimals: number): Map<Slot, Reading>[] {
  const found: Map<Slot, Reading>[] = []
  const walk = (at: number, from: number, done: Map<Slot, Reading>) => {
    if (found.length > 200) return
    const reading = readings[at]
    if (reading === undefined) {
      if (addsUp(done, decimals)) found.push(done)
      return
    }
    for (let s = from; s + (readings.length - at) <= slots.length; s++) {
      const slot = slots[s]
      if (slot) walk(at + 1, s + 1, new Map(done).set(slot, reading))
    }
  }
  walk(0, 0, new Map())
  return found
}

/** Does the explanation state each placed figure that it states at all as it is placed here? */
function agreesWith(claims: readonly Claim[], given: ReadonlyMap<Slot, Reading>): boolean {
  const stated = claims.filter(
    (c) => c.subject?.startsWith('threePublic.') && (c.measure === 'budget' || c.measure === 'final') && c.versus === null,
  )
  return stated.every((claim) => {
    const placed = [...given].find(([slot]) => threePublicSubject(slot.row) === claim.subject && slot.column === claim.measure)
    return decimalOf(claim.figure).eq(placed?.[1].text ?? 0)
  })
}

function placeFigures(
  figures: readonly Token[],
  slots: readonly Slot[],
  decimals: number,
  claims: readonly Claim[],
): Map<Slot, Reading> | null {
  const numbers = figures.filter((f) => f.kind === 'number')
  const ruled = slots.every((slot) => slot.cell !== null) && numbers.every((f) => slots.some((slot) => slot.cell === f.cell))
  const all = readingsOf(numbers, decimals)
  if (ruled) {
    const one = all.find((r) => new Set(r.map((x) => x.token.cell)).size === r.length)
    const placed =
      one &&
      new Map(one.flatMap((reading) => slots.filter((slot) => slot.cell === reading.token.cell).map((slot) => [slot, reading] as const)))
    const ordered = one?.length === slots.length
    if (placed && (addsUp(placed, decimals) || !ordered)) return placed
  }
  const whole = all.filter((r) => r.length === slots.length)
  const sums = whole.find((r) => addsUp(new Map(r.map((reading, i) => [slots[i] as Slot, reading])), decimals)) ?? whole[0]
  if (sums) return new Map(sums.map((reading, i) => [slots[i] as Slot, reading]))
  const fits = all.filter((r) => r.length < slots.length).flatMap((r) => fittings(r, slots, decimals))
  const told = fits.length > 1 ? fits.filter((given) => agreesWith(claims, given)) : fits
  return told.length === 1 ? (told[0] ?? null) : null
}

/** Reads the 三公 form in either direction: one row of figures under a header of items, or one row an item. */
export function readThreePublic(lines: readonly Line[], unit: MoneyUnit, claims: readonly Claim[]): ParsedRows {
  const full = lines.filter((line) => squeeze(line.text) !== '')
  const note = full.findIndex((line) => NOTE.test(squeeze(line.text)))
  const table = note < 0 ? full : full.slice(0, note)
  const tokens = table.map(tokensOf)
  const decimals = decimalsOfTokens(tokens.flat())
  const isBody = (row: readonly Token[]): boolean =>
    row.some((t) => t.kind === 'number' && (decimals === 0 ? !/^\d{1,2}$/.test(t.raw) || t.raw === '0' : /[.．]/.test(t.raw)))
  const first = tokens.findIndex(isBody)
  const header = first < 0 ? table : table.slice(0, first)
  const body = first < 0 ? [] : tokens.slice(first)
  const cells = new Map<ThreePublicRow, Record<string, Cell>>(THREE_PUBLIC_ROWS.map((row) => [row, {}]))
  const unread: Unread[] = []
  const vertical = body.filter((row) => row.some((t) => t.kind === 'text' && itemOf(squeeze(t.raw)) !== null)).length >= 3
  const used = new Set<Token>()
  const give = (row: ThreePublicRow, column: string, cell: Cell) => {
    const own = cells.get(row)
    if (own && own[column] === undefined) own[column] = cell
  }
  const order = orderedSlots(header)
  const slots = gridSlots(header, order) ?? order
  const columns = new Set<string>(slots.map((slot) => slot.column))
  for (const row of body) {
    const figures = row.filter((t) => t.kind !== 'text')
    for (const f of figures) used.add(f)
    const phase = phaseOf(
      squeeze(
        row
          .filter((t) => t.kind === 'text')
          .map((t) => t.raw)
          .join(''),
      ),
    )
    const items = phase === null ? [] : itemColumns(header)
    if (phase !== null && items.length >= 3 && !vertical) {
      columns.add(phase)
      for (const token of figures) {
        const item = items.find((i) => i.cell === token.cell)
        const reading = readingsOf([token], decimals)[0]?.[0]
        if (item && token.kind === 'dash') give(item.row, phase, dashCell(token))
        else if (item && reading) give(item.row, phase, figureCell(reading, unit, decimals))
        else if (token.kind === 'number') unread.push({ where: placeOf(token.line, token.raw), reason: '不是“三公”经费的栏目' })
      }
    } else if (vertical) verticalRow(row, header, unit, decimals, give, unread)
    else {
      const placed = placeFigures(figures, slots, decimals, claims)
      for (const [slot, reading] of placed ?? []) give(slot.row, slot.column, figureCell(reading, unit, decimals))
      for (const dash of figures.filter((f) => f.kind === 'dash')) {
        const slot = slots.find((s) => s.cell !== null && s.cell === dash.cell)
        if (slot) give(slot.row, slot.column, dashCell(dash))
      }
      if (placed === null)
        for (const t of figures.filter((f) => f.kind === 'number'))
          unread.push({ where: placeOf(t.line, t.raw), reason: '列位无法由表头或勾稽关系确定' })
    }
  }
  const anchor = table[Math.max(first, 0)]
  const rows: FormRow[] = THREE_PUBLIC_ROWS.flatMap((row): FormRow[] => {
    const own = cells.get(row) ?? {}
    for (const column of columns) own[column] ??= BLANK
    return anchor ? [{ code: null, name: row, parent: null, side: null, ordinal: null, cells: own, where: placeOf(anchor, row) }] : []
  })
  return { rows, unread, decimals, used, notes: note < 0 ? [] : full.slice(note) }
}

function verticalRow(
  row: readonly Token[],
  header: readonly Line[],
  unit: MoneyUnit,
  decimals: number,
  give: (row: ThreePublicRow, column: string, cell: Cell) => void,
  unread: Unread[],
): void {
  const item = itemOf(
    squeeze(
      row
        .filter((t) => t.kind === 'text')
        .map((t) => t.raw)
        .join(''),
    ),
  )
  const numbers = row.filter((t) => t.kind === 'number')
  const words = squeeze(header.map((line) => line.text).join(''))
  const columns = [/预算/.test(words) ? 'budget' : null, /决算/.test(words) ? 'final' : null].filter((c) => c !== null)
  const plain = numbers[0] !== undefined && /^\d{1,2}$/.test(numbers[0].raw) && numbers.length > columns.length ? numbers.slice(1) : numbers
  const reading = readingsOf(plain, decimals).find((r) => r.length === columns.length)
  if (item !== null && reading) {
    for (const [i, r] of reading.entries()) give(item, columns[i] ?? 'final', figureCell(r, unit, decimals))
  } else for (const t of plain) unread.push({ where: placeOf(t.line, t.raw), reason: '行或列无法确定' })
}
