import type { Segment } from './ink.ts'

/** Rulings this close together are one, drawn twice or once a cell. */
const SAME = 1.5
/** Dashes, and cell borders that leave out the corners. */
const GAP = 3.5
/** A page of more strokes is a drawing. */
const MANY = 20_000
/** Rulings left after joining; a drawing has more. */
const MOST = 3000

function merged(segments: readonly Segment[], level: boolean): Segment[] {
  const sorted = segments.filter((segment) => segment.level === level).sort((a, b) => a.at - b.at || a.from - b.from)
  const bands: Segment[][] = []
  for (const segment of sorted) {
    const band = bands.at(-1)
    if (band?.[0] && segment.at - band[0].at <= SAME) band.push(segment)
    else bands.push([segment])
  }
  return bands.flatMap(joined)
}

/** Segments on one line, joined where they touch. */
function joined(band: readonly Segment[]): Segment[] {
  const out: Segment[] = []
  for (const segment of [...band].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && segment.from - last.to <= GAP) out[out.length - 1] = { ...last, to: Math.max(last.to, segment.to) }
    else out.push(segment)
  }
  return out
}

/** Ruling lines of a page: strokes joined, doubles dropped. */
export function rulingsOf(segments: readonly Segment[]): { readonly levels: Segment[]; readonly uprights: Segment[] } {
  if (segments.length > MANY) return { levels: [], uprights: [] }
  const [levels, uprights] = [merged(segments, true), merged(segments, false)]
  return levels.length + uprights.length > MOST ? { levels: [], uprights: [] } : { levels, uprights }
}
