import type { Line } from '../../domain/document.ts'
import { decimalOf, type MoneyUnit } from '../../domain/figure.ts'
import { THREE_PUBLIC_ROWS, type ThreePublicRow } from '../../domain/form.ts'
import { intervalOf, meets, sum } from '../../domain/interval.ts'
import type { Cell, Claim, FormRow, Unread } from '../../domain/report.ts'
import { threePublicSubject } from '../../domain/subject.ts'
import { figureCell, placeOf } from '../forms/cells.ts'
import type { ParsedRows } from '../forms/code-form.ts'
import { decimalsOfTokens, type Reading, readingsOf } from '../forms/numbers.ts'
import { tokensOf } from '../forms/tokens.ts'
import { squeeze } from '../text.ts'

/** The orders in which governments print the six items of a line. */
const ORDERS: readonly (readonly ThreePublicRow[])[] = [
  ['total', 'overseas', 'vehicles', 'vehiclePurchase', 'vehicleOperation', 'reception'],
  ['total', 'overseas', 'reception', 'vehicles', 'vehiclePurchase', 'vehicleOperation'],
  ['total', 'reception', 'overseas', 'vehicles', 'vehiclePurchase', 'vehicleOperation'],
  ['total', 'vehicles', 'vehiclePurchase', 'vehicleOperation', 'overseas', 'reception'],
]
/** A line with fewer figures leaves too much open. */
const FEWEST = 4
const OTHER = '机关运行经费不是“三公”经费的栏目'

type Placed = ReadonlyMap<ThreePublicRow, Reading>

function addsUp(placed: Placed, decimals: number): boolean {
  const at = (row: ThreePublicRow) => intervalOf({ text: placed.get(row)?.text ?? '0', unit: '万元', decimals })
  return (
    meets(at('total'), sum([at('overseas'), at('vehicles'), at('reception')])) &&
    meets(at('vehicles'), sum([at('vehiclePurchase'), at('vehicleOperation')]))
  )
}

/** Does what the explanation states of each item agree with what is placed? A blank is nothing. */
const agrees = (placed: Placed, claims: readonly Claim[]): boolean =>
  THREE_PUBLIC_ROWS.every((row) =>
    claims
      .filter((claim) => claim.subject === threePublicSubject(row) && claim.measure === 'budget' && claim.versus === null)
      .every((claim) => decimalOf(claim.figure).eq(placed.get(row)?.text ?? '0')),
  )

/** All ways to hand the figures to items in this order; what is left out is blank. */
function placements(readings: readonly Reading[], order: readonly ThreePublicRow[]): Placed[] {
  const [first, ...rest] = readings
  if (first === undefined) return [new Map()]
  return order
    .flatMap((row, i) => placements(rest, order.slice(i + 1)).map((placed): Placed => new Map([[row, first], ...placed])))
    .filter((placed) => placed.size === readings.length)
}

/** Where one line of the header names both 出国 and 接待, their columns stand in that order. */
function keepsOrder(order: readonly ThreePublicRow[], lines: readonly Line[]): boolean {
  const both = lines.map((line) => squeeze(line.text)).find((words) => /出国/.test(words) && /接待/.test(words) && !/[，。]/.test(words))
  if (both === undefined) return true
  return both.indexOf('出国') < both.indexOf('接待') === order.indexOf('overseas') < order.indexOf('reception')
}

/** Where columns are blank, the explanation must name every figure: an order that nobody foresaw could add up, too. */
const isStated = (placed: Placed, claims: readonly Claim[]): boolean =>
  [...placed.keys()].every((row) => claims.some((claim) => claim.subject === threePublicSubject(row) && claim.measure === 'budget'))

const keyOf = (placed: Placed): string =>
  [...placed]
    .map(([row, { text }]) => `${row}=${text}`)
    .sort()
    .join()

/**
 * Reads the one line of figures under a 三公 header without ruling. The header's words do not tell the order of its columns;
 * the two sums do, and what the explanation states of the items: one order must be left.
 */
export function withThreePublicLine(parsed: ParsedRows, lines: readonly Line[], unit: MoneyUnit, claims: readonly Claim[]): ParsedRows {
  if (parsed.rows.some((row) => Object.values(row.cells).some((cell) => cell.kind === 'figure'))) return parsed
  const body = lines.filter((line) => tokensOf(line).filter((token) => token.kind === 'number').length >= FEWEST)
  const [line] = body
  const words = squeeze(lines.map((one) => one.text).join(''))
  if (line === undefined || body.length > 1 || /会议费|培训费|上年|决算|执行/.test(words)) return parsed
  const numbers = tokensOf(line).filter((token) => token.kind === 'number')
  const decimals = decimalsOfTokens(numbers)
  const readings = readingsOf(numbers, decimals)[0] ?? []
  const extra = /运行经费/.test(words) ? 1 : 0
  if (readings.length > 6 + extra) return parsed
  const orders = ORDERS.filter((order) => keepsOrder(order, lines))
  const fits = [0, extra]
    .flatMap((others) => orders.flatMap((order) => placements(readings.slice(0, readings.length - others), order)))
    .filter((placed) => addsUp(placed, decimals) && agrees(placed, claims) && (placed.size === 6 || isStated(placed, claims)))
  const [only] = fits
  if (only === undefined || new Set(fits.map(keyOf)).size > 1) return parsed
  const cellOf = (row: string): Cell | null => {
    const reading = only.get(row as ThreePublicRow)
    return reading === undefined ? null : figureCell(reading, unit, decimals)
  }
  const rows = parsed.rows.map((row): FormRow => {
    const cell = cellOf(row.name)
    return cell === null ? row : { ...row, cells: { budget: cell } }
  })
  const rest: Unread[] = readings.slice(only.size).map(({ token }) => ({ where: placeOf(token.line, token.raw), reason: OTHER }))
  const here = ({ where }: Unread): boolean => where.line === line.no && where.page === line.page
  return { ...parsed, rows, decimals, unread: [...parsed.unread.filter((one) => !here(one)), ...rest] }
}
