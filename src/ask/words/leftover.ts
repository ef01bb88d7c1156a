import { FILLERS } from './lexicon.ts'

/** What is left of a question when names, years, items and everything that means nothing by itself are taken out. */

const BY_FIRST = new Map<string, string[]>()
for (const filler of FILLERS) BY_FIRST.set(filler.charAt(0), [...(BY_FIRST.get(filler.charAt(0)) ?? []), filler])

/** The characters of one run that no filler explains, in the reading that leaves fewest of them. */
function unexplained(run: string): string[] {
  const least: number[] = Array.from({ length: run.length + 1 }, () => 0)
  const step: string[] = []
  for (let at = run.length - 1; at >= 0; at--) {
    least[at] = (least[at + 1] ?? 0) + 1
    step[at] = ''
    for (const filler of BY_FIRST.get(run.charAt(at)) ?? []) {
      const rest = least[at + filler.length] ?? Number.POSITIVE_INFINITY
      if (rest < (least[at] ?? 0) && run.startsWith(filler, at)) {
        least[at] = rest
        step[at] = filler
      }
    }
  }
  const pieces: string[] = []
  let piece = ''
  for (let at = 0; at < run.length; ) {
    const filler = step[at] ?? ''
    if (filler === '') piece += run.charAt(at++)
    else {
      if (piece !== '') pieces.push(piece)
      piece = ''
      at += filler.length
    }
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** The pieces that no filler explains, in order. Letters, digits and the mark of a held name count, punctuation does not. */
export const leftovers = (text: string): string[] => text.split(/[^\p{L}\p{N}\ue000]+/u).flatMap(unexplained)

/** What remains when the words without meaning of their own are gone. */
export const withoutFillers = (text: string): string => leftovers(text).join('')

/** A word that joins two things where there is only one: 三公同, 三公的比. At the beginning of a question it joins to what was said before. */
export function danglingJoins(text: string): string {
  const inner = text.replace(/^\s*那?[和与及跟同比]/, '').replace(/比较|对比|相比|相同|共同|以及|涉及|与否/g, '')
  return (inner.match(/[和与及跟同比]/g) ?? []).join('')
}
