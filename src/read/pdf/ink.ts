import type { Box } from '../../domain/document.ts'

/** One character on the page, in points from the top left. */
export interface Glyph {
  readonly text: string
  readonly box: Box
  readonly baseline: number
  readonly size: number
  /** A blank that the file really holds. */
  readonly blank: boolean
  /** Glyphs painted one after the other without a gap share a run. */
  readonly run: number
  /** Nobody knows what it looks like: its font is not in the file, and says nothing of what it means either. */
  readonly lost?: true
}

/** A straight upright or level stroke, or the middle of a thin filled bar. */
export interface Segment {
  readonly level: boolean
  /** y of a level segment, x of an upright one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Everything a page paints that matters here. */
export interface Ink {
  readonly glyphs: readonly Glyph[]
  readonly segments: readonly Segment[]
  readonly pictures: readonly Box[]
  /** Share of the glyphs that are painted invisibly: the text layer of a scan. */
  readonly hidden: number
  /** Most of the text runs in this direction, in quarter turns clockwise. */
  readonly turn: number
}
