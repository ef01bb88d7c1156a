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
  const panels: Panel[] = []
  const told: string[] = []
  const linesOn = (page: number): Box[] => lines.flatMap((line) => (line.page === page && line.box !== undefined ? [line.box] : []))
  for (const [i, finding] of findings.entries()) {
    if (told.length >= MOST_FINDINGS) break
    const own = finding.verdict === 'rounding' ? [] : groups(spotsOf(finding, report, lines))
    if (own.length === 0 || panels.length + own.length > MOST_PANELS) continue
    for (const spots of own) {
      const page = spots[0]?.page ?? 1
      const on = linesOn(page)
      panels.push({
        page,
        caption: `第${i + 1}条　第${page}页`,
        region: regionOf(spots, on),
        marks: spots.map(({ box }) => box),
        lines: on,
      })
    }
    told.push(`第${i + 1}条：${finding.statement}`)
  }
  return { panels, alt: told.length === 0 ? '' : `报告原页的截图，有关的数字框了出来。${told.join('')}` }
}
