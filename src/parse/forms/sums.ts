import type { Form, FormRow, Side } from '../../domain/report.ts'

/** A figure's place in a form. */
export interface Spot {
  readonly row: FormRow
  readonly column: string
}

/** Figures that make up the same amount on both sides. */
export interface Sum {
  readonly left: readonly Spot[]
  readonly right: readonly Spot[]
}

const columnsOf = (rows: readonly FormRow[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row.cells)))]
const spots = (rows: readonly FormRow[], column: string): Spot[] => rows.map((row) => ({ row, column }))

/** 合计 = 基本 + 项目 … in one row. */
function acrossRow(form: Form, row: FormRow): Sum[] {
  const own = (...columns: string[]): Spot[] => columns.filter((column) => column in row.cells).map((column) => ({ row, column }))
  if (form.id === 'governmentFund' || form.id === 'stateCapital') {
    const split: Sum = { left: own('expenditure'), right: own('basic', 'project') }
    const carried: Sum = { left: own('opening', 'revenue'), right: own('expenditure', 'closing') }
    return carried.left.length + carried.right.length === 4 ? [split, carried] : [split]
  }
  return [{ left: own('total'), right: own(...Object.keys(row.cells).filter((column) => column !== 'total')) }]
}

/** The codes directly below each code, and the top ones below 合计. */
function downCodes({ rows }: Form): Sum[] {
  const byCode = new Map(rows.flatMap((row) => (row.code === null ? [] : [[row.code, row] as const])))
  const total = rows.find((row) => row.code === null && /^(?:合计|总计)$/.test(row.name))
  const parts = new Map<FormRow, FormRow[]>()
  for (const [code, row] of byCode) {
    const above = [code.slice(0, -2), code.slice(0, -4)].filter((prefix) => prefix.length >= 3)
    const whole = above.map((prefix) => byCode.get(prefix)).find((found) => found !== undefined) ?? total
    if (whole) parts.set(whole, [...(parts.get(whole) ?? []), row])
  }
  const columns = columnsOf(rows)
  return [...parts].flatMap(([whole, below]) => columns.map((column) => ({ left: spots([whole], column), right: spots(below, column) })))
}

/** Items above 本年…合计, and what follows it up to 总计. */
function downSide({ rows }: Form, side: Side): Sum[] {
  const own = rows.filter((row) => row.side === side && row.parent === null)
  const year = own.findIndex((row) => /^本年.*合计$/.test(row.name))
  const grand = own.findIndex((row) => /^总计$/.test(row.name))
  const [yearRow, grandRow] = [own[year], own[grand]]
  return columnsOf(own).flatMap((column) => [
    ...(yearRow ? [{ left: spots([yearRow], column), right: spots(own.slice(0, year), column) }] : []),
    ...(yearRow && grandRow ? [{ left: spots([grandRow], column), right: spots(own.slice(year, grand), column) }] : []),
  ])
}

/** Both 总计 of a two-sided form are the same. */
function bothTotals({ rows }: Form): Sum[] {
  const of = (side: Side) => rows.find((row) => row.side === side && row.name === '总计')
  const [left, right] = [of('revenue'), of('expenditure')]
  if (!left || !right) return []
  return [{ left: spots([left], 'final'), right: spots([right], 'total' in right.cells ? 'total' : 'final') }]
}

function threePublic({ rows }: Form): Sum[] {
  const of = (...names: string[]) => rows.filter((row) => names.includes(row.name))
  return columnsOf(rows).flatMap((column) => [
    { left: spots(of('total'), column), right: spots(of('overseas', 'vehicles', 'reception'), column) },
    { left: spots(of('vehicles'), column), right: spots(of('vehiclePurchase', 'vehicleOperation'), column) },
  ])
}

/** The sums that a form of its kind always holds. */
export function sumsOf(form: Form): Sum[] {
  if (form.id === 'threePublic') return threePublic(form)
  if (form.id === 'basicExpenditure') return downCodes(form)
  const across = form.rows.flatMap((row) => acrossRow(form, row))
  if (form.id === 'overview' || form.id === 'fiscalOverview')
    return [...across, ...downSide(form, 'revenue'), ...downSide(form, 'expenditure'), ...bothTotals(form)]
  return [...across, ...downCodes(form)]
}
