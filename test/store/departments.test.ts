import { beforeEach, describe, expect, it } from 'vitest'
import { isDistinctive, normalName } from '../../src/store/department-names.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { makeCheck, makeReport } from './synthetic.ts'
import { temporaryFolder } from './temporary.ts'

const folder = temporaryFolder()
let store: KnowledgeStore
beforeEach(async () => {
  store = await openStore(folder.file())
  return () => store.close()
})

let year = 2000
const take = async (department: string, aliases: string[] = []) =>
  (await store.ingest(makeReport({ department, aliases, year: ++year }), makeCheck())).report.departmentId
const known = async () => (await store.departments()).map((d) => [d.name, ...d.aliases])

describe('whose report it is', () => {
  it('sees through blanks, brackets, width and quotation marks', async () => {
    const ids = [
      await take('青禾市河东区档案局（本级）'),
      await take('青禾市 河东区档案局(本级)'),
      await take('“青禾市河东区档案局”〔本级〕'),
    ]
    expect(new Set(ids).size).toBe(1)
    expect(await known()).toEqual([['青禾市河东区档案局（本级）']])
  })

  it('finds a department by the alias of an earlier report, in either order', async () => {
    const first = await take('中共青禾市河东区委办公室', ['河东区委办公室', '区委办公室'])
    expect(await take('河东区委办公室')).toBe(first)
    const short = await take('河西区委办公室')
    expect(await take('中共青禾市河西区委办公室', ['河西区委办公室'])).toBe(short)
    expect(await known()).toEqual([
      ['中共青禾市河东区委办公室', '河东区委办公室', '区委办公室'],
      ['河西区委办公室', '中共青禾市河西区委办公室'],
    ])
  })

  it('keeps two departments apart that share an alias', async () => {
    await take('青禾市河东区委办公室', ['区委办公室'])
    await take('青禾市河西区委办公室', ['区委办公室'])
    expect(await known()).toEqual([
      ['青禾市河东区委办公室', '区委办公室'],
      ['青禾市河西区委办公室', '区委办公室'],
    ])
  })

  it('does not file a report that calls itself 区委办公室 under the one 区委办公室 it knows', async () => {
    const first = await take('青禾市河东区委办公室', ['区委办公室'])
    expect(await take('区委办公室')).not.toBe(first)
  })

  it('asks nobody and merges nothing when two departments have the name as alias', async () => {
    await take('青禾市河东区甲局', ['河东区办'])
    await take('青禾市河东区乙局', ['河东区办'])
    await take('河东区办')
    expect(await known()).toHaveLength(3)
  })

  it("takes a person's word, also for former names", async () => {
    const id = await take('青禾市河东区卫生健康局')
    await store.addAlias(id, ' 河东区卫计局 ')
    await store.addAlias(id, '卫健局')
    await store.addAlias(id, '卫健局')
    expect(await take('河东区卫计局')).toBe(id)
    expect(await take('卫健局')).toBe(id)
    expect(await known()).toEqual([['青禾市河东区卫生健康局', '河东区卫计局', '卫健局']])
  })

  it('ignores empty aliases, and aliases of departments that do not exist', async () => {
    const id = await take('青禾市河东区卫生健康局', ['', ' '])
    await store.addAlias(id, '  ')
    await store.addAlias(id + 100, '没有的局')
    expect(await known()).toEqual([['青禾市河东区卫生健康局']])
  })

  it('tells beforehand where a report would go', async () => {
    const id = await take('青禾市河东区档案局', ['河东区档案局'])
    expect(await store.departmentOf({ department: '河东区档案局', aliases: [] })).toEqual({
      id,
      name: '青禾市河东区档案局',
      aliases: ['河东区档案局'],
    })
    expect(await store.departmentOf({ department: '档案局', aliases: [] })).toBeNull()
  })
})

describe('names', () => {
  it.each(['青禾市河东区档案局', '河东区委办公室', '中共河东区委办公室', '中华人民共和国某部', '清水县水务局', '某某自治州档案局'])(
    '%s says whose it is',
    (name) => expect(isDistinctive(name)).toBe(true),
  )
  it.each([
    '区委办公室',
    '机关工委',
    '中共区委办公室',
    '城市管理局',
    '区城市管理局',
    '市市场监督管理局',
    '市场监督管理局',
    '开发区管委会',
    '住房和城市更新局',
    '社区建设办公室',
  ])('%s could be anybody’s', (name) => expect(isDistinctive(name)).toBe(false))
  it('are folded for comparison only', () => expect(normalName(' Ａ局【本级】 ')).toBe('a局(本级)'))
})
