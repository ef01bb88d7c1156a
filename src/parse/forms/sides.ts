import type { Line } from '../../domain/document.ts'
import type { Side } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { isLoneNumber } from './page-breaks.ts'
import { onLines, outsideGrid, withoutGrid } from './side-grids.ts'
import { completes, joinNames } from './side-names.ts'
import { type Token, tokensOf } from './tokens.ts'

/** One half of a printed line of a two-sided form. */
export interface SideRow {
  readonly side: Side
  readonly name: string
  readonly ordinal: number | null
  readonly line: Line
  readonly figures: readonly Token[]
}

export interface SideTable {
  readonly header: readonly Line[]
  readonly rows: readonly SideRow[]
  readonly tail: readonly Line[]
  /** Grid columns at which the right half and a third lane begin, in a ruled table. */
  readonly right: number | null
  readonly third: number | null
}

const NOTE = /^(?:注[:：\d]|说明[:：]|备注|本表)|^\d{1,2}行[＝=]/
const LEFT =
  /财政拨款|政府性基金|国有资本经营(?!预算支出)|上级补助|事业收入|经营收入|附属单位|其他收入|本年收入|年初|使用.*结余|用事业基金|收入总计/
const RIGHT = /支出|结余分配|年末|结转下年/
const FIRST_RIGHT = /^(?:一、)?一般公共服务(?:支出)?$/

const isWhole = (token: Token): boolean => token.kind === 'number' && /^\d{1,3}$/.test(token.raw)

function splitHead(lines: readonly Line[]): { header: Line[]; body: Line[]; tail: Line[] } {
  const words = lines.map((line) =>
    tokensOf(line)
      .filter((t) => t.kind === 'text')
      .map((t) => t.raw),
  )
  const begins = (tests: (w: string) => boolean) => words.findIndex((list) => list.some(tests))
  const numbered = begins((w) => /^一、/.test(w) && (LEFT.test(w) || FIRST_RIGHT.test(w)))
  const first = numbered >= 0 ? numbered : begins((w) => FIRST_RIGHT.test(w))
  const from = first < 0 ? lines.length : first
  const note = lines.findIndex((line, index) => index >= from && NOTE.test(squeeze(line.text)))
  const to = note < 0 ? lines.length : note
  return { header: lines.slice(0, from), body: lines.slice(from, to), tail: lines.slice(to) }
}

/** The grid column at which the right half begins: where the expenditure classes stand. */
function rightColumn(body: readonly Line[]): number | null {
  const count = new Map<number, number>()
  for (const line of body) {
    line.cells?.forEach((cell, index) => {
      const words = squeeze(cell)
      if (index > 0 && /^[一二三四五六七八九十]{1,3}、.+支出$/.test(words)) count.set(index, (count.get(index) ?? 0) + 1)
    })
  }
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

const NATURE =
  /^[一二三四五六七]、(?:基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出|工资福利支出)$|^(?:人员经费|日常公用经费|公用经费)$/

/** The grid column of a third lane: expenditure by nature or by economic item, which a few provinces print beside the functional one. */
function thirdColumn(body: readonly Line[], right: number): number | null {
  const count = new Map<number, number>()
  for (const line of body) {
    line.cells?.forEach((cell, index) => {
      if (index > right && NATURE.test(squeeze(cell))) count.set(index, (count.get(index) ?? 0) + 1)
    })
  }
  return [...count].find(([, times]) => times >= 3)?.[0] ?? null
}

function ruledRows(body: readonly Line[], right: number, third: number | null, numbered: boolean): SideRow[] {
  const rows: SideRow[] = []
  for (const line of body) {
    const tokens = tokensOf(line).filter((t) => third === null || (t.cell ?? 0) < third)
    for (const side of ['revenue', 'expenditure'] as const) {
      const half = tokens.filter((t) => (side === 'revenue' ? (t.cell ?? 0) < right : (t.cell ?? 0) >= right))
      const name = half
        .filter((t) => t.kind === 'text')
        .map((t) => t.raw)
        .join('')
      const numbers = half.filter((t) => t.kind !== 'text')
      const row: SideRow = { side, name, ordinal: null, line, figures: numbers }
      if (name !== '' || numbers.length > 0) rows.push(row)
    }
  }
  return withOrdinals(rows).map((row) => (numbered ? withoutOrdinal(row) : row))
}

/** Where the header prints 行次, the first number of a half is it, also on a page whose few rows do not show that it runs. */
function withoutOrdinal(row: SideRow): SideRow {
  const [first, ...rest] = row.figures
  return row.ordinal === null && first !== undefined && isWhole(first) ? { ...row, ordinal: Number(first.raw), figures: rest } : row
}

/** In a ruled table 行次 is the grid column in which the numbers of a side run 1, 2, 3 … */
function withOrdinals(rows: readonly SideRow[]): SideRow[] {
  const column = (side: Side): number | null => {
    const mine = rows.filter((row) => row.side === side)
    const cells = [...new Set(mine.flatMap((row) => row.figures.map((f) => f.cell)))]
    const runs = (cell: number | null): boolean => {
      const list = mine.flatMap((row) =>
        row.figures.filter((f) => f.cell === cell && f.kind === 'number').map((f) => (isWhole(f) ? Number(f.raw) : Number.NaN)),
      )
      const steps = list.slice(1).filter((n, i) => n === (list[i] ?? 0) + 1).length
      return list.length >= 5 && steps >= (list.length - 1) * 0.8
    }
    return cells.find(runs) ?? null
  }
  const at = { revenue: column('revenue'), expenditure: column('expenditure') }
  return rows.map((row) => {
    const ordinal = row.figures.find((f) => at[row.side] !== null && f.cell === at[row.side] && isWhole(f))
    return ordinal ? { ...row, ordinal: Number(ordinal.raw), figures: row.figures.filter((f) => f !== ordinal) } : row
  })
}

interface Draft {
  side: Side
  name: string
  ordinal: number | null
  line: Line
  figures: Token[]
}

/** How far the second (and third) running number of a line is ahead of the first. */
interface Lanes {
  readonly right: number
  readonly third: number | null
}

/** How many of the numbers 1, 2, 3 … are followed by their partners, `ahead` of them, before the next of them comes. */
function chained(numbers: readonly number[], ahead: readonly number[]): number {
  let n = 1
  let at = 0
  for (const number of numbers) {
    if (number !== n + (at === 0 ? 0 : (ahead[at - 1] ?? 0))) continue
    at = (at + 1) % (ahead.length + 1)
    if (at === 0) n++
  }
  return n - 1
}

/** So many lines in a row must bear the running numbers. */
const LEAST_RUN = 4

/** 行次 run 1, 2, 3 … on the left and on, by a fixed distance, on the right: that distance, null where nothing runs so. */
function lanesOf(tokens: readonly Token[]): Lanes | null {
  const numbers = tokens.filter(isWhole).map((token) => Number(token.raw))
  const candidates = [...new Set(numbers.slice(0, 12))].filter((n) => n > 2).map((n) => n - 1)
  const best = (options: readonly number[][]): { ahead: number[]; run: number } | undefined =>
    options.map((ahead) => ({ ahead, run: chained(numbers, ahead) })).sort((a, b) => b.run - a.run)[0]
  const two = best(candidates.map((right) => [right]))
  const [right] = two?.ahead ?? []
  if (two === undefined || right === undefined || two.run < LEAST_RUN) return null
  const three = best(candidates.filter((third) => third > right).map((third) => [right, third]))
  return { right, third: three !== undefined && three.run >= two.run * 0.8 ? (three.ahead[1] ?? null) : null }
}

/**
 * Lines without cells, with 行次: the running numbers tell where each half begins, also where names wrap or are lost.
 * On one printed line the right number is always the left one plus the same offset. A third lane is read past.
 */
function numberedRows(tokens: readonly Token[], lanes: Lanes): SideRow[] {
  const rows: Draft[] = []
  const offset = lanes.right
  let left = 0
  let words = ''
  let beyond = false
  for (const token of tokens) {
    const current = rows.at(-1)
    if (token.kind === 'text') {
      words += token.raw
      continue
    }
    const n = isWhole(token) ? Number(token.raw) : -1
    const onLeft = current?.side !== 'revenue'
    const next = n === left + 1 || (n > left && n <= offset && token.first && hasNumber(token.line, n + offset))
    if (onLeft && next && (words !== '' || token.first)) {
      rows.push({ side: 'revenue', name: words, ordinal: n, line: token.line, figures: [] })
      left = n
      beyond = false
    } else if (!onLeft && n === left + offset) rows.push({ side: 'expenditure', name: words, ordinal: n, line: token.line, figures: [] })
    else if (lanes.third !== null && n === left + lanes.third) beyond = true
    else if (beyond) words = ''
    else if (isLoneNumber(token.line)) continue
    else if (words !== '')
      rows.push({ side: sideOf(words, onLeft ? 'revenue' : 'expenditure'), name: words, ordinal: null, line: token.line, figures: [token] })
    else current?.figures.push(token)
    words = ''
  }
  return rows
}

const hasNumber = (line: Line, n: number): boolean => tokensOf(line).some((t) => t.kind === 'number' && t.raw === String(n))

const sideOf = (name: string, otherwise: Side): Side =>
  RIGHT.test(name) && !/收入/.test(name) ? 'expenditure' : LEFT.test(name) ? 'revenue' : otherwise

/** Lines without cells and without 行次: names tell the side, 总计 comes first on the left, then on the right. */
function namedRows(tokens: readonly Token[]): SideRow[] {
  const rows: Draft[] = []
  for (const token of tokens) {
    const current = rows.at(-1)
    if (token.kind === 'text') {
      const before = rows.filter((row) => squeeze(row.name) === squeeze(token.raw)).length
      const side = /^(?:总计|合计)$/.test(squeeze(token.raw))
        ? before % 2 === 0
          ? 'revenue'
          : 'expenditure'
        : sideOf(token.raw, current?.side === 'revenue' ? 'expenditure' : 'revenue')
      rows.push({ side, name: token.raw, ordinal: null, line: token.line, figures: [] })
    } else if (current !== undefined && (current.line === token.line || !token.first)) {
      if (current.figures.length === 0) current.line = token.line
      current.figures.push(token)
    }
  }
  return rows
}

/** A page that ends within a row leaves the rest of its name to the next one. */
function joinBroken(rows: readonly SideRow[]): SideRow[] {
  const out: SideRow[] = []
  for (const row of rows) {
    const at = out.findLastIndex((one) => one.side === row.side)
    const above = out[at]
    const bare = row.figures.length === 0 && row.ordinal === null
    if (above && bare && completes(above.name, row.name)) out[at] = { ...above, name: above.name + row.name }
    else out.push(row)
  }
  return out
}

/** The rows of lines without cells. */
function plainRows(body: readonly Line[]): SideRow[] {
  const tokens = joinNames(body.flatMap(tokensOf))
  const lanes = lanesOf(tokens)
  return lanes ? numberedRows(tokens, lanes) : namedRows(tokens)
}

/** The rows of those lines that stand outside the form's grid; the others only lend them their running numbers. */
function rowsOutside(body: readonly Line[], outside: ReadonlySet<Line>): SideRow[] {
  const printed = new Map(body.map((line) => [withoutGrid(line), line] as const))
  const back = onLines(printed)
  return plainRows([...printed.keys()])
    .map((row) => ({ ...row, line: printed.get(row.line) ?? row.line, figures: row.figures.map(back) }))
    .filter((row) => outside.has(row.line))
}

/** Splits a two-sided form into its halves' rows. */
export function readSides(lines: readonly Line[]): SideTable {
  const { header, body, tail } = splitHead(lines.filter((line) => squeeze(line.text) !== ''))
  const right = body.some((line) => line.cells !== null) ? rightColumn(body) : null
  if (right === null) return { header, rows: plainRows(body), tail, right: null, third: null }
  const outside = outsideGrid(body, right)
  const inside = body.filter((line) => !outside.has(line))
  const third = thirdColumn(inside, right)
  const numbered = header.some((line) => line.cells?.some((cell) => squeeze(cell) === '行次'))
  const ruled = joinBroken(ruledRows(inside, right, third, numbered))
  const rows =
    outside.size === 0 ? ruled : [...ruled, ...rowsOutside(body, outside)].sort((a, b) => body.indexOf(a.line) - body.indexOf(b.line))
  return { header, rows, tail, right, third }
}
