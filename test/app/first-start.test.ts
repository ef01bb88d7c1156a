import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { firstStart } from '../../src/app/first-start.ts'
import { whatIsKnown } from '../../src/app/known.ts'
import type { Report } from '../../src/domain/report.ts'
import { parseReport } from '../../src/parse/index.ts'
import { readDocument } from '../../src/read/index.ts'
import { standardForm } from '../../src/render/standard-form.ts'
import { openStore } from '../../src/store/index.ts'
import { nothingFound, smallReport } from '../cli/calling.ts'

let folder: string
let read: string[]
const examiner = {
  readReport: async (file: string): Promise<Report> => {
    read.push(file)
    return parseReport(await readDocument(file))
  },
  checkReport: async () => nothingFound,
}

const otherYear = { ...smallReport, meta: { ...smallReport.meta, fiscalYear: 2021, sha256: 'cd'.repeat(32) } }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-start-'))
  read = []
  mkdirSync(join(folder, 'reports'))
  writeFileSync(join(folder, 'reports', 'a.md'), standardForm(smallReport))
  writeFileSync(join(folder, 'reports', 'b.md'), standardForm(otherYear))
})

describe('the first start', () => {
  it('takes in what ships, and does nothing the second time', async () => {
    const store = await openStore(join(folder, 'store.sqlite'))
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toEqual({ added: 2, renewed: 0 })
    expect(await whatIsKnown(store)).toEqual([
      { department: '某市示范局', aliases: expect.arrayContaining(['示范局']), years: [2022, 2021] },
    ])
    const facts = await store.facts({ fiscalYear: 2022, column: 'total' })
    expect(facts[0]).toMatchObject({ where: { line: 12, raw: '1,234. 50' }, figure: { text: '1234.50' } })
    read = []
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toEqual({ added: 0, renewed: 0 })
    expect(read).toEqual([])
    await store.close()
  })

  it('adds what a newer version ships', async () => {
    const store = await openStore(join(folder, 'store.sqlite'))
    await firstStart(store, examiner, join(folder, 'reports'))
    const third = { ...smallReport, meta: { ...smallReport.meta, fiscalYear: 2020, sha256: 'ef'.repeat(32) } }
    writeFileSync(join(folder, 'reports', 'c.md'), standardForm(third))
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toEqual({ added: 1, renewed: 0 })
    await store.close()
  })

  it('reads anew what a newer version ships in other words, once', async () => {
    const store = await openStore(join(folder, 'store.sqlite'))
    await firstStart(store, examiner, join(folder, 'reports'))
    const [before] = await store.reports({ fiscalYear: 2021 })
    await new Promise((done) => setTimeout(done, 20))
    const better = { ...otherYear, meta: { ...otherYear.meta, aliases: ['示范局', '市示范局'] } }
    writeFileSync(join(folder, 'reports', 'b.md'), standardForm(better))
    read = []
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toEqual({ added: 0, renewed: 1 })
    expect(read).toEqual([join(folder, 'reports', 'b.md')])
    const [after] = await store.reports({ fiscalYear: 2021 })
    expect(after).toMatchObject({ id: before?.id, ingestedAt: before?.ingestedAt })
    expect(after?.meta.aliases).toContain('市示范局')
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toEqual({ added: 0, renewed: 0 })
    await store.close()
  })

  it('leaves alone what was read from the original, or taken back or corrected by people', async () => {
    const store = await openStore(join(folder, 'store.sqlite'))
    await firstStart(store, examiner, join(folder, 'reports'))
    await store.reread({ ...otherYear, outline: { paragraphs: [] } }, nothingFound)
    const [small] = await store.reports({ fiscalYear: 2022 })
    await store.withdraw(small?.id ?? 0)
    const third = { ...smallReport, meta: { ...smallReport.meta, fiscalYear: 2020, sha256: 'ef'.repeat(32) } }
    await store.ingest(third, nothingFound)
    const by = { id: '1', name: '甲' }
    const { sha256, department, fiscalYear } = third.meta
    await store.note({ action: 'taken-in', by, sha256, department, fiscalYear, detail: '年度由2022改为2020' })
    await new Promise((done) => setTimeout(done, 20))
    for (const [name, report] of [
      ['a.md', smallReport],
      ['b.md', otherYear],
      ['c.md', third],
    ] as const)
      writeFileSync(join(folder, 'reports', name), standardForm({ ...report, meta: { ...report.meta, aliases: ['另一名'] } }))
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toEqual({ added: 0, renewed: 0 })
    await store.close()
  })

  it('puts in all or nothing', async () => {
    writeFileSync(join(folder, 'reports', 'c.md'), '---\nstandardForm: 1\n')
    const store = await openStore(join(folder, 'store.sqlite'))
    await expect(firstStart(store, examiner, join(folder, 'reports'))).rejects.toThrow()
    expect(await store.reports()).toEqual([])
    await store.close()
  })

  it('is content where nothing ships', async () => {
    const store = await openStore(join(folder, 'store.sqlite'))
    expect(await firstStart(store, examiner, join(folder, 'nowhere'))).toEqual({ added: 0, renewed: 0 })
    await store.close()
  })
})
