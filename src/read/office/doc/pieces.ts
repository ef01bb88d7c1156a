import { type Header, PART, viewOf } from './header.ts'

/** A stretch of text stored in one go: characters `from` up to `to` stand at byte `at`. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly width: 1 | 2
}

/** The characters of a document, and the byte each stands at (properties are kept by byte). */
export interface Characters {
  readonly text: string
  readonly byteAt: (character: number) => number
}

const KIND = { properties: 1, pieces: 2 }
const NARROW = 0x40000000

function pieceTable(table: Uint8Array, header: Header): Uint8Array {
  const { at, length } = header.part(PART.pieces)
  const view = viewOf(table)
  let next = at
  while (next < at + length) {
    const kind = view.getUint8(next)
    if (kind === KIND.pieces) return table.subarray(next + 5, next + 5 + view.getUint32(next + 1, true))
    if (kind !== KIND.properties) break
    next += 3 + view.getUint16(next + 1, true)
  }
  throw new RangeError('no pieces')
}

function piecesOf(bytes: Uint8Array): Piece[] {
  const view = viewOf(bytes)
  const count = Math.floor((bytes.byteLength - 4) / 12)
  return Array.from({ length: count }, (_, i) => {
    const place = view.getUint32((count + 1) * 4 + i * 8 + 2, true)
    const narrow = (place & NARROW) !== 0
    const at = place & 0x3fffffff
    return { from: view.getUint32(i * 4, true), to: view.getUint32(i * 4 + 4, true), at: narrow ? at >> 1 : at, width: narrow ? 1 : 2 }
  })
}

const DECODER = { 1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le') }

function textOf(document: Uint8Array, { from, to, at, width }: Piece): string {
  const end = at + (to - from) * width
  if (to < from || end > document.byteLength) throw new RangeError('piece outside the file')
  const text = DECODER[width].decode(document.subarray(at, end))
  // One character must stay one character, or all later places shift.
  return text.length === to - from ? text : text.padEnd(to - from, '\ufffd').slice(0, to - from)
}

/** Puts the text together in reading order; it may lie scattered in the file. */
export function readCharacters(document: Uint8Array, table: Uint8Array, header: Header): Characters {
  const pieces = piecesOf(pieceTable(table, header))
  const total = pieces.reduce((sum, piece) => sum + (piece.to - piece.from) * piece.width, 0)
  if (total > document.byteLength) throw new RangeError('more text than file')
  let last = 0
  return {
    text: pieces.map((piece) => textOf(document, piece)).join(''),
    byteAt(character) {
      const holds = (piece: Piece | undefined): boolean => piece !== undefined && character >= piece.from && character < piece.to
      // Asked for in reading order: the last piece, or the next, is nearly always right.
      if (!holds(pieces[last])) last = holds(pieces[last + 1]) ? last + 1 : pieces.findIndex(holds)
      const piece = pieces[last]
      if (piece === undefined) throw new RangeError('character outside the pieces')
      return piece.at + (character - piece.from) * piece.width
    },
  }
}
