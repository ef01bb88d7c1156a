import { InputError } from '../domain/errors.ts'
import type { Report } from '../domain/report.ts'
import { EXAMINER } from './examine.ts'
import type { FromWorker, ToWorker } from './uploads-protocol.ts'

/**
 * A process of its own for files that strangers send: what a file does to it, in time or memory, leaves the chat alive.
 * It reads one file at a time, says how far it is, asks for last year's report, and gives report and findings back.
 */

const say = (message: FromWorker): boolean => process.send?.(message) ?? false

let answered: ((prior: Report | null) => void) | null = null

const priorFor = (report: Report): Promise<Report | null> =>
  new Promise((resolve) => {
    answered = resolve
    say({ kind: 'prior', meta: report.meta })
  })

async function examine(file: string, name: string): Promise<void> {
  const [{ readDocument }, { checkReport }] = await Promise.all([import('../read/index.ts'), import('../check/index.ts')])
  const document = await readDocument(file, { onPage: (page, pages) => say({ kind: 'page', page, pages }) })
  const report = await EXAMINER.parseReport({ ...document, file: name })
  const result = checkReport(report, await priorFor(report))
  say({ kind: 'checked', report, result })
  const { pagePicture } = await import('./page-picture.ts')
  say({ kind: 'done', picture: await pagePicture(file, document, report, result).catch(() => null) })
}

async function recheck(report: Report, prior: Report | null): Promise<void> {
  const { checkReport } = await import('../check/index.ts')
  say({ kind: 'checked', report, result: checkReport(report, prior) })
  say({ kind: 'done', picture: null })
}

function fail(error: unknown): void {
  if (error instanceof InputError) say({ kind: 'refused', code: error.code, message: error.message })
  else say({ kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}

process.on('message', (message: ToWorker) => {
  if (message.kind === 'prior') answered?.(message.report)
  else if (message.kind === 'recheck') recheck(message.report, message.prior).catch(fail)
  else examine(message.file, message.name).catch(fail)
})
process.on('disconnect', () => process.exit())
// The terminal's Ctrl+C is for the chat, which ends its workers itself.
process.on('SIGINT', () => undefined)
