import { type Paragraph, placeAt } from '../../domain/outline.ts'
import type { Place } from '../../domain/report.ts'
import type { Books } from '../books/index.ts'
import { type Outcome, passed, type Remark, unchecked } from '../relation.ts'
import { placeWords } from '../wording.ts'

/** Paragraphs that a person wrote: contents pages only repeat headings. */
export const written = (books: Books): readonly Paragraph[] =>
  (books.report.outline?.paragraphs ?? []).filter((paragraph) => paragraph.kind !== 'contents')

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
  /** Which paragraphs it is sought in. */
  readonly only?: (paragraph: Paragraph, books: Books) => boolean
}

/** Runs patterns over every paragraph: one remark a paragraph and pattern, however often it occurs there. */
export function scan(patterns: readonly Pattern[], what: string): (books: Books) => Outcome[] {
  return (books) => {
    const paragraphs = written(books)
    if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
    return paragraphs.flatMap((paragraph): Outcome[] => {
      const found = patterns.flatMap((pattern) => hits(pattern, paragraph, books, what).slice(0, 1))
      return found.length > 0 ? found : [passed()]
    })
  }
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
