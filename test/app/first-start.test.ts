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
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toBe(2)
    expect(await whatIsKnown(store)).toEqual([
      { department: '某市示范局', aliases: expect.arrayContaining(['示范局']), years: [2022, 2021] },
    ])
    const facts = await store.facts({ fiscalYear: 2022, column: 'total' })
    expect(facts[0]).toMatchObject({ where: { line: 12, raw: '1,234. 50' }, figure: { text: '1234.50' } })
    read = []
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toBe(0)
    expect(read).toEqual([])
    await store.close()
  })

  it('adds what a newer version ships', async () => {
    const store = await openStore(join(folder, 'store.sqlite'))
    await firstStart(store, examiner, join(folder, 'reports'))
    const third = { ...smallReport, meta: { ...smallReport.meta, fiscalYear: 2020, sha256: 'ef'.repeat(32) } }
    writeFileSync(join(folder, 'reports', 'c.md'), standardForm(third))
    expect(await firstStart(store, examiner, join(folder, 'reports'))).toBe(1)
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
    expect(await firstStart(store, examiner, join(folder, 'nowhere'))).toBe(0)
    await store.close()
  })
})
