import { joinWrapped } from '../join.ts'
import { around, right } from './box.ts'
import { isWide } from './characters.ts'
import type { Glyph } from './ink.ts'
import type { TableRow } from './table.ts'
import { lineOf, type TextLine } from './words.ts'

/** A gap of more ems than this parts two columns. */
const COLUMN_GAP = 1.2
/** Between an amount and the words of the next column less is enough: no one writes words so far behind a figure in a sentence. */
const BEHIND_AMOUNT = 0.45
/** Fewer rows with figures make no table. */
const FEWEST = 3
/** Lines of one table follow each other within this many ems. */
const PITCH = 4
const NUMBER = /^[-−－–—+]?[\d,，]+(?:\.\d+)?[%％]?$/
const AMOUNT = /\d[.,，]\d/

interface Parted {
  readonly line: TextLine
  readonly parts: readonly TextLine[]
  /** Holds figures beside other columns, as a row of a table does. */
  readonly row: boolean
}

type Span = readonly [from: number, to: number]

const isAmount = (glyphs: readonly Glyph[]): boolean => /^-?\d[\d,]*\.\d+$/.test(glyphs.map((glyph) => glyph.text).join(''))

function parted(line: TextLine): Parted {
  const groups: Glyph[][] = []
  let last: Glyph | null = null
  for (const glyph of line.glyphs) {
    if (glyph.blank) continue
    const gap = last === null ? Number.POSITIVE_INFINITY : (glyph.box.x - right(last.box)) / line.size
    if (gap > COLUMN_GAP || (gap > BEHIND_AMOUNT && isWide(glyph.text) && isAmount(groups.at(-1) ?? []))) groups.push([])
    groups.at(-1)?.push(glyph)
    last = glyph
  }
  const parts = groups.map(lineOf).filter((part) => part !== null)
  const numbers = parts.filter((part) => NUMBER.test(part.text))
  return { line, parts, row: parts.length > 1 && (numbers.length > 1 || numbers.some((part) => AMOUNT.test(part.text))) }
}

/** Stretches of lines that may be one table: rows with figures, with wrapped names and sub-heads between them. */
function blocks(lines: readonly Parted[]): Parted[][] {
  const out: Parted[][] = []
  let block: Parted[] = []
  const close = () => {
    if (block.length > 0) out.push(block)
    block = []
  }
  for (const line of lines) {
    const above = block.at(-1)?.line
    if (above && line.line.baseline - above.baseline > PITCH * line.line.size) close()
    block.push(line)
  }
  close()
  return out
}

/** Columns as the stretches of the width that the rows' parts cover together. */
function columnsOf(rows: readonly Parted[]): Span[] {
  const spans = rows.flatMap(({ parts }) => parts.map((part): Span => [part.box.x, right(part.box)])).sort((a, b) => a[0] - b[0])
  const columns: Span[] = []
  for (const span of spans) {
    const last = columns.at(-1)
    if (last && span[0] <= last[1]) columns[columns.length - 1] = [last[0], Math.max(last[1], span[1])]
    else columns.push(span)
  }
  return columns
}

const spanOf = (part: TextLine): Span => [part.box.x, right(part.box)]

/** A head that stands over two others no farther off than this, in ems, is the head of a group. */
const GROUP = 10

/** Columns that only their heads show, for no row has a figure there: heads that stand over no column and over no group of heads. */
function withHeads(columns: readonly Span[], heads: readonly Parted[]): Span[] {
  const all = [...columns]
  const lower: TextLine[] = []
  for (const { parts } of [...heads].reverse()) {
    const fresh = parts.filter((part) => {
      const [from, to] = spanOf(part)
      const reach = GROUP * part.size
      const group =
        lower.some((one) => right(one.box) < to && from - right(one.box) < reach) &&
        lower.some((one) => one.box.x > from && one.box.x - to < reach)
      return !group && !all.some((column) => overlap(column, [from, to]) > 0)
    })
    all.push(...fresh.map(spanOf))
    lower.push(...parts)
  }
  return all.sort((a, b) => a[0] - b[0])
}

const overlap = (a: Span, b: Span): number => Math.min(a[1], b[1]) - Math.max(a[0], b[0])

/** The column that a part stands in: the first that it overlaps, else the nearest. */
function columnOf(columns: readonly Span[], part: TextLine): number {
  const span: Span = [part.box.x, right(part.box)]
  const first = columns.findIndex((column) => overlap(column, span) > 0)
  if (first >= 0) return first
  const distances = columns.map((column) => -overlap(column, span))
  return distances.indexOf(Math.min(...distances))
}

/** Rows whose parts all find a column of their own; other rows mean that this is no table. */
const isTidy = (columns: readonly Span[], { parts }: Parted): boolean =>
  new Set(parts.map((part) => columnOf(columns, part))).size === parts.length

function rowOf(columns: readonly Span[], lines: readonly Parted[]): TableRow {
  const cells = columns.map((): TextLine[] => [])
  for (const part of lines.flatMap((line) => [...line.parts])) cells[columnOf(columns, part)]?.push(part)
  return {
    cells: cells.map((parts) => joinWrapped(parts.map((part) => part.text))),
    boxes: cells.map((parts) => (parts.length === 0 ? null : around(parts.map((part) => part.box)))),
    box: around(lines.map(({ line }) => line.box)),
    edges: [],
  }
}

/** Lines without figures that stand closer to a row than rows stand to each other are wrapped names of it. */
function grouped(lines: readonly Parted[]): Parted[][] {
  const rows = lines.filter((line) => line.row)
  const pitches = rows.slice(1).map((row, i) => row.line.baseline - (rows[i]?.line.baseline ?? 0))
  const pitch = pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? 0
  const groups = new Map<Parted, Parted[]>(lines.map((line) => [line, []]))
  for (const line of lines) {
    const distance = (row: Parted) => Math.abs(row.line.baseline - line.line.baseline)
    const near = line.row ? line : rows.reduce((a, b) => (distance(b) < distance(a) ? b : a))
    const owner = distance(near) < Math.min(pitch * 0.7, line.line.size * 1.4) && line.parts.length < near.parts.length ? near : line
    groups.get(line.row ? line : owner)?.push(line)
  }
  return [...groups.values()].filter((group) => group.length > 0)
}

function tableOf(block: readonly Parted[]): (TextLine | TableRow)[] {
  const plain = block.map(({ line }) => line)
  const rows = block.filter((line) => line.row)
  if (rows.length < FEWEST) return plain
  const filled = columnsOf(rows)
  if (filled.length < 2 || rows.filter((row) => isTidy(filled, row)).length < rows.length * 0.8) return plain
  // A title above and a note below fill one part; heads fill several.
  const first = block.findIndex((line) => line.row || line.parts.length > 1)
  const last = block.findLastIndex((line) => line.row)
  const body = block.slice(first, last + 1)
  if (body.filter((line) => line.row).length < body.length / 2) return plain
  const columns = withHeads(
    filled,
    body.slice(
      0,
      body.findIndex((line) => line.row),
    ),
  )
  const made = grouped(body).map((group) => rowOf(columns, group))
  return [...plain.slice(0, first), ...made, ...plain.slice(last + 1)]
}

/** Tables without rulings, told by the alignment of their columns; other lines come back as they are. */
export function alignedTables(lines: readonly TextLine[]): (TextLine | TableRow)[] {
  return blocks(lines.map(parted)).flatMap(tableOf)
}
