import { createHash } from 'node:crypto'
import type { ReadGap } from '../../domain/document.ts'
import { InputError } from '../../domain/errors.ts'
import { complaint, shownName } from '../complaints.ts'
import type { Content, Reading } from '../content.ts'
import { HEAD_BYTES } from '../limits.ts'
import { READERS } from '../readers.ts'
import { type FileKind, sniff, sniffInside } from '../sniff.ts'
import { archiveComplaint } from './complaints.ts'
import { ARCHIVE_LIMITS } from './limits.ts'
import type { Archive } from './open.ts'
import { openArchive } from './open.ts'
import { inOrder, joined, type Part, withoutDoubles } from './parts.ts'

/** Folders, and what systems and Office leave behind: nobody means them. */
const LEFTOVER = /\/$|(?:^|\/)(?:__MACOSX\/|\.|~\$)|(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i

/** Counts over all levels: an archive in an archive gets no limit of its own. */
interface Budget {
  bytes: number
  readonly seen: Set<string>
}

/** What came of the files in an archive. */
interface Harvest {
  readonly parts: Part[]
  readonly gaps: ReadGap[]
  readonly refused: InputError[]
}

function kindOf(bytes: Uint8Array, name: string): FileKind {
  const head = sniff(bytes.subarray(0, HEAD_BYTES), bytes.byteLength)
  const found = 'container' in head ? sniffInside(head.container, bytes) : head
  if ('kind' in found) return found.kind
  if ('container' in found || found.refuse === 'damaged') throw complaint.damaged(name)
  if (found.refuse === 'picture') throw complaint.picture(name)
  throw found.refuse === 'encrypted' ? complaint.encrypted(name) : complaint.kind(name, found.refuse.what)
}

/** One file of the archive: read, or opened in turn. */
async function take(bytes: Uint8Array, reading: Reading, depth: number, budget: Budget): Promise<Harvest> {
  const { name } = reading
  if (bytes.byteLength === 0) throw complaint.empty(name)
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (budget.seen.has(hash)) return { parts: [], gaps: [], refused: [] }
  budget.seen.add(hash)
  const kind = kindOf(bytes, name)
  if (kind === 'zip') return harvest(bytes, reading, depth + 1, budget)
  const read = await READERS[kind]()
  return { parts: [{ name, content: await read(bytes, reading) }], gaps: [], refused: [] }
}

const isRefusedWhole = (error: InputError): boolean => error.code === 'too-large'

/** All files of an archive; one that cannot be read is told, and the others go on. */
async function harvest(bytes: Uint8Array, reading: Reading, depth: number, budget: Budget): Promise<Harvest> {
  if (depth > ARCHIVE_LIMITS.depth) throw archiveComplaint.deep(reading.name)
  const archive: Archive = openArchive(bytes, reading.name)
  const found: Harvest = { parts: [], gaps: [], refused: [] }
  for (const entry of archive.entries) {
    if (LEFTOVER.test(entry.name)) continue
    reading.signal?.throwIfAborted()
    budget.bytes -= entry.size
    if (budget.bytes < 0) throw archiveComplaint.bomb(reading.name)
    const name = shownName(entry.name)
    try {
      const one = await take(archive.read(entry), { ...reading, name, onPage: undefined }, depth, budget)
      found.parts.push(...one.parts)
      found.gaps.push(...one.gaps)
      found.refused.push(...one.refused)
    } catch (error) {
      if (!(error instanceof InputError) || isRefusedWhole(error)) throw error
      found.refused.push(error)
    }
  }
  return found
}

/** Nothing could be read: the plainest reason among the files' own. */
function refusalOf(refused: readonly InputError[], name: string): InputError {
  const codes = new Set(refused.map((error) => error.code))
  if (codes.has('encrypted')) return complaint.encrypted(name)
  return codes.has('damaged') ? complaint.damaged(name) : archiveComplaint.nothing(name)
}

/** Reads an archive: the files of one report as one document, the explanation before the forms. */
export async function readArchive(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const found = await harvest(bytes, reading, 1, { bytes: ARCHIVE_LIMITS.total, seen: new Set() })
  if (found.parts.length === 0) throw refusalOf(found.refused, reading.name)
  const { parts, gaps } = withoutDoubles(found.parts)
  const content = joined(inOrder(parts))
  const refused = found.refused.map((error) => ({ page: null, reason: `压缩包中有文件没有读：${error.message}` }))
  return { ...content, gaps: [...content.gaps, ...found.gaps, ...gaps, ...refused] }
}
