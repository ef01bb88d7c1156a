import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/app/answer.ts'
import { checkReport, readReport } from '../../src/app/examine.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'

const REPORTS = fileURLToPath(new URL('../../../shared/reports/', import.meta.url))
const FILES = ['qiaokou-2020.txt', 'hanyang-2024.txt', 'hongshan-2021.txt', 'qingshan-2020.txt']
const here = FILES.every((file) => existsSync(join(REPORTS, file)))

let store: KnowledgeStore
const folder = mkdtempSync(join(tmpdir(), 'chazhang-corpus-'))
beforeAll(async () => {
  if (!here) return
  store = await openStore(join(folder, 'corpus.sqlite'))
  for (const file of FILES) {
    const report = await readReport(join(REPORTS, file))
    await store.ingest(report, await checkReport(report))
  }
})
afterAll(async () => {
  if (here) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Figures as the reports print them, with the line they stand in. */
const PRINTED: readonly (readonly [question: string, value: string, line: number])[] = [
  ['硚口机关工委2020年三公', '0.00', 459],
  ['桥口机关工委2020年接待费预算多少', '0.60', 459],
  ['/支出 硚口机关工委 2020 工资', '248.66', 374],
  ['/支出 硚口机关工委 2020 2013101', '268.74', 194],
  ['/支出 硚口机关工委 2020', '342.36', 99],
  ['硚口机关工委2020年办公费', '2.96', 376],
  ['洪山区委办2021年支出', '1141.94', 93],
  ['洪山区委办2021年公车花了多少', '17.07', 215],
  ['qingshan 2020 运行经费', '36.51', 288],
]

describe.skipIf(!here)(`real reports${here ? '' : ' (skipped: ../shared/reports is not here)'}`, () => {
  it.each(PRINTED)('%s → %s', async (question, value, line) => {
    const { answer: given, text } = await answer(question, store)
    expect(given.status).toBe('answered')
    expect(given.figures[0]?.figure.text).toBe(value)
    expect(given.figures[0]?.sources[0]?.line).toBe(line)
    expect(text.split('\n')[0]).toContain(value)
  })

  it('shows a figure with its rival where the report contradicts itself', async () => {
    const { text } = await answer('汉阳机关工委2024年住房保障支出', store)
    expect(text).toContain('11.45万元')
    expect(text).toContain('11.43万元')
    expect(text).toContain('相差 0.02万元')
  })

  it('asks back, and says what is not there', async () => {
    expect((await answer('区委办2020年三公', store)).answer).toMatchObject({ status: 'ambiguous', figures: [] })
    expect((await answer('青山区委办2020年办公费', store)).answer).toMatchObject({ status: 'not-found', figures: [] })
    expect((await answer('洪山区委办2018年三公', store)).answer).toMatchObject({ status: 'not-found', figures: [] })
    expect((await answer('洪山区委办2020年三公', store)).text.split('\n')[0]).toContain('14.41万元（按2021年度报告推算')
  })
})
