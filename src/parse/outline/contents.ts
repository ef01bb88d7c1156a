import type { Draft } from './blocks.ts'
import { ATTACHED, OWN_PART } from './headings.ts'

export type Place = 'cover' | 'contents' | 'body'

const MARKER = /^(?:目录|目次|contents)$/i
/** The dots to a page number, which some print in brackets. */
const LEADER = /(?:\.{3}|…{2}|·{4})\s*[(（]?\s*\d{0,4}\s*[)）]?$/
const PAGE = /(?:[.…·\s][(（]\s*\d{1,4}\s*[)）]|[.…·\s]\d{1,4})$/
const FEWEST = 6

const nameOf = (draft: Draft): string =>
  draft.text
    .replace(PAGE, '')
    .replace(/\s+/g, '')
    .replace(/[.…·]{3,}/g, '')
    .replace(/[-—]\d+$/, '')
const isEntry = (draft: Draft): boolean => draft.cells === null && nameOf(draft).length <= 70 && !/[。；]/.test(draft.text)
const keyOf = (draft: Draft): string => (draft.numbering ? `${draft.numbering.level}:${draft.numbering.number}` : nameOf(draft))

/** The contents after a 目录 line end where its first entry comes again (as the first heading of the body) or running text begins. */
function markedContents(drafts: readonly Draft[], marker: number): number {
  let end = marker + 1
  const first = drafts[end]
  if (!first) return end
  const [name, key] = [nameOf(first), keyOf(first)]
  end++
  for (; end < drafts.length; end++) {
    const draft = drafts[end]
    if (!draft || !isEntry(draft)) break
    if (
      nameOf(draft) === name ||
      (keyOf(draft) === key && draft.numbering?.level === first.numbering?.level && draft.numbering?.level === 0)
    )
      return end
  }
  // No second first entry: what names something that comes again later is contents, the rest opens the body.
  const later = new Set(drafts.slice(end).map(nameOf))
  let last = end
  while (last > marker + 1 && !LEADER.test(drafts[last - 1]?.text ?? '') && !later.has(nameOf(drafts[last - 1] as Draft))) last--
  return last === marker + 1 ? end : last
}

/** Without a 目录 line: a dense stretch of headings at the start whose names come again later. */
function unmarkedContents(drafts: readonly Draft[]): [number, number] | null {
  let start = -1
  for (let i = 0; i <= drafts.length; i++) {
    const draft = drafts[i]
    const heading = draft !== undefined && isEntry(draft) && draft.numbering !== null
    if (heading) {
      if (start < 0) start = i
      continue
    }
    if (start >= 0 && i - start >= FEWEST) {
      const later = new Set(
        drafts
          .slice(i)
          .filter((d) => d.numbering)
          .map(nameOf),
      )
      const again = drafts.slice(start, i).filter((d) => later.has(nameOf(d))).length
      return again >= FEWEST / 2 ? [start, i] : null
    }
    start = -1
  }
  return null
}

/** For each paragraph: cover, contents page or body. The last heading of a name is the body, the first is the contents page. */
export function placesOf(drafts: readonly Draft[]): Place[] {
  const marker = drafts.findIndex((draft) => MARKER.test(draft.text.replace(/\s+/g, '')))
  const span: [number, number] | null = marker >= 0 ? [marker, markedContents(drafts, marker)] : unmarkedContents(drafts)
  let cover = 0
  while (cover < drafts.length && cover < (span?.[0] ?? 8)) {
    const draft = drafts[cover]
    if (
      !draft ||
      draft.cells ||
      draft.numbering ||
      ATTACHED.test(draft.text) ||
      OWN_PART.test(draft.text) ||
      draft.text.length > 60 ||
      /[，。；：]/.test(draft.text)
    )
      break
    cover++
  }
  return drafts.map((_, i) => (span && i >= span[0] && i < span[1] ? 'contents' : i < cover ? 'cover' : 'body'))
}
