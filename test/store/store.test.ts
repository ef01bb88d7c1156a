import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { factsOf } from '../../src/domain/fact.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { bare, makeCheck, makeFinding, makeReport } from './synthetic.ts'

let folder: string
let store: KnowledgeStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
  store = await openStore(join(folder, 'inner', 'knowledge.db'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('what went in comes out', () => {
  it('keeps every figure with its address and place', async () => {
    const report = makeReport()
    const { report: stored } = await store.ingest(report, makeCheck())
    expect((await store.facts({ reportId: stored.id })).map(bare)).toEqual(factsOf(report))
  })

  it('keeps the whole report, its findings and its ledger', async () => {
    const report = makeReport()
    const check = makeCheck([makeFinding('甲'), { ...makeFinding('乙'), effects: [makeFinding('丙')] }])
    const { report: stored } = await store.ingest(report, check, new Date('2024-05-06T07:08:09Z'))
    expect(await store.report(stored.id)).toEqual({ ...report, outline: null })
    expect(await store.findings(stored.id)).toEqual(check.findings)
    expect(await store.coverage(stored.id)).toEqual(check.coverage)
    expect(stored).toMatchObject({ meta: report.meta, current: true, ingestedAt: '2024-05-06T07:08:09.000Z', hasText: true })
  })

  it('survives closing and opening', async () => {
    const path = join(folder, 'again.db')
    const first = await openStore(path)
    await first.ingest(makeReport(), makeCheck())
    await first.close()
    const second = await openStore(path)
    expect(await second.reports()).toHaveLength(1)
    await second.close()
  })

  it('says null for what it does not have', async () => {
    expect(await store.report(99)).toBeNull()
    expect(await store.coverage(99)).toBeNull()
    expect(await store.edition('none')).toBeNull()
    expect(await store.findings(99)).toEqual([])
    expect(await store.departments()).toEqual([])
  })
})

describe('editions', () => {
  it('knows the same content again and changes nothing', async () => {
    const report = makeReport()
    const first = await store.ingest(report, makeCheck())
    const again = await store.ingest(report, makeCheck())
    expect([first.kind, again.kind]).toEqual(['added', 'known'])
    expect(again.report).toEqual(first.report)
    expect(await store.facts({ departmentId: first.report.departmentId })).toHaveLength(factsOf(report).length)
  })

  it('lets a new edition supersede the old one and keeps that', async () => {
    const first = await store.ingest(makeReport({ seed: 1 }), makeCheck())
    const second = await store.ingest(makeReport({ seed: 2 }), makeCheck())
    expect(second).toMatchObject({ kind: 'superseded', previous: { id: first.report.id, current: false } })
    expect((await store.reports()).map((r) => r.id)).toEqual([second.report.id])
    expect((await store.reports({ includeSuperseded: true })).map((r) => [r.id, r.current])).toEqual([
      [second.report.id, true],
      [first.report.id, false],
    ])
    expect(await store.report(first.report.id)).not.toBeNull()
    const old = {
      departmentId: first.report.departmentId,
      code: '2013101',
      forms: ['generalBudgetExpenditure', 'expenditure'],
      column: 'basic',
    } as const
    expect((await store.facts(old)).map((f) => f.reportId)).toEqual(Array(2).fill(second.report.id))
    expect(new Set((await store.facts({ ...old, currentOnly: false })).map((f) => f.reportId)).size).toBe(2)
    expect(await store.facts({ reportId: first.report.id, currentOnly: false })).not.toEqual([])
  })

  it('keeps years and departments apart, newest year first', async () => {
    await store.ingest(makeReport({ year: 2020 }), makeCheck())
    await store.ingest(makeReport({ year: 2022 }), makeCheck())
    await store.ingest(makeReport({ year: 2021, department: '青禾市河西区财政局' }), makeCheck())
    expect((await store.reports()).map((r) => r.meta.fiscalYear)).toEqual([2022, 2021, 2020])
    expect(await store.reports({ fiscalYear: 2021 })).toHaveLength(1)
    const [department] = await store.departments()
    expect(await store.reports({ departmentId: department?.id })).toHaveLength(2)
  })

  it('gives an edition known from an export its text when the original comes in', async () => {
    const exported = await store.ingest(makeReport({ sha256: 'same', text: null }), makeCheck([]))
    expect(exported.report.hasText).toBe(false)
    expect(await store.passages('接待')).toEqual([])
    const original = await store.ingest(makeReport({ sha256: 'same' }), makeCheck())
    expect(original).toMatchObject({ kind: 'known', renewed: true, report: { id: exported.report.id, hasText: true } })
    expect(await store.passages('接待')).toHaveLength(1)
    expect(await store.findings(exported.report.id)).toHaveLength(1)
    expect(await store.ingest(makeReport({ sha256: 'same', text: null }), makeCheck())).toMatchObject({
      kind: 'known',
      report: { hasText: true },
    })
  })

  it('takes a better reading of a known edition in place of the former one when asked', async () => {
    const first = await store.ingest(makeReport({ sha256: 's', seed: 1 }), makeCheck(), new Date(0))
    const better = makeReport({ sha256: 's', seed: 2, text: ['新的文字'] })
    const again = await store.reread(better, makeCheck([]))
    expect(again).toMatchObject({ kind: 'known', renewed: true, report: { id: first.report.id, ingestedAt: first.report.ingestedAt } })
    expect((await store.facts({ reportId: first.report.id })).map(bare)).toEqual(factsOf(better))
    expect(await store.findings(first.report.id)).toEqual([])
    expect((await store.passages('文字')).length + (await store.passages('接待')).length).toBe(1)
    expect(await store.reread(makeReport({ sha256: 's', text: null }), makeCheck())).toMatchObject({
      kind: 'known',
      report: { hasText: true },
    })
    expect(await store.reread(makeReport({ sha256: 'other', year: 2001 }), makeCheck())).toMatchObject({ kind: 'added' })
  })

  it('moves an edition whose department or year was misread, and gives the place back to the edition before', async () => {
    const right = await store.ingest(makeReport({ department: '河东区甲局', year: 2020 }), makeCheck())
    await store.ingest(makeReport({ department: '河东区甲局', year: 2020, sha256: 's' }), makeCheck())
    await store.reread(makeReport({ department: '河东区甲局', year: 2019, sha256: 's' }), makeCheck())
    expect((await store.reports()).map((r) => [r.meta.fiscalYear, r.current])).toEqual([
      [2020, true],
      [2019, true],
    ])
    expect((await store.reports({ fiscalYear: 2020 })).map((r) => r.id)).toEqual([right.report.id])
    await store.ingest(makeReport({ department: '河东区乙', sha256: 't' }), makeCheck())
    await store.reread(makeReport({ department: '河东区乙局', sha256: 't' }), makeCheck())
    expect((await store.departments()).map((d) => d.name)).toEqual(['河东区甲局', '河东区乙局'])
    expect(await store.passages('接待', { fiscalYear: 2019 })).toHaveLength(1)
  })

  it('goes in wholly or not at all', async () => {
    const broken = { ...makeReport(), claims: [{ ...makeReport().claims[0], figure: { text: 'x', unit: '万元', decimals: 2 } }] }
    await expect(store.ingest(broken as never, makeCheck())).rejects.toThrow()
    expect(await store.departments()).toEqual([])
    expect(await store.reports({ includeSuperseded: true })).toEqual([])
    expect(await store.ingest(makeReport(), makeCheck())).toMatchObject({ kind: 'added' })
  })

  it('takes many at once when asked, all or none', async () => {
    const three = [2019, 2020, 2021].map((year) => makeReport({ year }))
    await store.batch(async (sink) => {
      for (const report of three) await sink.ingest(report, makeCheck())
    })
    expect(await store.reports()).toHaveLength(3)
    const failing = store.batch(async (sink) => {
      await sink.ingest(makeReport({ year: 2022 }), makeCheck())
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await store.reports()).toHaveLength(3)
  })

  it('takes ingests that are started together one after the other', async () => {
    const outcomes = await Promise.all([2018, 2019, 2020].map((year) => store.ingest(makeReport({ year }), makeCheck())))
    expect(outcomes.map((o) => o.kind)).toEqual(['added', 'added', 'added'])
    expect(await store.departments()).toHaveLength(1)
  })
})
