import type { Box } from '../../domain/document.ts'
import { around, right } from './box.ts'
import { isWide } from './characters.ts'
import type { Glyph } from './ink.ts'

/** Characters on one baseline, from left to right. */
export interface TextLine {
  readonly text: string
  readonly box: Box
  readonly baseline: number
  readonly size: number
  readonly glyphs: readonly Glyph[]
}

/** Baselines closer than this share of the size are one line: raised digits, mixed fonts. */
const SAME_LINE = 0.45
/** Gaps, in ems, from which on a blank stands between two characters that the file leaves apart. */
const NARROW_GAP = 0.35
const WIDE_GAP = 1

/** The same character painted twice, slightly apart, is how some programs print bold. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph>()
  return glyphs.filter((glyph) => {
    if (glyph.blank) return true
    const [x, y] = [Math.round(glyph.box.x), Math.round(glyph.baseline)]
    const slack = Math.min(1.2, glyph.box.width * 0.3)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const other = seen.get(`${glyph.text} ${x + dx} ${y + dy}`)
        if (other && Math.abs(other.box.x - glyph.box.x) < slack && Math.abs(other.baseline - glyph.baseline) < slack) return false
      }
    seen.set(`${glyph.text} ${x} ${y}`, glyph)
    return true
  })
}

function blankBetween(left: Glyph, next: Glyph): boolean {
  const gap = next.box.x - right(left.box)
  const least = isWide(left.text) || isWide(next.text) ? WIDE_GAP : NARROW_GAP
  return gap > least * Math.min(left.size, next.size)
}

/** Glyphs of one baseline → their text; blanks of the file stay, single. */
export function textOf(glyphs: readonly Glyph[]): string {
  let text = ''
  let last: Glyph | null = null
  let pending = false
  for (const glyph of glyphs) {
    if (glyph.blank) {
      pending = last !== null
      continue
    }
    if (last !== null && (pending || blankBetween(last, glyph))) text += ' '
    text += glyph.text
    last = glyph
    pending = false
  }
  return text
}

export function lineOf(glyphs: readonly Glyph[]): TextLine | null {
  const sorted = [...glyphs].sort((a, b) => a.box.x - b.box.x)
  const inked = sorted.filter((glyph) => !glyph.blank)
  const [first] = inked
  if (first === undefined) return null
  const size = Math.max(...inked.map((glyph) => glyph.size))
  return { text: textOf(sorted), box: around(inked.map((glyph) => glyph.box)), baseline: first.baseline, size, glyphs: sorted }
}

/** Sorts glyphs into lines, from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const rows: Glyph[][] = []
  let base = Number.NEGATIVE_INFINITY
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    if (row && glyph.baseline - base <= SAME_LINE * glyph.size) row.push(glyph)
    else {
      rows.push([glyph])
      base = glyph.baseline
    }
  }
  return rows.map(lineOf).filter((line) => line !== null)
}
