import type { Measure } from '../../domain/report.ts'

/** Everything said of one item: its claims by measure. */
export interface Group {
  readonly item: string
  readonly subject: string | null
  readonly kind: 'money' | 'count'
  readonly claims: Map<Measure, string>
  /** The list it stands in. */
  readonly list: List | null
}

/** Where a list ends: at the next ； , at the sentence's end, at the paragraph's end, or at the next heading. */
export type Reach = 'clause' | 'sentence' | 'paragraph' | 'section' | 'bracket'

/** Items listed under another one (其中：…, 主要用于…, 包括…). */
export interface List {
  readonly parent: Group
  readonly reach: Reach
}

const RANK: Readonly<Record<Reach, number>> = { bracket: 0, clause: 1, sentence: 2, paragraph: 3, section: 4 }
/** The amounts of an item, the one that parts add up to first. */
const MAIN: readonly Measure[] = ['final', 'count', 'amount', 'execution', 'budget', 'adjusted', 'change', 'weight', 'score']

/** The claim that an item's claim of this measure is listed under. */
export function parentClaim(list: List | null, measure: Measure): string | null {
  if (!list) return null
  const { claims } = list.parent
  const main = MAIN.find((m) => claims.has(m))
  return claims.get(measure) ?? (main === undefined ? null : (claims.get(main) ?? null))
}

/** The open lists, innermost last. */
export class Lists {
  private open: List[] = []

  get innermost(): List | null {
    return this.open.at(-1) ?? null
  }

  start(parent: Group, reach: Reach): void {
    this.open.push({ parent, reach })
  }

  /** Closes the lists that reach no further than this. */
  end(reach: Reach): void {
    while (this.open.length > 0 && RANK[this.open.at(-1)?.reach ?? 'section'] <= RANK[reach]) this.open.pop()
  }

  endBracket(): void {
    if (this.innermost?.reach === 'bracket') this.open.pop()
  }
}
