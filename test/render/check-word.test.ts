import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkWriter } from '../../src/app/check-files.ts'
import { checkReport } from '../../src/check/index.ts'
import { parseReport } from '../../src/parse/index.ts'
import { readDocument } from '../../src/read/index.ts'
import { linesOf } from '../../src/read/text/lines.ts'
import { checkWord } from '../../src/render/check-word.ts'
import { layoutsOf } from '../check/planter/layouts.ts'

const [layout] = layoutsOf(1)
const text = (layout?.text ?? '').replace(/政府采购服务支出(\d+\.\d+)万元/, '政府采购服务支出$1元')
const report = parseReport({ file: '样例<1>.txt', sha256: 'abc', bytes: 0, type: 'text', pages: null, lines: linesOf(text), gaps: [] })
const result = checkReport(report)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-word-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the result of a check as a Word file', () => {
  it('reads back with the verdict, each finding with figures and cause, and the ledger', async () => {
    const file = join(folder, '结果.docx')
    await writeFile(file, await checkWord(report, result))
    const words = (await readDocument(file)).lines.map((line) => line.text).join('\n')
    expect(words).toContain(`${report.meta.department}${report.meta.fiscalYear}年度核对结果`)
    expect(words).toContain('样例<1>.txt')
    expect(words).toContain('数字不一致：1处')
    expect(words).toMatch(/政府采购服务支出”决算数印作[\d.]+元，按[\d.]+万元（合[\d.]+元）计/)
    expect(words).toContain('可能的原因：单位写错，应为万元。')
    expect(words).toMatch(/台账\n数字核对\d+处/)
  })

  it('is the same for the same result', async () => {
    expect(Buffer.from(await checkWord(report, result)).equals(Buffer.from(await checkWord(report, result)))).toBe(true)
  })
})

describe('the file a result is written to', () => {
  it.each(['a.md', 'a.docx', 'A.XLSX'])('%s is written', async (name) => {
    expect((await checkWriter(name)(report, result)).length).toBeGreaterThan(300)
  })

  it('says which endings there are', () => {
    expect(() => checkWriter('a.pdf')).toThrow(/\.md、\.docx 或 \.xlsx/)
  })
})
