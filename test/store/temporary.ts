import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for real store files, gone when the tests of the file are done. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'chazhang-store-'))
  let count = 0
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    /** A new file name. */
    file: (): string => join(path, `${++count}`, 'knowledge.sqlite'),
    names: (of: string): string[] => readdirSync(join(of, '..')).sort(),
  }
}
