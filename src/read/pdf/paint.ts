import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../domain/document.ts'
import { bottom, right } from './box.ts'
import type { Ink, Segment } from './ink.ts'
import { legible } from './legible.ts'
import { boxOf, type Matrix, matrixOf, times } from './matrix.ts'
import { barBetween, filled, stroked } from './paths.ts'
import { type Font, newPen, type Pen, type ShownGlyph, Writer } from './pen.ts'

/** The operators of one page as pdfjs lists them. Their arguments are untyped there. */
export interface Operators {
  readonly fnArray: readonly number[]
  // biome-ignore lint/suspicious/noExplicitAny: pdfjs gives every operator its own unnamed arguments
  readonly argsArray: readonly any[]
}

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

/** Walks the operators of a page as a printer would and notes what lands on the paper. */
class Page {
  readonly writer = new Writer()
  readonly segments: Segment[] = []
  readonly pictures: Box[] = []
  private pen: Pen
  private readonly saved: Pen[] = []
  private readonly fonts: ReadonlyMap<string, Font>

  constructor(base: Matrix, fonts: ReadonlyMap<string, Font>) {
    this.pen = newPen(base)
    this.fonts = fonts
  }

  save = () => {
    this.saved.push({ ...this.pen })
  }
  restore = () => {
    this.pen = this.saved.pop() ?? this.pen
  }
  transform = (matrix: ArrayLike<number> | null) => {
    this.pen.ctm = times(this.pen.ctm, matrixOf(matrix))
  }
  font = (name: string, size: number) => {
    this.pen.font = this.fonts.get(name) ?? null
    this.pen.size = Math.abs(size)
    this.pen.direction = size < 0 ? -1 : 1
  }
  set = (key: 'spacing' | 'wordSpacing' | 'stretch' | 'leading' | 'rise' | 'mode', value: number) => {
    this.pen[key] = value
  }
  lead = () => this.writer.move(0, this.pen.leading)
  show = (glyphs: readonly (ShownGlyph | number)[]) => this.writer.show(this.pen, glyphs)

  path(painting: number, data: ArrayLike<number> | null | undefined): void {
    if (!data) return
    if (STROKES.has(painting)) this.segments.push(...stroked(data, this.pen.ctm))
    if (FILLS.has(painting)) this.segments.push(...filled(data, this.pen.ctm))
  }

  /** An image fills the unit square; some programs draw rulings as images. */
  image(): void {
    const box = boxOf(this.pen.ctm, 0, 0, 1, 1)
    const bar = barBetween(box.x, box.y, right(box), bottom(box))
    if (bar) this.segments.push(bar)
    else this.pictures.push(box)
  }
}

type Act = (page: Page, args: Operators['argsArray'][number]) => void
const image: Act = (page) => page.image()

/** What each operator does here; all others change nothing that matters. */
const ACTS = new Map<number, Act>([
  [OPS.save, (page) => page.save()],
  [OPS.restore, (page) => page.restore()],
  [OPS.transform, (page, args) => page.transform(args)],
  [OPS.beginGroup, (page) => page.save()],
  [OPS.endGroup, (page) => page.restore()],
  [
    OPS.paintFormXObjectBegin,
    (page, [matrix]) => {
      page.save()
      page.transform(matrix)
    },
  ],
  [OPS.paintFormXObjectEnd, (page) => page.restore()],
  [
    OPS.setGState,
    (page, [states]) => {
      for (const [key, value] of states) if (key === 'Font') page.font(value[0], value[1])
    },
  ],
  [OPS.beginText, (page) => page.writer.begin()],
  [OPS.setFont, (page, [name, size]) => page.font(name, size)],
  [OPS.setCharSpacing, (page, [value]) => page.set('spacing', value)],
  [OPS.setWordSpacing, (page, [value]) => page.set('wordSpacing', value)],
  [OPS.setHScale, (page, [value]) => page.set('stretch', value / 100)],
  [OPS.setLeading, (page, [value]) => page.set('leading', -value)],
  [OPS.setTextRise, (page, [value]) => page.set('rise', value)],
  [OPS.setTextRenderingMode, (page, [value]) => page.set('mode', value)],
  [OPS.moveText, (page, [x, y]) => page.writer.move(x, y)],
  [
    OPS.setLeadingMoveText,
    (page, [x, y]) => {
      page.set('leading', y)
      page.writer.move(x, y)
    },
  ],
  [OPS.setTextMatrix, (page, [matrix]) => page.writer.setMatrix(matrixOf(matrix))],
  [OPS.nextLine, (page) => page.lead()],
  [OPS.showText, (page, [glyphs]) => page.show(glyphs)],
  [OPS.constructPath, (page, [painting, [data]]) => page.path(painting, data)],
  [OPS.paintImageXObject, image],
  [OPS.paintInlineImageXObject, image],
  [OPS.paintImageMaskXObject, image],
  [OPS.paintSolidColorImageMask, image],
])

/**
 * Reads the operators of a page into characters, rulings and pictures.
 * @param base from the file's coordinates to points from the top left
 */
export function paint(operators: Operators, base: Matrix, fonts: ReadonlyMap<string, Font>): Ink {
  const page = new Page(base, fonts)
  operators.fnArray.forEach((operator, i) => {
    ACTS.get(operator)?.(page, operators.argsArray[i])
  })
  const { hidden, directions } = page.writer
  const glyphs = legible(page.writer.glyphs)
  const ink = glyphs.filter((glyph) => !glyph.blank).length
  return {
    glyphs,
    segments: page.segments,
    pictures: page.pictures,
    hidden: ink === 0 ? 0 : hidden / ink,
    turn: directions.indexOf(Math.max(...directions)),
  }
}
