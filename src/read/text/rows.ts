import { plainCell } from './markup.ts'

/** What a line of text is: a table row with its cells, a Markdown rule under a head (no content), or plain. */
export type Row = { readonly cells: readonly string[] } | 'rule' | null

const RULE_CELL = /^:?-{1,200}:?$/

/** The raw cells of a Markdown table row; `\|` is a character, not a border. */
function pipeCells(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '')
  const cells: string[] = []
  let start = 0
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] === '\\') i++
    else if (inner[i] === '|') {
      cells.push(inner.slice(start, i))
      start = i + 1
    }
  }
  if (inner.slice(start).trim() !== '') cells.push(inner.slice(start))
  return cells
}

const isRule = (cells: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => RULE_CELL.test(cell.trim()))
const bare = (cell: string): string => cell.replace(/\\([|\\])/g, '$1')

/** A Markdown table row shows itself by bars at both ends; without them only below a row that has them. */
function pipeRow(line: string, inTable: boolean): Row {
  if (!line.includes('|')) return null
  const trimmed = line.trim()
  const framed = trimmed.length > 1 && trimmed.startsWith('|') && trimmed.endsWith('|')
  if (!framed && !inTable) return null
  const cells = pipeCells(line)
  if (isRule(cells)) return 'rule'
  return { cells: cells.map((cell) => plainCell(bare(cell))) }
}

/** Tabs separate cells, but tabs before a single text only indent it, unless the row above has just as many columns. */
function tabRow(line: string, above: Row): Row {
  const last = line.lastIndexOf('\t')
  if (last < 0) return null
  const parts = line.split('\t')
  const indented = parts.at(-1)?.trim() !== '' && parts.slice(0, -1).every((part) => part.trim() === '')
  const continues = above !== null && above !== 'rule' && above.cells.length === parts.length
  return indented && !continues ? null : { cells: parts.map(plainCell) }
}

/**
 * Reads one line as a table row.
 * @param above what the line above was
 */
export function rowOf(line: string, above: Row): Row {
  return pipeRow(line, above !== null) ?? tabRow(line, above)
}
