import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { makeCheck, makeReport } from './synthetic.ts'
import { temporaryFolder } from './temporary.ts'

const folder = temporaryFolder()
let store: KnowledgeStore

const EAST = [
  '本年公务接待费用于来访调研，共接待12批次。',
  '“三公”经费比上年下降，主要是压减出行。',
  '因公出国（境）费没有发生，安排ABC系统运维 592.29 万元。',
  '单位承担全区档案馆藏的整理与数字化。',
]
const WEST = ['负责预算编制，公务接待从简。', '100%完成_年度任务。']

beforeAll(async () => {
  store = await openStore(folder.file())
  await store.ingest(makeReport({ department: '河东区档案局', year: 2021, text: EAST }), makeCheck())
  await store.ingest(makeReport({ department: '河西区财政局', year: 2022, text: WEST }), makeCheck())
})
afterAll(() => store.close())

const found = async (words: string, filter = {}): Promise<string[]> => (await store.passages(words, filter)).map((p) => p.text).sort()
const sorted = (...texts: (string | undefined)[]): (string | undefined)[] => texts.sort()

describe('searching the text', () => {
  it.each([
    ['接待', [EAST[0], WEST[0]]],
    ['接待费', [EAST[0]]],
    ['公务接待费', [EAST[0]]],
    ['档案馆藏', [EAST[3]]],
    ['藏', [EAST[3]]],
    ['档 案', [EAST[3]]],
    ['预算 接待', [WEST[0]]],
    ['接待 档案馆', []],
    ['三公经费比', [EAST[1]]],
    ['因公出国(境)', [EAST[2]]],
    ['abc系统', [EAST[2]]],
    ['592.29', [EAST[2]]],
    ['592', [EAST[2]]],
    ['12批次', [EAST[0]]],
    ['待接', []],
  ])('%s', async (words, texts) => expect(await found(words)).toEqual(sorted(...texts)))

  it('finds by the heading, too', async () => {
    expect(await found('情况说明')).toHaveLength(6)
  })

  it('stays inside a department or a year', async () => {
    const [east, west] = await store.departments()
    expect(await found('接待', { departmentId: east?.id })).toEqual([EAST[0]])
    expect(await found('接待', { departmentId: west?.id, fiscalYear: 2022 })).toEqual([WEST[0]])
    expect(await found('接待', { departmentId: west?.id, fiscalYear: 2021 })).toEqual([])
    expect(await store.passages('接待', { limit: 1 })).toHaveLength(1)
  })

  it('says where the passage stands', async () => {
    const [passage] = await store.passages('馆藏')
    expect(passage).toMatchObject({ fiscalYear: 2021, section: '第三部分 情况说明 / 八、“三公”经费', page: 3, line: 83 })
  })

  it.each(['', '   ', '%', '_', '"', '*', "'", '。，', '" OR "', '^', 'scope:', '\u0000'])(
    'finds nothing for %j and does not fail',
    async (words) => {
      expect(await found(words)).toEqual([])
    },
  )

  it.each(['接待*', '"接待"', "接待' or 1=1 --", '接待)', '-接待', 'words:接待', '接待 NEAR', '接待^2', '%接待%'])(
    'takes %j literally',
    async (words) => {
      for (const text of await found(words)) expect(text).toContain('接待')
    },
  )

  it('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (words) => {
        await store.passages(words)
      }),
      { numRuns: 300 },
    )
    await store.passages('接待'.repeat(5000))
    await store.passages(Array.from({ length: 5000 }, (_, i) => `词${i}`).join(' '))
  })

  it('finds any piece of a sentence', async () => {
    const [text = ''] = EAST
    const sentence = text.split(/[，。]/)[0] ?? ''
    await fc.assert(
      fc.asyncProperty(fc.nat(sentence.length - 1), fc.integer({ min: 1, max: 8 }), async (start, length) => {
        expect(await found(sentence.slice(start, start + length))).toContain(text)
      }),
      { numRuns: 60 },
    )
  })

  it('forgets the text of superseded editions', async () => {
    await store.ingest(makeReport({ department: '河南区审计局', year: 2021, text: ['早先的说法'] }), makeCheck())
    await store.ingest(makeReport({ department: '河南区审计局', year: 2021, text: ['后来的说法'] }), makeCheck())
    expect(await found('说法')).toEqual(['后来的说法'])
  })
})
