import type { DepartmentIndex } from '../names/department-index.ts'

/** A name of the index found inside a text. */
export interface Spotted {
  readonly text: string
  readonly start: number
  readonly generic: boolean
}

const SHORTEST = 3

/** Names standing in a text, longest first at each place, not overlapping. Punctuation inside a long official name is passed over. */
export function spotNames(text: string, index: DepartmentIndex): Spotted[] {
  const spotted: Spotted[] = []
  for (let start = 0; start < text.length; ) {
    const found = longestAt(text, start, index)
    if (found === null) start++
    else {
      spotted.push(found)
      start += found.text.length
    }
  }
  return spotted
}

function longestAt(text: string, start: number, index: DepartmentIndex): Spotted | null {
  const most = Math.min(text.length - start, index.longestForm + 4)
  for (let length = most; length >= SHORTEST; length--) {
    const span = text.slice(start, start + length)
    if (/^[^\p{L}\p{N}]|[^\p{L}\p{N})）]$/u.test(span)) continue
    const named = index.named(span.replace(/[^\p{L}\p{N}]/gu, ''))
    if (named !== null) return { text: span, start, generic: named.generic }
  }
  return null
}
