import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Examined, ExamineHooks } from './uploads-examiner.ts'
import { type Attached, checkAttached, type FetchLimits, fetchAttached, safeName } from './uploads-fetch.ts'

export interface UploadParts {
  /** Where files stand while they are read; what is left there from another run is removed. */
  readonly folder: string
  readonly limits: FetchLimits
  examine(file: string, name: string, hooks: ExamineHooks): Promise<Examined>
}

/** How long a checked report can still be taken in, and how many are kept at most. */
const KEPT_MS = 30 * 60_000
const MOST_KEPT = 50

/** Is another program of this number at work? Our own number is of a run before when we start. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Reports that people upload: fetched, checked, and gone from the disk when the check ends. */
export class Uploads {
  readonly #kept = new Map<string, { readonly examined: Examined; readonly until: number }>()

  constructor(private readonly parts: UploadParts) {}

  /** Removes what an interrupted run has left; what another running program is at stays. */
  async clear(): Promise<void> {
    const left = await readdir(this.parts.folder).catch(() => [])
    const gone = left.filter((name) => !isRunning(Number.parseInt(name, 10)))
    await Promise.all(gone.map((name) => rm(join(this.parts.folder, name), { recursive: true, force: true })))
  }

  /**
   * Reads and checks an attachment. The result stays in memory for a while, so that it can be taken in or marked.
   * @throws InputError in one sentence
   */
  async check(file: Attached, hooks: ExamineHooks = {}): Promise<Examined> {
    checkAttached(file, this.parts.limits)
    const folder = join(this.parts.folder, `${process.pid}-${randomUUID()}`)
    const name = safeName(file.name)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, name)
      await fetchAttached(file, path, this.parts.limits)
      const examined = await this.parts.examine(path, name, hooks)
      this.keep(examined)
      return examined
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** Keeps a checked report in memory, the newest ones only. */
  keep(examined: Examined): void {
    const { sha256 } = examined.report.meta
    this.#kept.delete(sha256)
    this.#kept.set(sha256, { examined, until: Date.now() + KEPT_MS })
    for (const [key, { until }] of this.#kept) if (until < Date.now() || this.#kept.size > MOST_KEPT) this.#kept.delete(key)
  }

  /** Lets go of every result. */
  forget(): void {
    this.#kept.clear()
  }

  /** The checked report of this content, null when it is no longer in memory. */
  kept(sha256: string): Examined | null {
    const found = this.#kept.get(sha256)
    return found === undefined || found.until < Date.now() ? null : found.examined
  }
}
