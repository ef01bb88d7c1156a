import type { Table } from '../../domain/answer.ts'
import { displayWidth } from '../../render/width.ts'
import { inCode, shown } from './escape.ts'

/** A table as a phone shows it: a code block where it fits, a line a row where it does not. */

/** Widest code block that a phone shows without breaking its lines, in columns of a Latin letter. */
const PHONE_WIDTH = 42
const GAP = '  '
const WIDE_BLANK = '\u3000'
const UNIT = /（(万元|元|千元|亿元)）$/
const NUMERIC = /^※?[-−]?[\d.,]+(万?元|亿元|%)?$|^(未填列|未列|—|读不清)$/

interface Width {
  readonly wide: number
  readonly narrow: number
}

function widthOf(cell: string): Width {
  const wide = [...cell].filter((character) => displayWidth(character) === 2).length
  return { wide, narrow: displayWidth(cell) - 2 * wide }
}

const widest = (cells: readonly string[]): Width =>
  cells.map(widthOf).reduce((a, b) => ({ wide: Math.max(a.wide, b.wide), narrow: Math.max(a.narrow, b.narrow) }), { wide: 0, narrow: 0 })

/**
 * Fills a cell with wide and narrow blanks apart: columns then stand under each other in every font,
 * whatever a Chinese character measures there against a digit.
 */
function filled(cell: string, to: Width, right: boolean): string {
  const { wide, narrow } = widthOf(cell)
  const blanks = WIDE_BLANK.repeat(to.wide - wide) + ' '.repeat(to.narrow - narrow)
  return right ? blanks + cell : cell + blanks
}

/** The unit that all columns of figures share stands once above the table. */
function withoutUnit({ head, rows }: Table): { readonly table: Table; readonly unit: string | null } {
  const units = new Set(head.flatMap((cell) => UNIT.exec(cell)?.[1] ?? []))
  const [unit] = units
  if (units.size !== 1 || unit === undefined) return { table: { head, rows }, unit: null }
  return { table: { head: head.map((cell) => cell.replace(UNIT, '')), rows }, unit }
}

/** Lines that are shown as they are, or inside a code block under its head. */
export interface TableLines {
  readonly code: boolean
  readonly head: readonly string[]
  readonly lines: readonly string[]
}

function asCode({ head, rows }: Table): TableLines {
  const cells = [head, ...rows].map((row) => row.map(inCode))
  const columns = head.map((_, i) => cells.map((row) => row[i] ?? ''))
  const right = columns.map(([, ...body], i) => i > 0 && body.every((cell) => NUMERIC.test(cell)))
  const widths = columns.map(widest)
  const line = (row: readonly string[]): string =>
    head
      .map((_, i) => filled(row[i] ?? '', widths[i] ?? { wide: 0, narrow: 0 }, right[i] === true))
      .join(GAP)
      .trimEnd()
  const [title = [], ...body] = cells
  return { code: true, head: [line(title)], lines: body.map(line) }
}

/** `**名称**　预算数 1.60　决算数 0.40`: a row a line, which a phone may wrap. */
function asLines({ head, rows }: Table): TableLines {
  const lines = rows.map(([name = '', ...cells]) => {
    const told = cells.map((cell, i) => (head.length === 2 ? shown(cell) : `${shown(head[i + 1] ?? '')} ${shown(cell)}`))
    return `**${shown(name)}**${WIDE_BLANK}${told.join(WIDE_BLANK)}`
  })
  return { code: false, head: [], lines }
}

/** The lines of a table in the shape that suits it. */
export function tableFor(table: Table): TableLines {
  const { table: bare, unit } = withoutUnit(table)
  const code = asCode(bare)
  const fits = [...code.head, ...code.lines].every((line) => displayWidth(line) <= PHONE_WIDTH)
  const laid = fits ? code : asLines(bare)
  return unit === null ? laid : { ...laid, head: [`单位：${unit}`, ...laid.head] }
}
