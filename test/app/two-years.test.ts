import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answer } from '../../src/app/answer.ts'
import { EXAMINER } from '../../src/app/examine.ts'
import { ingestFiles } from '../../src/app/ingest.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { type InventedAccount, inventedAccount, inventedBudget } from './invented.ts'

const LAST: InventedAccount = {
  year: 2021,
  spent: '80.00',
  basic: '50.00',
  project: '30.00',
  change: '增加10.00万元，增长14.29%',
  opening: '78.00',
  reception: { budget: '3.00', final: '2.00', change: '增加0.50万元，增长33.33%' },
}
const THIS: InventedAccount = {
  year: 2022,
  spent: '100.00',
  basic: '60.00',
  project: '40.00',
  change: '增加20.00万元，增长25.00%',
  opening: '90.00',
  reception: { budget: '3.00', final: '1.50', change: '减少0.50万元，下降25.00%' },
}
/** Coherent in itself: only last year's report shows that 75.00 was never spent. */
const WRONG_BASE = { ...THIS, change: '增加25.00万元，增长33.33%' }
const PLAN = { year: 2022, planned: '900,000', basic: '600,000', project: '300,000', reception: '3.00' }

const temporary = temporaryFolder()
let store: KnowledgeStore
let folder: string

beforeEach(async () => {
  const file = temporary.file()
  store = await openStore(file)
  folder = join(file, '..')
})
afterEach(() => store.close())

/** Takes texts in, one after the other. */
async function ingest(...texts: readonly string[]) {
  const files = texts.map((text, i) => {
    const file = join(folder, `${i}.txt`)
    writeFileSync(file, text)
    return file
  })
  return ingestFiles(files, { ...EXAMINER, store })
}

const said = async (question: string) => (await answer(question, store)).answer
const contradictions = async (year: number) => {
  const [report] = await store.reports({ fiscalYear: year })
  const findings = report === undefined ? [] : await store.findings(report.id)
  return findings.filter(({ verdict }) => verdict === 'inconsistent')
}

describe('two final accounts of one department', () => {
  it('that fit are compared and have nothing against each other', async () => {
    const rows = await ingest(inventedAccount(LAST), inventedAccount(THIS))
    expect(rows.map(({ outcome, fiscalYear, contradictions }) => [outcome, fiscalYear, contradictions])).toEqual([
      ['added', 2021, 0],
      ['added', 2022, 0],
    ])
    const [report] = await store.reports({ fiscalYear: 2022 })
    const coverage = await store.coverage(report?.id ?? 0)
    expect(coverage?.unchecked.map(({ reason }) => reason)).not.toContain('没有上年的报告')
  })

  it('that do not fit are told, with both figures and the year', async () => {
    await ingest(inventedAccount(LAST), inventedAccount(WRONG_BASE))
    const found = await contradictions(2022)
    expect(found.map(({ rule }) => rule)).toEqual(['prior.report', 'prior.report'])
    expect(found[0]?.statement).toContain('75.00万元')
    expect(found[0]?.statement).toContain('2021年度报告')
    expect(found[0]?.statement).toContain('80.00万元')
    expect(await contradictions(2021)).toEqual([])
  })

  it('are compared whichever comes in first', async () => {
    const rows = await ingest(inventedAccount(WRONG_BASE), inventedAccount(LAST))
    expect(rows.map(({ fiscalYear, next }) => [fiscalYear, next])).toEqual([
      [2022, null],
      [2021, { fiscalYear: 2022, contradictions: 2 }],
    ])
    const late = (await contradictions(2022)).map(({ statement }) => statement)
    const [report] = await store.reports({ fiscalYear: 2022 })
    const coverage = await store.coverage(report?.id ?? 0)
    await store.withdraw(report?.id ?? 0)
    await ingest(inventedAccount(WRONG_BASE))
    const [again] = await store.reports({ fiscalYear: 2022 })
    expect((await contradictions(2022)).map(({ statement }) => statement)).toEqual(late)
    expect({ ...coverage, unchecked: null }).toEqual({ ...(await store.coverage(again?.id ?? 0)), unchecked: null })
  })

  it('that do not fit are not told while only one is known', async () => {
    await ingest(inventedAccount(WRONG_BASE))
    expect(await contradictions(2022)).toEqual([])
  })
})

describe('a budget and the final account of the same year', () => {
  it('stay two reports: each says which it is', async () => {
    const rows = await ingest(inventedAccount(THIS), inventedBudget(PLAN))
    expect(rows.map(({ outcome, kind }) => [outcome, kind])).toEqual([
      ['added', 'finalAccount'],
      ['added', 'budget'],
    ])
    expect((await said('/支出 示范水务局 2022')).headline).toContain('决算 100.00万元')
    expect((await said('/三公 示范水务局 2022')).headline).toContain('决算 1.50万元，年初预算 3.00万元')
  })

  it('agree where 年初预算 is the published budget, and the answer says so', async () => {
    await ingest(inventedAccount(THIS), inventedBudget(PLAN))
    expect((await said('/支出 示范水务局 2022')).notes.join()).toMatch(/年初预算与公开的2022年部门预算一致.*一般公共预算财政拨款支出/)
    expect((await said('/三公 示范水务局 2022')).notes.join()).toMatch(/年初预算与公开的2022年部门预算一致/)
  })

  it('that part are both shown, each in its unit, with the difference', async () => {
    await ingest(inventedAccount(THIS), inventedBudget({ ...PLAN, planned: '950,000', project: '350,000', reception: '4.00' }))
    const expenditure = (await said('/支出 示范水务局 2022')).notes.join()
    expect(expenditure).toContain('决算公开写年初预算 90.00万元，部门预算写 950000元（合95.00万元），相差 5.00万元')
    expect((await said('/三公 示范水务局 2022')).notes.join()).toContain('年初预算 3.00万元，部门预算写 4.00万元，相差 1.00万元')
  })

  it('a budget alone answers as a budget', async () => {
    await ingest(inventedBudget(PLAN))
    const given = await said('/支出 示范水务局 2022')
    expect(given.headline).toContain('部门预算')
    expect(given.headline).not.toContain('决算')
  })
})

describe('two budgets of one department', () => {
  const earlier = {
    year: 2021,
    planned: '800,000',
    basic: '500,000',
    project: '300,000',
    reception: '3.00',
    told: { total: '80.00', more: '5.00' },
  }
  const later = (more: string) => ({ ...PLAN, told: { total: '90.00', more } })

  it('that fit have nothing against each other', async () => {
    await ingest(inventedBudget(earlier), inventedBudget(later('10.00')))
    expect(await contradictions(2022)).toEqual([])
    const [report] = await store.reports({ fiscalYear: 2022 })
    expect((await store.coverage(report?.id ?? 0))?.unchecked.map(({ reason }) => reason)).not.toContain('没有上年的报告')
  })

  it("are held against each other, never against an account's spending", async () => {
    await ingest(inventedAccount({ ...LAST, spent: '77.00', project: '27.00' }), inventedBudget(earlier), inventedBudget(later('15.00')))
    const [found] = await contradictions(2022)
    expect(found?.statement).toMatch(/750000元|75\.00万元/)
    expect(found?.statement).toContain('80.00万元')
    expect(found?.statement).not.toContain('77')
  })
})
