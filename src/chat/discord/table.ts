import type { Table } from '../../domain/answer.ts'
import { displayWidth, padTo, wrap } from '../../render/width.ts'
import { inCode, shown } from './escape.ts'

/** A table as a phone shows it. */

/** Widest line of a code block that a phone does not break, in columns of a Latin letter. */
const PHONE_WIDTH = 36
const GAP = '  '
const WIDE_BLANK = '\u3000'
const UNIT = /（(万元|元|千元|亿元)）$/
const NUMERIC = /^※?[-−+]?[\d.,]+(万?元|亿元|%)?$|^(未填列|未列|—|读不清)$/

/** Lines that are shown as they are, or inside a code block. */
export interface TableLines {
  readonly code: boolean
  /** Above the lines, outside the block of code. */
  readonly title: string | null
  readonly lines: readonly string[]
}

/** The unit that all columns of figures share stands once above the table. */
function withoutUnit({ head, rows }: Table): { readonly table: Table; readonly unit: string | null } {
  const units = new Set(head.flatMap((cell) => UNIT.exec(cell)?.[1] ?? []))
  const [unit] = units
  if (units.size !== 1 || unit === undefined) return { table: { head, rows }, unit: null }
  return { table: { head: head.map((cell) => cell.replace(UNIT, '')), rows }, unit }
}

/**
 * Figures first, names last: columns of digits stand under each other in every font, whatever a Chinese character
 * measures there, and a long name goes on in the next line.
 */
function figuresFirst({ head: [what = '', ...columns], rows }: Table, unit: string | null): TableLines {
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => displayWidth(inCode(row[i + 1] ?? '')))))
  const before = widths.reduce((sum, width) => sum + width + GAP.length, 0)
  const lines = rows.flatMap(([name = '', ...cells]) => {
    const figures = widths.map((width, i) => padTo(inCode(cells[i] ?? ''), width, 'left') + GAP).join('')
    const [first = '', ...more] = wrap(inCode(name), Math.max(12, PHONE_WIDTH - before))
    return [figures + first, ...more.map((rest) => ' '.repeat(before) + rest)]
  })
  return { code: true, title: `${[...columns, what].map(shown).join('｜')}${unit === null ? '' : `（${unit}）`}`, lines }
}

/** `**名称**　2021、2020`: a row a line, which a phone may wrap. */
function asLines({ head, rows }: Table, unit: string | null): TableLines {
  const lines = rows.map(([name = '', ...cells]) => {
    const told = cells.map((cell, i) => (head.length === 2 ? shown(cell) : `${shown(head[i + 1] ?? '')} ${shown(cell)}`))
    return `**${shown(name)}**${WIDE_BLANK}${told.join(WIDE_BLANK)}`
  })
  return { code: false, title: unit === null ? null : `单位：${unit}`, lines }
}

/** The lines of a table in the shape that suits it. */
export function tableFor(table: Table): TableLines {
  const { table: bare, unit } = withoutUnit(table)
  const numeric = bare.rows.length > 0 && bare.rows.every((row) => row.slice(1).every((cell) => NUMERIC.test(cell)))
  return numeric && bare.head.length > 1 ? figuresFirst(bare, unit) : asLines(bare, unit)
}
