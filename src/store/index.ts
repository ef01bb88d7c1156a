import { connect } from './connection.ts'
import type { KnowledgeStore } from './interface.ts'
import { SqliteStore } from './sqlite-store.ts'

/**
 * Opens the knowledge store in the file `path`; creates it, with its folder, where there is none.
 * Several programs may have it open at once.
 * @throws InputError store-damaged, store-newer, is-folder or bad-usage; the file is then left byte for byte as it was
 */
export async function openStore(path: string): Promise<KnowledgeStore> {
  return new SqliteStore(await connect(path))
}
