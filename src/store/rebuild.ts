import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type Connection, connect, openFile } from './connection.ts'
import { writeFacts } from './facts.ts'
import { isDamaged } from './inspect.ts'
import { indexPassages } from './passages.ts'
import { explained, refusals } from './refusals.ts'
import { unpack } from './reports.ts'
import type { Schema } from './schema.ts'

/** Editions that a rebuilt store holds: those that count, and former or withdrawn ones. */
export interface Rebuilt {
  readonly current: number
  readonly former: number
}

export type RebuildProgress = (done: number, all: number, file: string) => void

const SWAP_MS = 10_000
/** More pages than any store has: the copy is then one step, and nobody can come in between. */
const ALL_PAGES = 0x7fffffff

/**
 * Derives a store's index anew in a file of its own, and puts that in place of the old content through SQLite itself:
 * other programs see the old store or the new one. A damaged file is copied aside first and saved as far as everything
 * that cannot be derived is readable.
 */
export async function rebuildStoreFile(path: string, progress: RebuildProgress): Promise<Rebuilt> {
  if (!existsSync(path)) throw refusals.missing(path)
  const workshop = await mkdtemp(`${path}.rebuild-`).catch((error: unknown) => {
    throw explained(error, path)
  })
  try {
    if (await isDamaged(path)) await copyFile(path, `${path}.damaged-${Date.now()}`)
    const old = await connect(path, 'even-damaged')
    const fresh = await openFile(join(workshop, 'fresh.sqlite'))
    try {
      const version = changesSeen(old)
      const count = await fresh.db.transaction().execute((to) => refill(old.db, to, progress))
      // Somebody may have taken in a report meanwhile: it must not get lost.
      if (changesSeen(old) !== version) throw refusals.busy(path)
      await close(old)
      await replaceContent(fresh, path)
      return count
    } finally {
      await close(fresh)
      await close(old)
    }
  } catch (error) {
    throw explained(error, path)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

const close = (connection: Connection): Promise<void> => connection.db.destroy()

/** Changes whenever another connection has written. */
const changesSeen = (connection: Connection): unknown => connection.file.pragma('data_version', { simple: true })

async function refill(from: Kysely<Schema>, to: Kysely<Schema>, progress: RebuildProgress): Promise<Rebuilt> {
  for (const table of ['departments', 'aliases', 'changes', 'finding_marks'] as const) {
    for (const row of await from.selectFrom(table).selectAll().execute()) await to.insertInto(table).values(row).execute()
  }
  const editions = await from.selectFrom('reports').select(['id', 'current']).orderBy('id').execute()
  for (const [done, { id }] of editions.entries()) {
    progress(done, editions.length, await refillEdition(from, to, id))
    await breathe()
  }
  progress(editions.length, editions.length, '')
  const current = editions.filter((edition) => edition.current === 1).length
  return { current, former: editions.length - current }
}

/** @returns the name of the edition's file */
async function refillEdition(from: Kysely<Schema>, to: Kysely<Schema>, id: number): Promise<string> {
  const edition = await from.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const report = await unpack(edition.body)
  await to.insertInto('reports').values(edition).execute()
  for (const table of ['findings', 'passages'] as const) {
    for (const row of await from.selectFrom(table).selectAll().where('report_id', '=', id).execute()) {
      await to.insertInto(table).values(row).execute()
    }
  }
  await writeFacts(to, id, report)
  await indexPassages(to, id)
  return report.meta.file
}

/** Overwrites the store's pages as one transaction of the store's own file. */
async function replaceContent(fresh: Connection, path: string): Promise<void> {
  const deadline = Date.now() + SWAP_MS
  await fresh.file.backup(path, {
    progress: () => {
      if (Date.now() > deadline) throw refusals.busy(path)
      return ALL_PAGES
    },
  })
}
