import { nameOf } from './entry-name.ts'

/** One file of a zip, as its table of contents describes it. */
export interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  /** Bytes inside the archive. */
  readonly packed: number
  /** Bytes once unpacked, as declared. */
  readonly size: number
  readonly crc: number
  /** Where its local header stands. */
  readonly at: number
}

const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
const HEADER_SIZE = 46
const SIGNATURE = { entry: 0x02014b50, end: 0x06054b50 }
const OVERFLOW = 0xffffffff
const FLAG = { encrypted: 1, utf8: 0x800 }

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The end record stands last, with a comment of unknown length behind it. */
function endOf(view: DataView): number | null {
  const last = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= last; at--) {
    if (view.getUint32(at, true) === SIGNATURE.end && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at
  }
  return null
}

/** Sizes that did not fit stand in the extra field 1 (Zip64), in this order. */
function wide(view: DataView, from: number, to: number, fields: readonly number[]): number[] {
  let at = from
  while (at + 4 <= to && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true)
  let next = at + 4
  return fields.map((field) => {
    if (field !== OVERFLOW || next + 8 > to) return field
    next += 8
    return Number(view.getBigUint64(next - 8, true))
  })
}

function entryAt(view: DataView, bytes: Uint8Array, at: number, shift: number): { entry: Entry; next: number } {
  if (view.getUint32(at, true) !== SIGNATURE.entry) throw new RangeError('no entry')
  const flags = view.getUint16(at + 8, true)
  const nameEnd = at + HEADER_SIZE + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const short = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const [size = 0, packed = 0, offset = 0] = wide(view, nameEnd, Math.min(extraEnd, view.byteLength), short)
  const entry = {
    name: nameOf(bytes.subarray(at + HEADER_SIZE, nameEnd), (flags & FLAG.utf8) !== 0),
    encrypted: (flags & FLAG.encrypted) !== 0,
    method: view.getUint16(at + 10, true),
    packed,
    size,
    crc: view.getUint32(at + 16, true),
    at: offset + shift,
  }
  return { entry, next: extraEnd + view.getUint16(at + 32, true) }
}

/**
 * A zip's table of contents; nothing is unpacked.
 * @returns null when it is cut off or contradicts itself
 */
export function directoryOf(bytes: Uint8Array): Entry[] | null {
  if (bytes.byteLength < END_SIZE) return null
  const view = viewOf(bytes)
  const end = endOf(view)
  if (end === null) return null
  const length = view.getUint32(end + 12, true)
  // Bytes put before a zip shift all its places.
  const shift = end - length - view.getUint32(end + 16, true)
  const entries: Entry[] = []
  try {
    let at = end - length
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      const { entry, next } = entryAt(view, bytes, at, shift)
      entries.push(entry)
      at = next
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
  return entries
}
