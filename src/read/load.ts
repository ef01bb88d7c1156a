import { createHash } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { complaint, shownName } from './complaints.ts'
import { HEAD_BYTES, MAX_BYTES } from './limits.ts'
import { type FileKind, type Sniffed, sniff, sniffInside } from './sniff.ts'

/** A file's bytes, and what they are. */
export interface Loaded {
  readonly name: string
  readonly kind: FileKind
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** Turns what the system says about a path into words; other failures are the program's own. */
function refusal(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes(code)) return complaint.missing(name)
  if (['EACCES', 'EPERM'].includes(code)) return complaint.forbidden(name)
  if (['EISDIR'].includes(code)) return complaint.folder(name)
  return error
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path)
  if (found.isDirectory()) throw complaint.folder(name)
  // A pipe or a device can block or never end.
  if (!found.isFile()) throw complaint.special(name)
  if (found.size === 0) throw complaint.empty(name)
  return found.size
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function kindOf(sniffed: Sniffed, name: string): FileKind {
  if ('kind' in sniffed) return sniffed.kind
  if ('container' in sniffed) throw complaint.binary(name)
  if (sniffed.refuse === 'picture') throw complaint.picture(name)
  if (sniffed.refuse === 'encrypted') throw complaint.encrypted(name)
  if (sniffed.refuse === 'damaged') throw complaint.damaged(name)
  throw complaint.kind(name, sniffed.refuse.what)
}

/** The limit is checked on the size alone, before a single large read. */
function checkSize(sniffed: Sniffed, name: string, size: number, maxBytes: number | undefined): void {
  const limit = maxBytes ?? MAX_BYTES['kind' in sniffed ? sniffed.kind : 'zip']
  if (size > limit) throw complaint.large(name, size, limit)
}

/** Reads a file whole, once its head and size show that it can be used. */
export async function load(path: string, maxBytes?: number): Promise<Loaded> {
  const name = shownName(path)
  try {
    const size = await sizeOf(path, name)
    const head = sniff(await headOf(path), size)
    if ('refuse' in head) kindOf(head, name)
    checkSize(head, name, size, maxBytes)
    const bytes = await readFile(path)
    const kind = kindOf('container' in head ? sniffInside(head.container, bytes) : head, name)
    return { name, kind, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    throw refusal(error, name)
  }
}
