import type { Table } from '../domain/answer.ts'
import { plainLine } from './plain-text.ts'
import { displayWidth, padTo, wrap } from './width.ts'

const GAP = '  '
const RULE = '─'
/** Widest first column; a longer name goes on in the next line. */
const NAME_WIDTH = 44

/** Figures stand right, words left. */
const isNumber = (cell: string): boolean => /^※?[-−]?[\d.,]+(万?元|亿元|%)?$|^(未填列|未列|—|读不清)$/.test(cell)

/** A table as lines whose columns stand under each other, Chinese characters counted as two. */
export function tableLines({ head, rows }: Table): string[] {
  const cells = [head, ...rows].map((row) => row.map(plainLine))
  const numeric = head.map((_, i) => rows.length > 0 && cells.slice(1).every((row) => isNumber(row[i] ?? '')))
  const widths = head.map((_, i) =>
    Math.min(i === 0 ? NAME_WIDTH : Number.POSITIVE_INFINITY, Math.max(...cells.map((row) => displayWidth(row[i] ?? '')))),
  )
  const lineOf = (row: readonly string[]): string[] => {
    const [first = '', ...more] = wrap(row[0] ?? '', NAME_WIDTH)
    const parts = [first, ...row.slice(1)].map((cell, i) => padTo(cell, widths[i] ?? 0, numeric[i] === true ? 'left' : 'right'))
    return [parts.join(GAP).trimEnd(), ...more.map((rest) => `  ${rest}`)]
  }
  const [title = [], ...body] = cells
  const rule = RULE.repeat(widths.reduce((sum, width) => sum + width, GAP.length * (head.length - 1)))
  return [...lineOf(title), rule, ...body.flatMap(lineOf)]
}
