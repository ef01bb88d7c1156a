/**
 * Prints the reports of ../shared/reports to PDF, scans the prints, and reads both back:
 * `tsx test/read/scan/print-and-scan.ts [--text] [--mixed] NAME…`.
 * Says how many facts of the text came back, how many were given as unread, and which came back wrong.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../../src/domain/report.ts'
import { parseReport } from '../../../src/parse/index.ts'
import { readPdf } from '../../../src/read/pdf/read.ts'
import { readText } from '../../../src/read/text/read.ts'
import { documentOf } from '../formats/same-report.ts'
import { printed } from '../print/chromium.ts'
import { printable } from '../print/html.ts'
import { type Difference, difference } from '../print/same.ts'
import { withPictures } from './mixed.ts'
import { scannedPdf } from './scanner.ts'

const folder = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url))
const all = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []))
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const reading = { name: '报告', signal: undefined, onPage: undefined }

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
function told(name: string, how: string, second: Report, { all, same, lost, wrong }: Difference, seconds: number): void {
  const pages = second.meta.pages ?? 1
  process.stdout.write(
    `${name} ${how}: ${pages} pages, ${(seconds / pages).toFixed(2)} s a page; facts ${same}/${all} = ${percent(same, all)}, ` +
      `unread ${second.unread.length}, lost ${lost.length}, wrong ${wrong.length}, scanned ${second.meta.scanned?.length ?? 0}\n`,
  )
  for (const fact of lost) process.stdout.write(`  lost  ${fact}\n`)
  for (const fact of wrong) process.stdout.write(`  wrong ${fact}\n`)
  for (const { where, reason } of second.unread) process.stdout.write(`  unread ${where.page} ${where.raw} ${reason}\n`)
}

for (const name of names.length > 0 ? names : all) {
  const { lines } = await readText(readFileSync(`${folder}${name}.txt`), reading)
  const first = parseReport(documentOf(name, { type: 'text', pages: null, lines, gaps: [] }))
  const html = printable(first, lines)
  const print = printed(html)
  const paper = flags.includes('--text') ? print : flags.includes('--mixed') ? printed(await withPictures(html)) : await scannedPdf(print)
  const started = performance.now()
  const second = parseReport(documentOf(name, await readPdf(paper, reading)))
  told(name, flags[0] ?? '--scan', second, difference(first, second), (performance.now() - started) / 1000)
}
process.exit()
