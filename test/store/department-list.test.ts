import { describe, expect, it } from 'vitest'
import { connect } from '../../src/store/connection.ts'
import { openStore } from '../../src/store/index.ts'
import { SqliteStore } from '../../src/store/sqlite-store.ts'
import { makeCheck, makeReport } from './synthetic.ts'
import { temporaryFolder } from './temporary.ts'

const folder = temporaryFolder()

describe('the list of departments', () => {
  it('is the same array until a name changes, whoever changes it', async () => {
    const path = folder.file()
    const store = await openStore(path)
    const other = await openStore(path)
    await store.ingest(makeReport({ department: '河东区甲局', year: 2020 }), makeCheck())
    const first = await store.departments()
    expect(await store.departments()).toBe(first)
    await store.ingest(makeReport({ department: '河东区甲局', year: 2021 }), makeCheck())
    expect(await store.departments()).toBe(first)
    await other.addAlias(first[0]?.id ?? 0, '甲局')
    const second = await store.departments()
    expect(second).toEqual([{ ...first[0], aliases: ['甲局'] }])
    await store.ingest(makeReport({ department: '河东区乙局', year: 2021 }), makeCheck())
    expect((await store.departments()).map(({ name }) => name)).toEqual(['河东区甲局', '河东区乙局'])
    expect(await store.departments()).toEqual(await other.departments())
    await store.close()
    await other.close()
  })
})

describe('a full disk', () => {
  it('is said as such, and the store goes on', async () => {
    const connection = await connect(folder.file())
    const store = new SqliteStore(connection)
    const pages = Number(connection.file.pragma('page_count', { simple: true }))
    connection.file.pragma(`max_page_count = ${pages + 2}`)
    await expect(store.ingest(makeReport(), makeCheck())).rejects.toThrow('磁盘空间不足')
    connection.file.pragma('max_page_count = 1000000')
    expect(await store.departments()).toEqual([])
    expect((await store.ingest(makeReport(), makeCheck())).kind).toBe('added')
    await store.close()
  })
})
