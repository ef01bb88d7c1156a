const MINUTE = 60_000
/** Entries of minutes past are dropped when there are this many. */
const MOST_ENTRIES = 10_000

/** How often a person or a server may ask within a minute. */
export class RateLimit {
  readonly #counts = new Map<string, { count: number; until: number }>()

  constructor(
    private readonly most: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts one request; gives the seconds to wait where there were too many, else 0. */
  take(key: string): number {
    const now = this.now()
    if (this.#counts.size > MOST_ENTRIES) this.#forget(now)
    const entry = this.#counts.get(key)
    if (entry === undefined || entry.until <= now) {
      this.#counts.set(key, { count: 1, until: now + MINUTE })
      return 0
    }
    if (entry.count >= this.most) return Math.ceil((entry.until - now) / 1000)
    entry.count += 1
    return 0
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#counts) if (until <= now) this.#counts.delete(key)
  }
}
