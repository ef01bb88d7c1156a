import type { Measure } from '../../domain/report.ts'

/** Everything said of one item: its claims by measure. */
export interface Group {
  readonly item: string
  readonly subject: string | null
  readonly kind: 'money' | 'count'
  /** Unit of a count, '' for money. */
  readonly unit: string
  readonly claims: Map<Measure, string>
  /** Number of the paragraph that first speaks of it. */
  readonly paragraph: number
  /** The list it stands in. */
  readonly list: List | null
}

/** Where a list ends: at the next ； , at the sentence's end, at the paragraph's end, or at the next heading. */
export type Reach = 'clause' | 'sentence' | 'paragraph' | 'section' | 'bracket'

/** Items listed under another one (其中：…, 主要用于…, 包括…). */
export interface List {
  readonly parent: Group
  readonly reach: Reach
  /** Level of the numbered paragraph that announced it: the next paragraph of that level ends it. */
  readonly level: number | null
  /** Headings it was announced under: under other ones it is over. */
  readonly path: string
}

const RANK: Readonly<Record<Reach, number>> = { bracket: 0, clause: 1, sentence: 2, paragraph: 3, section: 4 }
/** The amounts of an item, the one that parts add up to first. */
const MAIN: readonly Measure[] = ['final', 'count', 'amount', 'execution', 'budget', 'adjusted', 'change', 'weight', 'score']

/** A change of a part is a part of the whole's change, never of its amount. */
const DERIVED: ReadonlySet<Measure> = new Set(['change', 'growth', 'completion', 'prior'])

/** The claim that an item's claim of this measure is listed under. */
export function parentClaim(list: List | null, measure: Measure): string | null {
  if (!list) return null
  const { claims } = list.parent
  const main = DERIVED.has(measure) ? undefined : MAIN.find((m) => claims.has(m))
  return claims.get(measure) ?? (main === undefined ? null : (claims.get(main) ?? null))
}

/** The open lists, innermost last. */
export class Lists {
  private open: List[] = []

  get innermost(): List | null {
    return this.open.at(-1) ?? null
  }

  /** Headings of the paragraph that is being read. */
  path = ''

  start(parent: Group, reach: Reach, level: number | null = null): void {
    this.open.push({ parent, reach, level, path: this.path })
  }

  /** Goes on under these headings: lists that were announced under others are over. */
  moveTo(path: string): void {
    this.path = path
    this.open = this.open.filter((list) => path.startsWith(list.path))
  }

  /** Closes the lists that reach no further than this and returns the outermost one of them. */
  end(reach: Reach): List | null {
    let closed: List | null = null
    // A ； inside brackets leaves the brackets open.
    const open = (list: List): boolean => RANK[list.reach] > RANK[reach] || (reach === 'clause' && list.reach === 'bracket')
    for (let last = this.innermost; last !== null && !open(last); last = this.innermost) closed = this.open.pop() ?? null
    return closed
  }

  /** A numbered paragraph ends the lists that paragraphs of its level or below announced. */
  endLevel(level: number): void {
    this.open = this.open.filter((list) => list.level === null || list.level < level)
  }

  /** Runs `read` as if no list were open: a paragraph that starts anew, between the items of a list or to announce one. */
  aside(read: () => void): void {
    const open = this.open
    this.open = []
    read()
    if (!this.open.some((list) => list.reach === 'section')) this.open = open
  }

  /** Closes the innermost list in brackets with the lists inside it, and returns it. */
  endBracket(): List | null {
    const at = this.open.findLastIndex((list) => list.reach === 'bracket')
    return at < 0 ? null : (this.open.splice(at)[0] ?? null)
  }
}
