import { chance } from '../../check/planter/accounts.ts'
import { type PageSpec, type Pen, pdfOf } from '../../read/pdf-maker.ts'
import { type GridRow, LEFT, type Sheet, spanAt, UP } from '../grid.ts'

const SIZE = 7
const LINE = 9
const PAD = 4
const MARGIN = 36
const widthOf = (text: string): number => [...text].reduce((all, c) => all + (c > '\u007e' ? SIZE : SIZE / 2), 0)
const isAmount = (text: string): boolean => /^-?[\d,]*\.\d+$/.test(text)

/** Text cut to the width of its cell; amounts are never cut. */
function wrapped(text: string, width: number): string[] {
  if (isAmount(text) || widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const c of text) {
    if (widthOf(line + c) > width && line !== '') {
      lines.push(line)
      line = ''
    }
    line += c
  }
  return [...lines, line]
}

/** Widths from the figures and a share of the words, shrunk to the page where they must. */
function columnWidths(rows: readonly GridRow[], heads: number, room: number): number[] {
  const count = rows[0]?.length ?? 0
  const wanted = Array.from({ length: count }, (_, c) =>
    Math.max(
      20,
      ...rows.map((row, r) => {
        const text = row[c]?.text ?? ''
        if (text === LEFT || text === UP || row[c + 1]?.text === LEFT) return 0
        return isAmount(text) ? widthOf(text) + 2 * PAD : Math.min(widthOf(text), r < heads ? 36 : 110) + 2 * PAD
      }),
    ),
  )
  const all = wanted.reduce((a, b) => a + b, 0)
  return all <= room ? wanted.map((w) => (w * room) / all) : wanted
}

interface Drawn {
  readonly width: number
  readonly height: number
  readonly pages: PageSpec[]
}

function drawRow(pen: Pen, grid: readonly GridRow[], r: number, xs: readonly number[], ys: readonly number[], ruled: boolean): void {
  ;(grid[r] ?? []).forEach((one, c) => {
    const span = spanAt(grid, r, c)
    if (span === null) return
    const [x0, x1] = [xs[c] ?? 0, xs[c + span.across] ?? 0]
    const [y0, y1] = [ys[r] ?? 0, ys[Math.min(r + span.down, ys.length - 1)] ?? 0]
    if (ruled) pen.line(x0, y0, x1, y0).line(x0, y1, x1, y1).line(x0, y0, x0, y1).line(x1, y0, x1, y1)
    const lines = wrapped(one.text, x1 - x0 - 2 * PAD)
    const top = (y0 + y1) / 2 - (lines.length * LINE) / 2
    lines.forEach((text, i) => {
      const x = isAmount(text) ? x1 - PAD - widthOf(text) : r < 3 ? (x0 + x1) / 2 - widthOf(text) / 2 : x0 + PAD
      if (text !== '') pen.text(x, top + LINE * i + SIZE, text, SIZE)
    })
  })
}

function drawSheet(sheet: Sheet, title: string, ruled: boolean, repeat: boolean, first: number): Drawn {
  const rows = [...sheet.head, ...sheet.body]
  const landscape = (rows[0]?.length ?? 0) > 7
  const height = landscape ? 595 : 842
  const room = (landscape ? 842 : 595) - 2 * MARGIN
  const widths = columnWidths(rows, sheet.head.length, room)
  const width = Math.max(landscape ? 842 : 595, widths.reduce((a, b) => a + b, 0) + 2 * MARGIN)
  const xs = [MARGIN]
  for (const w of widths) xs.push((xs.at(-1) ?? 0) + w)
  const tall = (row: GridRow, grid: readonly GridRow[], r: number): number =>
    Math.max(
      ...row.map((one, c) => {
        const span = spanAt(grid, r, c)
        if (span === null) return 1
        return Math.ceil(wrapped(one.text, (xs[c + span.across] ?? 0) - (xs[c] ?? 0) - 2 * PAD).length / span.down)
      }),
    ) *
      LINE +
    5
  const pages: PageSpec[] = []
  let at = 0
  while (at < sheet.body.length) {
    const own = at === 0
    const head = own || repeat ? sheet.head : []
    const grid: GridRow[] = [...head]
    let y = own || repeat ? MARGIN + 54 : MARGIN
    const ys = [y]
    for (const [r, row] of head.entries()) {
      y += tall(row, head, r)
      ys.push(y)
    }
    while (at < sheet.body.length) {
      const row = sheet.body[at] ?? []
      const h = tall(row, [row], 0)
      if (y + h > height - MARGIN - 20) break
      grid.push(row)
      y += h
      ys.push(y)
      at++
    }
    const last = at >= sheet.body.length
    const number = first + pages.length
    pages.push({
      width,
      height,
      draw: (pen) => {
        if (own || repeat) {
          pen.text(width / 2 - widthOf(title), MARGIN + 10, title, SIZE * 2)
          pen.text(width - MARGIN - 60, MARGIN + 26, sheet.above[0] ?? '', SIZE)
          pen.text(MARGIN, MARGIN + 42, sheet.above.slice(1, -1).join(' ') || (sheet.above[0] ?? ''), SIZE)
          pen.text(width - MARGIN - 90, MARGIN + 42, sheet.above.at(-1) ?? '', SIZE)
        }
        for (const r of grid.keys()) drawRow(pen, grid, r, xs, ys, ruled)
        if (last) for (const [i, note] of sheet.notes.entries()) pen.text(MARGIN, y + 14 + 12 * i, note, SIZE)
        pen.text(width / 2, height - 20, String(number), 8)
      },
    })
  }
  return { width, height, pages }
}

function prose(lines: readonly string[], number: number): PageSpec[] {
  return [
    {
      draw: (pen) => {
        let y = 60
        for (const piece of lines.flatMap((line) => line.match(/(?:[\d.]+%?|[^\d]){1,30}/g) ?? [])) {
          y += 16
          pen.text(60, y, piece, 11)
        }
        pen.text(297, 822, String(number), 8)
      },
    },
  ]
}

/** A report as PDF: forms ruled or by alignment alone, long forms over several pages with or without their header. */
export function pdf(
  front: readonly string[],
  sheets: readonly Sheet[],
  back: readonly string[],
  year: number,
  seed: number,
  ruled: boolean,
): Uint8Array {
  const repeat = chance(seed + 11)() > 0.5
  const pages = prose(front, 1)
  for (const sheet of sheets) pages.push(...drawSheet(sheet, `${year}年度${sheet.title}`, ruled, repeat, pages.length + 1).pages)
  return pdfOf([...pages, ...prose(back, pages.length + 1)])
}
