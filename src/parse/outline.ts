import type { Line } from '../domain/document.ts'
import type { Outline, Paragraph } from '../domain/outline.ts'
import { type Draft, draftsOf } from './outline/blocks.ts'
import { type Place, placesOf } from './outline/contents.ts'
import { headingLevel } from './outline/headings.ts'
import { prepareRun } from './outline/lines.ts'
import { sentencesOf } from './outline/sentences.ts'
import { refineTopic, topicOfPath } from './outline/topics.ts'

interface OpenHeading {
  readonly level: number
  readonly text: string
}

const kindOf = (draft: Draft, place: Place, level: number | null): Paragraph['kind'] =>
  place !== 'body' ? place : draft.cells ? 'row' : level === null ? 'text' : 'heading'

/**
 * Orders the running text of a report: lines joined to paragraphs and sentences, under their headings.
 * @param runs contiguous stretches of lines outside the standard forms; paragraphs never join across runs
 */
export function buildOutline(runs: readonly (readonly Line[])[]): Outline {
  const drafts = runs.flatMap((run) => draftsOf(prepareRun(run)))
  const places = placesOf(drafts)
  let open: OpenHeading[] = []
  let firstSentence = 0
  const paragraphs = drafts.map((draft, i): Paragraph => {
    const place = places[i] ?? 'body'
    const level = place === 'body' ? headingLevel(draft) : null
    const kind = kindOf(draft, place, level)
    if (kind === 'heading' && level !== null) open = open.filter((heading) => heading.level < level)
    const path = open.map((heading) => heading.text)
    const own = kind === 'heading' ? [...path, draft.text] : path
    if (kind === 'heading' && level !== null) open = [...open, { level, text: draft.text }]
    const sentences = sentencesOf(draft.text)
    const number = draft.numbering?.number ?? null
    const paragraph: Paragraph = {
      kind,
      level: kind === 'heading' ? level : (draft.numbering?.level ?? null),
      number,
      text: draft.text,
      cells: draft.cells,
      spans: draft.spans,
      ...(draft.mends.length > 0 ? { mends: draft.mends } : {}),
      topic: place === 'body' ? refineTopic(topicOfPath(own), draft.text, draft.numbering?.level ?? null) : 'other',
      path,
      sentences,
      firstSentence,
    }
    firstSentence += sentences.length
    return paragraph
  })
  return { paragraphs }
}
