import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { bottom, right } from './box.ts'
import type { Ink } from './ink.ts'
import { type Matrix, matrixOf, times } from './matrix.ts'
import type { Pdf } from './open.ts'
import { type Operators, paint } from './paint.ts'
import type { Font } from './pen.ts'

/** A page upright, as a person holds it to read. */
export interface PageInk extends Ink {
  /** 1-based. */
  readonly page: number
  readonly width: number
  readonly height: number
}

type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Fonts arrive beside the operators and may be a moment later. */
async function fontsOf(page: PdfPage, operators: Operators): Promise<Map<string, Font>> {
  const names = new Set<string>()
  operators.fnArray.forEach((operator, i) => {
    const args = operators.argsArray[i]
    if (operator === OPS.setFont) names.add(args[0])
    if (operator === OPS.setGState) for (const [key, value] of args[0]) if (key === 'Font') names.add(value[0])
  })
  const found = [...names].map(
    (name) => new Promise<[string, Font]>((resolve) => page.commonObjs.get(name, (font: Font) => resolve([name, font]))),
  )
  return new Map(await Promise.all(found))
}

/** Quarter turns against the clock, so that most of the text runs from left to right. */
const upright = (turn: number, width: number, height: number): Matrix =>
  turn === 1 ? [0, -1, 1, 0, 0, width] : turn === 2 ? [-1, 0, 0, -1, width, height] : [0, 1, -1, 0, height, 0]

/** Text that a layout pushed beyond the paper's edge: nobody who looks at the page sees it. */
const onPaper = (page: PageInk): PageInk => ({
  ...page,
  glyphs: page.glyphs.filter(({ box }) => right(box) > 0 && bottom(box) > 0 && box.x < page.width && box.y < page.height),
})

/** Reads one page: characters, rulings and pictures with their places. */
export async function readPage(pdf: Pdf, number: number): Promise<PageInk> {
  const page = await pdf.getPage(number)
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const operators: Operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
    const fonts = await fontsOf(page, operators)
    const base = matrixOf(transform)
    const ink = paint(operators, base, fonts)
    if (ink.turn === 0) return onPaper({ page: number, width, height, ...ink })
    const turned = paint(operators, times(upright(ink.turn, width, height), base), fonts)
    const [across, down] = ink.turn === 2 ? [width, height] : [height, width]
    return onPaper({ page: number, width: across, height: down, ...turned })
  } finally {
    page.cleanup()
  }
}
