import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import { THREE_PUBLIC_ROWS, type ThreePublicRow } from '../../domain/form.ts'
import type { Cell, Claim, FormRow, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { BLANK, dashCell, figureCell, placeOf } from './cells.ts'
import type { ParsedRows } from './code-form.ts'
import { decimalsOfTokens, readingsOf } from './numbers.ts'
import { addsUp, fitsOf, placeFigures } from './three-public-fit.ts'
import { type Give, listColumns, type Phase, readList } from './three-public-list.ts'
import { gridSlots, itemColumns, itemOf, orderedSlots, phaseOf, type Slot } from './three-public-slots.ts'
import { type Token, tokensOf } from './tokens.ts'

const NOTE = /^(?:注[:：\d]|说明[:：]|备注|本表)/
const UNSURE = '列位无法由表头或勾稽关系确定'

const wordsOf = (row: readonly Token[]): string =>
  squeeze(
    row
      .filter((t) => t.kind === 'text')
      .map((t) => t.raw)
      .join(''),
  )

/** Reads the 三公 form in every direction: one row of figures under items, one row a phase, or one row an item. */
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
  const anchors = new Map<ThreePublicRow, Line>()
  const unread: Unread[] = []
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
  const order = orderedSlots(header)
  const slots = gridSlots(header, order) ?? order
  const columns = new Set<string>(slots.map((slot) => slot.column))
  const isList = body.filter((row) => row.some((t) => t.kind === 'text' && itemOf(squeeze(t.raw)) !== null)).length >= 3
  if (isList) readList(listBody(tokens, first), { columns: listColumns(header), unit, decimals, give, unread })
  for (const row of isList ? [] : body) {
    const figures = row.filter((t) => t.kind !== 'text')
    const words = wordsOf(row)
    const phase = phaseOf(words)
    if (/上年|上期/.test(words)) refuse(figures, [], '上年数，不是本年的预算数或决算数', false)
    else if (phase !== null) {
      columns.add(phase)
      phaseRow(phase, figures, header, { unit, decimals, give, claims, refuse })
    } else slotRow(figures, slots, { unit, decimals, give, claims, refuse })
  }
  const anchor = table[Math.max(first, 0)]
  const rows: FormRow[] = THREE_PUBLIC_ROWS.flatMap((row): FormRow[] => {
    const own = cells.get(row) ?? {}
    for (const column of columns) own[column] ??= BLANK
    const at = (isList ? anchors.get(row) : undefined) ?? anchor
    return at ? [{ code: null, name: row, parent: null, side: null, ordinal: null, cells: own, where: placeOf(at, row) }] : []
  })
  return { rows, unread, decimals, used: new Set(body.flat().filter((t) => t.kind !== 'text')), notes: note < 0 ? [] : full.slice(note) }
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
function phaseRow(phase: Phase, figures: readonly Token[], header: readonly Line[], placing: Placing): void {
  const { unit, decimals, give, refuse } = placing
  const items = itemColumns(header)
  if (items.length < 3 || figures.some((t) => t.cell === null) || !standsUnder(phase, figures, items, placing.decimals)) {
    plainPhaseRow(phase, figures, header, placing)
    return
  }
  for (const token of figures) {
    const item = items.find((i) => i.cell === token.cell)
    const reading = readingsOf([token], decimals)[0]?.[0]
    if (item && token.kind === 'dash') give(item.row, phase, dashCell(token), token.line)
    else if (item && reading) give(item.row, phase, figureCell(reading, unit, decimals), token.line)
    else refuse([token], [], '不是“三公”经费的栏目', false)
  }
}

/** Do the figures add up where the header lets them stand? */
function standsUnder(
  phase: Phase,
  figures: readonly Token[],
  items: readonly { row: ThreePublicRow; cell: number }[],
  decimals: number,
): boolean {
  const given = figures.flatMap((token) => {
    const item = items.find((one) => one.cell === token.cell)
    const reading = token.kind === 'number' ? readingsOf([token], decimals)[0]?.[0] : undefined
    return item && reading ? [[{ row: item.row, column: phase, cell: item.cell }, reading] as const] : []
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
    '不是“三公”经费的栏目',
    false,
  )
}

/** One row of figures under items and phases. */
function slotRow(figures: readonly Token[], slots: readonly Slot[], { unit, decimals, claims, give, refuse }: Placing): void {
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
