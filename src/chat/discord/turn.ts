import type { Asker, Guard } from './guard.ts'
import type { Log } from './log.ts'
import type { BotServices, BotSettings } from './services.ts'

/** What every handler has at hand. */
export interface Desk {
  readonly services: BotServices
  readonly settings: BotSettings
  readonly guard: Guard
  /** What was said lately, by person and channel: a mention that is no reply goes on from there. */
  readonly memory: Memory
}

/** One request, with its log and who asks. */
export interface Turn extends Desk {
  readonly asker: Asker
  readonly log: Log
}

const FORGET_MS = 30 * 60_000
const MOST = 5000

/** Conversations of the last half hour. */
export class Memory {
  readonly #said = new Map<string, { readonly said: readonly string[]; readonly until: number }>()

  recall({ userId, channelId }: Asker): readonly string[] {
    const known = this.#said.get(`${userId}/${channelId}`)
    return known === undefined || known.until < Date.now() ? [] : known.said
  }

  remember({ userId, channelId }: Asker, said: readonly string[]): void {
    const key = `${userId}/${channelId}`
    this.#said.delete(key)
    this.#said.set(key, { said, until: Date.now() + FORGET_MS })
    const [oldest] = this.#said.keys()
    if (this.#said.size > MOST && oldest !== undefined) this.#said.delete(oldest)
  }
}
