import type { Box, Line } from '../domain/document.ts'
import type { Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import type { Panel } from '../read/show/panels.ts'
import { type Spot, spotsOf } from './page-spots.ts'

/** The parts of a file's pages that show what a check found, to be drawn. */

const MOST_FINDINGS = 3
const MOST_PANELS = 4
/** In points: marks closer than this stand in one panel, with so much of the page around them. */
const APART = 150
const AROUND = { above: 30, below: 16, beside: 8 }
const NARROWEST = 330
/** A taller row is shown in part. */
const TALLEST = 60

const bottom = ({ y, height }: Box): number => y + height
const right = ({ x, width }: Box): number => x + width

/** What stands between two edges of a page is shown whole: no line is cut. */
function regionOf(spots: readonly Spot[], lines: readonly Box[]): Box {
  const own = spots.map(({ line, box }) => (line.height > TALLEST ? box : line))
  const top = Math.min(...own.map(({ y }) => y)) - AROUND.above
  const foot = Math.max(...own.map(bottom)) + AROUND.below
  const shown = [...lines.filter((line) => line.height <= TALLEST && bottom(line) > top && line.y < foot), ...spots.map(({ line }) => line)]
  const low = shown.filter(({ height }) => height <= TALLEST)
  const [x, y] = [Math.min(...shown.map((line) => line.x)) - AROUND.beside, Math.min(top, ...low.map((line) => line.y - 1))]
  const across = Math.max(NARROWEST, Math.max(...shown.map(right)) + AROUND.beside - x)
  return {
    x: Math.max(0, x),
    y: Math.max(0, y),
    width: across,
    height: Math.max(foot, ...low.map((line) => bottom(line) + 1)) - Math.max(0, y),
  }
}

/** Spots of one page, those far from each other apart. */
function groups(spots: readonly Spot[]): Spot[][] {
  const found: Spot[][] = []
  for (const spot of [...spots].sort((a, b) => a.page - b.page || a.box.y - b.box.y)) {
    const last = found.at(-1)
    const before = last?.at(-1)
    if (last !== undefined && before?.page === spot.page && spot.box.y - bottom(before.box) < APART) last.push(spot)
    else found.push([spot])
  }
  return found
}

/** What one panel will show: the spots of one finding or, where they stand together, of several. */
interface Part {
  readonly page: number
  readonly spots: readonly NumberedSpot[]
}

/** A spot with the number of the finding it belongs to. */
interface NumberedSpot extends Spot {
  readonly number: number
}

const touches = (part: Part, own: Part): boolean =>
  part.page === own.page &&
  part.spots.some((a) => own.spots.some((b) => a.line.y < bottom(b.line) + APART / 3 && b.line.y < bottom(a.line) + APART / 3))

/** Adds a part: to the one that shows the same stretch of the page, else as a new one. */
function added(parts: readonly Part[], own: Part): Part[] {
  const at = parts.findIndex((part) => touches(part, own))
  if (at < 0) return [...parts, own]
  return parts.map((part, i) => (i === at ? { ...part, spots: [...part.spots, ...own.spots] } : part))
}

export interface Pictured {
  readonly panels: readonly Panel[]
  /** What the picture shows, in words. */
  readonly alt: string
}

/**
 * The parts of pages that show the first findings that stand on a page.
 * @param findings by number, the first has number 1; their places are the report's own objects
 */
export function panelsOf(findings: readonly Finding[], report: Report, lines: readonly Line[]): Pictured {
  let parts: readonly Part[] = []
  const told: string[] = []
  for (const [i, finding] of findings.entries()) {
    if (told.length >= MOST_FINDINGS) break
    const own = finding.verdict === 'rounding' ? [] : groups(spotsOf(finding, report, lines))
    const numbered = own.map((spots) => ({ page: spots[0]?.page ?? 1, spots: spots.map((spot) => ({ ...spot, number: i + 1 })) }))
    const next = numbered.reduce(added, parts)
    if (own.length === 0 || next.length > MOST_PANELS) continue
    parts = next
    told.push(`第${i + 1}条：${finding.statement}`)
  }
  return {
    panels: parts.map((part) => panelOf(part, lines)),
    alt: told.length === 0 ? '' : `报告原页的截图，有关的数字框了出来。${told.join('')}`,
  }
}

/** The numbers of findings, each once. */
const numbersOf = (spots: readonly NumberedSpot[]): string => [...new Set(spots.map(({ number }) => number))].join('、')

function panelOf({ page, spots }: Part, lines: readonly Line[]): Panel {
  const on = lines.flatMap((line) => (line.page === page && line.box !== undefined ? [line.box] : []))
  const places = new Map<string, NumberedSpot[]>()
  for (const spot of spots) places.set(`${spot.box.x} ${spot.box.y}`, [...(places.get(`${spot.box.x} ${spot.box.y}`) ?? []), spot])
  const all = numbersOf(spots)
  const alone = new Set(spots.map(({ number }) => number)).size === 1
  const marks = [...places.values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ box: same[0].box, label: alone ? '' : numbersOf(same) }],
  )
  return { page, caption: `第${all}条　第${page}页`, region: regionOf(spots, on), marks, lines: on }
}
