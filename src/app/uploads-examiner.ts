import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { InputError } from '../domain/errors.ts'
import type { CheckResult } from '../domain/finding.ts'
import type { Report, ReportMeta } from '../domain/report.ts'
import type { FromWorker, PagePicture, ToWorker } from './uploads-protocol.ts'

/** A file that was read and checked. */
export interface Examined {
  readonly report: Report
  readonly result: CheckResult
  /** The pages of an uploaded file with its first findings marked, where there are pages and something on them. */
  readonly picture?: PagePicture | null
}

export interface ExamineHooks {
  readonly onPage?: (page: number, pages: number) => void
  /** Told when the file has to wait, with how many are before it. */
  readonly onWait?: (before: number) => void
}

const ENTRY = fileURLToPath(new URL('./uploads-worker.ts', import.meta.url))
const LOADER = import.meta.resolve('tsx')

export interface ExaminerLimits {
  readonly workers: number
  /** Without a word from the worker, and in all: a chat's reply can be edited for a quarter of an hour. */
  readonly silentSeconds: number
  readonly seconds: number
  readonly memoryMb: number
}

const LIMITS: ExaminerLimits = { workers: 2, silentSeconds: 150, seconds: 13 * 60, memoryMb: 1500 }

/** A picture of the pages is nice to have: nobody waits longer for it. */
const PICTURE_SECONDS = 30

/** Who would wait longer than this rather comes back. */
const MOST_WAITING = 20

const crowded = () => new InputError('bad-usage', '现在排队核对的文件太多，请过几分钟再试。')
const interrupted = () => new InputError('damaged', '核对这份文件时中断了，请再试一次；若仍如此，请换一种格式或只给出报告部分。')
const tooSlow = () => new InputError('too-large', '这份文件读得太久，已停止，请只给出其中的报告部分。')
const closing = () => new InputError('bad-usage', '正在停止，请稍后再试。')

/** Reads and checks uploaded files in a few processes of their own; further files wait their turn. */
export class Examiner {
  readonly #idle: ChildProcess[] = []
  readonly #busy = new Set<ChildProcess>()
  readonly #waiting: (() => void)[] = []
  #closed = false

  constructor(
    private readonly prior: (meta: ReportMeta) => Promise<Report | null>,
    private readonly limits: ExaminerLimits = LIMITS,
  ) {}

  /** @throws InputError when the file cannot be used, is too slow, or its worker died */
  examine(file: string, name: string, hooks: ExamineHooks = {}): Promise<Examined> {
    return this.#run({ kind: 'examine', file, name }, hooks)
  }

  /** Checks a report again, whose department or year was corrected. */
  async recheck(report: Report): Promise<Examined> {
    return this.#run({ kind: 'recheck', report, prior: await this.prior(report.meta) }, {})
  }

  /** Ends every worker; what they were at is refused. */
  async close(): Promise<void> {
    this.#closed = true
    for (const go of this.#waiting.splice(0)) go()
    for (const worker of [...this.#idle, ...this.#busy]) worker.kill('SIGKILL')
  }

  /** Process ids of the workers at work. */
  get working(): readonly number[] {
    return [...this.#busy].flatMap(({ pid }) => (pid === undefined ? [] : [pid]))
  }

  async #run(job: ToWorker, hooks: ExamineHooks): Promise<Examined> {
    if (this.#waiting.length >= MOST_WAITING) throw crowded()
    while (!this.#closed && this.#busy.size >= this.limits.workers) {
      hooks.onWait?.(this.#waiting.length + 1)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    if (this.#closed) throw closing()
    const worker = this.#idle.pop() ?? this.#start()
    this.#busy.add(worker)
    try {
      return await this.#converse(worker, job, hooks)
    } finally {
      this.#busy.delete(worker)
      if (worker.connected && !worker.killed) this.#idle.push(worker)
      this.#waiting.shift()?.()
    }
  }

  #start(): ChildProcess {
    const execArgv = [`--max-old-space-size=${this.limits.memoryMb}`, '--import', LOADER]
    const worker = fork(ENTRY, [], { execArgv, serialization: 'advanced', env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    worker.on('exit', () => {
      const at = this.#idle.indexOf(worker)
      if (at >= 0) this.#idle.splice(at, 1)
    })
    return worker
  }

  #converse(worker: ChildProcess, job: ToWorker, hooks: ExamineHooks): Promise<Examined> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(silence)
        clearTimeout(deadline)
        worker.removeAllListeners('message').off('exit', lost).off('error', lost)
        act()
      }
      /** What is already known stays true when the worker is lost over the picture. */
      let checked: Examined | null = null
      const end = (failure: () => InputError): void => settle(() => (checked === null ? reject(failure()) : resolve(checked)))
      const lost = (): void => end(() => (this.#closed ? closing() : interrupted()))
      const stop = (): void => {
        end(tooSlow)
        worker.kill('SIGKILL')
      }
      let silence = setTimeout(stop, this.limits.silentSeconds * 1000)
      const deadline = setTimeout(stop, this.limits.seconds * 1000)
      worker.once('exit', lost).once('error', lost)
      worker.on('message', (message: FromWorker) => {
        clearTimeout(silence)
        silence = setTimeout(stop, (message.kind === 'checked' ? PICTURE_SECONDS : this.limits.silentSeconds) * 1000)
        if (message.kind === 'page') hooks.onPage?.(message.page, message.pages)
        else if (message.kind === 'prior') this.#tellPrior(worker, message.meta)
        else if (message.kind === 'checked') checked = { report: message.report, result: message.result }
        else if (message.kind === 'done') settle(() => checked !== null && resolve({ ...checked, picture: message.picture }))
        else if (message.kind === 'refused') settle(() => reject(new InputError(message.code, message.message)))
        else settle(() => reject(new Error(message.stack)))
      })
      worker.send(job, (error) => (error === null ? undefined : lost()))
    })
  }

  #tellPrior(worker: ChildProcess, meta: ReportMeta): void {
    const tell = (report: Report | null) => worker.connected && worker.send({ kind: 'prior', report } satisfies ToWorker)
    // A store that cannot be asked is no reason not to check the report by itself.
    this.prior(meta).then(tell, () => tell(null))
  }
}
