import { type RebuildProgress, type Rebuilt, rebuildStoreFile } from '../store/rebuild.ts'

/**
 * Makes the index of a store file anew from the reports it keeps: figures, search and their indexes are derived again,
 * editions, names, findings and times of ingest stay. On any failure the file stays as it was.
 * The store need not be open; programs that have it open go on and see the new one.
 * @returns how many editions are in it, former ones apart
 * @throws InputError when there is no such store or what it keeps cannot be read
 */
export function rebuildStore(path: string, progress: RebuildProgress = () => {}): Promise<Rebuilt> {
  return rebuildStoreFile(path, progress)
}
