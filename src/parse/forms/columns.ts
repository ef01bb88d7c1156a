import type { Line } from '../../domain/document.ts'
import type { FormId } from '../../domain/form.ts'
import { FORM_COLUMNS } from '../../domain/form.ts'
import { squeeze } from '../text.ts'
import { GENERIC, keysIn } from './column-words.ts'
import { type ForeignCells, foreignCells } from './foreign-cells.ts'

/**
 * What the header says of a form with money columns.
 * - `columns`: the column keys that the form prints, in print order.
 * - `cells`: for a ruled table, the grid columns in which each key's figures may stand; null where the lines have no cells.
 *   Two keys that share a grid column (a header cut or smeared) leave it to the accounts which of them a figure belongs to.
 */
export interface Header {
  readonly columns: readonly string[]
  /** Without a grid: the columns with those of another phase (`OTHER…`) among them, in print order. */
  readonly order?: readonly string[]
  readonly cells: ReadonlyMap<string, ReadonlySet<number>> | null
  /** Grid columns that are none of the form's. */
  readonly parts?: ForeignCells
}

/** 栏次 1 2 3 …: the grid column of each printed column number. */
function numberedCells(headerLines: readonly Line[]): Map<number, number> {
  const at = new Map<number, number>()
  const row = headerLines.findIndex((line) => line.cells?.some((cell) => squeeze(cell) === '栏次'))
  if (row < 0) return at
  for (const line of headerLines.slice(row)) {
    line.cells?.forEach((cell, index) => {
      const numbers = squeeze(cell) === '' ? [] : cell.trim().split(/\s+/)
      if (numbers.every((n) => /^\d{1,2}$/.test(n))) for (const n of numbers) if (!at.has(Number(n))) at.set(Number(n), index)
    })
  }
  return at
}

const LABEL = /^项目$|科目|编码/

/** 小计 under 项目支出 is 项目支出: a generic leaf takes the name of the header above it in its grid column. */
function specific(id: FormId, above: readonly Line[], cell: number): string[] {
  for (const line of [...above].reverse()) {
    const keys = keysIn(id, squeeze(line.cells?.[cell] ?? '')).filter((key) => key !== 'total')
    if (keys.length > 0) return keys
  }
  return []
}

/** The lowest header row names columns most exactly; rows above only what is still without a name. */
function headerKeys(id: FormId, headerLines: readonly Line[]): { key: string; cell: number }[] {
  const found: { key: string; cell: number }[] = []
  const taken = new Set<number>()
  for (const [up, line] of [...headerLines].reverse().entries()) {
    const above = headerLines.slice(0, headerLines.length - 1 - up)
    line.cells?.forEach((text, cell) => {
      const words = squeeze(text)
      if (words === '' || taken.has(cell)) return
      const own = keysIn(id, words)
      const keys = GENERIC.test(words) ? [...specific(id, above, cell), ...own].slice(0, 1) : own
      const fresh = keys.filter((key) => !found.some((f) => f.key === key))
      // A label column and an 其中 column carry no column of the form, whatever stands above them.
      if (LABEL.test(words) || /^其中/.test(words) || fresh.length > 0) taken.add(cell)
      if (!LABEL.test(words) && !/^其中/.test(words)) for (const key of fresh) found.push({ key, cell })
    })
  }
  return found.sort((a, b) => a.cell - b.cell)
}

/** The header without the words over those columns. */
const masked = (headerLines: readonly Line[], cells: ForeignCells): readonly Line[] =>
  cells.size === 0
    ? headerLines
    : headerLines.map((line) => (line.cells === null ? line : { ...line, cells: line.cells.map((text, i) => (cells.has(i) ? '' : text)) }))

/** A column of another phase, where no grid shows which figures are its. */
const OTHER = 'other phase '
export const isOtherPhase = (column: string): boolean => column.startsWith(OTHER)
const PHASES = /(?:年初|全年|调整)?预算数|上年(?:决算)?数/g
const FIRST_OWN = /决算数|合计|小计|本年支出|本年收入|基本支出/

/** The columns with those of other phases before and behind them, as the header's words follow each other. */
function ordered(columns: readonly string[], headerLines: readonly Line[]): readonly string[] {
  const words = squeeze(headerLines.map((line) => line.text).join(' '))
  const own = FIRST_OWN.exec(words)?.index ?? 0
  const found = [...words.matchAll(PHASES)].map(({ index }, i) => ({ column: `${OTHER}${i}`, before: index < own }))
  const named = (before: boolean): string[] => found.filter((one) => one.before === before).map(({ column }) => column)
  return [...named(true), ...columns, ...named(false)]
}

/** The header where its grid proves no place: then it does not show either which columns are none of the form's. */
export const withoutGrid = ({ columns, order }: Header): Header => ({ columns, cells: null, ...(order ? { order } : {}) })

/**
 * Reads the header of a column form.
 * @param allCells grid columns in which the body really holds figures
 */
export function readHeader(id: FormId, headerLines: readonly Line[], allCells: readonly number[]): Header {
  const header = gridHeader(id, headerLines, allCells)
  return { ...header, order: ordered(header.columns, headerLines) }
}

function gridHeader(id: FormId, headerLines: readonly Line[], allCells: readonly number[]): Header {
  const width = Math.max(0, ...headerLines.map((line) => line.cells?.length ?? 0))
  const parts = foreignCells(id, headerLines, width)
  const dataCells = allCells.filter((cell) => !parts.has(cell))
  const ruled = headerLines.some((line) => line.cells !== null)
  if (!ruled) return { columns: plainColumns(id, headerLines), cells: null }
  const keys = headerKeys(id, masked(headerLines, parts))
  const known = keys.map(({ key }) => key)
  const columns = FORM_COLUMNS[id].filter((column) => known.includes(column))
  const every = plainColumns(id, headerLines)
  // More columns of figures than of words: the header lost some, so any column of the form may be meant; balances come in pairs.
  const oneSided = columns.includes('opening') !== columns.includes('closing')
  const lost = oneSided || (dataCells.length > columns.length && columns.length < every.length)
  if (columns.length === 0 || lost) return { columns: every, cells: null }
  const own = [...numberedCells(headerLines)].filter(([, cell]) => !parts.has(cell))
  const numbered = new Map(own.sort(([a], [b]) => a - b).map(([, cell], i) => [i + 1, cell] as const))
  const cells = new Map<string, Set<number>>()
  columns.forEach((column, index) => {
    const own = numbered.size === columns.length ? numbered.get(index + 1) : keys.find(({ key }) => key === column)?.cell
    cells.set(column, new Set(own === undefined ? [] : [own]))
  })
  const stray = dataCells.some((cell) => ![...cells.values()].some((set) => set.has(cell)))
  // A header that does not fit its body does not show where the parts stand either.
  if (stray && parts.size > 0 && id === 'revenue') return { columns, cells: null }
  loosen(columns, cells, dataCells, keys)
  return { columns, cells, parts }
}

/** Where figures stand outside every named column, or columns have no grid column of their own, positions prove nothing there. */
function loosen(
  columns: readonly string[],
  cells: Map<string, Set<number>>,
  dataCells: readonly number[],
  keys: readonly { key: string; cell: number }[],
): void {
  const taken = new Map<number, string[]>()
  for (const [column, set] of cells) for (const cell of set) taken.set(cell, [...(taken.get(cell) ?? []), column])
  const clash =
    [...taken.values()].some((list) => list.length > 1) || keys.some((a) => keys.some((b) => a.key !== b.key && a.cell === b.cell))
  const stray = dataCells.some((cell) => !taken.has(cell))
  if (!clash && !stray) return
  const [total] = columns
  const own = stray || total === undefined ? new Set<number>() : (cells.get(total) ?? new Set<number>())
  const rest = dataCells.filter((cell) => !own.has(cell))
  for (const column of columns) if (column !== total || own.size === 0) cells.set(column, new Set(own.size === 0 ? dataCells : rest))
}

/** Without cells a header's words are scattered, so every column of the form may be there; only the fund forms vary in kind. */
function plainColumns(id: FormId, headerLines: readonly Line[]): string[] {
  const words = squeeze(headerLines.map((line) => line.text).join(''))
  const carries = /年初|年末/.test(words)
  if (id === 'stateCapital' && !carries)
    return /本年收入/.test(words) ? ['revenue', 'expenditure', 'basic', 'project'] : ['expenditure', 'basic', 'project']
  return [...FORM_COLUMNS[id]]
}

const SHIFTS = [0, 1, -1, 2, -2, 3, -3, 4, -4]

/** The same header, its columns moved by `shift` grid columns. */
function shifted(header: Header, shift: number): Header {
  if (header.cells === null || shift === 0) return header
  const move = (set: ReadonlySet<number>): Set<number> => new Set([...set].map((cell) => cell + shift))
  return {
    ...header,
    cells: new Map([...header.cells].map(([column, set]) => [column, move(set)])),
    parts: new Map([...(header.parts ?? [])].map(([cell, reason]) => [cell + shift, reason])),
  }
}

/**
 * Extraction often moves a header by a column against its body, and a continuation page often has a grid of its own.
 * The position that lets most rows add up is the true one; where none does better, the header stands as printed.
 * @param foreign the rows stand in another grid than the header: without a sum to speak for it, no position is believed
 * @param addingRows how many rows add up when read under a header
 */
export function alignHeader(header: Header, foreign: boolean, addingRows: (header: Header) => number): Header {
  if (header.cells === null) return header
  const tried = SHIFTS.map((shift) => shifted(header, shift)).map((candidate) => ({ candidate, count: addingRows(candidate) }))
  const most = Math.max(...tried.map(({ count }) => count))
  const best = tried.find(({ count }) => count === most)
  if (most === 0 && foreign) return withoutGrid(header)
  // Two other positions that do equally well contradict each other.
  const rivals = tried.filter(({ count }) => count === most).length > 1
  if (rivals && most > 0 && best !== tried[0]) return withoutGrid(header)
  return best === undefined || most === 0 ? header : best.candidate
}
