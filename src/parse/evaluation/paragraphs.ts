import type { Line } from '../../domain/document.ts'
import type { Outline, Paragraph } from '../../domain/outline.ts'
import { buildOutline } from '../outline.ts'

const before = (a: Paragraph, b: Paragraph): number => {
  const [x, y] = [a.spans[0], b.spans[0]]
  return (x?.page ?? 0) - (y?.page ?? 0) || (x?.line ?? 0) - (y?.line ?? 0)
}

/**
 * The words of self-evaluation tables belong to the report's text as well: their wording is checked and found by search.
 * Their figures are read as evaluations, so the rows come in after the claims were read, with sentence numbers of their own.
 */
export function withEvaluationRows(outline: Outline, runs: readonly (readonly Line[])[]): Outline {
  const last = outline.paragraphs.at(-1)
  const offset = last === undefined ? 0 : last.firstSentence + last.sentences.length
  const rows = buildOutline(runs).paragraphs.map(
    (paragraph): Paragraph => ({
      ...paragraph,
      kind: 'row',
      level: null,
      number: null,
      topic: 'attachment',
      firstSentence: paragraph.firstSentence + offset,
    }),
  )
  return { ...outline, paragraphs: [...outline.paragraphs, ...rows].sort(before) }
}
