import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/app/answer.ts'
import { checkReport, EXAMINER, readReport } from '../../src/app/examine.ts'
import { ingestFiles } from '../../src/app/ingest.ts'
import type { Program } from '../../src/cli/program.ts'
import { standardForm } from '../../src/render/standard-form.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { call, nothingFound, programWith, smallReport } from './calling.ts'

const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
const at = (name: string): string => join(folder, name)
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}

let store: KnowledgeStore
let program: Program

beforeAll(async () => {
  mkdirSync(at('folder'))
  store = await openStore(at('store.sqlite'))
  await store.ingest(smallReport, nothingFound)
  program = programWith({
    readReport,
    checkReport,
    store: async () => store,
    conversation: () => (message) => answer(message, store),
    ingest: (paths, again, progress) => ingestFiles(paths, { ...EXAMINER, again, store }, progress),
  })
})
afterAll(() => store.close())

const noise = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, (_, i) => (i * 2654435761) >>> 13)
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, ...Array(64).fill(7)])
const novel = '那天傍晚，他沿着河边慢慢走，想起许多年前的事。风很大，远处有人在唱歌。\n'.repeat(400)
/** A report made up for tests, cut in the middle of a table. */
const cutReport = `某市示范局2022年度部门决算
目录
第一部分 某市示范局概况
第二部分 2022年度部门决算表
收入支出决算总表
部门：某市示范局　单位：万元
收入\t\t\t支出\t\t
项目\t行次\t决算数\t项目\t行次\t决算数
一、一般公共预算财政拨款收入\t1\t120.00\t一、一般公共服务支出\t31\t1`

function hugeFile(): string {
  const file = write('huge.txt', '某市示范局2022年度部门决算\n')
  truncateSync(file, 210 * 1024 * 1024)
  return file
}

/** What cannot be read, and what it is called in the contract's error object. */
const UNUSABLE: readonly (readonly [string, () => string, readonly string[]])[] = [
  ['a missing file', () => at('nowhere.txt'), ['not-found']],
  ['a folder', () => at('folder'), ['is-folder']],
  ['an empty file', () => write('empty.txt', ''), ['empty']],
  ['a file of blanks', () => write('blank.txt', ' \n\t\n　\n'), ['empty', 'not-a-report']],
  ['a picture', () => write('photo.txt', png), ['wrong-type']],
  ['a novel', () => write('novel.txt', novel), ['not-a-report']],
  ['binary noise', () => write('noise.txt', noise(20_000)), ['wrong-type', 'damaged', 'not-a-report']],
  ['200 MB of text', hugeFile, ['too-large']],
  ['a line of a million characters', () => write('long.txt', '长'.repeat(1_000_000)), ['not-a-report', 'too-large', 'wrong-type']],
  ['a cut export', () => write('cut.md', standardForm(smallReport).slice(0, 700)), ['damaged']],
  ['UTF-16 text', () => write('utf16.txt', Buffer.from(`\ufeff${novel}`, 'utf16le')), ['not-a-report', 'wrong-type', 'damaged']],
]

const oneSentence = (message: string): void => {
  expect(message).toMatch(/^[^\n]+。$/)
  expect(message).toMatch(/[一-鿿]/)
  expect(message).not.toMatch(/Error|undefined|null|\bat \//)
}

describe.each(['read', 'check', 'ingest'])('%s', (verb) => {
  it.each(UNUSABLE)('refuses %s in one sentence, with status 2', async (_, make, codes) => {
    const file = make()
    const before = await store.reports({ includeSuperseded: true })
    const { status, stdout, stderr } = await call(verb, [file, '--json'], program)
    expect(status).toBe(2)
    const { error } = JSON.parse(stdout)
    oneSentence(error.message)
    if (verb !== 'ingest') expect(codes).toContain(error.code)
    expect(stderr).toBe('')
    expect(await store.reports({ includeSuperseded: true })).toEqual(before)
  })

  it('lives through a report cut in half, in every encoding', async () => {
    for (const [name, bytes] of [
      ['half.txt', Buffer.from(cutReport)],
      ['half-bom.txt', Buffer.from(`\ufeff${cutReport}`)],
      ['half-crlf.txt', Buffer.from(cutReport.replaceAll('\n', '\r\n'))],
      ['half-torn.txt', Buffer.from(cutReport).subarray(0, -1)],
    ] as const) {
      const { status, stdout, stderr } = await call(verb, [write(name, bytes), '--json'], program)
      expect([0, 1, 2], stderr).toContain(status)
      expect(() => JSON.parse(stdout)).not.toThrow()
    }
  })
})

describe('ask', () => {
  const asking = async (text: string) => {
    const { status, stdout } = await call('ask', [text, '--json'], program)
    return { status, reply: JSON.parse(stdout) }
  }

  it.each([
    ['an empty question', ''],
    ['blanks', ' \t　'],
    ['only escapes', '\u001b[2J\u0007'],
    ['10,000 characters', '三公经费多少'.repeat(1700)],
  ])('refuses %s in one sentence, with status 2', async (_, text) => {
    const { status, reply } = await asking(text)
    expect(status).toBe(2)
    oneSentence(reply.error.message)
    expect(reply.status).toBe('refused')
  })

  it.each([
    ['an unknown department', '火星管理局 2022 三公'],
    ['an unknown year', '某市示范局 1999 支出'],
    ['an unknown item', '某市示范局 2022 星际旅行费'],
    ['an unknown command', '/飞 某市示范局'],
    ['SQL', "某市示范局'; drop table reports; -- 2022"],
    ['ANSI escapes', '\u001b[31m某市示范局\u001b[0m 2022 支出'],
    ['percent signs and quotes', '%_"*某市示范局"*'],
    ['half a pair', '某市\ud83d示范局 2022'],
  ])('says what it knows instead of inventing: %s', async (_, text) => {
    const { status, reply } = await asking(text)
    expect([0, 2]).toContain(status)
    expect(reply.text.length).toBeGreaterThan(0)
    expect(reply.text).not.toMatch(/\u001b|Error|undefined/)
    if (!text.includes('2022 支出')) for (const figure of reply.figures) expect(figure.sources.length).toBeGreaterThan(0)
    expect(await store.reports()).toHaveLength(1)
  })
})

describe('the other verbs', () => {
  it.each([
    ['export', ['火星管理局', '2022']],
    ['export', ['某市示范局', '明年']],
    ['export', ['某市示范局', '1999']],
    ['export', ['某市示范局', '2022', '--format', 'docx']],
    ['export', ['某市示范局', '2022', '--out', '/nowhere/at/all.md']],
    ['export', ['', '']],
    ['alias', ['火星管理局', '火星']],
    ['alias', ['某市示范局', '   ']],
    ['alias', ['某市示范局', '长'.repeat(200)]],
    ['ask', ['--batch', '/nowhere.json']],
  ])('%s %j is refused in one sentence, with status 2', async (verb, argv) => {
    const { status, stdout } = await call(verb, [...argv, '--json'], program)
    expect(status).toBe(2)
    oneSentence(JSON.parse(stdout).error.message)
  })

  it('takes an alias with SQL in it for a name', async () => {
    const alias = "x'); drop table departments; --"
    expect((await call('alias', ['某市示范局', alias], program)).status).toBe(0)
    expect((await store.departments())[0]?.aliases).toContain(alias)
  })
})

describe('the program as a whole', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const run = (argv: readonly string[], dataDir: string, input = '') =>
    spawnSync(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts'), ...argv], {
      cwd: root,
      input,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: dataDir },
    })

  it('names a store that is damaged and leaves it as it is', () => {
    const dataDir = at('damaged')
    mkdirSync(dataDir)
    const file = write('damaged/chazhang.sqlite', noise(5000))
    const before = readFileSync(file)
    const { status, stdout } = run(['ask', '某局 2020 三公', '--json'], dataDir)
    expect(status).toBe(2)
    expect(JSON.parse(stdout).error.code).toBe('store-damaged')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('says that the data folder cannot be used when it is a file', () => {
    const { status, stdout, stderr } = run([], write('a-file', 'x'))
    expect(status).toBe(2)
    expect(stdout).toBe('')
    oneSentence(stderr.trim())
  })

  it.skipIf(process.platform !== 'linux')('says so where the file system takes no folders, instead of trying for ever', () => {
    const { status, stderr } = run(['ask', '某局 2020 三公'], '/proc/chazhang')
    expect(status).toBe(2)
    oneSentence(stderr.trim())
    expect(stderr).toContain('DATA_DIR')
  })

  it('stays alive in the chat through noise, endless lines and escapes', () => {
    const input = `${Buffer.from(noise(3000)).toString('latin1')}\n${'长'.repeat(300_000)}\n\u001b[2J\n'; drop table facts; --\n/帮助\n`
    const { status, stdout } = run([], at('chat-data'), input)
    expect(status).toBe(0)
    expect(stdout).toContain('问题太长了')
    expect(stdout).toContain('/三公')
    expect(stdout).not.toContain('\u001b')
  })
})
