import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import type { KnowledgeStore, StoredReport } from '../store/interface.ts'

/** Where the reports stand that the program ships with. */
export const SHIPPED_REPORTS = fileURLToPath(new URL('../../knowledge/reports', import.meta.url))

/** How a shipped file becomes a checked report. */
export interface Examiner {
  readReport(file: string): Promise<Report>
  checkReport(report: Report): Promise<CheckResult>
}

const SHA = /^sha256: "([^"]*)"$/m

interface Shipped {
  readonly file: string
  /** The store has an older reading of it. */
  readonly renews: boolean
}

/**
 * Was the text that the store's reading came from another one? An export reads back to itself, so what the store would print
 * tells. Files that were there before their edition came in are not looked at: this runs at every start.
 */
async function isOutdated(store: KnowledgeStore, known: StoredReport, file: string, text: string): Promise<boolean> {
  const { id, hasText, withdrawnAt, ingestedAt, meta } = known
  // What was read from the original is better than any export; what people took back or corrected stays as they left it.
  if (hasText || withdrawnAt !== undefined || (await stat(file)).ctimeMs <= Date.parse(ingestedAt)) return false
  if ((await store.changes(meta.sha256)).length > 0) return false
  const stored = await store.report(id)
  return stored !== null && (await import('../render/standard-form.ts')).standardForm(stored) !== text
}

/** The shipped files whose edition the store lacks, or has from an older text. */
async function newcomers(store: KnowledgeStore, folder: string): Promise<Shipped[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
  const wanted: Shipped[] = []
  for (const name of files) {
    const file = join(folder, name)
    const text = await readFile(file, 'utf8')
    const sha = SHA.exec(text)?.[1]
    const known = sha === undefined ? null : await store.edition(sha)
    if (known === null) wanted.push({ file, renews: false })
    else if (await isOutdated(store, known, file, text)) wanted.push({ file, renews: true })
  }
  return wanted
}

/** What became of the shipped reports. */
export interface Started {
  readonly added: number
  readonly renewed: number
}

/**
 * Puts the shipped reports that the store lacks into it, and what it read from an older text of them anew: all or none.
 * @returns how many; nothing at every start but the first, and the first after an update
 */
export async function firstStart(store: KnowledgeStore, examiner: Examiner, folder = SHIPPED_REPORTS): Promise<Started> {
  const files = await newcomers(store, folder)
  const renewed = files.filter(({ renews }) => renews).length
  if (files.length === 0) return { added: 0, renewed }
  const checked: { report: Report; result: CheckResult; renews: boolean }[] = []
  for (const { file, renews } of files) {
    const report = await examiner.readReport(file)
    checked.push({ report, renews, result: await examiner.checkReport(report) })
  }
  await store.batch(async (sink) => {
    for (const { report, result, renews } of checked) await (renews ? sink.reread(report, result) : sink.ingest(report, result))
  })
  return { added: files.length - renewed, renewed }
}
