import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pdfOf } from '../read/pdf-maker.ts'
import type { BenchPiece, BenchResult } from './piece.ts'

/** The first is what a call costs anyway: starting, loading, one page. */
const PAGES = [1, 10, 30, 50, 171, 500]
const ROWS = 30
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const TSX = fileURLToPath(new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url))

/** A page as reports have them: a title, a ruled table of codes, names and amounts, a page number. */
const page = (number: number): Parameters<typeof pdfOf>[0][number] => ({
  draw: (pen) => {
    const ys = Array.from({ length: ROWS + 1 }, (_, j) => 120 + j * 20)
    pen.text(220, 60, '支出决算表').text(460, 90, '单位：万元').table([50, 130, 300, 420, 540], ys).text(290, 810, `${number}`)
    for (let j = 0; j < ROWS; j++) {
      const [basic, project] = [1000 + j * 7 + number, 500 + j * 3]
      const cells = [`${2010101 + j}`, `科目${number}之${j}`, `${basic + project}.50`, `${basic}.50`]
      for (const [i, text] of cells.entries()) pen.text([55, 135, 310, 430][i] ?? 0, 134 + j * 20, text)
    }
  },
})

/** What a program and the processes it waited for used of the processor, and the most memory one of them held. */
interface Used {
  readonly ms: number
  readonly mb: number
}

/** Seconds of a processor do not grow when others want it too, as those on the clock do. */
const TIMED = '/usr/bin/time'

function used(command: string, args: readonly string[]): Used {
  const { stderr } = spawnSync(TIMED, ['-f', 'used %U %S %M', command, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const [, user, system, kb] = /used ([\d.]+) ([\d.]+) (\d+)/.exec(stderr) ?? []
  return { ms: (Number(user ?? 0) + Number(system ?? 0)) * 1000, mb: Number(kb ?? 0) / 1000 }
}

const verb = (...args: readonly string[]): Used => used(process.execPath, [TSX, MAIN, '--verbs', ...args])
const ratio = (a: number, b: number): string => (b === 0 ? '–' : (a / b).toFixed(a / b < 10 ? 2 : 0))

function run(): BenchResult {
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-reading-'))
  try {
    const files = PAGES.map((pages) => {
      const file = join(folder, `${pages}.pdf`)
      writeFileSync(file, pdfOf(Array.from({ length: pages }, (_, i) => page(i + 1))))
      return file
    })
    const read = files.map((file) => verb('read', file, '--json'))
    const plain = files.map((file) => used('pdftotext', ['-layout', file, '/dev/null']))
    const check = verb('check', files[PAGES.indexOf(30)] ?? '', '--json')
    const perPage = (all: readonly Used[]) => all.map(({ ms }, i) => Math.max(0, ms - (all[0]?.ms ?? 0)) / ((PAGES[i] ?? 0) - 1 || 1))
    const [ours, theirs] = [perPage(read), perPage(plain)]
    const missing = plain.every(({ ms }) => ms === 0)
    return {
      title: piece.title,
      sizes: PAGES.map((pages) => `${pages} 页`),
      measurements: [
        { what: 'read，再多一页', values: ours, unit: 'ms' },
        { what: 'read，合计', values: read.map(({ ms }) => ms), unit: 'ms' },
        { what: 'read，最多内存', values: read.map(({ mb }) => mb), unit: 'MB' },
        { what: 'pdftotext -layout，再多一页', values: theirs, unit: 'ms' },
      ],
      remarks: [
        '处理器时间（用户加系统，含子进程），与机器忙不忙关系不大。“再多一页”已减去只有一页时的用时。',
        missing
          ? '没有装 pdftotext，不能比。'
          : `多一页的用时与 pdftotext（只取字，不认表）之比：${ours
              .map((ms, i) => ratio(ms, theirs[i] ?? 0))
              .slice(1)
              .join('、')}。`,
        `读并核对 30 页与只读 30 页之比：${ratio(check.ms, read[PAGES.indexOf(30)]?.ms ?? 0)}。`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const piece: BenchPiece = {
  title: '读 PDF：每页处理器时间与内存，随页数',
  missing: () => (existsSync(TIMED) ? null : '没有装 GNU time，量不出子进程用的处理器时间。'),
  run: () => Promise.resolve(run()),
}
