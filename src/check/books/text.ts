import type { Paragraph } from '../../domain/outline.ts'
import type { Said } from './claims.ts'
import type { Books } from './index.ts'

export interface Sentence {
  readonly text: string
  readonly start: number
  readonly paragraph: Paragraph
  readonly no: number
}

export const sentencesOf = (paragraph: Paragraph): readonly Sentence[] =>
  paragraph.sentences.map(([start, end], i) => ({
    text: paragraph.text.slice(start, end),
    start,
    paragraph,
    no: paragraph.firstSentence + i,
  }))

/** The sentence in which a claim stands; null for a report without its text. */
export const sentenceOf = (books: Books, said: Said): Sentence | null => sentenceAt(books, said.claim.sentence)

/** The sentence with this number. */
export function sentenceAt(books: Books, sentence: number): Sentence | null {
  for (const paragraph of books.report.outline?.paragraphs ?? []) {
    const { firstSentence, sentences } = paragraph
    if (sentence >= firstSentence && sentence < firstSentence + sentences.length)
      return sentencesOf(paragraph)[sentence - firstSentence] ?? null
  }
  return null
}

export const sentenceTexts = (books: Books, said: readonly Said[]): readonly string[] => [
  ...new Set(said.flatMap((one) => sentenceOf(books, one)?.text ?? [])),
]
