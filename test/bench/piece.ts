/** One measurement: what, for how much of it, and how long or how large. */
export interface Measurement {
  readonly what: string
  /** One value for each size, in `unit`. */
  readonly values: readonly number[]
  readonly unit: 'ms' | 'MB'
}

/** What a piece of the benchmark found. Ratios are taken against the first size, within the same run. */
export interface BenchResult {
  readonly title: string
  readonly sizes: readonly string[]
  readonly measurements: readonly Measurement[]
  readonly remarks: readonly string[]
}

/** A file of this folder that measures something exports a `piece`. */
export interface BenchPiece {
  readonly title: string
  /** Why it cannot run here, in a sentence; null when it can. */
  missing(): string | null
  run(): Promise<BenchResult>
}

/** Milliseconds that one call takes, the median of several. */
export async function milliseconds(work: () => unknown, times = 15): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)[times >> 1] ?? 0
}
