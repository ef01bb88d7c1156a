/** Where the parts of a .doc stand (the file information block of Word 97 and later). */
export interface Header {
  readonly version: number
  readonly encrypted: boolean
  /** Which of the two table streams belongs to this state of the file. */
  readonly tableStream: '0Table' | '1Table'
  /** Characters of the body, and of the other texts that follow it, in file order. */
  readonly lengths: { readonly body: number; readonly footnotes: number; readonly between: number; readonly boxes: number }
  /** Place and length of a structure in the table stream. */
  readonly part: (index: number) => { readonly at: number; readonly length: number }
}

/** Numbers of the structures used here, in the order the format lists them. */
export const PART = { styles: 1, characterRuns: 12, paragraphs: 13, pieces: 33, lists: 73, listUses: 74 } as const

export const WORD_FILE = 0xa5ec
/** The first version that stores text in pieces of Unicode. */
export const WORD_97 = 0xc1
const FLAGS = { encrypted: 0x0100, secondTable: 0x0200 }
const PARTS_AT = 0x9a

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * Reads the head of a WordDocument stream.
 * @throws RangeError when it is cut off or none
 */
export function readHeader(document: Uint8Array): Header {
  const view = viewOf(document)
  if (view.getUint16(0, true) !== WORD_FILE) throw new RangeError('no Word file')
  const flags = view.getUint16(0x0a, true)
  const count = (at: number): number => Math.max(0, view.getInt32(at, true))
  return {
    version: view.getUint16(2, true),
    encrypted: (flags & FLAGS.encrypted) !== 0,
    tableStream: (flags & FLAGS.secondTable) !== 0 ? '1Table' : '0Table',
    lengths: {
      body: count(0x4c),
      footnotes: count(0x50),
      between: count(0x54) + count(0x58) + count(0x5c) + count(0x60),
      boxes: count(0x64),
    },
    part: (index) => ({ at: view.getUint32(PARTS_AT + index * 8, true), length: view.getUint32(PARTS_AT + index * 8 + 4, true) }),
  }
}
