import { existsSync, rmSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { APPLICATION_ID, FORMAT } from './migrations.ts'
import { errorCode, refusals } from './refusals.ts'

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'
const VERSION_OFFSET = 60
/** Checking every page takes about a second per gigabyte: done as long as nobody notices. */
const CHECK_UP_TO_BYTES = 256 * 2 ** 20

const sidecars = (path: string): string[] => [`${path}-wal`, `${path}-shm`]

/**
 * Looks at a store file before it is opened for writing, and refuses what is no store, damaged or of a newer format.
 * A refused file keeps every byte and gets no file beside it. A missing or empty file is fine: it becomes a new store.
 * @throws InputError store-damaged, store-newer or is-folder
 */
export async function inspect(path: string): Promise<void> {
  const info = await stat(path).catch(() => null)
  if (info === null) return
  if (info.isDirectory()) throw refusals.folder(path)
  if (info.size === 0) return
  const header = await headerOf(path)
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw refusals.notAStore(path)
  refuseNewer(path, header.readUInt32BE(VERSION_OFFSET))
  const before = new Set(sidecars(path).filter((file) => existsSync(file)))
  try {
    inspectInside(path, info.size <= CHECK_UP_TO_BYTES)
  } catch (error) {
    // Reading a file in WAL mode creates its companions; of a file that is refused they must not stay.
    for (const file of sidecars(path)) if (!before.has(file)) rmSync(file, { force: true })
    throw error
  }
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
