import { type Paragraph, placeAt } from '../../domain/outline.ts'
import type { Claim, Place, Statement, Topic, Unread } from '../../domain/report.ts'

export type NewClaim = Omit<Claim, 'id' | 'topic' | 'section' | 'where' | 'sentence'>

interface Told {
  readonly topic: Topic
  readonly words: string
}

/** So many characters in a row make the words around two figures the same words. */
const RUN = 4
const LONG_RUN = 8
const MOST_TOLD = 40

function sharesRun(a: string, b: string, run: number): boolean {
  for (let i = 0; i + run <= a.length; i++) if (b.includes(a.slice(i, i + run))) return true
  return false
}

/** What was read so far: every number ends here as a claim or as unread. */
export class Ledger {
  readonly claims: Claim[] = []
  readonly statements: Statement[] = []
  readonly unread: Unread[] = []
  /** Figures that an attachment only repeats from the work summary. */
  repeated = 0
  private readonly told = new Map<string, readonly Told[]>()

  /** Adds a claim for the characters [start, end) of the paragraph and returns its id. */
  claim(paragraph: Paragraph, sentence: number, start: number, end: number, claim: NewClaim): string {
    const id = `n${this.claims.length + 1}`
    const mend = paragraph.mends?.find((m) => m.start >= start && m.start < end)
    this.claims.push({
      id,
      topic: paragraph.topic,
      section: sectionOf(paragraph),
      ...claim,
      where: this.place(paragraph, start, end),
      repaired: claim.repaired ?? (mend ? '数字中间的空格已去掉' : null),
      sentence,
    })
    return id
  }

  /** Gives a claim the direction that words say of it later in the sentence. */
  direct(id: string, direction: Claim['direction'], versus: Claim['versus']): void {
    const at = Number(id.slice(1)) - 1
    const claim = this.claims[at]
    if (claim && claim.direction === null) this.claims[at] = { ...claim, direction, versus }
  }

  /** What was told since is a unit's: it carries the unit's name and stands for nothing of the department's. */
  ofUnit(unit: string, claimsBefore: number, statementsBefore: number): void {
    const own = (item: string) => ({ topic: 'other', item: item.startsWith(unit) ? item : `${unit}${item}`, subject: null }) as const
    const claims = this.claims.splice(claimsBefore).map((claim) => ({ ...claim, ...own(claim.item), of: null }))
    const statements = this.statements.splice(statementsBefore).map((one) => ({ ...one, ...own(one.item) }))
    this.claims.push(...claims)
    this.statements.push(...statements)
  }

  /**
   * Has the work summary (or an attachment before) told this very count in the same words? An attachment that repeats it tells nothing new.
   * @param around the words around the figure
   */
  repeats(topic: Topic, key: string, around: string): boolean {
    if (topic !== 'work' && topic !== 'attachment') return false
    const before = this.told.get(key) ?? []
    if (topic === 'attachment' && before.some((told) => sharesRun(told.words, around, told.topic === 'work' ? RUN : LONG_RUN))) {
      this.repeated++
      return true
    }
    if (before.length < MOST_TOLD) this.told.set(key, [...before, { topic, words: around }])
    return false
  }

  place(paragraph: Paragraph, start: number, end: number): Place {
    const mend = paragraph.mends?.find((m) => m.start >= start && m.start < end)
    return { ...placeAt(paragraph, start), raw: mend?.raw ?? paragraph.text.slice(start, end) }
  }
}

export const sectionOf = (paragraph: Paragraph): string =>
  (paragraph.kind === 'heading' ? [...paragraph.path, paragraph.text] : paragraph.path).join(' / ')

/** Sentence number (global in the outline) of the paragraph's i-th sentence. */
export const sentenceNumber = (paragraph: Paragraph, i: number): number => paragraph.firstSentence + i

/** Paragraphs that explain something: no cover, no contents page, no glossary. */
export const explains = (paragraph: Paragraph): boolean =>
  (paragraph.kind === 'text' || paragraph.kind === 'row' || paragraph.kind === 'heading') && paragraph.topic !== 'glossary'
