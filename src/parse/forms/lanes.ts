import { ECONOMIC } from '../../../knowledge/classification/index.ts'
import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { Cell, FormRow, Unread } from '../../domain/report.ts'
import { narrowDigits, squeeze } from '../text.ts'
import { BLANK, dashCell, figureCell, placeOf } from './cells.ts'
import type { ParsedRows } from './code-form.ts'
import { decimalsOfTokens, readingsOf } from './numbers.ts'
import { type Token, tokensOf } from './tokens.ts'

const NOTE = /^(?:注[:：\d]|说明[:：]|备注|本表)/
const CODE = /^3(?:0[1-9]|1[0-3]|99)(?:\d\d)?$/
const TOTAL = /^(?:.*合计|总计|.*小计)$/

interface Draft {
  code: string | null
  name: string
  line: Line
  /** Grid column of the code or label; the lane's figures stand to its right. */
  readonly at: number | null
  figures: Token[]
}

const isCode = (token: Token, after: Token | undefined): boolean =>
  token.kind === 'number' && CODE.test(token.raw) && (ECONOMIC.has(token.raw) || after?.kind === 'text' || after === undefined)

/** A code printed in wide digits is the code; figures keep their characters. */
const withNarrowCode = (token: Token): Token =>
  token.kind === 'number' && /^[０-９]{2,5}$/.test(token.raw) ? { ...token, raw: narrowDigits(token.raw) } : token

/** 类 and 款 printed apart (301 01): the two become one code, and bare two-digit numbers are no figures in such a table. */
function joinSplitCodes(tokens: readonly Token[]): Token[] {
  const pair = (i: number): boolean =>
    /^3\d\d$/.test(tokens[i]?.raw ?? '') && /^\d\d$/.test(tokens[i + 1]?.raw ?? '') && CODE.test(`${tokens[i]?.raw}${tokens[i + 1]?.raw}`)
  if (!tokens.some((_, i) => pair(i) && /^0\d$/.test(tokens[i + 1]?.raw ?? ''))) return [...tokens]
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) continue
    if (pair(i)) out.push({ ...token, raw: `${token.raw}${tokens[++i]?.raw}` })
    else if (!/^\d\d$/.test(token.raw)) out.push(token)
  }
  return out
}

/** On the same line, right after the code, the name or another piece of the same figure. */
const follows = (token: Token, before: Token | undefined, open: Draft): boolean =>
  before !== undefined &&
  before.line === token.line &&
  (before.kind === 'text' || before.raw === open.code || open.figures.includes(before))

/** Follows the printed stream: code, name, figure, code, name, figure … in as many lanes as the page has. */
function readStream(body: readonly Line[]): Draft[] {
  const rows: Draft[] = []
  const tokens = joinSplitCodes(body.flatMap(tokensOf).map(withNarrowCode))
  let open: Draft | null = null
  tokens.forEach((token, index) => {
    const after = tokens[index + 1]
    if (isCode(token, after)) {
      open = { code: token.raw, name: '', line: token.line, at: token.cell, figures: [] }
      rows.push(open)
    } else if (token.kind === 'text') {
      const words = squeeze(token.raw)
      if (TOTAL.test(words)) {
        open = { code: null, name: words, line: token.line, at: token.cell, figures: [] }
        rows.push(open)
      } else if (open !== null && open.figures.length === 0) open.name += words
      else if (open !== null && open.figures.length > 0) open = null
    } else if (open !== null && (token.cell !== null ? token.line === open.line : follows(token, tokens[index - 1], open))) {
      // A figure in another row of the grid, or one that begins a line of its own, belongs to nobody for sure.
      if (open.figures.length === 0) open.line = token.line
      open.figures.push(token)
    }
  })
  return rows
}

/** One lane with 合计 / 人员经费 / 公用经费 as columns: the first figure is the item's. */
function isColumnLayout(header: readonly Line[], rows: readonly Draft[]): boolean {
  const words = squeeze(header.map((line) => line.text).join(''))
  const perLine = new Map<Line, number>()
  for (const row of rows) perLine.set(row.line, (perLine.get(row.line) ?? 0) + 1)
  return /合计|小计/.test(words) && /人员经费/.test(words) && /公用经费/.test(words) && [...perLine.values()].every((n) => n === 1)
}

/** Reads the basic expenditure form (form 6): economic codes in one, two or three lanes. */
export function readLanes(lines: readonly Line[], unit: MoneyUnit): ParsedRows {
  const full = lines.filter((line) => squeeze(line.text) !== '')
  const note = full.findIndex((line) => NOTE.test(squeeze(line.text)))
  const table = note < 0 ? full : full.slice(0, note)
  const start = table.findIndex((line) => {
    const tokens = tokensOf(line).map(withNarrowCode)
    const summed =
      tokens.some((t) => t.kind === 'text' && TOTAL.test(squeeze(t.raw))) && tokens.some((t) => t.kind === 'number' && /[.．]/.test(t.raw))
    return summed || tokens.some((t, i) => isCode(t, tokens[i + 1]))
  })
  const from = start < 0 ? table.length : start
  const drafts = readStream(table.slice(from))
  const columnLayout = isColumnLayout(table.slice(0, from), drafts)
  const decimals = decimalsOfTokens(drafts.flatMap((d) => d.figures))
  const unread: Unread[] = []
  const rows: FormRow[] = drafts.flatMap((draft): FormRow[] => {
    const numbers = draft.figures.filter((f) => f.kind === 'number')
    const readings = readingsOf(numbers, decimals)
    const reading = columnLayout ? readings[0]?.[0] : readings.find((r) => r.length === 1)?.[0]
    const dash = draft.figures.find((f) => f.kind === 'dash')
    const cell: Cell = reading ? figureCell(reading, unit, decimals) : dash && numbers.length === 0 ? dashCell(dash) : BLANK
    if (!reading) for (const t of numbers) unread.push({ where: placeOf(t.line, t.raw), reason: '一格内有多个数字，无法确定' })
    else if (columnLayout)
      for (const t of numbers.slice(1)) unread.push({ where: placeOf(t.line, t.raw), reason: '人员/公用分栏与合计栏重复，未单列' })
    const name = draft.name === '' && draft.code !== null ? (ECONOMIC.get(draft.code)?.name ?? draft.code) : draft.name
    return [
      {
        code: draft.code,
        name,
        parent: null,
        side: null,
        ordinal: null,
        cells: { final: cell },
        where: placeOf(draft.line, draft.code ?? name),
      },
    ]
  })
  return { rows, unread, decimals, used: new Set(drafts.flatMap((d) => d.figures)), notes: note < 0 ? [] : full.slice(note) }
}
