import type { Coverage, Unchecked } from '../domain/finding.ts'

export type Tally = 'passed' | 'rounding' | 'inconsistent' | 'text'

/** Counts what became of every object that a relation looked at. Silence is never a pass. */
export class Ledger {
  private readonly counts: Record<Tally, number> = { passed: 0, rounding: 0, inconsistent: 0, text: 0 }
  private paragraphs = 0
  private readonly open = new Map<string, Unchecked>()

  count(tally: Tally, by = 1): void {
    this.counts[tally] += by
  }

  /** Rules of wording all read the same paragraphs: together they checked each of them once. */
  read(paragraphs: number): void {
    this.paragraphs = Math.max(this.paragraphs, paragraphs)
  }

  leaveOpen(rule: string, reason: string, by = 1): void {
    const key = `${rule}|${reason}`
    this.open.set(key, { rule, reason, count: (this.open.get(key)?.count ?? 0) + by })
  }

  close(): Coverage {
    const { rounding, inconsistent, text } = this.counts
    const { paragraphs } = this
    const passed = this.counts.passed + paragraphs
    return {
      checked: passed + rounding + inconsistent + text,
      passed,
      rounding,
      inconsistent,
      text,
      paragraphs,
      unchecked: [...this.open.values()],
    }
  }
}
