import { LEVELS, type Level, type List, type Numbering } from '../lists/counter.ts'
import { type Header, PART, viewOf } from './header.ts'

/** Formats by their number in .doc, under the names that .docx gives them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth',
  22: 'decimalZero',
  23: 'bullet',
  28: 'decimalEnclosedCircleChinese',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}
const GAPS = [' ', ' ', ''] as const
const SIZE = { level: 28, list: 28, use: 16, change: 8 }
const SIMPLE = 1

/** One level: fixed part, two lists of modifiers, then its text, in which characters 0 to 8 stand for the levels' numbers. */
function levelAt(table: Uint8Array, at: number): { readonly level: Level; readonly next: number } {
  const view = viewOf(table)
  const text = at + SIZE.level + view.getUint8(at + 24) + view.getUint8(at + 25)
  const length = view.getUint16(text, true)
  const characters = Array.from({ length }, (_, i) => view.getUint16(text + 2 + 2 * i, true))
  const words = characters.map((code) => (code < LEVELS ? `%${code + 1}` : String.fromCharCode(code))).join('')
  const format = FORMATS[view.getUint8(at + 4)] ?? 'decimal'
  const gap = GAPS[view.getUint8(at + 15)] ?? ' '
  return { level: { start: view.getInt32(at, true), format, text: words, gap, style: null }, next: text + 2 + 2 * length }
}

/** All lists with their levels; these stand behind the table of lists, in its order. */
function readLevels(table: Uint8Array, header: Header): Map<string, Map<number, Level>> {
  const { at, length } = header.part(PART.lists)
  const view = viewOf(table)
  const lists = new Map<string, Map<number, Level>>()
  let next = at + length
  for (let i = 0; i < view.getInt16(at, true); i++) {
    const list = at + 2 + i * SIZE.list
    const levels = new Map<number, Level>()
    const count = (view.getUint8(list + 26) & SIMPLE) !== 0 ? 1 : LEVELS
    for (let number = 0; number < count; number++) {
      const read = levelAt(table, next)
      levels.set(number, read.level)
      next = read.next
    }
    lists.set(String(view.getInt32(list, true)), levels)
  }
  return lists
}

/** The uses of lists that paragraphs refer to, counted from 1; a use may restart a level. */
function readUses(table: Uint8Array, header: Header): Map<string, List> {
  const { at } = header.part(PART.listUses)
  const view = viewOf(table)
  const count = Math.min(view.getUint32(at, true), Math.floor(table.byteLength / SIZE.use))
  const uses = new Map<string, List>()
  let next = at + 4 + count * SIZE.use
  for (let i = 0; i < count; i++) {
    const use = at + 4 + i * SIZE.use
    const restarts = new Map<number, number>()
    next += 4
    for (let changes = view.getUint8(use + 12); changes > 0; changes--) {
      const flags = view.getUint32(next + 4, true)
      if ((flags & 0x10) !== 0) restarts.set(flags & 0xf, view.getInt32(next, true))
      next += SIZE.change
      if ((flags & 0x20) !== 0) next = levelAt(table, next).next
    }
    uses.set(String(i + 1), { counter: String(view.getInt32(use, true)), restarts })
  }
  return uses
}

const NONE: Numbering = { levels: new Map(), lists: new Map() }

/** Reads the numbered lists of a .doc; broken ones are none, because text does not depend on them. */
export function readLists(table: Uint8Array, header: Header): Numbering {
  if (header.part(PART.lists).length === 0 || header.part(PART.listUses).length === 0) return NONE
  try {
    return { levels: readLevels(table, header), lists: readUses(table, header) }
  } catch (error) {
    if (error instanceof RangeError) return NONE
    throw error
  }
}
