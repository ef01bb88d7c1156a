import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/domain/errors.ts'
import { openStore } from '../../src/store/index.ts'
import { makeCheck, makeReport } from './synthetic.ts'
import { temporaryFolder } from './temporary.ts'

const folder = temporaryFolder()

async function filledStore(reports = 3): Promise<string> {
  const path = folder.file()
  const store = await openStore(path)
  for (let i = 0; i < reports; i++) await store.ingest(makeReport({ seed: i, year: 2000 + i }), makeCheck())
  await store.close()
  return path
}

const contents = (path: string): Record<string, string> =>
  Object.fromEntries(readdirSync(dirname(path)).map((name) => [name, readFileSync(join(dirname(path), name)).toString('base64')]))

/** Opening is refused with one sentence that names the file, and nothing in the folder has changed. */
async function expectRefused(path: string, code: string): Promise<void> {
  const before = contents(path)
  const error = await openStore(path).then(
    () => null,
    (e: unknown) => e,
  )
  expect(error).toBeInstanceOf(InputError)
  expect(error).toMatchObject({ code })
  expect((error as InputError).message).toContain(path)
  expect((error as InputError).message).toMatch(/请.*。$/u)
  expect(contents(path)).toEqual(before)
}

const put = (bytes: Buffer | string): string => {
  const path = folder.file()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

describe('a store file that cannot be used', () => {
  it.each([
    ['text', '这不是数据库'],
    ['one byte', 'x'],
    ['binary noise', Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * 7919) % 251))],
    ['a bare SQLite header', 'SQLite format 3\0'],
  ])('%s', async (_, bytes) => expectRefused(put(bytes), 'store-damaged'))

  it('is cut in half', async () => {
    const bytes = readFileSync(await filledStore())
    await expectRefused(put(bytes.subarray(0, bytes.length >> 1)), 'store-damaged')
    await expectRefused(put(bytes.subarray(0, bytes.length - 100)), 'store-damaged')
    await expectRefused(put(bytes.subarray(0, 150)), 'store-damaged')
  })

  it.each([1, 3, 5, 8])('has page %i overwritten', async (page) => {
    const bytes = readFileSync(await filledStore())
    bytes.fill(0x5a, page * 4096, (page + 1) * 4096)
    await expectRefused(put(bytes), 'store-damaged')
  })

  it('was written by a newer version', async () => {
    const path = await filledStore()
    const db = new Database(path)
    db.pragma('user_version = 99')
    db.close()
    await expectRefused(path, 'store-newer')
  })

  it('was written by a newer version that was killed, so that only its journal says so', async () => {
    const path = await filledStore()
    const db = new Database(path)
    db.pragma('user_version = 99')
    const copy = folder.file()
    cpSync(dirname(path), dirname(copy), { recursive: true })
    db.close()
    rmSync(`${copy}-shm`)
    expect(existsSync(`${copy}-wal`)).toBe(true)
    await expectRefused(copy, 'store-newer')
  })

  it.each(['delete', 'wal'])('belongs to another program (journal: %s)', async (mode) => {
    const path = put('')
    const db = new Database(path)
    db.pragma(`journal_mode = ${mode}`)
    db.exec('create table notes (text); insert into notes values (1)')
    db.close()
    await expectRefused(path, 'store-damaged')
  })

  it('is a folder', async () => {
    const path = folder.file()
    mkdirSync(path, { recursive: true })
    await expect(openStore(path)).rejects.toMatchObject({ name: 'InputError', code: 'is-folder' })
  })

  it('would stand inside a file', async () => {
    await expect(openStore(join(put('x'), 'knowledge.sqlite'))).rejects.toMatchObject({ name: 'InputError' })
  })
})

describe('a store file that can be used', () => {
  it.each([
    ['is missing', () => folder.file()],
    ['is empty', () => put('')],
    [
      'was left empty by a kill in the first moment',
      () => {
        const path = put('')
        const db = new Database(path)
        db.pragma('journal_mode = wal')
        db.close()
        return path
      },
    ],
  ])('%s: becomes a new store', async (_, make) => {
    const store = await openStore(make())
    expect(await store.ingest(makeReport(), makeCheck())).toMatchObject({ kind: 'added' })
    await store.close()
  })

  it('leaves one file behind when closed', async () => {
    const path = await filledStore()
    expect(readdirSync(dirname(path))).toEqual(['knowledge.sqlite'])
  })
})
