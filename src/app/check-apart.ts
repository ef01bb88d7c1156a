import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CheckResult } from '../domain/finding.ts'
import type { Report, ReportMeta } from '../domain/report.ts'
import { checkReport, readReport } from './examine.ts'
import { Examiner } from './uploads-examiner.ts'

/** Reports are far smaller as text: up to here starting a process costs more than the check. */
const LARGE_BYTES = 400 * 1024

type Prior = (meta: ReportMeta) => Promise<Report | null>

/** Checks files for a chat: a large one in a process of its own, which has an end, so that the chat can be left meanwhile. */
export class FileChecker {
  #examiner: Examiner | null = null

  constructor(
    private readonly prior: Prior,
    private readonly examinerFor: (prior: Prior) => Examiner = (one) => new Examiner(one),
  ) {}

  /** @throws InputError when the file cannot be used or takes too long */
  async check(path: string): Promise<{ readonly meta: ReportMeta; readonly result: CheckResult }> {
    const size = (await stat(path).catch(() => null))?.size ?? 0
    if (size > LARGE_BYTES) {
      this.#examiner ??= this.examinerFor(this.prior)
      const { report, result } = await this.#examiner.examine(path, basename(path))
      return { meta: report.meta, result }
    }
    const report = await readReport(path)
    return { meta: report.meta, result: await checkReport(report, await this.prior(report.meta)) }
  }

  /** Ends whatever is still being checked. */
  async close(): Promise<void> {
    await this.#examiner?.close()
  }
}
