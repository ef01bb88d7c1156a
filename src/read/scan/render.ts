import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Pdf } from '../pdf/open.ts'
import type { Bitmap } from './bitmap.ts'

type Page = Awaited<ReturnType<Pdf['getPage']>>
type Canvas = Parameters<Page['render']>[0]['canvas']

/** What of pdfjs's canvas factory is used; its types leave it open. */
interface Factory {
  create(
    width: number,
    height: number,
  ): { canvas: Canvas; context: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } } }
  destroy(pair: object): void
}

/** Small print is read at this resolution; more only takes time. */
export const DPI = 200
const POINTS = 72
/** Larger sheets are drawn smaller, so that no page fills the memory. */
const MOST_PIXELS = 16_000_000

/** The number of pixels a point that a page of this size is drawn with. */
export const scaleFor = (width: number, height: number): number => Math.min(DPI / POINTS, Math.sqrt(MOST_PIXELS / (width * height)))

/** Draws a page. */
export async function drawn(pdf: Pdf, number: number): Promise<{ readonly bitmap: Bitmap; readonly scale: number }> {
  const page = await pdf.getPage(number)
  const factory = pdf.canvasFactory as Factory
  const plain = page.getViewport({ scale: 1 })
  const scale = scaleFor(plain.width, plain.height)
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)]
  const pair = factory.create(width, height)
  try {
    await page.render({ canvas: pair.canvas, viewport, annotationMode: AnnotationMode.DISABLE, background: 'white' }).promise
    const { data } = pair.context.getImageData(0, 0, width, height)
    const grey = new Uint8Array(width * height)
    for (let i = 0; i < grey.length; i++)
      grey[i] = Math.round((data[4 * i] ?? 0) * 0.3 + (data[4 * i + 1] ?? 0) * 0.59 + (data[4 * i + 2] ?? 0) * 0.11)
    return { bitmap: { width, height, grey }, scale }
  } finally {
    factory.destroy(pair)
    page.cleanup()
  }
}
