import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import type { KnowledgeStore } from '../store/interface.ts'

/** Where the reports stand that the program ships with. */
export const SHIPPED_REPORTS = fileURLToPath(new URL('../../knowledge/reports', import.meta.url))

/** How a shipped file becomes a checked report. */
export interface Examiner {
  readReport(file: string): Promise<Report>
  checkReport(report: Report): Promise<CheckResult>
}

const SHA = /^sha256: "([^"]*)"$/m

/** The shipped files whose edition the store lacks. Only their front matter is looked at: this runs at every start. */
async function newcomers(store: KnowledgeStore, folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
  const missing: string[] = []
  for (const name of files) {
    const file = join(folder, name)
    const sha = SHA.exec(await readFile(file, 'utf8'))?.[1]
    if (sha === undefined || (await store.edition(sha)) === null) missing.push(file)
  }
  return missing
}

/**
 * Puts the shipped reports that the store lacks into it, all or none of them.
 * @returns how many went in; 0 at every start but the first
 */
export async function firstStart(store: KnowledgeStore, examiner: Examiner, folder = SHIPPED_REPORTS): Promise<number> {
  const files = await newcomers(store, folder)
  if (files.length === 0) return 0
  const checked: { report: Report; result: CheckResult }[] = []
  for (const file of files) {
    const report = await examiner.readReport(file)
    checked.push({ report, result: await examiner.checkReport(report) })
  }
  await store.batch(async (sink) => {
    for (const { report, result } of checked) await sink.ingest(report, result)
  })
  return files.length
}
