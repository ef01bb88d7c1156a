import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../src/read/index.ts'
import { type Pen, pdfOf } from './pdf-maker.ts'

const folder = mkdtempSync(join(tmpdir(), 'child-'))
afterAll(() => rmSync(folder, { recursive: true }))
function file(name: string, content: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const page = (pen: Pen) =>
  pen
    .text(50, 100, '部门决算')
    .table([50, 150, 250], [120, 140, 160])
    .text(55, 134, '合计')
    .text(160, 134, '1.00')
    .text(55, 154, '小计')
    .text(160, 154, '1.00')
const pages = (count: number) => pdfOf(Array.from({ length: count }, () => ({ draw: page })))

describe('reading apart', () => {
  it('reads several files at once, with progress, and gives the whole document', async () => {
    const told: number[] = []
    const [one, two] = await Promise.all([
      readDocument(file('a.txt', pages(1))),
      readDocument(file('b.pdf', pages(3)), { onPage: (number) => told.push(number) }),
    ])
    expect(one).toMatchObject({ file: 'a.txt', type: 'pdf', pages: 1 })
    expect(one.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(two.lines.filter((line) => line.page === 3).map((line) => line.cells)).toEqual([null, ['合计', '1.00'], ['小计', '1.00']])
    expect(told).toEqual([1, 2, 3])
  })

  it('hands refusals over as they are', async () => {
    const broken = readDocument(file('c.pdf', pages(1).subarray(0, 80)))
    await expect(broken).rejects.toMatchObject({ name: 'InputError', code: 'damaged', message: expect.stringMatching(/“c\.pdf”.*。$/) })
  })

  it('ends at once when told to', async () => {
    const stop = new AbortController()
    const reading = readDocument(file('d.pdf', pages(400)), { signal: stop.signal, onPage: () => stop.abort() })
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    await expect(readDocument(file('e.pdf', pages(1)), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  })

  describe.skipIf(process.platform === 'win32')('where the reading process crashes', () => {
    /** Reads a long file and brings its process down at the first page, so many times. */
    async function crashing(times: number) {
      let left = times
      return readDocument(file('f.pdf', pages(60)), {
        onPage: (number) => {
          if (number !== 1 || left-- <= 0) return
          const pids = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'read/child/main'])
            .toString()
            .trim()
            .split('\n')
          for (const pid of pids) process.kill(Number(pid), 'SIGSEGV')
        },
      })
    }

    it('begins once more', async () => {
      expect((await crashing(1)).lines.filter((line) => line.cells).length).toBe(120)
    })

    it('says that the file is too much, the second time', async () => {
      await expect(crashing(2)).rejects.toMatchObject({ name: 'InputError', message: expect.stringContaining('f.pdf') })
    })
  })
})
