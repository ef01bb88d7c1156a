import { type Paragraph, placeAt } from '../../domain/outline.ts'
import type { Place } from '../../domain/report.ts'
import type { Books } from '../books/index.ts'
import { groupedBy } from '../grouping.ts'
import { type Outcome, passed, type Remark, unchecked } from '../relation.ts'
import { placeWords } from '../wording.ts'

/** Paragraphs that a person wrote: contents pages only repeat headings. */
export const written = (books: Books): readonly Paragraph[] =>
  (books.report.outline?.paragraphs ?? []).filter((paragraph) => paragraph.kind !== 'contents')

/** Notes under the forms are written by somebody, too. */
const notes = (books: Books): readonly Paragraph[] =>
  books.report.forms.flatMap((form) =>
    form.notes.map(({ text, where }) => ({
      kind: 'text' as const,
      level: null,
      number: null,
      text,
      cells: null,
      spans: [{ start: 0, line: where.line, page: where.page }],
      topic: 'other' as const,
      path: [],
      sentences: [],
      firstSentence: 0,
    })),
  )

export function placeOfText(paragraph: Paragraph, offset: number, raw: string): Place {
  return { ...placeAt(paragraph, offset), raw }
}

/** Words around a spot, so that a reader finds it. */
export const around = (text: string, start: number, length: number, margin = 8): string =>
  `${start > margin ? '…' : ''}${text.slice(Math.max(0, start - margin), start + length + margin)}${start + length + margin < text.length ? '…' : ''}`

/** A defect of wording at one spot. `statement` ends without a full stop; the place is added. */
export function remarkAt(place: Place, what: string, statement: string, more: Partial<Remark> = {}): Remark {
  const where = placeWords([place, ...(more.right?.where ? [more.right.where] : [])])
  return {
    state: 'text',
    statement: where === '' ? `${statement}。` : `${statement}（${where}）。`,
    left: { what, value: place.raw, unit: null, where: place },
    right: null,
    ...more,
  }
}

/** A form of words that no finished report contains, and what to say of it. */
export interface Pattern {
  readonly words: RegExp
  readonly says: (match: RegExpMatchArray, paragraph: Paragraph) => string | null
  /** Every hit is a defect of its own (a doubled word), not one habit. */
  readonly each?: boolean
  /** Which paragraphs it is sought in. */
  readonly only?: (paragraph: Paragraph, books: Books) => boolean
}

/** Runs patterns over every paragraph. The same slip all over a report is one remark with all its places. */
export function scan(patterns: readonly Pattern[], what: string): (books: Books) => Outcome[] {
  return (books) => {
    if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
    const paragraphs = [...written(books), ...notes(books)]
    const found = patterns.flatMap((pattern) =>
      paragraphs.flatMap((paragraph) => hits(pattern, paragraph, books, what).map((remark) => ({ remark, each: pattern.each ?? false }))),
    )
    const single = found.filter(({ each }) => each).map(({ remark }) => remark)
    const habits = groupedBy(
      found.filter(({ each }) => !each).map(({ remark }) => remark),
      wordsOf,
    )
    return [passed(paragraphs.length), ...single, ...[...habits.values()].flatMap(clustered)]
  }
}

/** A remark's words without its place. */
const wordsOf = (remark: Remark): string => remark.statement.replace(/（第[^（）]*）。$/, '').replace(/。$/, '')

const MOST_PLACES = 6

/** One remark for all of them: the first one's words, everybody's place. */
export function clustered(remarks: readonly Remark[]): readonly Remark[] {
  const [first, ...others] = remarks
  if (!first || others.length === 0) return remarks
  const places = remarks.flatMap((remark) => remark.left?.where ?? [])
  const shown = placeWords(places).split('、')
  const where = shown.length > MOST_PLACES ? `${shown.slice(0, MOST_PLACES).join('、')}等` : shown.join('、')
  return [{ ...first, statement: `${wordsOf(first)}，共${remarks.length}处（${where}）。`, evidence: places }]
}

/** Remarks that say the same of several places become one; everything else stays. */
export function oncePerSlip(outcomes: readonly Outcome[]): Outcome[] {
  const remarks = outcomes.filter((outcome): outcome is Remark => outcome.state === 'text' || outcome.state === 'inconsistent')
  return [
    ...outcomes.filter((outcome) => !remarks.some((remark) => remark === outcome)),
    ...[...groupedBy(remarks, wordsOf).values()].flatMap(clustered),
  ]
}

function hits(pattern: Pattern, paragraph: Paragraph, books: Books, what: string): Remark[] {
  if (pattern.only && !pattern.only(paragraph, books)) return []
  return pieces(paragraph).flatMap(({ text, start }) =>
    [...text.matchAll(pattern.words)].flatMap((match): Remark[] => {
      const says = pattern.says(match, paragraph)
      if (says === null) return []
      const spot = around(text, match.index, match[0].length)
      return [remarkAt(placeOfText(paragraph, start + match.index, spot), what, says)]
    }),
  )
}

/** The cells of a row one by one: words of neighbouring cells do not belong together. */
function pieces(paragraph: Paragraph): readonly { readonly text: string; readonly start: number }[] {
  if (paragraph.cells === null) return [{ text: paragraph.text, start: 0 }]
  let at = 0
  return paragraph.cells.map((text) => {
    const found = paragraph.text.indexOf(text, at)
    const start = found < 0 ? at : found
    at = start + text.length
    return { text, start }
  })
}
