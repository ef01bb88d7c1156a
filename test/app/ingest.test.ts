import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type IngestParts, ingestFiles } from '../../src/app/ingest.ts'
import type { SourceDocument } from '../../src/domain/document.ts'
import { InputError } from '../../src/domain/errors.ts'
import type { Report } from '../../src/domain/report.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { makeCheck, makeFinding, makeReport } from '../store/synthetic.ts'
import { temporaryFolder } from '../store/temporary.ts'

const temporary = temporaryFolder()
let store: KnowledgeStore
let folder: string
let parts: IngestParts
let priors: (number | null)[]
let parsed: string[]

/** A file of these tests holds: content hash, department, year. */
const write = (name: string, ...content: string[]): string => {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content.join(' '))
  return file
}

async function read(file: string): Promise<SourceDocument> {
  const { readFile } = await import('node:fs/promises')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError('not-found', `找不到文件 ${file}，请检查路径。`)
  })
  if (text === 'bug') throw new TypeError('undefined is not a function')
  if (text === 'novel') throw new InputError('not-a-report', '这不像一份决算报告。')
  const [sha256 = ''] = text.split(' ')
  return { file, sha256, bytes: text.length, type: 'text', pages: null, gaps: [], lines: [{ no: 1, page: null, text, cells: null }] }
}

function parse(document: SourceDocument): Report {
  parsed.push(basename(document.file))
  const [sha256 = '', department = '', year = ''] = document.lines[0]?.text.split(' ') ?? []
  return makeReport({ sha256, department, year: Number(year) })
}

beforeEach(async () => {
  const file = temporary.file()
  store = await openStore(file)
  folder = join(file, '..', 'files')
  mkdirSync(folder)
  priors = []
  parsed = []
  parts = {
    store,
    readDocument: read,
    parseReport: parse,
    checkReport: (_, prior) => {
      priors.push(prior?.meta.fiscalYear ?? null)
      return makeCheck([makeFinding(), { ...makeFinding(), verdict: 'rounding' }])
    },
  }
})
afterEach(() => store.close())

const summary = async (...paths: string[]) => (await ingestFiles(paths, parts)).map((row) => [basename(row.file), row.outcome])

describe('ingest', () => {
  it('says of each file what became of it', async () => {
    const first = write('a.txt', 'h1', '河东区甲局', '2020')
    const newer = write('b.txt', 'h2', '河东区甲局', '2020')
    const other = write('c.txt', 'h3', '河东区乙局', '2021')
    const same = write('d.txt', 'h1', '河东区甲局', '2020')
    const rows = await ingestFiles([first, newer, other, same], parts)
    expect(rows.map((row) => row.outcome)).toEqual(['added', 'superseded', 'added', 'known'])
    expect(rows[0]).toEqual({
      file: first,
      outcome: 'added',
      department: '河东区甲局',
      fiscalYear: 2020,
      kind: 'finalAccount',
      figures: 200,
      contradictions: 1,
      next: null,
      reason: null,
    })
    expect(rows[3]).toMatchObject({ department: '河东区甲局', fiscalYear: 2020, figures: null })
    expect(await store.reports()).toHaveLength(2)
  })

  it('goes on after a file that cannot be used, and says why in one sentence', async () => {
    const files = [write('a.txt', 'novel'), write('b.txt', 'bug'), join(folder, 'missing.txt'), write('c.txt', 'h1', '河东区甲局', '2020')]
    const bugs: unknown[] = []
    const rows = await ingestFiles(files, { ...parts, onBug: (error) => bugs.push(error) })
    expect(rows.map((row) => row.outcome)).toEqual(['refused', 'refused', 'refused', 'added'])
    expect(rows.slice(0, 3).map((row) => row.reason)).toEqual([
      '这不像一份决算报告。',
      expect.stringMatching(/^程序.*。$/),
      expect.stringMatching(/^找不到文件/),
    ])
    expect(bugs).toEqual([expect.any(TypeError)])
    expect(await store.reports()).toHaveLength(1)
  })

  it('leaves the store untouched by a file that fails halfway', async () => {
    const file = write('a.txt', 'h1', '河东区甲局', '2020')
    const failing = { ...parts, checkReport: () => ({ ...makeCheck(), findings: [{ ...makeFinding(), rule: null as never }] }) }
    expect((await ingestFiles([file], failing))[0]).toMatchObject({ outcome: 'refused' })
    expect(await store.departments()).toEqual([])
    expect(await summary(file)).toEqual([['a.txt', 'added']])
  })

  it('opens folders all the way down and passes over what is no report', async () => {
    write('deep/er/b.TXT', 'h2', '河东区乙局', '2020')
    write('a.md', 'h1', '河东区甲局', '2020')
    write('attachments.zip', 'h3', '河东区丙局', '2020')
    write('photo.jpg', 'x')
    write('LICENSE', 'x')
    write('.hidden.txt', 'x')
    write('~$lock.docx', 'x')
    symlinkSync(folder, join(folder, 'circle'))
    expect(await summary(folder)).toEqual([
      ['LICENSE', 'skipped'],
      ['a.md', 'added'],
      ['attachments.zip', 'added'],
      ['circle', 'skipped'],
      ['b.TXT', 'added'],
      ['photo.jpg', 'skipped'],
    ])
    const skipped = (await ingestFiles([folder], parts)).filter((row) => row.outcome === 'skipped')
    for (const row of skipped) expect(row.reason).toMatch(/跳过。$/)
  })

  it('takes a file once, and one that is named by itself whatever it is called', async () => {
    const odd = write('report.final', 'h1', '河东区甲局', '2020')
    expect(await summary(folder, odd, odd)).toEqual([['report.final', 'added']])
  })

  it('does not parse again what it knows', async () => {
    const file = write('a.txt', 'h1', '河东区甲局', '2020')
    await summary(file)
    await summary(file)
    expect(parsed).toEqual(['a.txt'])
  })

  it('says that the original came to what was known from an export, once', async () => {
    await store.ingest(makeReport({ sha256: 'h1', department: '河东区甲局', year: 2020, text: null }), makeCheck())
    const file = write('a.txt', 'h1', '河东区甲局', '2020')
    expect(await summary(file)).toEqual([['a.txt', 'completed']])
    expect(await summary(file)).toEqual([['a.txt', 'known']])
    expect((await store.reports()).map(({ hasText }) => hasText)).toEqual([true])
  })

  it('reads known files again when told to, and keeps the new reading', async () => {
    const file = write('a.txt', 'h1', '河东区甲局', '2020')
    await summary(file)
    const better = {
      ...parts,
      again: true,
      parseReport: (d: SourceDocument) => ({ ...parse(d), unread: [{ where: { page: null, line: 1, raw: '?' }, reason: '看不清' }] }),
    }
    expect((await ingestFiles([file], better))[0]).toMatchObject({ outcome: 'known', figures: 200, contradictions: 1 })
    const [edition] = await store.reports({ includeSuperseded: true })
    expect((await store.report(edition?.id ?? 0))?.unread).toHaveLength(1)
  })

  it("checks against last year's report where the store has it", async () => {
    await summary(
      write('a.txt', 'h1', '河东区甲局', '2020'),
      write('b.txt', 'h2', '河东区乙局', '2021'),
      write('c.txt', 'h3', '河东区甲局', '2021'),
    )
    expect(priors).toEqual([null, null, 2020])
  })

  it('reports progress and lets others run in between', async () => {
    const files = ['1', '2', '3'].map((n) => write(`${n}.txt`, `h${n}`, '河东区甲局', `202${n}`))
    const steps: string[] = []
    let breaths = 0
    const timer = setInterval(() => breaths++, 0)
    await ingestFiles(files, parts, (done, all, file) => steps.push(`${done}/${all} ${basename(file)}`))
    clearInterval(timer)
    expect(steps).toEqual(['0/3 1.txt', '1/3 2.txt', '2/3 3.txt', '3/3 '])
    expect(breaths).toBeGreaterThan(0)
  })

  it('has nothing to say about an empty folder or no path', async () => {
    expect(await ingestFiles([], parts)).toEqual([])
    expect(await ingestFiles([folder], parts)).toEqual([])
  })
})
