import { CFB } from '@e965/xlsx'

/** A paragraph to write: its text, the character that ends it, its property modifiers. */
interface Written {
  readonly text: string
  readonly mark: string
  readonly modifiers: Buffer
}

/** A cell's text; with flags, how it is merged (the bits of the format). */
export type DocCell = string | { readonly text: string; readonly merge: number; readonly width?: number }
export const MERGED = { intoLeft: 1, fromAbove: 1 << 5, startsDown: 3 << 5 } as const

const COLUMN = 1000
const u16 = (...values: readonly number[]): Buffer => {
  const out = Buffer.alloc(values.length * 2)
  values.forEach((value, i) => {
    out.writeUInt16LE(value & 0xffff, i * 2)
  })
  return out
}
const u32 = (...values: readonly number[]): Buffer => {
  const out = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => {
    out.writeUInt32LE(value, i * 4)
  })
  return out
}

const IN_TABLE = Buffer.from([0x16, 0x24, 1])
const ROW_END = Buffer.from([0x17, 0x24, 1])

function rowShape(cells: readonly DocCell[]): Buffer {
  let edge = 0
  const edges = cells.map((cell) => {
    edge += COLUMN * (typeof cell === 'string' ? 1 : (cell.width ?? 1))
    return edge
  })
  const shapes = cells.map((cell) => Buffer.concat([u16(typeof cell === 'string' ? 0 : cell.merge), Buffer.alloc(18)]))
  const operand = Buffer.concat([Buffer.from([cells.length]), u16(0, ...edges), ...shapes])
  return Buffer.concat([Buffer.from([0x08, 0xd6]), u16(operand.length + 1), operand])
}

const rowOf = (cells: readonly DocCell[]): Written[] => [
  ...cells.map((cell) => ({ text: typeof cell === 'string' ? cell : cell.text, mark: '\u0007', modifiers: IN_TABLE })),
  { text: '', mark: '\u0007', modifiers: Buffer.concat([IN_TABLE, ROW_END, rowShape(cells)]) },
]

/** Formatted pages of 512 bytes: positions, one entry a paragraph, the properties from the end of the page. */
function pages(paragraphs: readonly Written[], from: number): { first: number; page: Buffer }[] {
  const out: { first: number; page: Buffer }[] = []
  let at = from
  let left = [...paragraphs]
  while (left.length > 0) {
    const starts = [at]
    const entries: number[] = []
    const page = Buffer.alloc(512)
    let free = 510
    for (const one of left) {
      const body = Buffer.concat([u16(0), one.modifiers])
      const property = body.length % 2 === 1 ? Buffer.from([(body.length + 1) / 2, ...body]) : Buffer.from([0, body.length / 2, ...body])
      const place = (free - property.length) & ~1
      if (place < (starts.length + 1) * 4 + (entries.length + 1) * 13) break
      property.copy(page, place)
      free = place
      entries.push(place / 2)
      at += 2 * (one.text.length + one.mark.length)
      starts.push(at)
    }
    u32(...starts).copy(page)
    entries.forEach((entry, i) => {
      page[starts.length * 4 + i * 13] = entry
    })
    page[511] = entries.length
    out.push({ first: starts[0] ?? 0, page })
    left = left.slice(entries.length)
  }
  return out
}

const TEXT_AT = 0x800

/** Writes a Word 97 file: paragraphs, and tables as arrays of rows. Enough of the format for tests. */
export function doc(blocks: readonly (string | readonly (readonly DocCell[])[])[], { encrypted = false } = {}): Buffer {
  const paragraphs = blocks.flatMap((block) =>
    typeof block === 'string' ? [{ text: block, mark: '\r', modifiers: Buffer.alloc(0) }] : block.flatMap(rowOf),
  )
  const text = paragraphs.map((one) => one.text + one.mark).join('')
  const bytes = Buffer.from(text, 'utf16le')
  const properties = pages(paragraphs, TEXT_AT)
  const firstPage = Math.ceil((TEXT_AT + bytes.length) / 512)
  const document = Buffer.alloc((firstPage + properties.length) * 512)
  bytes.copy(document, TEXT_AT)
  properties.forEach(({ page }, i) => {
    page.copy(document, (firstPage + i) * 512)
  })
  const pieces = Buffer.concat([Buffer.from([2]), u32(16), u32(0, text.length), u16(0), u32(TEXT_AT), u16(0)])
  const table = Buffer.concat([
    pieces,
    u32(...properties.map(({ first }) => first), TEXT_AT + bytes.length),
    u32(...properties.map((_, i) => firstPage + i)),
  ])
  u16(0xa5ec, 0xc1).copy(document)
  u16(0x0200 | (encrypted ? 0x0100 : 0)).copy(document, 0x0a)
  u32(text.length).copy(document, 0x4c)
  u32(pieces.length, table.length - pieces.length).copy(document, 0x9a + 13 * 8)
  u32(0, pieces.length).copy(document, 0x9a + 33 * 8)
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/WordDocument', document)
  CFB.utils.cfb_add(file, '/1Table', table)
  return Buffer.from(CFB.write(file, { type: 'buffer' }))
}
