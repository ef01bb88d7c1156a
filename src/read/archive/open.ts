import { crc32, inflateRawSync } from 'node:zlib'
import { complaint } from '../complaints.ts'
import { archiveComplaint } from './complaints.ts'
import { directoryOf, type Entry } from './directory.ts'
import { ARCHIVE_LIMITS } from './limits.ts'

/** A zip that may be unpacked: its declared sizes are within the limits, and no file can exceed what it declares. */
export interface Archive {
  readonly entries: readonly Entry[]
  /** @throws InputError 'encrypted' or 'damaged' */
  read(entry: Entry): Uint8Array
}

const METHOD = { stored: 0, deflated: 8 }
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_SIZE = 30

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** A zip bomb shows itself in the table of contents, before anything is unpacked. */
function checkSizes(entries: readonly Entry[], name: string): void {
  const total = sum(entries.map((entry) => entry.size))
  const packed = sum(entries.map((entry) => entry.packed))
  const { entries: many, total: large, ratio, ratioFrom } = ARCHIVE_LIMITS
  if (entries.length > many || total > large || (total > ratioFrom && total > ratio * packed)) throw archiveComplaint.bomb(name)
}

/** The packed bytes of an entry; null where they lie outside the file. */
function packedBytes(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at < 0 || entry.at + LOCAL_SIZE > bytes.byteLength || view.getUint32(entry.at, true) !== LOCAL_SIGNATURE) return null
  const from = entry.at + LOCAL_SIZE + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  return from + entry.packed > bytes.byteLength ? null : bytes.subarray(from, from + entry.packed)
}

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    // More than declared is a lie: unpacking stops there.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch {
    return null
  }
}

/**
 * Opens a zip after checking its limits on the table of contents alone.
 * @throws InputError 'damaged' or 'too-large'
 */
export function openArchive(bytes: Uint8Array, name: string): Archive {
  const entries = directoryOf(bytes)
  if (entries === null) throw complaint.damaged(name)
  checkSizes(entries, name)
  return {
    entries,
    read(entry) {
      if (entry.encrypted) throw complaint.encrypted(name)
      const packed = packedBytes(bytes, entry)
      if (packed === null || (entry.method !== METHOD.stored && entry.method !== METHOD.deflated)) throw complaint.damaged(name)
      const plain = entry.method === METHOD.stored ? packed : inflate(packed, entry.size)
      if (plain === null || plain.byteLength !== entry.size || crc32(plain) !== entry.crc) throw complaint.damaged(name)
      return plain
    },
  }
}
