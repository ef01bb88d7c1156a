import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupStore } from '../../src/app/backup.ts'
import { rebuildStore } from '../../src/app/rebuild.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { makeCheck, makeFinding, makeReport } from './synthetic.ts'
import { temporaryFolder } from './temporary.ts'

const folder = temporaryFolder()

async function filled(path: string): Promise<KnowledgeStore> {
  const store = await openStore(path)
  await store.ingest(makeReport({ year: 2020, aliases: ['河东档案'] }), makeCheck([makeFinding('甲'), makeFinding('乙')]), new Date(0))
  await store.ingest(makeReport({ year: 2020, seed: 2 }), makeCheck())
  await store.ingest(makeReport({ year: 2021, text: null }), makeCheck())
  const [department] = await store.departments()
  await store.addAlias(department?.id ?? 0, '老档案局')
  return store
}

/** Everything a caller can get out of a store. */
async function everything(store: KnowledgeStore) {
  const reports = await store.reports({ includeSuperseded: true })
  return {
    departments: await store.departments(),
    reports,
    bodies: await Promise.all(reports.map((r) => store.report(r.id))),
    findings: await Promise.all(reports.map((r) => store.findings(r.id))),
    coverage: await Promise.all(reports.map((r) => store.coverage(r.id))),
    facts: await store.facts({ currentOnly: false }),
    passages: await store.passages('接待'),
  }
}

const tableRoot = (path: string, name: string): number => {
  const db = new Database(path, { readonly: true })
  const root = Number(db.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(name))
  db.close()
  return root
}

function breakPage(path: string, page: number): void {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, (page - 1) * 4096, page * 4096)
  writeFileSync(path, bytes)
}

describe('rebuild', () => {
  it('keeps everything and derives the index again, also one that was lost', async () => {
    const path = folder.file()
    const store = await filled(path)
    const before = await everything(store)
    await store.close()
    const db = new Database(path)
    db.exec('delete from facts; delete from passage_words')
    db.close()
    const steps: number[] = []
    expect(await rebuildStore(path, (done, all) => steps.push(done, all))).toEqual({ current: 2, former: 1 })
    expect(steps).toEqual([0, 3, 1, 3, 2, 3, 3, 3])
    const after = await openStore(path)
    expect(await everything(after)).toEqual(before)
    expect(await after.ingest(makeReport({ year: 2022 }), makeCheck())).toMatchObject({ kind: 'added' })
    await after.close()
    expect(readdirSync(dirname(path))).toEqual(['knowledge.sqlite'])
  })

  it('shows a program that has the store open the new one', async () => {
    const path = folder.file()
    const store = await filled(path)
    const before = await everything(store)
    expect(await rebuildStore(path)).toMatchObject({ current: 2 })
    expect(await everything(store)).toEqual(before)
    await store.close()
  })

  it('saves a store whose index is damaged, and keeps the damaged file aside', async () => {
    const path = folder.file()
    const store = await filled(path)
    const before = await everything(store)
    await store.close()
    breakPage(path, tableRoot(path, 'facts_by_item'))
    await expect(openStore(path)).rejects.toMatchObject({ code: 'store-damaged' })
    expect(await rebuildStore(path)).toMatchObject({ current: 2 })
    const after = await openStore(path)
    expect(await everything(after)).toEqual(before)
    await after.close()
    expect(readdirSync(dirname(path))).toEqual(['knowledge.sqlite', expect.stringMatching(/^knowledge\.sqlite\.damaged-\d+$/)])
  })

  it.each(['reports', 'departments', 'passages'])('leaves a store whose %s cannot be read as it was', async (table) => {
    const path = folder.file()
    await (await filled(path)).close()
    breakPage(path, tableRoot(path, table))
    const before = readFileSync(path)
    await expect(rebuildStore(path)).rejects.toMatchObject({ name: 'InputError', code: 'store-damaged' })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dirname(path)).filter((name) => name.includes('rebuild'))).toEqual([])
  })

  it('leaves a store with a broken report as it was', async () => {
    const path = folder.file()
    await (await filled(path)).close()
    const db = new Database(path)
    db.exec("update reports set body = x'1f8b00' where id = 2")
    db.close()
    const before = readFileSync(path)
    await expect(rebuildStore(path)).rejects.toMatchObject({ name: 'InputError', code: 'store-damaged' })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('says when there is nothing to rebuild', async () => {
    await expect(rebuildStore(folder.file())).rejects.toMatchObject({ name: 'InputError', code: 'not-found' })
  })
})

describe('backup', () => {
  it('is a whole store of its own', async () => {
    const path = folder.file()
    const store = await filled(path)
    const copy = `${path}.backup`
    expect(await backupStore(store, copy)).toBe(readFileSync(copy).length)
    const restored = await openStore(copy)
    expect(await everything(restored)).toEqual(await everything(store))
    await restored.close()
    await store.close()
    expect(readdirSync(dirname(path))).toEqual(['knowledge.sqlite', 'knowledge.sqlite.backup'])
  })

  it('replaces nothing and leaves no pieces', async () => {
    const path = folder.file()
    const store = await filled(path)
    writeFileSync(`${path}.mine`, '我的文件')
    await expect(backupStore(store, `${path}.mine`)).rejects.toMatchObject({ name: 'InputError', code: 'bad-usage' })
    expect(readFileSync(`${path}.mine`, 'utf8')).toBe('我的文件')
    await expect(backupStore(store, path)).rejects.toMatchObject({ code: 'bad-usage' })
    await expect(backupStore(store, dirname(path))).rejects.toMatchObject({ code: 'is-folder' })
    await expect(backupStore(store, `${path}/x/y`)).rejects.toMatchObject({ name: 'InputError' })
    const lost = await backupStore(store, join(dirname(path), '没有', 'x.sqlite')).catch((error: Error) => error.message)
    expect(lost).toMatch(/没有\/x\.sqlite 所在的文件夹不存在/)
    await expect(backupStore(store, '')).rejects.toMatchObject({ code: 'bad-usage' })
    await store.close()
    expect(readdirSync(dirname(path))).toEqual(['knowledge.sqlite', 'knowledge.sqlite.mine'])
  })
})
