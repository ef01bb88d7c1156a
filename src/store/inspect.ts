import { existsSync, rmSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { APPLICATION_ID, FORMAT } from './migrations.ts'
import { errorCode, refusals } from './refusals.ts'

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'
/** Offsets in the header (SQLite file format, 1.3). */
const AT = { pageSize: 16, changes: 24, pages: 28, version: 60, countedAtChange: 92 } as const
/** Checking every page takes about a second per gigabyte: done as long as nobody notices. */
const CHECK_UP_TO_BYTES = 256 * 2 ** 20

/** What is let through: only sound files, or damaged ones as well (to save what is in them). */
export type Tolerance = 'sound' | 'even-damaged'

const sidecars = (path: string): string[] => [`${path}-wal`, `${path}-shm`]

/**
 * Looks at a store file before it is opened for writing, and refuses what is no store, damaged or of a newer format.
 * A refused file keeps every byte and gets no file beside it. A missing or empty file is fine: it becomes a new store.
 * @throws InputError store-damaged, store-newer or is-folder
 */
export async function inspect(path: string, tolerance: Tolerance = 'sound'): Promise<void> {
  const info = await stat(path).catch(() => null)
  if (info === null) return
  if (info.isDirectory()) throw refusals.folder(path)
  if (info.size === 0) return
  const before = new Set(sidecars(path).filter((file) => existsSync(file)))
  const header = await headerOf(path)
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw refusals.notAStore(path)
  refuseNewer(path, header.readUInt32BE(AT.version))
  // With a journal beside it the file may rightly be shorter than it says: the rest is in there.
  if (before.size === 0 && (await stat(path)).size < sizeIn(header)) throw refusals.damaged(path)
  try {
    inspectInside(path, tolerance === 'sound' && info.size <= CHECK_UP_TO_BYTES)
  } catch (error) {
    // Reading a file in WAL mode creates its companions; of a file that is refused they must not stay.
    for (const file of sidecars(path)) if (!before.has(file)) rmSync(file, { force: true })
    throw error
  }
}

/** The length that the header promises, in bytes; one page at least. */
function sizeIn(header: Buffer): number {
  const pageSize = header.readUInt16BE(AT.pageSize)
  const counted = header.readUInt32BE(AT.changes) === header.readUInt32BE(AT.countedAtChange)
  return (pageSize === 1 ? 65_536 : pageSize) * Math.max(1, counted ? header.readUInt32BE(AT.pages) : 1)
}

/** Is it a store of ours with broken pages? */
export async function isDamaged(path: string): Promise<boolean> {
  await inspect(path, 'even-damaged')
  return inspect(path).then(
    () => false,
    () => true,
  )
}

async function headerOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    await file.read(header, 0, HEADER_BYTES, 0)
    return header
  } finally {
    await file.close()
  }
}

function refuseNewer(path: string, format: number): void {
  if (format > FORMAT) throw refusals.newer(path, format, FORMAT)
}

function inspectInside(path: string, everyPage: boolean): void {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    refuseNewer(path, Number(db.pragma('user_version', { simple: true })))
    const tables = Number(db.prepare('select count(*) from sqlite_schema').pluck().get())
    // A kill during the very first start can leave an empty database: that is a new store, not a foreign one.
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID && tables > 0) throw refusals.notAStore(path)
    if (everyPage && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw refusals.damaged(path)
  } catch (error) {
    throw /^SQLITE_(?:CORRUPT|NOTADB)/.test(errorCode(error)) ? refusals.damaged(path) : error
  } finally {
    db.close()
  }
}
