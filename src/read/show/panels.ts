import { createRequire } from 'node:module'
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../domain/document.ts'
import { openPdf, type Pdf } from '../pdf/open.ts'
import { type Shadow, turnThatFits } from './turn.ts'

export interface Mark {
  readonly box: Box
  /** A few characters that stand at its corner; '' for none. */
  readonly label: string
}

/** A part of a page, with boxes around what matters in it; in points from the upright page's top left. */
export interface Panel {
  /** 1-based. */
  readonly page: number
  readonly caption: string
  readonly region: Box
  readonly marks: readonly Mark[]
  /** Where every line of the page stands: by them the page is held upright. */
  readonly lines: readonly Box[]
}

type Page = Awaited<ReturnType<Pdf['getPage']>>
type Library = typeof import('@napi-rs/canvas')

/** In pixels: wide enough that a phone shows small print sharp when the picture is opened. */
const WIDTH = 1200
const MOST_HEIGHT = 3000
/** Pixels a point; narrow parts are not blown up beyond this. */
const LARGEST = 3.5
/** In square points: twice the largest paper; beyond it a page only fills the memory. */
const LARGEST_SHEET = 16_000_000
const CAPTION = { height: 56, size: 32, left: 20, base: 39, ground: '#eef1f5', ink: '#1f2933' }
const MARK = { line: 5, around: 3, edge: '#d6293e', fill: 'rgba(255, 205, 40, 0.28)', label: { size: 24, high: 28, beside: 7 } }
const DARK = 160

const require = createRequire(import.meta.url)
const FONTS = ['chinese-simplified', 'latin'].map((set) => `@fontsource/noto-sans-sc/files/noto-sans-sc-${set}-400-normal.woff2`)
/** The name under which pdfjs asks for a font that a PDF does not bring along. */
const FAMILY = 'sans-serif'

let library: Promise<Library | null> | null = null

/** The drawing library with letters for captions and for PDFs without fonts of their own; null where it is not installed. */
async function load(): Promise<Library | null> {
  const loaded = await import('@napi-rs/canvas').catch(() => null)
  for (const font of FONTS) loaded?.GlobalFonts.registerFromPath(require.resolve(font), FAMILY)
  return loaded
}

/** Draws a region of a page, its top left at the canvas's. */
async function draw(
  page: Page,
  canvas: Canvas,
  scale: number,
  turn: number,
  at: { readonly x: number; readonly y: number },
): Promise<void> {
  const rotation = (page.rotate + 90 * turn) % 360
  const viewport = page.getViewport({ scale, rotation, offsetX: -at.x * scale, offsetY: -at.y * scale })
  // pdfjs names the browser's canvas; it draws on this one as well.
  const target = canvas as unknown as Parameters<Page['render']>[0]['canvas']
  await page.render({ canvas: target, viewport, annotationMode: AnnotationMode.DISABLE, background: 'white' }).promise
}

async function shadowOf({ createCanvas }: Library, page: Page, turn: number): Promise<Shadow> {
  const { width, height } = page.getViewport({ scale: 1, rotation: (page.rotate + 90 * turn) % 360 })
  const canvas = createCanvas(Math.ceil(width), Math.ceil(height))
  await draw(page, canvas, 1, turn, { x: 0, y: 0 })
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const dark = Uint8Array.from({ length: canvas.width * canvas.height }, (_, i) => ((data[4 * i + 1] ?? 255) < DARK ? 1 : 0))
  return { width: canvas.width, height: canvas.height, dark }
}

function mark(pen: SKRSContext2D, { box, label }: Mark, { x, y }: Box, scale: number): void {
  const { around, line, edge, fill } = MARK
  const [left, top] = [(box.x - x - around) * scale, (box.y - y - around) * scale]
  const [across, down] = [(box.width + 2 * around) * scale, (box.height + 2 * around) * scale]
  pen.fillStyle = fill
  pen.fillRect(left, top, across, down)
  pen.lineWidth = line
  pen.strokeStyle = edge
  pen.strokeRect(left, top, across, down)
  if (label === '') return
  const { size, high, beside } = MARK.label
  pen.font = `${size}px ${FAMILY}`
  const [tab, foot] = [pen.measureText(label).width + 2 * beside, Math.max(high, top)]
  pen.fillStyle = edge
  pen.fillRect(left - line / 2, foot - high, tab, high)
  pen.fillStyle = 'white'
  pen.fillText(label, left - line / 2 + beside, foot - (high - size))
}

/** Text that a page holds and does not show, cut off by its layout, has no ink: there is nothing to mark. */
function isInked(pen: SKRSContext2D, { box }: Mark, { x, y }: Box, scale: number): boolean {
  const size = (points: number): number => Math.max(1, Math.round(points * scale))
  const { data } = pen.getImageData(Math.round((box.x - x) * scale), Math.round((box.y - y) * scale), size(box.width), size(box.height))
  return data.some((value, i) => i % 4 === 1 && value < DARK)
}

/** One panel drawn; null where the page does not stand as it was read, or shows nothing of what is to be marked. */
async function drawn(canvases: Library, pdf: Pdf, { page: number, region, marks, lines }: Panel): Promise<Canvas | null> {
  const page = await pdf.getPage(number)
  try {
    const { width, height } = page.getViewport({ scale: 1 })
    const turn = width * height > LARGEST_SHEET ? null : await turnThatFits((quarter) => shadowOf(canvases, page, quarter), lines)
    if (turn === null) return null
    const scale = Math.min(LARGEST, WIDTH / region.width, MOST_HEIGHT / region.height)
    const canvas = canvases.createCanvas(Math.round(region.width * scale), Math.round(region.height * scale))
    await draw(page, canvas, scale, turn, region)
    const pen = canvas.getContext('2d')
    const inked = marks.filter((one) => isInked(pen, one, region, scale))
    for (const one of inked) mark(pen, one, region, scale)
    return inked.length === 0 ? null : canvas
  } finally {
    page.cleanup()
  }
}

/** Panels under each other, each with its caption, as many as are still one picture. */
function stacked({ createCanvas }: Library, all: readonly { readonly caption: string; readonly canvas: Canvas }[]): Canvas {
  const kept: { readonly caption: string; readonly canvas: Canvas; readonly top: number }[] = []
  let height = 0
  for (const { caption, canvas } of all) {
    if (kept.length > 0 && height + CAPTION.height + canvas.height > MOST_HEIGHT) break
    kept.push({ caption, canvas, top: height })
    height += CAPTION.height + canvas.height
  }
  const sheet = createCanvas(Math.max(...kept.map(({ canvas }) => canvas.width)), Math.min(height, MOST_HEIGHT))
  const pen = sheet.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, sheet.width, sheet.height)
  for (const { caption, canvas, top } of kept) {
    pen.fillStyle = CAPTION.ground
    pen.fillRect(0, top, sheet.width, CAPTION.height)
    pen.fillStyle = CAPTION.ink
    pen.font = `${CAPTION.size}px ${FAMILY}`
    pen.fillText(caption, CAPTION.left, top + CAPTION.base)
    pen.drawImage(canvas, 0, top + CAPTION.height)
  }
  return sheet
}

/**
 * Draws parts of a PDF's pages as one PNG. Meant for the process that reads strangers' files.
 * @returns null where nothing can be drawn: no panel fits its page, or the drawing library is not installed
 */
export async function panelsPicture(bytes: Uint8Array, name: string, panels: readonly Panel[]): Promise<Uint8Array | null> {
  if (panels.length === 0) return null
  library ??= load()
  const canvases = await library
  if (canvases === null) return null
  const pdf = await openPdf(bytes, name)
  try {
    const all: { readonly caption: string; readonly canvas: Canvas }[] = []
    for (const panel of panels) {
      const canvas = await drawn(canvases, pdf, panel)
      if (canvas !== null) all.push({ caption: panel.caption, canvas })
    }
    // At once: the library may let go of a canvas that another thread still encodes.
    return all.length === 0 ? null : new Uint8Array(stacked(canvases, all).encodeSync('png'))
  } finally {
    await pdf.loadingTask.destroy()
  }
}
