import { Decimal } from 'decimal.js'
import { exactly, type Interval, intervalOf, meets, sum } from '../../domain/interval.ts'
import type { Cell, Claim, Form, Unread } from '../../domain/report.ts'
import { FROM_PICTURE, UNSURE } from './cells.ts'
import { type Spot, type Sum, sumsOf } from './sums.ts'

type FigureCell = Extract<Cell, { kind: 'figure' }>

/** A figure this long does not stand in two places by chance. */
const TELLING = 3
const NO_PROOF = '由图片识别，字迹不清，也没有合计能证实'
const CONTRADICTED = '由图片识别，与合计对不上，可能认错'

const cellAt = ({ row, column }: Spot): Cell | undefined => row.cells[column]
const figuresOf = (spots: readonly Spot[]): FigureCell[] =>
  spots.flatMap((spot) => {
    const cell = cellAt(spot)
    return cell?.kind === 'figure' ? [cell] : []
  })
const isSeen = (cell: FigureCell): boolean => cell.repaired?.startsWith(FROM_PICTURE) ?? false

const value = (cells: readonly FigureCell[]): Decimal => Decimal.sum(0, ...cells.map((cell) => cell.figure.text))
const range = (cells: readonly FigureCell[]): Interval => sum([exactly(0), ...cells.map((cell) => intervalOf(cell.figure))])

/** What the sums of a form say about its figures: to the last digit, or not even within rounding. */
function verdicts(sums: readonly Sum[]): { confirmed: Set<Cell>; contradicted: Set<Cell> } {
  const [confirmed, contradicted] = [new Set<Cell>(), new Set<Cell>()]
  for (const { left, right } of sums) {
    if ([...left, ...right].some((spot) => cellAt(spot)?.kind === 'unreadable')) continue
    const [a, b] = [figuresOf(left), figuresOf(right)]
    if (a.length === 0 || b.length === 0) continue
    const verdict = value(a).eq(value(b)) ? confirmed : meets(range(a), range(b)) ? null : contradicted
    for (const cell of [...a, ...b]) verdict?.add(cell)
  }
  return { confirmed, contradicted }
}

/** How often each figure stands in the report: misread, it would not stand elsewhere too. */
function occurrences(forms: readonly Form[], claims: readonly Claim[]): Map<string, number> {
  const cells = forms.flatMap((form) => form.rows.flatMap((row) => Object.keys(row.cells).map((column) => ({ row, column }))))
  const printed = figuresOf(cells).map((cell) => cell.figure.text)
  const often = new Map<string, number>()
  for (const text of [...printed, ...claims.map((claim) => claim.figure.text)]) often.set(text, (often.get(text) ?? 0) + 1)
  return often
}

const isTelling = (text: string): boolean => text.replace(/\D/g, '').replace(/^0+/, '').length >= TELLING

/**
 * Figures recognised in pictures count where the recogniser is certain and no sum speaks against them, or where a sum or
 * the same figure elsewhere confirms them. The others are shown as unreadable, with their place.
 */
export function withoutDoubtful(forms: readonly Form[], claims: readonly Claim[]): { forms: readonly Form[]; unread: readonly Unread[] } {
  const unread: Unread[] = []
  const often = occurrences(forms, claims)
  const doubtOf = (cell: FigureCell, { confirmed, contradicted }: ReturnType<typeof verdicts>): string | null => {
    if (confirmed.has(cell)) return null
    const { text } = cell.figure
    if (isTelling(text) && (often.get(text) ?? 0) > 1) return null
    return contradicted.has(cell) ? CONTRADICTED : cell.repaired?.includes(UNSURE) ? NO_PROOF : null
  }
  const checked = forms.map((form): Form => {
    const seen = form.rows.some((row) => Object.values(row.cells).some((cell) => cell.kind === 'figure' && isSeen(cell)))
    if (!seen) return form
    const verdict = verdicts(sumsOf(form))
    const shown = (cell: Cell): Cell => {
      const reason = cell.kind === 'figure' && isSeen(cell) ? doubtOf(cell, verdict) : null
      if (cell.kind !== 'figure' || reason === null) return cell
      unread.push({ where: cell.where, reason })
      return { kind: 'unreadable', where: cell.where, reason }
    }
    const rows = form.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, shown(cell)])),
    }))
    return { ...form, rows }
  })
  return { forms: checked, unread }
}
