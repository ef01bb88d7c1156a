import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely'
import { inspect, type Tolerance } from './inspect.ts'
import { migrate } from './migrations.ts'
import { errorCode, explained } from './refusals.ts'
import type { Schema } from './schema.ts'

/** How long to wait for another program that is writing. */
const BUSY_MS = 10_000
const ATTEMPTS = 20
const PAUSE_MS = 50

/** Takes the write lock at the beginning: a transaction that reads first could otherwise find the store changed when it comes to write. */
class WriteFirstDriver extends SqliteDriver {
  readonly #file: Database.Database
  constructor(file: Database.Database) {
    super({ database: file })
    this.#file = file
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A full disk ends the transaction by itself: rolling back once more would complain and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection)
  }
}

class StoreDialect extends SqliteDialect {
  readonly #file: Database.Database
  constructor(file: Database.Database) {
    super({ database: file })
    this.#file = file
  }
  override createDriver(): SqliteDriver {
    return new WriteFirstDriver(this.#file)
  }
}

export interface Connection {
  readonly path: string
  readonly file: Database.Database
  readonly db: Kysely<Schema>
}

/**
 * Opens a store file, creates it (and its folder) where there is none, and brings it to the current format.
 * @throws InputError when the file cannot be used; it is then left as it was
 */
export async function connect(path: string, tolerance: Tolerance = 'sound'): Promise<Connection> {
  try {
    return await patiently(async () => {
      await mkdir(dirname(path), { recursive: true })
      await inspect(path, tolerance)
      return await openFile(path)
    })
  } catch (error) {
    throw explained(error, path)
  }
}

/** Opens a file that was looked at before, or a new one. */
export async function openFile(path: string): Promise<Connection> {
  const file = new Database(path, { timeout: BUSY_MS })
  try {
    file.pragma('journal_mode = wal')
    // What was reported as taken in must survive a power cut, too: a person's aliases exist nowhere else.
    file.pragma('synchronous = full')
    file.pragma('foreign_keys = on')
    const db = new Kysely<Schema>({ dialect: new StoreDialect(file) })
    await migrate(db)
    return { path, file, db }
  } catch (error) {
    file.close()
    throw error
  }
}

/** Two programs that create or leave the same store at once can get in each other's way for a moment, past the busy timeout. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || !/^SQLITE_(?:BUSY|CANTOPEN|LOCKED|READONLY|PROTOCOL)/.test(errorCode(error))) throw error
      await pause(PAUSE_MS)
    }
  }
}
