import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXAMINER, readReport } from '../../src/app/examine.ts'
import { ingestFiles } from '../../src/app/ingest.ts'
import { openStore } from '../../src/store/index.ts'
import { zip } from '../read/formats/zip.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { inventedAccount, inventedBudget } from './invented.ts'

const BUREAU = '甲省乙县示范水务局'
const account = (year: number, spent = '100.00') =>
  inventedAccount({
    year,
    spent,
    basic: '60.00',
    project: spent === '100.00' ? '40.00' : '47.50',
    change: '增加20.00万元，增长25.00%',
    opening: '90.00',
    reception: { budget: '3.00', final: '1.50', change: '减少0.50万元，下降25.00%' },
  })
const ACCOUNT = account(2022)
const FORMS_AT = ACCOUNT.indexOf('收入支出决算总表')
const WORDS_AT = ACCOUNT.indexOf('第三部分')
const HEAD = ACCOUNT.slice(0, FORMS_AT)
const FORMS = ACCOUNT.slice(FORMS_AT, WORDS_AT)
const WORDS = ACCOUNT.slice(WORDS_AT)
const PLAN = inventedBudget({ year: 2022, planned: '900,000', basic: '600,000', project: '300,000', reception: '3.00' })

const temporary = temporaryFolder()
const placed = (name: string): string => {
  const folder = dirname(temporary.file())
  mkdirSync(folder, { recursive: true })
  return join(folder, name)
}
const archived = (files: Readonly<Record<string, string>>): string => {
  const file = placed('报告.zip')
  writeFileSync(file, zip(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))))
  return file
}
const refusal = (files: Readonly<Record<string, string>>): Promise<string> =>
  readReport(archived(files)).then(
    ({ meta }) => `read as ${meta.department}${meta.fiscalYear}`,
    (error: Error) => error.message,
  )

describe('an archive of several reports', () => {
  it.each([
    ['of two departments', ACCOUNT.replaceAll('水务', '林业'), '甲省乙县示范林业局2022年度决算（2.txt）'],
    ['of a city and its district', account(2022, '107.50').replaceAll('甲省乙县示范', '甲省示范'), '甲省示范水务局2022年度决算（2.txt）'],
    ['of two of one place, words beside forms', (HEAD + WORDS).replaceAll('水务', '林业'), '甲省乙县示范林业局2022年度决算（2.txt）'],
    ['of two years', account(2021), `${BUREAU}2021年度决算（2.txt）`],
    ['a budget and an account', PLAN, `${BUREAU}2022年度预算（2.txt）`],
    ['of an office and its like', account(2022, '107.50').replaceAll('甲省乙县', ''), '示范水务局2022年度决算（2.txt）'],
  ])('%s is refused, and they are listed', async (_, other, listed) => {
    const said = await refusal({ '1.txt': ACCOUNT, '2.txt': other })
    expect(said).toContain('里是两份报告：')
    expect(said).toContain(`${BUREAU}2022年度决算（1.txt）`)
    expect(said).toContain(listed)
    expect(said).toMatch(/分开给。$/)
  })

  it('with the words of one and the forms of another is refused, too', async () => {
    const said = await refusal({ '1.txt': (HEAD + WORDS).replaceAll('水务', '林业'), '2.txt': HEAD + FORMS })
    expect(said).toContain('甲省乙县示范林业局2022年度决算（1.txt）、甲省乙县示范水务局2022年度决算（2.txt）')
  })

  it('leaves the stored report of either as it was', async () => {
    const store = await openStore(temporary.file())
    const single = placed('水务.txt')
    writeFileSync(single, ACCOUNT)
    const both = archived({ '1.txt': ACCOUNT, '2.txt': ACCOUNT.replaceAll('水务', '林业') })
    const files = await ingestFiles([single, both], { ...EXAMINER, store })
    expect(files.map(({ outcome }) => outcome)).toEqual(['added', 'refused'])
    expect((await store.reports({ includeSuperseded: true })).map(({ meta }) => meta.file)).toEqual(['水务.txt'])
    await store.close()
  })
})

describe('an archive of one report', () => {
  const nameless = (text: string) => text.replaceAll(`部门：${BUREAU} `, '').replaceAll(BUREAU, '本部门')
  it.each([
    ['words and forms', { '1说明.txt': HEAD + WORDS, '2表.txt': HEAD + FORMS }],
    ['forms that name nobody', { '1说明.txt': HEAD + WORDS, '2表.txt': `2022年度决算表\n${nameless(FORMS)}` }],
    ['forms under the short name', { '1说明.txt': HEAD + WORDS, '2表.txt': `2022年度\n${FORMS.replaceAll('甲省', '')}` }],
    ['names spelt in two ways', { '1说明.txt': (HEAD + WORDS).replaceAll('乙县示范', '乙县（示范区）'), '2表.txt': HEAD + FORMS }],
    ['the same twice', { '公开.txt': ACCOUNT, '决算.md': ACCOUNT }],
    ['with another attachment', { '1.txt': ACCOUNT, '2.txt': '2021年度丙镇卫生院项目绩效自评\n项目支出10.00万元，得分98分。' }],
  ])('%s stays one', async (_, files) => {
    const report = await readReport(archived(files))
    expect(report.meta).toMatchObject({ department: expect.stringMatching(/^甲省乙县.*水务局$/), fiscalYear: 2022, kind: 'finalAccount' })
    expect(report.forms.map(({ id }) => id)).toContain('overview')
    expect(report.claims.some(({ subject, figure }) => subject === 'expenditure.total' && figure.text === '100.00')).toBe(true)
  })
})
