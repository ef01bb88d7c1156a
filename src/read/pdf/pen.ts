import { isBlank, ordinary } from './characters.ts'
import type { FontGlyph } from './legible.ts'
import { at, boxOf, IDENTITY, type Matrix, times } from './matrix.ts'

/** What pdfjs says about a font, as far as it places characters. */
export interface Font {
  readonly fontMatrix?: ArrayLike<number>
  readonly vertical?: boolean
  /** The file names the font but does not hold it. */
  readonly missingFile?: boolean
  readonly defaultVMetrics?: readonly number[]
}

/** A character as pdfjs hands it over; a bare number between two is a kerning step. */
export interface ShownGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

/** The text state of a page that save and restore keep. */
export interface Pen {
  ctm: Matrix
  font: Font | null
  size: number
  /** −1 where the font size is negative. */
  direction: number
  spacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

export const newPen = (ctm: Matrix): Pen => ({
  ctm,
  font: null,
  size: 0,
  direction: 1,
  spacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
})

/** Ascent and descent of an em box: fonts' own values are too often wrong. */
const ASCENT = 0.88
const DESCENT = -0.12
/** A step back or forth of more than this, in ems, begins a new run. */
const APART = 0.5

/** Where the next character goes, and which run it belongs to. */
export class Writer {
  readonly glyphs: FontGlyph[] = []
  hidden = 0
  readonly directions = [0, 0, 0, 0]
  private text: Matrix = IDENTITY
  private line = { x: 0, y: 0 }
  private spot = { x: 0, y: 0 }
  private run = 0
  private last: readonly [number, number] | null = null

  begin(): void {
    this.setMatrix(IDENTITY)
    this.last = null
  }

  setMatrix(matrix: Matrix): void {
    this.text = matrix
    this.line = { x: 0, y: 0 }
    this.spot = { x: 0, y: 0 }
  }

  move(x: number, y: number): void {
    this.line = { x: this.line.x + x, y: this.line.y + y }
    this.spot = { ...this.line }
  }

  show(pen: Pen, shown: readonly (ShownGlyph | number)[]): void {
    const vertical = pen.font?.vertical === true
    const scale = pen.size * (pen.font?.fontMatrix?.[0] ?? 0.001)
    const stretch = pen.stretch * pen.direction
    let step = 0
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        step += ((vertical ? 1 : -1) * glyph * pen.size) / 1000
        continue
      }
      const spacing = ((glyph.isSpace ? pen.wordSpacing : 0) + pen.spacing) * pen.direction
      const metric = glyph.vmetric ?? pen.font?.defaultVMetrics
      const width = vertical ? -(metric?.[0] ?? 1000) * scale : glyph.width * scale
      if (vertical) this.put(pen, glyph, -pen.size / 2, step - pen.size * ASCENT, pen.size)
      else this.put(pen, glyph, step * stretch, 0, width * stretch)
      step += vertical ? width - spacing : width + spacing
    }
    if (vertical) this.spot.y += step
    else this.spot.x += step * stretch
  }

  private put(pen: Pen, shown: ShownGlyph, dx: number, dy: number, width: number): void {
    const text = ordinary(shown.unicode)
    const place = times(pen.ctm, times(this.text, [1, 0, 0, 1, this.spot.x + dx, this.spot.y + dy + pen.rise]))
    const box = boxOf(place, 0, DESCENT * pen.size * pen.direction, width, ASCENT * pen.size * pen.direction)
    const [x, y] = at(place, 0, 0)
    const [endX, endY] = at(place, width, 0)
    const size = pen.size * Math.hypot(place[2], place[3])
    if (!Number.isFinite(x + y + size + box.width) || size === 0) return
    const blank = text !== '' && isBlank(text)
    if (this.last === null || Math.hypot(x - this.last[0], y - this.last[1]) > size * APART) this.run++
    this.last = [endX, endY]
    if (!blank) {
      if (pen.mode === 3 || pen.mode === 7) this.hidden++
      this.count(endX - x, endY - y)
    }
    this.glyphs.push({ text: blank ? ' ' : text, box, baseline: y, size, blank, run: this.run, font: pen.font, given: shown.unicode })
  }

  /** Quarter turns clockwise of the writing direction. */
  private count(dx: number, dy: number): void {
    const turn = Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 2) : dy > 0 ? 1 : 3
    this.directions[turn] = (this.directions[turn] ?? 0) + 1
  }
}
