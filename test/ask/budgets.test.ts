import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/app/answer.ts'
import type { Report } from '../../src/domain/report.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { checked, form, report } from './accounts.ts'

const BUREAU = '甲省乙市水务局'
const PLANNED = '丙县示范局'
const items = (rows: Record<string, string>, column: string) =>
  Object.fromEntries(Object.entries(rows).map(([row, value]) => [row, { [column]: value }]))

const budget = (department: string, year: number, three: Record<string, string>): Report => {
  const made = report(
    department,
    year,
    [
      form('expenditure', {
        '213 农林水支出': { total: '90.00', basic: '60.00', project: '30.00' },
        合计: { total: '90.00', basic: '60.00', project: '30.00' },
      }),
      form('basicExpenditure', {
        '30201 办公费': { budget: '6.00', personnel: '', public: '6.00' },
        合计: { budget: '60.00', personnel: '50.00', public: '10.00' },
      }),
      form('threePublic', items(three, 'budget')),
    ],
    [],
  )
  return { ...made, meta: { ...made.meta, kind: 'budget', file: `${department}${year}预算.pdf`, sha256: `b${made.meta.sha256.slice(1)}` } }
}

const account = report(
  BUREAU,
  2022,
  [
    form('expenditure', { 合计: { total: '88.00', basic: '60.00', project: '28.00' } }),
    form('threePublic', { total: { budget: '8.00', final: '5.00' }, reception: { budget: '3.00', final: '1.00' } }),
  ],
  [],
)

describe('budgets among final accounts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ask-budgets-'))
  let store: KnowledgeStore
  const ask = async (question: string) => answer(question, store)
  beforeAll(async () => {
    store = await openStore(join(folder, 'knowledge.db'))
    for (const one of [
      account,
      budget(BUREAU, 2022, { total: '8.00', reception: '3.50' }),
      budget(BUREAU, 2023, { total: '7.00', reception: '2.00' }),
      budget(PLANNED, 2023, { total: '7.00', reception: '2.00' }),
    ])
      await store.ingest(one, checked([]))
  })
  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  it('answers a year with a final account from the final account', async () => {
    const { answer: given } = await ask(`${BUREAU}2022年支出`)
    expect(given.headline).toContain('决算 88.00万元')
    const { answer: latest } = await ask(`${BUREAU}支出`)
    expect(latest.headline).toContain('2022年度支出合计：决算 88.00万元')
  })

  it('holds 年初预算 against the published budget and says where they part', async () => {
    const { answer: given } = await ask(`${BUREAU}2022年三公经费`)
    const note = given.notes.find((one) => one.includes('部门预算'))
    expect(note).toContain('公务接待费决算公开写年初预算 3.00万元，部门预算写 3.50万元，相差 0.50万元')
    expect(note).not.toContain('8.00')
    expect(given.figures.some(({ what, sources }) => what === '公务接待费部门预算数' && sources[0]?.kind === 'budget')).toBe(true)
  })

  it('names a budget wherever a figure comes from one, in the first line, the table, the notes and the sources', async () => {
    const { answer: given, text } = await ask(`/支出 ${BUREAU} 2023`)
    expect(given.headline).toBe(`${BUREAU}2023年度部门预算支出合计：预算 90.00万元（支出预算表）。`)
    expect(given.table?.head).toEqual(['项目', '预算数（万元）', '占支出'])
    expect(given.notes).toEqual(
      expect.arrayContaining([`没有收录${BUREAU}2023年度的决算，按这一年的部门预算回答。`, '这是部门预算里安排的数，不是决算数。']),
    )
    expect(text).toContain('《支出预算表》')
    expect(text).not.toContain('决算表')
  })

  it('shows 三公 of a budget in one column', async () => {
    const { answer: given } = await ask(`/三公 ${PLANNED} 2023`)
    expect(given.headline).toContain('“三公”经费：预算 7.00万元')
    expect(given.table?.head).toEqual(['项目', '预算数（万元）'])
    expect(given.table?.rows).toContainEqual(['公务接待费', '2.00'])
  })

  it('finds items of a budget, 人员经费 and 公用经费 in its columns', async () => {
    expect((await ask(`${PLANNED}2023年办公费`)).answer.headline).toContain('预算 6.00万元')
    expect((await ask(`${PLANNED}2023年公用经费`)).answer.headline).toContain('预算 10.00万元')
  })

  it('has no rate of execution without a final account', async () => {
    const { answer: given } = await ask(`${PLANNED}2023年三公经费预算完成率`)
    expect(given.status).toBe('not-found')
    expect(given.headline).toContain('没有收录这一年的决算')
  })
})
