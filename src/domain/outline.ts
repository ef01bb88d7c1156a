import type { Topic } from './report.ts'

/** A character range of a paragraph that came from one line of the original. */
export interface Span {
  /** Offset in the paragraph's text where this line's characters begin. */
  readonly start: number
  readonly line: number | null
  readonly page: number | null
}

/** A number that stood with blanks inside: where its digits begin in the paragraph's text, and the original characters. */
export interface Mend {
  readonly start: number
  readonly raw: string
}

/**
 * A paragraph of running text: soft-wrapped lines joined, blanks between Chinese characters and inside numbers removed,
 * page numbers left out. Table rows outside the standard forms are paragraphs of kind 'row' with their cells.
 */
export interface Paragraph {
  readonly kind: 'heading' | 'text' | 'row' | 'contents' | 'cover'
  /** 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1., 4 for (1); null for plain text. */
  readonly level: number | null
  /** The printed number of a heading or list item (`三`, `（二）`, `1.`), else null. */
  readonly number: string | null
  readonly text: string
  readonly cells: readonly string[] | null
  readonly spans: readonly Span[]
  /** Numbers whose blanks were taken out. */
  readonly mends?: readonly Mend[]
  readonly topic: Topic
  /** Headings above, outermost first. */
  readonly path: readonly string[]
  /** Sentences as [start, end) offsets; their global numbers run from `firstSentence`. */
  readonly sentences: readonly (readonly [number, number])[]
  readonly firstSentence: number
}

export interface Outline {
  readonly paragraphs: readonly Paragraph[]
}

/** The line and page at which the character at `offset` stands. */
export function placeAt(paragraph: Paragraph, offset: number): { readonly line: number | null; readonly page: number | null } {
  let found = paragraph.spans[0]
  for (const span of paragraph.spans) if (span.start <= offset) found = span
  return { line: found?.line ?? null, page: found?.page ?? null }
}
