import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import type { FactQuery, KnowledgeStore } from '../../src/store/interface.ts'
import { makeCheck, makeReport } from './synthetic.ts'
import { temporaryFolder } from './temporary.ts'

const folder = temporaryFolder()
let store: KnowledgeStore

const DEPARTMENTS = [
  ['河东区甲局', '12.00', '万元'],
  ['河东区乙局', '130000.00', '元'],
  ['河东区丙局', '0.01', '亿元'],
  ['河东区丁局', '-3.00', '万元'],
  ['河东区戊局', '9.50', '万元'],
] as const

beforeEach(async () => {
  store = await openStore(folder.file())
  for (const [department, reception, unit] of DEPARTMENTS) {
    await store.ingest(makeReport({ department, reception, unit, year: 2021 }), makeCheck())
    await store.ingest(makeReport({ department, reception: '77.00', unit, year: 2020 }), makeCheck())
  }
})
afterEach(() => store.close())

const names = async (query: FactQuery): Promise<string[]> => {
  const departments = new Map((await store.departments()).map((d) => [d.id, d.name.slice(-2)]))
  return (await store.facts(query)).map((fact) => `${departments.get(fact.departmentId)} ${fact.figure.text}${fact.figure.unit}`)
}
const RECEPTION = { fiscalYear: 2021, forms: ['threePublic'], name: 'reception', column: 'final', unit: 'money' } as const

describe('rankings', () => {
  it('compare amounts across units', async () => {
    expect(await names({ ...RECEPTION, order: 'largest', limit: 3 })).toEqual(['丙局 0.01亿元', '乙局 130000.00元', '甲局 12.00万元'])
    expect(await names({ ...RECEPTION, order: 'smallest', limit: 2 })).toEqual(['丁局 -3.00万元', '戊局 9.50万元'])
  })

  it('work by subject as well, leave other units out, and name each report once', async () => {
    const subject = { fiscalYear: 2021, subject: 'threePublic.reception', order: 'largest', unit: 'money' } as const
    expect(await names({ ...subject, limit: 2 })).toEqual(['丙局 0.01亿元', '乙局 130000.00元'])
    expect(await names({ ...subject, unit: '%', limit: 1 })).toEqual(['甲局 12.50%'])
    const once = await store.facts({ fiscalYear: 2021, column: 'final', unit: 'money', order: 'largest', oncePerReport: true, limit: 4 })
    expect(new Set(once.map((fact) => fact.reportId)).size).toBe(4)
  })

  it('leave superseded editions out', async () => {
    await store.ingest(makeReport({ department: '河东区丙局', reception: '1.00', year: 2021 }), makeCheck())
    expect(await names({ ...RECEPTION, order: 'largest', limit: 2 })).toEqual(['乙局 130000.00元', '甲局 12.00万元'])
  })
})

describe('figures by address', () => {
  it('are found by department, year, form, code, name, column and subject', async () => {
    const [department] = await store.departments()
    const at = { departmentId: department?.id, fiscalYear: 2021 }
    const one = await store.facts({ ...at, forms: ['expenditure'], code: '2013101', column: 'basic' })
    expect(one).toHaveLength(1)
    expect(one[0]).toMatchObject({ row: { code: '2013101', name: '行政运行' }, fiscalYear: 2021, departmentId: department?.id })
    expect(await store.facts({ ...at, name: '行政运行', forms: ['generalBudgetExpenditure'] })).toHaveLength(3)
    expect(await store.facts({ ...at, subject: 'threePublic.reception' })).toHaveLength(2)
    expect(await store.facts({ code: '2013101', forms: ['expenditure'], column: 'basic' })).toHaveLength(10)
    expect(await store.facts({ ...at, forms: [] })).toEqual([])
    expect(await store.facts({ ...at, limit: 0 })).toEqual([])
    expect(await store.facts({ code: "2013101' or 1=1 --" })).toEqual([])
  })
})
