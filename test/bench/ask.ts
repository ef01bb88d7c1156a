import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answer } from '../../src/app/answer.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { makeCheck, makeReport } from '../store/synthetic.ts'
import type { BenchPiece } from './piece.ts'

/** Filling a store with 100,000 reports takes a quarter of an hour: only where that is wanted. */
const SIZES = process.env['BENCH_LARGE'] === undefined ? [5, 10_000] : [5, 10_000, 100_000]
const YEARS = 5
const BATCH = 500
const ROUNDS = 40

const department = (i: number): string => `青禾市第${Math.floor(i / YEARS)}区档案局`
const synthetic = (i: number) =>
  makeReport({ department: department(i), year: 2018 + (i % YEARS), seed: i, sha256: `ask-${i}`, text: null })

async function fill(store: KnowledgeStore, reports: number): Promise<void> {
  const check = makeCheck()
  for (let from = 0; from < reports; from += BATCH)
    await store.batch(async (sink) => {
      for (let i = from; i < Math.min(from + BATCH, reports); i++) await sink.ingest(synthetic(i), check)
    })
}

interface Spread {
  readonly first: number
  readonly p50: number
  readonly p99: number
}

/** The first answer builds the index of names; the others are what people wait for. */
async function spread(ask: (round: number) => Promise<unknown>, rounds = ROUNDS): Promise<Spread> {
  const taken: number[] = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    await ask(i)
    taken.push(performance.now() - start)
  }
  const sorted = taken.slice(1).sort((a, b) => a - b)
  return { first: taken[0] ?? 0, p50: sorted[sorted.length >> 1] ?? 0, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0 }
}

interface Costs {
  readonly lookup: Spread
  readonly compare: Spread
  readonly trend: Spread
  readonly ranking: Spread
  readonly unknown: Spread
}

async function measure(reports: number): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-bench-ask-'))
  try {
    const store = await openStore(join(folder, 'knowledge.sqlite'))
    await fill(store, reports)
    const one = (i: number) => department((i * 7919) % reports)
    const say = (text: string) => answer(text, store)
    const costs = {
      lookup: await spread((i) => say(`${one(i)}2020年接待费`)),
      compare: await spread((i) => say(`${one(i)}和${one(i + 1)}2020年三公`)),
      trend: await spread((i) => say(`${one(i)}近三年三公`)),
      ranking: await spread((i) => say(`${2018 + (i % YEARS)}年三公排名`), 6),
      unknown: await spread((i) => say(`白石市第${i}区财政局2020年三公`), 12),
    }
    await store.close()
    return costs
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const WORDS: readonly (readonly [keyof Costs, string])[] = [
  ['lookup', '查一个数'],
  ['compare', '两个部门比较'],
  ['trend', '近三年'],
  ['ranking', '一年内全部排名'],
  ['unknown', '没有的部门'],
]
const PARTS: readonly (readonly [keyof Spread, string])[] = [
  ['first', '第一次'],
  ['p50', 'p50'],
  ['p99', 'p99'],
]

/** @param sizes numbers of reports, the smallest first */
export const askPiece = (sizes: readonly number[]): BenchPiece => ({
  title: '回答',
  missing: () => null,
  async run() {
    const costs: Costs[] = []
    for (const size of sizes) costs.push(await measure(size))
    return {
      title: this.title,
      sizes: sizes.map((size) => `${size}份`),
      measurements: WORDS.flatMap(([key, what]) =>
        PARTS.map(([part, words]) => ({ what: `${what} ${words}`, unit: 'ms' as const, values: costs.map((one) => one[key][part]) })),
      ),
      remarks: [`合成报告，每个部门${YEARS}个年度；第一次查询要建部门名称的索引。设环境变量 BENCH_LARGE=1 再测10万份。`],
    }
  },
})

export const piece = askPiece(SIZES)
