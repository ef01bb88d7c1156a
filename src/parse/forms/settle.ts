import { Decimal } from 'decimal.js'
import { type Assignment, type RowChoices, valuesOf } from './assign.ts'
import { columnAddsUp } from './identities.ts'
import { onlySum } from './one-column.ts'

/** Figures known from elsewhere in the report that speak for a reading: a total by column, a sibling form's row by code. */
export interface Hints {
  /** Totals by column, for a 合计 row that is blank or lost. */
  readonly totals: Readonly<Record<string, string>>
  /** Rows of the sibling form by code. */
  readonly siblings: ReadonlyMap<string, Readonly<Record<string, string | undefined>>>
}

const COMBINATIONS = 6000

const parentOf = (code: string): string | null => (code.length === 7 ? code.slice(0, 5) : code.length === 5 ? code.slice(0, 3) : null)

interface Family {
  readonly whole: number | null
  readonly known: Readonly<Record<string, string>> | null
  readonly parts: readonly number[]
}

/** Which rows are parts of which: items under their section or class, top rows under 合计. */
function families(rows: readonly RowChoices[], hints: Hints): Family[] {
  const at = new Map(rows.flatMap(({ row }, index) => (row.code === null ? [] : [[row.code, index] as const])))
  const children = new Map<number | null, number[]>()
  for (const [code, index] of at) {
    let parent = parentOf(code)
    while (parent !== null && !at.has(parent)) parent = parentOf(parent)
    const key = parent === null ? null : (at.get(parent) ?? null)
    children.set(key, [...(children.get(key) ?? []), index])
  }
  const total = rows.findIndex(isTotal)
  const totalPrinted = total >= 0 && (rows[total]?.row.figures.length ?? 0) > 0
  const known = Object.keys(hints.totals).length > 0 ? hints.totals : null
  return [...children].flatMap(([whole, parts]): Family[] => {
    if (whole !== null) return [{ whole, known: null, parts }]
    if (totalPrinted) return [{ whole: total, known: null, parts }]
    return known === null ? [] : [{ whole: null, known, parts }]
  })
}

function* combinations(lists: readonly (readonly Assignment[])[]): Generator<readonly Assignment[]> {
  if (lists.length === 0) yield []
  const [head, ...tail] = lists
  for (const choice of head ?? []) for (const rest of combinations(tail)) yield [choice, ...rest]
}

/** A part cannot stand in a column that its whole leaves blank. */
function keepToWhole(rows: RowChoices[], family: Family, decimals: number): void {
  const whole = family.whole === null ? undefined : rows[family.whole]
  if (whole !== undefined && !whole.confirmed) return
  const open =
    whole === undefined ? wholeColumns(family.known ?? {}, decimals) : new Set(whole.choices.flatMap((choice) => [...choice.keys()]))
  if (open === null || open.size < 2) return
  for (const index of family.parts) {
    const row = rows[index]
    const kept = row?.choices.filter((choice) => [...choice.keys()].every((column) => open.has(column))) ?? []
    if (row && kept.length > 0 && kept.length < row.choices.length) rows[index] = { ...row, choices: kept }
  }
}

/** Totals known from elsewhere name all columns in use when they add up among themselves. */
function wholeColumns(known: Readonly<Record<string, string>>, decimals: number): Set<string> | null {
  const { total, ...rest } = known
  const complete =
    total !== undefined &&
    columnAddsUp(
      { total },
      Object.values(rest).map((text) => ({ total: text })),
      'total',
      decimals,
    )
  return complete
    ? new Set(['total', ...Object.entries(rest).flatMap(([column, text]) => (new Decimal(text).isZero() ? [] : [column]))])
    : null
}

/** Keeps only the choices that take part in at least one reading in which the parts add up to the whole in every column. */
function narrow(rows: RowChoices[], family: Family, columns: readonly string[], decimals: number): boolean {
  keepToWhole(rows, family, decimals)
  const members = family.whole === null ? family.parts : [family.whole, ...family.parts]
  const lists = members.map((index) => rows[index]?.choices ?? [])
  const count = lists.reduce((product, list) => product * Math.max(1, list.length), 1)
  const settled = members.every((index) => rows[index]?.confirmed && rows[index]?.choices.length === 1)
  if (settled || count > COMBINATIONS || lists.some((list) => list.length === 0)) return false
  const alive = lists.map(() => new Set<Assignment>())
  for (const combination of combinations(lists)) {
    const values = combination.map(valuesOf)
    const whole = family.whole === null ? family.known : values[0]
    const parts = family.whole === null ? values : values.slice(1)
    const checked = family.whole === null ? columns.filter((c) => family.known !== null && c in family.known) : columns
    if (whole && checked.every((column) => columnAddsUp(whole, parts, column, decimals)))
      for (const [i, a] of combination.entries()) alive[i]?.add(a)
  }
  if (alive.some((set) => set.size === 0)) return false
  let changed = false
  members.forEach((index, i) => {
    const row = rows[index]
    const kept = row?.choices.filter((choice) => alive[i]?.has(choice)) ?? []
    if (row && (kept.length < row.choices.length || !row.confirmed)) {
      rows[index] = { ...row, choices: kept, confirmed: true }
      changed = true
    }
  })
  return changed
}

/** What a row may hold in a column. */
const valuesIn = (row: RowChoices | undefined, column: string): string[] => [
  ...new Set((row?.choices ?? []).map((choice) => choice.get(column)?.text ?? '0')),
]

/**
 * Where a family has too many readings, or a wrong figure of the report spoils one column, a single column may still decide:
 * if one way alone fills it to the whole's last digit, the rows are read so.
 */
function narrowByColumn(rows: RowChoices[], family: Family, columns: readonly string[], decimals: number): boolean {
  const parts = family.parts.map((index) => rows[index])
  if (parts.some((part) => part === undefined || part.choices.length === 0)) return false
  for (const column of columns) {
    if (column === columns[0]) continue
    const whole = family.whole === null ? [family.known?.[column]] : valuesIn(rows[family.whole], column)
    const [only, ...more] = whole
    if (only === undefined || more.length > 0) continue
    const picked = onlySum(
      only,
      parts.map((part) => valuesIn(part, column)),
      decimals,
    )
    if (picked === null) continue
    for (const [i, index] of family.parts.entries()) {
      const row = rows[index]
      const kept = row?.choices.filter((choice) => (choice.get(column)?.text ?? '0') === picked[i]) ?? []
      if (row && kept.length < row.choices.length) rows[index] = { ...row, choices: kept, confirmed: true }
    }
    return true
  }
  return false
}

/** Where the sibling form's row has the same total, its split decides. */
function askSibling(rows: RowChoices[], hints: Hints, columns: readonly string[]): boolean {
  let changed = false
  const whole = columns.includes('total') ? 'total' : 'expenditure'
  rows.forEach((row, index) => {
    const sibling = row.row.code === null ? undefined : hints.siblings.get(row.row.code)
    if (row.choices.length < 2 || sibling === undefined) return
    const kept = row.choices.filter((choice) => {
      const values = valuesOf(choice)
      return (
        values[whole] !== undefined &&
        columns.every(
          (column) =>
            values[column] === undefined ||
            (whole === 'expenditure' && !(column in sibling)) ||
            sameNumber(values[column], sibling[column]),
        )
      )
    })
    if (kept.length > 0 && kept.length < row.choices.length) {
      rows[index] = { ...row, choices: kept, confirmed: true }
      changed = true
    }
  })
  return changed
}

const sameNumber = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && new Decimal(a).eq(b)

const filled = (row: RowChoices): readonly string[] => [...(row.choices[0]?.keys() ?? [])]

/**
 * A row that no sum vouches for takes the columns that its neighbours fill: those of its section, of its sibling, of the table.
 * It is read then although it does not add up: the contradiction is the report's.
 */
function followPattern(rows: RowChoices[], hints: Hints): boolean {
  const settled = rows.filter((row) => row.confirmed && row.choices.length === 1)
  const table = settled.length * 2 >= rows.length ? [...new Set(settled.flatMap(filled))] : []
  let changed = false
  rows.forEach((row, index) => {
    if (row.confirmed && row.choices.length < 2) return
    const code = row.row.code
    const parent = settled.find((other) => other.row.code !== null && other.row.code === (code === null ? null : parentOf(code)))
    const sibling = code === null ? undefined : hints.siblings.get(code)
    const patterns = [
      sibling && Object.keys(sibling).filter((c) => sibling[c] !== undefined),
      parent && filled(parent),
      row.confirmed ? undefined : table,
    ]
    for (const pattern of patterns) {
      if (pattern === undefined || pattern.length < 2) continue
      const kept = row.choices.filter((choice) => [...choice.keys()].every((column) => pattern.includes(column)))
      const [only, ...more] = kept
      if (only === undefined || more.length > 0 || only.size !== pattern.length) continue
      rows[index] = { ...row, choices: [only], confirmed: true }
      changed = true
      return
    }
  })
  return changed
}

/** Is this row the form's 合计? */
const isTotal = ({ row }: RowChoices): boolean => row.code === null && /合计|总计/.test(row.name)

/** A printed 合计 whose columns are open takes the reading that the totals known elsewhere confirm. */
function keepKnownTotals(row: RowChoices, columns: readonly string[], decimals: number, hints: Hints): RowChoices {
  const known = columns.filter((column) => column in hints.totals)
  if (row.choices.length < 2 || known.length === 0) return row
  const kept = row.choices.filter((choice) => known.every((column) => columnAddsUp(hints.totals, [valuesOf(choice)], column, decimals)))
  return kept.length > 0 ? { ...row, choices: kept } : row
}

/** Lets the accounts decide what the layout leaves open: identities down, totals known elsewhere, the sibling form. */
export function settle(rows: readonly RowChoices[], columns: readonly string[], decimals: number, hints: Hints): RowChoices[] {
  const open = rows.map((row) => (isTotal(row) ? keepKnownTotals(row, columns, decimals, hints) : row))
  for (let round = 0; round < 12; round++) {
    let changed = false
    for (const family of families(open, hints)) changed = narrow(open, family, columns, decimals) || changed
    if (!changed) changed = askSibling(open, hints, columns)
    if (!changed) changed = families(open, hints).some((family) => narrowByColumn(open, family, columns, decimals))
    if (!changed) changed = followPattern(open, hints)
    if (!changed) break
  }
  // What nothing vouches for is not read.
  return open.map((row) => (row.confirmed || row.row.figures.length === 0 ? row : { ...row, choices: [] }))
}

/** Does a total whose label is lost really sum the top rows? Only then it is one. */
export function sumsTopRows(total: RowChoices, rows: readonly RowChoices[], columns: readonly string[], decimals: number): boolean {
  const codes = new Set(rows.flatMap(({ row }) => row.code ?? []))
  const isTop = (code: string) => [3, 5].every((length) => code.length <= length || !codes.has(code.slice(0, length)))
  const top = rows.filter(({ row, choices }) => row.code !== null && choices.length === 1 && isTop(row.code))
  const [choice] = total.choices
  return (
    choice !== undefined &&
    top.length > 0 &&
    columns.every((column) =>
      columnAddsUp(
        valuesOf(choice),
        top.map(({ choices }) => valuesOf(choices[0] ?? new Map())),
        column,
        decimals,
      ),
    )
  )
}
