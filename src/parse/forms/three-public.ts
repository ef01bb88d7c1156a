import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import { THREE_PUBLIC_ROWS, type ThreePublicRow } from '../../domain/form.ts'
import type { Cell, Claim, FormRow, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { BLANK, dashCell, figureCell, placeOf } from './cells.ts'
import type { ParsedRows } from './code-form.ts'
import { decimalsOfTokens, readingsOf } from './numbers.ts'
import { PHASE_LINE } from './page-breaks.ts'
import { addsUp, fitsOf, placeFigures } from './three-public-fit.ts'
import { standingIn } from './three-public-grid.ts'
import { type Give, isItem, listColumns, type Phase, readList } from './three-public-list.ts'
import { gridSlots, itemColumns, itemOf, orderedSlots, otherColumns, phaseOf, type Slot } from './three-public-slots.ts'
import { type Token, tokensOf } from './tokens.ts'

const NOTE = /^(?:注[:：\d]|说明[:：]|备注|本表)/
const NO_COLUMN = '不是“三公”经费的栏目'
const PRIOR = /上年|上期/
const UNSURE = '列位无法由表头或勾稽关系确定'

const wordsOf = (row: readonly Token[]): string =>
  squeeze(
    row
      .filter((t) => t.kind === 'text')
      .map((t) => t.raw)
      .join(''),
  )

const COUNTS = /统计数/

type Tokens = readonly (readonly Token[])[]

/** Some provinces print budget, final and numbers one below the other, each with its header: every block by itself. */
function blocksOf(table: readonly Line[], tokens: Tokens, isBody: (row: readonly Token[]) => boolean): { from: number; to: number }[] {
  const starts = [0]
  table.forEach((line, i) => {
    const last = starts.at(-1) ?? 0
    if (PHASE_LINE.test(squeeze(line.text)) && tokens.slice(last, i).some(isBody)) starts.push(i)
  })
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? table.length }))
}

/** Reads the 三公 form in every direction: one row of figures under items, one row a phase, or one row an item. */
export function readThreePublic(lines: readonly Line[], unit: MoneyUnit, claims: readonly Claim[]): ParsedRows {
  const full = lines.filter((line) => squeeze(line.text) !== '')
  const note = full.findIndex((line) => NOTE.test(squeeze(line.text)))
  const table = note < 0 ? full : full.slice(0, note)
  const tokens = table.map(tokensOf)
  const decimals = decimalsOfTokens(tokens.flat())
  const isBody = (row: readonly Token[]): boolean =>
    row.some((t) => t.kind === 'number' && (decimals === 0 ? !/^\d{1,2}$/.test(t.raw) || t.raw === '0' : /[.．]/.test(t.raw)))
  const cells = new Map<ThreePublicRow, Record<string, Cell>>(THREE_PUBLIC_ROWS.map((row) => [row, {}]))
  const anchors = new Map<ThreePublicRow, Line>()
  const unread: Unread[] = []
  const columns = new Set<string>()
  const used: Token[] = []
  const give: Give = (row, column, cell, line) => {
    const own = cells.get(row)
    if (own && own[column] === undefined) own[column] = cell
    if (!anchors.has(row)) anchors.set(row, line)
  }
  const refuse = (figures: readonly Token[], phases: readonly string[], reason: string, given = true): void => {
    for (const t of figures.filter((f) => f.kind === 'number')) unread.push({ where: placeOf(t.line, t.raw), reason })
    if (!given) return
    for (const own of cells.values())
      for (const phase of phases) own[phase] ??= { kind: 'unreadable', where: placeOf((figures[0] as Token).line, phase), reason }
  }
  let anchor: Line | undefined
  let listed = false
  for (const { from, to } of blocksOf(table, tokens, isBody)) {
    const own = tokens.slice(from, to)
    if (from > 0 && COUNTS.test(squeeze(table[from]?.text ?? ''))) {
      refuse(own.flat(), [], '批次、人次、车辆等统计数，不是金额', false)
      used.push(...own.flat())
      continue
    }
    const first = own.findIndex(isBody)
    const header = table.slice(from, first < 0 ? to : from + first)
    const body = first < 0 ? [] : own.slice(first)
    used.push(...body.flat())
    anchor ??= table[from + Math.max(first, 0)]
    const order = orderedSlots(header)
    const slots = gridSlots(header, order) ?? order
    if (from === 0 || first >= 0) for (const slot of slots) columns.add(slot.column)
    const isList = body.filter((row) => row.some((t) => t.kind === 'text' && isItem(squeeze(t.raw)))).length >= 3
    listed ||= isList
    const placing = { unit, decimals, give, claims, refuse }
    if (isList) readList(listBody(own, first), { columns: listColumns(header), unit, decimals, give, unread })
    else for (const phase of readRows(body, header, slots, placing)) columns.add(phase)
  }
  const rows: FormRow[] = THREE_PUBLIC_ROWS.flatMap((row): FormRow[] => {
    const own = cells.get(row) ?? {}
    for (const column of columns) own[column] ??= BLANK
    const at = (listed ? anchors.get(row) : undefined) ?? anchor
    return at ? [{ code: null, name: row, parent: null, side: null, ordinal: null, cells: own, where: placeOf(at, row) }] : []
  })
  return { rows, unread, decimals, used: new Set(used.filter((t) => t.kind !== 'text')), notes: note < 0 ? [] : full.slice(note) }
}

/** Reads rows of figures under items; gives back the phases that rows name themselves. */
function readRows(body: Tokens, header: readonly Line[], slots: readonly Slot[], placing: Placing): Phase[] {
  const found: Phase[] = []
  for (const row of body) {
    const figures = row.filter((t) => t.kind !== 'text')
    const words = wordsOf(row)
    const phase = phaseOf(words)
    if (PRIOR.test(words)) placing.refuse(figures, [], '上年数，不是本年的预算数或决算数', false)
    else if (phase !== null) {
      found.push(phase)
      phaseRow(phase, figures, { header, body }, placing)
    } else slotRow(figures, header, slots, placing)
  }
  return found
}

/** A list begins where its first item's name begins: a wrapped name stands above its figures. */
function listBody(tokens: readonly (readonly Token[])[], first: number): readonly (readonly Token[])[] {
  let from = first
  while (from > 0 && tokens[from - 1]?.every((t) => t.kind === 'text') && itemOf(wordsOf(tokens[from - 1] ?? [])) !== null) from--
  return tokens.slice(from)
}

interface Placing {
  readonly unit: MoneyUnit
  readonly decimals: number
  readonly claims: readonly Claim[]
  readonly give: Give
  readonly refuse: (figures: readonly Token[], phases: readonly string[], reason: string, given?: boolean) => void
}

/** One row of one phase under the items; 会议费 and 培训费 may follow them. */
function phaseRow(
  phase: Phase,
  figures: readonly Token[],
  { header, body }: { header: readonly Line[]; body: Tokens },
  placing: Placing,
): void {
  const { unit, decimals, give, refuse } = placing
  const items = itemColumns(header)
  const slots = items.map(({ row, cell }): Slot => ({ row, column: phase, cell }))
  const own = (row: readonly Token[]): Token[] => row.filter((t) => t.kind === 'number' && items.some(({ cell }) => cell === t.cell))
  const gridded = items.length >= 3 && figures.every((t) => t.cell !== null)
  const others = body.filter((row) => !row.some((t) => figures.includes(t)))
  const rows = [figures, ...others].map((row) => ({ figures: own(row), slots }))
  if (!gridded || !(standsUnder(own(figures), slots, decimals) || standingIn(rows, decimals))) {
    plainPhaseRow(phase, figures, header, placing)
    return
  }
  for (const token of figures) {
    const item = items.find((i) => i.cell === token.cell)
    const reading = readingsOf([token], decimals)[0]?.[0]
    if (item && token.kind === 'dash') give(item.row, phase, dashCell(token), token.line)
    else if (item && reading) give(item.row, phase, figureCell(reading, unit, decimals), token.line)
    else refuse([token], [], NO_COLUMN, false)
  }
}

/** Do the figures add up where the header lets them stand? */
function standsUnder(figures: readonly Token[], slots: readonly Slot[], decimals: number): boolean {
  const given = figures.flatMap((token) => {
    const slot = slots.find((one) => one.cell === token.cell)
    const reading = readingsOf([token], decimals)[0]?.[0]
    return slot && reading ? [[slot, reading] as const] : []
  })
  return addsUp(new Map(given), decimals)
}

/** Without cells the sums, and what the explanations state, must leave one way to part the items from what follows them. */
function plainPhaseRow(
  phase: Phase,
  figures: readonly Token[],
  header: readonly Line[],
  { unit, decimals, claims, give, refuse }: Placing,
): void {
  const words = squeeze(header.map((line) => line.text).join(''))
  const extras = ['会议费', '培训费'].filter((name) => words.includes(name)).length
  const slots = THREE_PUBLIC_ROWS.map((row): Slot => ({ row, column: phase, cell: null }))
  const numbers = figures.filter((f) => f.kind === 'number')
  const whole = numbers.length === slots.length + extras
  const lengths = whole ? [slots.length] : Array.from({ length: extras + 1 }, (_, i) => numbers.length - i)
  const fits = lengths.flatMap((length) => fitsOf(numbers.slice(0, length), slots, decimals, claims))
  const [only, ...more] = fits
  if (only === undefined || more.length > 0) {
    refuse(figures, [phase], UNSURE)
    return
  }
  for (const [slot, reading] of only) give(slot.row, phase, figureCell(reading, unit, decimals), reading.token.line)
  const taken = [...only.values()].flatMap((reading) => reading.tokens)
  refuse(
    numbers.filter((t) => !taken.includes(t)),
    [],
    NO_COLUMN,
    false,
  )
}

/** One row of figures under items and phases. */
function slotRow(all: readonly Token[], header: readonly Line[], slots: readonly Slot[], placing: Placing): void {
  const { unit, decimals, claims, give, refuse } = placing
  const others = otherColumns(header)
  const [phase, more] = new Set(slots.map((slot) => slot.column))
  if (others.size > 0 && phase !== undefined && more === undefined) {
    phaseRow(phase, all, { header, body: [all] }, placing)
    return
  }
  const figures = all.filter((t) => t.cell === null || !others.has(t.cell))
  const stands = figures.every((t) => slots.some((slot) => slot.cell === t.cell))
  // What stands beside the items can only be told apart where the header stands over its body.
  if (others.size > 0 && !stands) {
    refuse(all, [...new Set(slots.map((slot) => slot.column))], UNSURE)
    return
  }
  refuse(
    all.filter((t) => !figures.includes(t)),
    [],
    NO_COLUMN,
    false,
  )
  if (figures.length === 0) return
  const placed = placeFigures(figures, slots, decimals, claims)
  for (const [slot, reading] of placed ?? []) give(slot.row, slot.column, figureCell(reading, unit, decimals), reading.token.line)
  for (const dash of figures.filter((f) => f.kind === 'dash')) {
    const slot = slots.find((s) => s.cell !== null && s.cell === dash.cell)
    if (slot) give(slot.row, slot.column, dashCell(dash), dash.line)
  }
  const taken = [...(placed?.values() ?? [])].flatMap((reading) => reading.tokens)
  const left = figures.filter((f) => f.kind === 'number' && !taken.includes(f))
  if (left.length > 0) refuse(left, [...new Set(slots.map((slot) => slot.column))], UNSURE)
}
