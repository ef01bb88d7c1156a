import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { makeCheck, makeReport } from '../store/synthetic.ts'
import { type BenchPiece, milliseconds } from './piece.ts'

const SIZES = [5, 1_000, 10_000]
/** So many reports go in one by one and are timed; the others before them as batches. */
const TIMED = 5
const BATCH = 500
const YEARS = 5

/** What a store of a given size costs. */
export interface StoreCosts {
  readonly reports: number
  readonly ingest: number
  readonly bulk: number
  readonly open: number
  readonly point: number
  readonly reportFacts: number
  readonly departments: number
  readonly ranking: number
  readonly search: number
  readonly searchInside: number
  readonly megabytes: number
}

const synthetic = (i: number) =>
  makeReport({ department: `青禾市第${Math.floor(i / YEARS)}区档案局`, year: 2018 + (i % YEARS), seed: i, sha256: `bench-${i}` })

/** Fills a new store with so many synthetic reports (five years a department) and measures what one notices. */
export async function measureStore(reports: number): Promise<StoreCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-bench-'))
  const path = join(folder, 'knowledge.sqlite')
  try {
    const filling = await openStore(path)
    const bulk = await fill(filling, reports - TIMED)
    const ingest = await ingestLast(filling, reports)
    await filling.close()
    const start = performance.now()
    const store = await openStore(path)
    const open = performance.now() - start
    const costs = await askAround(store, Math.floor(reports / 2))
    await store.close()
    return { reports, ingest, bulk, open, ...costs, megabytes: statSync(path).size / 1e6 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns milliseconds a report */
async function fill(store: KnowledgeStore, reports: number): Promise<number> {
  const check = makeCheck()
  const start = performance.now()
  for (let from = 0; from < reports; from += BATCH) {
    await store.batch(async (sink) => {
      for (let i = from; i < Math.min(from + BATCH, reports); i++) await sink.ingest(synthetic(i), check)
    })
  }
  return reports <= 0 ? 0 : (performance.now() - start) / reports
}

async function ingestLast(store: KnowledgeStore, reports: number): Promise<number> {
  let next = Math.max(0, reports - TIMED)
  return milliseconds(() => store.ingest(synthetic(next++), makeCheck()), Math.min(TIMED, reports))
}

async function askAround(store: KnowledgeStore, report: number) {
  const meta = synthetic(report).meta
  const departmentId = (await store.departmentOf(meta))?.id ?? 0
  const { fiscalYear } = meta
  const cell = { departmentId, fiscalYear, forms: ['expenditure'], code: '2013101', column: 'basic' } as const
  const { departmentId: _, ...everywhere } = cell
  return {
    point: await milliseconds(() => store.facts(cell)),
    reportFacts: await milliseconds(() => store.facts({ departmentId, fiscalYear })),
    departments: await milliseconds(() => store.departments()),
    ranking: await milliseconds(() => store.facts({ ...everywhere, unit: 'money', order: 'largest', limit: 10 })),
    search: await milliseconds(() => store.passages('公务接待 批次'), 3),
    searchInside: await milliseconds(() => store.passages('接待', { departmentId, fiscalYear })),
  }
}

const WORDS: readonly (readonly [keyof StoreCosts, string, 'ms' | 'MB'])[] = [
  ['ingest', '收录一份报告', 'ms'],
  ['bulk', '成批收录，每份', 'ms'],
  ['open', '打开知识库', 'ms'],
  ['point', '查一个数', 'ms'],
  ['reportFacts', '取一份报告的全部数', 'ms'],
  ['departments', '列出部门', 'ms'],
  ['ranking', '某年某科目前十', 'ms'],
  ['search', '全文检索（每份都命中）', 'ms'],
  ['searchInside', '在一个部门一年内检索', 'ms'],
  ['megabytes', '文件大小', 'MB'],
]

/** @param sizes numbers of reports, the smallest first */
export const storePiece = (sizes: readonly number[]): BenchPiece => ({
  title: '知识库',
  missing: () => null,
  async run() {
    const costs: StoreCosts[] = []
    for (const size of sizes) costs.push(await measureStore(size))
    const figures = costs[0] === undefined ? 0 : (await import('../../src/domain/fact.ts')).factsOf(synthetic(0)).length
    return {
      title: this.title,
      sizes: sizes.map((size) => `${size}份`),
      measurements: WORDS.map(([key, what, unit]) => ({ what, unit, values: costs.map((one) => one[key]) })),
      remarks: [`合成报告，每份${figures}个数、两段文字，每个部门${YEARS}个年度。256MB以内的知识库打开时逐页检查。`],
    }
  },
})

export const piece = storePiece(SIZES)
