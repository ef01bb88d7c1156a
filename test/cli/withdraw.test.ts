import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { call, programWith, smallReport } from './calling.ts'

const nothing = { findings: [], coverage: { checked: 0, passed: 0, rounding: 0, inconsistent: 0, text: 0, unchecked: [] } }
const edition = (sha256: string, kind: 'finalAccount' | 'budget' = 'finalAccount') => ({
  ...smallReport,
  meta: { ...smallReport.meta, sha256, kind, file: `${sha256}.txt` },
})

const temporary = temporaryFolder()
let store: KnowledgeStore
beforeEach(async () => {
  store = await openStore(temporary.file())
  await store.ingest(edition('first'), nothing, new Date('2026-01-02'))
  await store.ingest(edition('second'), nothing, new Date('2026-03-04'))
  await store.ingest(edition('plan', 'budget'), nothing)
})
afterEach(() => store.close())

const withdraw = (...argv: readonly string[]) => call('withdraw', argv, programWith({ store: async () => store }))
const current = async () => (await store.reports()).map(({ meta }) => meta.sha256).sort()

it('takes one edition after the other back, and leaves the budget', async () => {
  const first = await withdraw('示范局', '2022')
  expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining('second.txt') })
  expect(first.stdout).toContain('2026-01-02收录的前一版恢复为现行')
  expect(await current()).toEqual(['first', 'plan'])
  expect((await withdraw('示范局', '2022年度')).stdout).toContain('现在没有这一年度的了')
  expect(await current()).toEqual(['plan'])
  expect((await withdraw('示范局', '2022')).stderr).toContain('没有某市示范局2022年度的决算报告')
})

it('takes a budget back, leaves the accounts, and lets it in again', async () => {
  expect((await withdraw('示范局', '2022', '--budget')).stdout).toContain('2022年度的预算报告')
  expect(await current()).toEqual(['second'])
  await store.ingest(edition('plan', 'budget'), nothing)
  expect(await current()).toEqual(['plan', 'second'])
})

it('says which years and departments it does not know', async () => {
  expect(await withdraw('火星局', '2022')).toMatchObject({ status: 2, stderr: expect.stringContaining('没有找到部门') })
  expect(await withdraw('示范局', '二二')).toMatchObject({ status: 2, stderr: expect.stringContaining('四位数字') })
  expect(await current()).toEqual(['plan', 'second'])
})
