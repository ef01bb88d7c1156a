import type { Box } from '../../domain/document.ts'
import { joinWrapped } from '../join.ts'
import { around, centreX, centreY, right } from './box.ts'
import type { Grid } from './grid.ts'
import { gridBox } from './grid.ts'
import type { Glyph } from './ink.ts'
import { type Region, regionsOf } from './regions.ts'
import { stackedRows } from './stacked.ts'
import { linesOf } from './words.ts'

/** One row of a table on a page. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly boxes: readonly (Box | null)[]
  readonly box: Box
  /** x of the rulings between the columns; none where the table has no rulings. */
  readonly edges: readonly number[]
}

/** Share of a run inside one region from which on the rest merely sticks out. */
const MOSTLY = 0.7

const indexAt = (edges: readonly number[], place: number): number => {
  const after = edges.findIndex((edge) => edge > place)
  return Math.min(Math.max((after < 0 ? edges.length : after) - 1, 0), edges.length - 2)
}

/** Text between blanks, painted in one go. */
function pieces(glyphs: readonly Glyph[]): Glyph[][] {
  const out: Glyph[][] = []
  let last: Glyph | null = null
  for (const glyph of glyphs) {
    if (last === null || last.run !== glyph.run || last.blank || glyph.blank) out.push([])
    out.at(-1)?.push(glyph)
    last = glyph
  }
  return out
}

/** Glyphs sorted into regions: a piece that sticks out of its cell stays whole, one that lies across a border is divided. */
function sorted(grid: Grid, fields: readonly (readonly Region[])[], glyphs: readonly Glyph[]): Map<Region, Glyph[]> {
  const found = new Map<Region, Glyph[]>()
  const regionAt = (glyph: Glyph) => fields[indexAt(grid.ys, centreY(glyph.box))]?.[indexAt(grid.xs, centreX(glyph.box))]
  const put = (region: Region | undefined, members: readonly Glyph[]) => {
    if (!region) return
    const list = found.get(region)
    if (list) list.push(...members)
    else found.set(region, [...members])
  }
  for (const piece of pieces(glyphs)) {
    const shares = new Map<Region | undefined, Glyph[]>()
    for (const glyph of piece) {
      const region = regionAt(glyph)
      const share = shares.get(region)
      if (share) share.push(glyph)
      else shares.set(region, [glyph])
    }
    const [region, most] = [...shares].reduce((a, b) => (b[1].length > a[1].length ? b : a))
    if (most.length >= piece.length * MOSTLY) put(region, piece)
    else for (const [where, members] of shares) put(where, members)
  }
  return found
}

const cellText = (glyphs: readonly Glyph[]): string => joinWrapped(linesOf(glyphs).map((line) => line.text))

/** The rows of a ruled table; null when it is no table but a frame around text. */
export function tableRows(grid: Grid, glyphs: readonly Glyph[]): TableRow[] | null {
  const fields = regionsOf(grid)
  const filled = sorted(grid, fields, glyphs)
  if ([...filled.values()].filter((members) => members.some((glyph) => !glyph.blank)).length < 2) return null
  const columns = grid.xs.length - 1
  return fields.flatMap((row, j) => {
    const starts = row.map((region, i) => (region.row === j && region.column === i ? region : null))
    const members = starts.map((region) => (region && filled.get(region)) ?? [])
    const boxes = starts.map((region) => region?.box ?? null)
    const box = { ...gridBox(grid), y: grid.ys[j] ?? 0, height: (grid.ys[j + 1] ?? 0) - (grid.ys[j] ?? 0) }
    const split = stackedRows(members)
    if (split === null) return [{ cells: members.map(cellText), boxes, box, edges: grid.xs }]
    return split.map((part) => ({
      cells: part.map(cellText),
      boxes: part.map((cell, i) => (cell.length > 0 ? around(cell.map((glyph) => glyph.box)) : (boxes[i] ?? null))).slice(0, columns),
      box: around(part.flat().map((glyph) => glyph.box)),
      edges: grid.xs,
    }))
  })
}

/** Whether a glyph lies inside a grid. */
export function isInside(grid: Grid, glyph: Glyph): boolean {
  const box = gridBox(grid)
  const [x, y] = [centreX(glyph.box), centreY(glyph.box)]
  return x >= box.x - 1 && x <= right(box) + 1 && y >= box.y - 1 && y <= box.y + box.height + 1
}
