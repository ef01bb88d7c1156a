import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { ThreePublicRow } from '../../domain/form.ts'
import type { Cell, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { dashCell, figureCell, placeOf } from './cells.ts'
import { type Reading, readingsOf } from './numbers.ts'
import { itemOf } from './three-public-slots.ts'
import type { Token } from './tokens.ts'

export type Phase = 'budget' | 'final'
/** Takes a cell of a row; the first one given counts. */
export type Give = (row: ThreePublicRow, column: Phase, cell: Cell, line: Line) => void

/** Numbers, persons and other expenses that some provinces list below the items; they are none of the six. */
const NO_ITEM =
  /[（(](?:个|人|辆|批|批次|次|人次|台)[）)]|团组|人次|批次|保有|购置数|购置量|国内接待|外事接待|外接待|机关运行|会议费|培训费|国有资产/
const BEGINS = /^(?:\d|[一二三四五六七八九十]|[（(]|其中|公务|因公|合计|[“"]?三公)/
const COLUMN = /(?:年初|全年|调整)?预算数|年初预算(?!财)|上年(?:决算)?数|决算统计数|决算数|统计数|行次/g

const UNSURE = '行或列无法确定'

/** Do these words name one of the six amounts? */
export const isItem = (words: string): boolean => !NO_ITEM.test(words) && itemOf(words) !== null

type Meaning = Phase | 'number' | null

/** What a column of the list says. Where 年初预算数 is printed, 全年预算数 is no second budget. */
function meaningOf(words: string, opening: boolean): Meaning {
  if (/行次/.test(words)) return 'number'
  if (/上年/.test(words)) return null
  if (/决算|统计数/.test(words)) return 'final'
  if (/预算/.test(words)) return opening && !/年初/.test(words) ? null : 'budget'
  return null
}

/** What the columns of the list say, in print order, or by grid column where the header has cells. */
export interface ListColumns {
  readonly order: readonly Meaning[]
  readonly cells: ReadonlyMap<number, Meaning> | null
}

export function listColumns(header: readonly Line[]): ListColumns {
  const ruled = header.filter((line) => line.cells !== null)
  const opening = /年初预算/.test(squeeze(header.map((line) => line.text).join('')))
  if (ruled.length === 0) {
    const words = header.flatMap((line) => squeeze(line.text).match(COLUMN) ?? [])
    return { order: words.map((word) => meaningOf(word, opening)), cells: null }
  }
  const row = ruled.findLast((line) => line.cells?.some((cell) => (squeeze(cell).match(COLUMN) ?? []).length > 0))
  const found =
    row?.cells?.flatMap((cell, at) => (squeeze(cell).match(COLUMN) ?? []).map((word) => ({ at, meaning: meaningOf(word, opening) }))) ?? []
  const order = found.map(({ meaning }) => meaning)
  // Two heads in one cell tell their order, but not the place of each.
  if (new Set(found.map(({ at }) => at)).size < found.length) return { order, cells: null }
  const cells = new Map(found.map(({ at, meaning }) => [at, meaning] as const))
  return { order, cells }
}

interface Reader {
  readonly columns: ListColumns
  readonly unit: MoneyUnit
  readonly decimals: number
  readonly give: Give
  readonly unread: Unread[]
}

type Given = readonly (readonly [Meaning, Token | Reading])[]

/** Which column each figure of a row stands in; null where that is not certain. */
function given({ order, cells }: ListColumns, figures: readonly Token[], decimals: number): Given | null {
  const byCell = figures.every((t) => t.cell !== null && cells?.has(t.cell)) && new Set(figures.map((t) => t.cell)).size === figures.length
  if (cells !== null && byCell) return figures.map((t) => [cells.get(t.cell ?? -1) ?? null, t] as const)
  const meanings = order.filter((meaning) => meaning !== 'number')
  if (figures.length === order.length) return figures.map((t, i) => [order[i] ?? null, t] as const)
  const numbered = order[0] === 'number' || /^\d{1,2}$/.test(figures[0]?.raw ?? '')
  const rest = numbered ? figures.slice(1) : figures
  if (rest.length === meanings.length) return rest.map((t, i) => [meanings[i] ?? null, t] as const)
  const reading = rest.every((t) => t.kind === 'number') ? readingsOf(rest, decimals).find((r) => r.length === meanings.length) : undefined
  return reading?.map((r, i) => [meanings[i] ?? null, r] as const) ?? null
}

/** Reads one row's figures; `label` is its whole name. */
function readRow({ columns, unit, decimals, give, unread }: Reader, label: string, figures: readonly Token[]): void {
  const item = NO_ITEM.test(label) ? null : itemOf(label)
  const refuse = (reason: string): void => {
    for (const t of figures) if (t.kind === 'number' && /[.．]/.test(t.raw)) unread.push({ where: placeOf(t.line, t.raw), reason })
  }
  const line = figures[0]?.line
  const cells = item === null ? null : given(columns, figures, decimals)
  if (line === undefined || item === null || cells === null) {
    refuse(item === null ? '不是“三公”经费的项目' : UNSURE)
    if (line && item)
      for (const phase of ['budget', 'final'] as const)
        give(item, phase, { kind: 'unreadable', where: placeOf(line, label), reason: UNSURE }, line)
    return
  }
  for (const [meaning, one] of cells) {
    if (meaning === 'number') continue
    const reading = 'tokens' in one ? one : readingsOf([one], decimals)[0]?.[0]
    if (meaning === null) {
      if (reading && !('kind' in one && one.kind === 'dash'))
        unread.push({ where: placeOf(line, reading.raw), reason: '不是年初预算数或决算数栏' })
    } else if ('kind' in one && one.kind === 'dash') give(item, meaning, dashCell(one), line)
    else if (reading) give(item, meaning, figureCell(reading, unit, decimals), line)
  }
}

/** Columns over which no figure stands, and figures over which no column stands, show a header moved against its body. */
function laidOn(columns: ListColumns, body: readonly (readonly Token[])[]): ListColumns {
  const used = new Set(body.flatMap((row) => row.flatMap((t) => (t.kind === 'number' && t.cell !== null ? [t.cell] : []))))
  const { cells } = columns
  return cells !== null && [...used].every((cell) => cells.has(cell)) ? columns : { ...columns, cells: null }
}

/** Reads a list of items, one a row. Names wrap over lines before or after their figures. */
export function readList(body: readonly (readonly Token[])[], given: Reader): void {
  const reader = { ...given, columns: laidOn(given.columns, body) }
  let pending = ''
  for (const row of body) {
    const words = squeeze(
      row
        .filter((t) => t.kind === 'text')
        .map((t) => t.raw)
        .join(''),
    )
    const figures = row.filter((t) => t.kind !== 'text')
    // An item that begins here leaves the one before it without figures.
    const label = BEGINS.test(words) ? words : pending + words
    if (figures.length === 0) pending = BEGINS.test(words) || pending !== '' ? label : ''
    else {
      readRow(reader, label, figures)
      pending = ''
    }
  }
}
