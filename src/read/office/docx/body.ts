import { type Block, paragraph } from '../../blocks/block.ts'
import { type Tag, walkXml } from '../xml.ts'
import { levelNumber } from './numbering.ts'
import { newCell, newState, newTable, type OpenTable, type State } from './state.ts'

/** The automatic number of a paragraph, as printed before its text. */
export type LabelOf = (style: string | null, list: string | null, level: number | null) => string

/** Deleted or superseded content, field codes, and the second version of what newer Word wrote first. */
const SKIPPED = new Set(['Fallback', 'del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'pPrChange', 'rPrChange', 'tblPrChange'])
/** Text boxes and tables nested deeper were made to break readers. */
const DEEPEST = 30

const isOn = (tag: Tag): boolean => !['0', 'false', 'off'].includes(tag.get('val') ?? '')
const numberOf = (tag: Tag): number => Number(tag.get('val') ?? 1)
const tableOf = (state: State): OpenTable | undefined => state.tables.at(-1)?.table

function write(state: State, text: string): void {
  if (state.paragraph !== null && state.run !== 'hidden') state.paragraph.text += text
}
const inRun = (state: State, text: string): void => {
  if (state.run !== 'none') write(state, text)
}

/** Symbol fonts map their glyphs to private characters, which mean nothing outside the font. */
function symbol(tag: Tag): string {
  const code = Number.parseInt(tag.get('char') ?? '', 16)
  return code >= 0x20 && code < 0xe000 ? String.fromCharCode(code) : ''
}

function startBox(state: State): void {
  state.outer.push({ blocks: state.blocks, paragraph: state.paragraph, run: state.run })
  Object.assign(state, { blocks: [], paragraph: null, run: 'none' })
}

function endBox(state: State): void {
  const outer = state.outer.pop()
  if (outer === undefined) return
  const inside = state.blocks
  Object.assign(state, outer)
  ;(state.paragraph?.boxes ?? state.blocks).push(...inside)
}

function startTable(state: State): void {
  state.tables.push({ table: newTable(), around: state.blocks })
}

function endTable(state: State): void {
  const ended = state.tables.pop()
  if (ended === undefined) return
  state.blocks = ended.around
  state.blocks.push({ kind: 'table', rows: ended.table.rows })
}

function startCell(state: State): void {
  const table = tableOf(state)
  if (table === undefined) return
  table.cell = newCell()
  state.blocks = table.cell.blocks
}

function endCell(state: State): void {
  const table = tableOf(state)
  if (table === undefined) return
  const { blocks, columns, continued } = table.cell
  table.row.push({ columns, rows: 1, blocks: continued ? [] : blocks })
}

function startRow(state: State): void {
  const table = tableOf(state)
  if (table !== undefined) Object.assign(table, { row: [], dropped: false })
}

function endRow(state: State): void {
  const table = tableOf(state)
  if (table !== undefined && !table.dropped) table.rows.push(table.row)
}

const changeTable =
  (change: (table: OpenTable, tag: Tag) => void) =>
  (state: State, tag: Tag): void => {
    const table = tableOf(state)
    if (table !== undefined) change(table, tag)
  }

const OPEN: Readonly<Record<string, (state: State, tag: Tag) => void>> = {
  p: (state) => {
    state.paragraph = { text: '', style: null, list: null, level: null, boxes: [] }
  },
  pStyle: (state, tag) => {
    if (state.paragraph) state.paragraph.style = tag.get('val') ?? null
  },
  numId: (state, tag) => {
    if (state.paragraph) state.paragraph.list = tag.get('val') ?? null
  },
  ilvl: (state, tag) => {
    if (state.paragraph) state.paragraph.level = levelNumber(tag.get('val'))
  },
  r: (state) => {
    state.run = 'shown'
  },
  vanish: (state, tag) => {
    if (state.run !== 'none' && isOn(tag)) state.run = 'hidden'
  },
  t: (state) => {
    state.text = true
  },
  tab: (state) => inRun(state, '\t'),
  br: (state) => inRun(state, '\n'),
  cr: (state) => inRun(state, '\n'),
  noBreakHyphen: (state) => inRun(state, '-'),
  sym: (state, tag) => inRun(state, symbol(tag)),
  blip: (state) => {
    state.pictures++
  },
  imagedata: (state) => {
    state.pictures++
  },
  txbxContent: startBox,
  tbl: startTable,
  tr: startRow,
  trPr: (state) => {
    state.rowProperties = true
  },
  hidden: changeTable((table, tag) => {
    table.dropped ||= isOn(tag)
  }),
  gridBefore: changeTable((table, tag) => {
    table.row.push({ columns: numberOf(tag), rows: 1, blocks: [] })
  }),
  tc: startCell,
  gridSpan: changeTable((table, tag) => {
    table.cell.columns = numberOf(tag)
  }),
  vMerge: changeTable((table, tag) => {
    table.cell.continued = tag.get('val') !== 'restart'
  }),
  hMerge: changeTable((table, tag) => {
    table.cell.continued = tag.get('val') !== 'restart'
  }),
}

function endParagraph(state: State, labelOf: LabelOf): void {
  if (state.paragraph === null) return
  const { text, style, list, level, boxes } = state.paragraph
  state.blocks.push(paragraph(labelOf(style, list, level) + text), ...boxes)
  state.paragraph = null
}

const CLOSE: Readonly<Record<string, (state: State, labelOf: LabelOf) => void>> = {
  p: endParagraph,
  r: (state) => {
    state.run = 'none'
  },
  t: (state) => {
    state.text = false
  },
  trPr: (state) => {
    state.rowProperties = false
  },
  txbxContent: endBox,
  tbl: endTable,
  tr: endRow,
  tc: endCell,
}

/**
 * Reads the blocks of a Word document part.
 * @throws RangeError when the XML is broken
 */
export function readBody(xml: Uint8Array, labelOf: LabelOf): { blocks: Block[]; pictures: number } {
  const state = newState()
  let skipped = 0
  walkXml(xml, {
    open(tag) {
      if (tag.name === 'del' && state.rowProperties) changeTable((table) => (table.dropped = true))(state, tag)
      if (skipped > 0 || SKIPPED.has(tag.name)) skipped++
      else OPEN[tag.name]?.(state, tag)
      if (state.tables.length + state.outer.length > DEEPEST) throw new RangeError('nested too deeply')
    },
    close(name) {
      if (skipped > 0) skipped--
      else CLOSE[name]?.(state, labelOf)
    },
    text(text) {
      if (state.text && skipped === 0) write(state, text)
    },
  })
  return { blocks: state.blocks, pictures: state.pictures }
}
