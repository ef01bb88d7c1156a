import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkReport } from '../../src/check/index.ts'
import { parseReport } from '../../src/parse/index.ts'
import { readDocument } from '../../src/read/index.ts'
import { type BenchPiece, milliseconds } from './piece.ts'

const SHARED = new URL('../../../shared/reports/', import.meta.url)
/** From few figures to thousands, so that one sees how cost grows with them. */
const FILES = ['qingshan-2020.txt', 'qiaokou-2020.txt', 'hannan-2020.txt', 'putuo-finance-2024.pdf', 'more/xian-health-2022.pdf']
const files = FILES.map((name) => fileURLToPath(new URL(name, SHARED))).filter(existsSync)

/** Reading, understanding and checking one report: milliseconds, and checking as a ratio to the rest. */
export const piece: BenchPiece = {
  title: '一份报告：读取、解析、核对',
  missing: () => (files.length > 0 ? null : '旁边没有 ../shared/reports'),
  async run() {
    const read: number[] = []
    const parse: number[] = []
    const check: number[] = []
    const sizes: string[] = []
    for (const file of files) {
      const times = file.endsWith('.pdf') ? 3 : 9
      const document = await readDocument(file)
      const report = parseReport(document)
      read.push(await milliseconds(() => readDocument(file), times))
      parse.push(await milliseconds(() => parseReport(document), times))
      check.push(await milliseconds(() => checkReport(report), times))
      const pages = document.pages === null ? `${document.lines.length}行` : `${document.pages}页`
      sizes.push(`${document.file}（${pages}，${report.tokens.all}个数）`)
    }
    const ratios = check.map((ms, i) => (ms / ((read[i] ?? 0) + (parse[i] ?? 0))).toFixed(2))
    return {
      title: piece.title,
      sizes,
      measurements: [
        { what: '读取文件', values: read, unit: 'ms' },
        { what: '解析成报告', values: parse, unit: 'ms' },
        { what: '核对', values: check, unit: 'ms' },
      ],
      remarks: [
        `核对用时与读取加解析用时之比：${ratios.join('、')}。`,
        `进程内存：${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB。`,
      ],
    }
  },
}
