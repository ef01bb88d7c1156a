import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answer } from '../../src/app/answer.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { call, programWith, smallReport } from './calling.ts'

const WATER = '甲省乙县水务局'
const FOREST = '甲省丙县林业局'
const nothing = { findings: [], coverage: { checked: 0, passed: 0, rounding: 0, inconsistent: 0, text: 0, unchecked: [] } }

const temporary = temporaryFolder()
let store: KnowledgeStore
beforeEach(async () => {
  store = await openStore(temporary.file())
  for (const department of [WATER, FOREST])
    await store.ingest(
      { ...smallReport, meta: { ...smallReport.meta, department, aliases: [department.slice(2)], sha256: department } },
      nothing,
    )
})
afterEach(() => store.close())

const alias = (...argv: readonly string[]) => call('alias', argv, programWith({ store: async () => store }))

describe('alias', () => {
  it.each([
    ['2022', '年度'],
    ['2022年', '年度'],
    ['三公', '项目'],
    ['接待费', '项目'],
    ['2130301', '项目'],
    ['排名', '命令'],
    ['/check', '命令'],
    ['退出', '命令'],
    ['最高', '提问'],
    ['丙县', FOREST],
    ['林业局', FOREST],
    [FOREST, FOREST],
    ['局', '2到60'],
  ])('does not take %s, and says why: %s', async (word, why) => {
    const { status, stdout, stderr } = await alias('乙县水务局', word)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(why)
    expect((await store.givenAliases()).length).toBe(0)
  })

  it.each(['水利局', '水务', '乙县', '老水利站', '县水务局'])('takes %s, and questions understand it', async (word) => {
    expect((await alias('乙县水务局', word)).status).toBe(0)
    const { answer: given } = await answer(`${word}2022年支出`, store)
    expect(given.headline).toMatch(/甲省乙县水务局/)
  })

  it('lists what people gave, not what reports print, and takes it back', async () => {
    expect((await alias()).stdout).toBe('还没有记过别名。\n')
    await alias('乙县水务局', '水利局')
    expect((await alias()).stdout).toBe(`水利局：${WATER}\n`)
    expect(JSON.parse((await alias('--json')).stdout)).toEqual({ aliases: [{ alias: '水利局', department: WATER }] })
    expect(await alias('--remove', '水利局')).toMatchObject({ status: 0, stdout: `已去掉别名“水利局”（${WATER}）。\n` })
    expect((await store.departments())[0]?.aliases).toEqual(['乙县水务局'])
  })

  it('takes back nothing that a report prints or nobody gave', async () => {
    expect((await alias('--remove', '乙县水务局')).stderr).toContain('报告里印的名字')
    expect((await alias('--remove', '水利局')).stderr).toContain('没有别名“水利局”')
    expect((await store.departments())[0]?.aliases).toEqual(['乙县水务局'])
  })
})
