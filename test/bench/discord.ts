import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { COMMANDS } from '../../commands/index.ts'
import { chatServices } from '../../src/app/chat-services.ts'
import { NameSuggestions, type Suggested } from '../../src/app/suggest-names.ts'
import { startBot } from '../../src/chat/discord/bot.ts'
import { createLog } from '../../src/chat/discord/log.ts'
import { TIMING } from '../../src/chat/discord/services.ts'
import { knownStore, QIAOKOU } from '../ask/known.ts'
import { command, type Person, typing } from '../chat/discord/people.ts'
import { FakeDiscord, TOKEN } from '../chat/discord/server.ts'
import type { BenchPiece, BenchResult } from './piece.ts'

/** How the bot bears many people at once, and how long one waits for a name while typing. */

const PEOPLE = 200
/** `npm run bench -- discord 60s` for the whole minute. */
const SECONDS = Number(process.argv.find((word) => /^\d+s$/.test(word))?.slice(0, -1) ?? 20)
/** A person thinks this long before the next question. */
const THINKS_MS = 1000
const SIZES = [10_000, 200_000]
const MB = 1024 * 1024

const QUESTIONS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['三公', { 部门: '硚口机关工委', 年度: '2020' }],
  ['支出', { 部门: '汉阳机关工委', 年度: '2024' }],
  ['支出', { 部门: QIAOKOU, 年度: '2020', 科目: '办公费' }],
  ['收入', { 部门: '洪山区委办', 年度: '2021' }],
  ['三公', { 部门: '机关工委' }],
  ['部门', {}],
]

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
/** What is in use once everything that can be let go is gone: the heap, and all that the system gave. */
const memory = (): { readonly heap: number; readonly all: number } => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed / MB, all: rss / MB }
}
const memoryWords = ({ heap, all }: ReturnType<typeof memory>): string => `${heap.toFixed(0)} MB（进程共 ${all.toFixed(0)} MB）`
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface Load {
  /** Milliseconds to the first response, sorted: of questions, of completions while typing. */
  readonly asked: readonly number[]
  readonly typed: readonly number[]
  readonly before: ReturnType<typeof memory>
  readonly after: ReturnType<typeof memory>
}

async function load(): Promise<Load> {
  const discord = await new FakeDiscord().listen()
  const known = await knownStore()
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-bench-'))
  const services = await chatServices(known.store, folder, { maxBytes: MB, hosts: [] })
  const many = { userPerMinute: 10_000, serverPerMinute: 1_000_000 }
  const settings = { token: TOKEN, api: discord.api, channels: [], roles: [], editorRoles: [], ...many, ...TIMING }
  const bot = await startBot(settings, { ...services, commands: COMMANDS, explain: () => null }, createLog('error', TOKEN))
  await command(discord, '帮助').message()
  const before = memory()
  const asked: number[] = []
  const typed: number[] = []
  const until = Date.now() + SECONDS * 1000
  const person = async (number: number): Promise<void> => {
    const by: Person = { id: String(600_000_000_000_000_000n + BigInt(number)), name: `第${number}人`, roles: [], permissions: '0' }
    await pause((number / PEOPLE) * THINKS_MS)
    for (let turn = number; Date.now() < until; turn++) {
      const [name, values] = QUESTIONS[turn % QUESTIONS.length] ?? ['帮助', {}]
      const start = performance.now()
      const types = turn % 3 === 0
      await (types ? typing(discord, '三公', { 部门: '硚口' }, '部门') : command(discord, name, values, { by }).callback())
      const into = types ? typed : asked
      into.push(performance.now() - start)
      await pause(THINKS_MS)
    }
  }
  await Promise.all(Array.from({ length: PEOPLE }, (_, i) => person(i)))
  const after = memory()
  await bot.stop()
  await services.close()
  await discord.close()
  await known.close()
  rmSync(folder, { recursive: true, force: true })
  const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b)
  return { asked: sorted(asked), typed: sorted(typed), before, after }
}

const PLACES = '安宁平昌江武汉长沙成重广深州海河山东西南北中新'
const ORGANS = [
  '自然资源和规划局',
  '卫生健康委员会',
  '人力资源和社会保障局',
  '财政局',
  '区委直属机关工作委员会',
  '人民政府办公室',
  '教育局',
  '医疗保障局',
]

/** Names as departments have them, made up. */
const names = (count: number): Suggested[] =>
  Array.from({ length: count }, (_, i) => {
    const place = (shift: number): string => PLACES[(i >> shift) % PLACES.length] ?? ''
    const district = `${place(0)}${place(3)}${place(7)}区`
    const organ = ORGANS[i % ORGANS.length] ?? ''
    return { name: `${place(5)}${place(9)}省${place(11)}${place(2)}市${district}${organ}`, aliases: [`${district}${organ.slice(0, 3)}`] }
  })

const TYPED = [
  '规资局',
  '武汉',
  '人社局',
  '安宁自然资规',
  'wuhan',
  'zzzz',
  '卫健委',
  '财政句',
  '机关工委',
  '局',
  '宁平昌区',
  '长沙市教育居',
]

async function completion(count: number): Promise<readonly number[]> {
  const index = await NameSuggestions.build(names(count))
  const took: number[] = []
  for (let round = 0; round < 10; round++)
    for (const words of TYPED)
      for (let length = 1; length <= words.length; length++) {
        const start = performance.now()
        index.suggest(words.slice(0, length), 25)
        took.push(performance.now() - start)
      }
  return took.sort((a, b) => a - b)
}

export const piece: BenchPiece = {
  title: '许多人同时在 Discord 里问',
  missing: () => null,
  run: async (): Promise<BenchResult> => {
    const { asked, typed, before, after } = await load()
    const names: (readonly number[])[] = []
    for (const size of SIZES) names.push(await completion(size))
    const all = asked.length + typed.length
    return {
      title: `补全部门名称（${SIZES.map((size) => size.toLocaleString('en-US')).join('、')}个部门）`,
      sizes: SIZES.map(String),
      measurements: [
        { what: '补全 p50', values: names.map((times) => percentile(times, 0.5)), unit: 'ms' },
        { what: '补全 p99', values: names.map((times) => percentile(times, 0.99)), unit: 'ms' },
        { what: '补全 最长', values: names.map((times) => percentile(times, 1)), unit: 'ms' },
      ],
      remarks: [
        `${PEOPLE}人、${SECONDS}秒，每人答完想${THINKS_MS / 1000}秒再问：共${all}次，每秒${(all / SECONDS).toFixed(0)}次；`,
        `提问${asked.length}次：${spread(asked)}；边打字边补全${typed.length}次：${spread(typed)}；`,
        `内存 ${memoryWords(before)} → ${memoryWords(after)}；机器人、假的 Discord 与${PEOPLE}人在同一进程里。`,
      ],
    }
  },
}

const spread = (times: readonly number[]): string =>
  `首次回应 p50 ${percentile(times, 0.5).toFixed(1)} ms，p99 ${percentile(times, 0.99).toFixed(1)} ms，最长 ${percentile(times, 1).toFixed(0)} ms`
