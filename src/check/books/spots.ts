import type { Claim, Report } from '../../domain/report.ts'
import { groupedBy } from '../grouping.ts'

/** Where in its sentence a figure stands. */
export interface Spot {
  readonly sentence: string
  readonly at: number
}

/** Claims come in reading order, so each figure is sought behind the one before it. */
function inSentence(sentence: string, claims: readonly Claim[]): readonly (readonly [string, Spot])[] {
  let from = 0
  return claims.flatMap((claim) => {
    const raw = claim.where.raw
    const found = raw === '' ? -1 : sentence.indexOf(raw, from)
    // One printed figure may stand for two claims (收、支总计).
    const at = found >= 0 || raw === '' ? found : sentence.lastIndexOf(raw, from)
    if (at < 0) return []
    from = Math.max(from, at + (found >= 0 ? raw.length : 0))
    return [[claim.id, { sentence, at }] as const]
  })
}

/** The place of every claim in its sentence; empty for a report without its text. */
export function spotsOf({ outline, claims }: Report): ReadonlyMap<string, Spot> {
  const sentences = new Map(
    (outline?.paragraphs ?? []).flatMap(({ text, sentences: all, firstSentence }) =>
      all.map(([start, end], i) => [firstSentence + i, text.slice(start, end)] as const),
    ),
  )
  return new Map(
    [...groupedBy(claims, ({ sentence }) => String(sentence)).values()].flatMap((group) =>
      inSentence(sentences.get(group[0]?.sentence ?? -1) ?? '', group),
    ),
  )
}
