import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

const require = createRequire(import.meta.url)
for (const set of ['chinese-simplified', 'latin'])
  GlobalFonts.registerFromPath(require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${set}-400-normal.woff2`), 'Chinese')

const SHEET = { width: 1654, margin: 120, size: 30, line: 62 }
const WIDEST = 44

/** A sheet of paper, no longer than these paragraphs need, as a scanner sees it at 200 dots an inch: grey, unsharp, compressed. */
export async function photographed(paragraphs: readonly string[]): Promise<Buffer> {
  const lines = paragraphs.flatMap((text) => text.match(new RegExp(`.{1,${WIDEST}}`, 'gu')) ?? [])
  const height = 2 * SHEET.margin + lines.length * SHEET.line
  const sheet = createCanvas(SHEET.width, height)
  const pen = sheet.getContext('2d')
  pen.fillStyle = '#f4f4f1'
  pen.fillRect(0, 0, SHEET.width, height)
  pen.fillStyle = '#222'
  pen.font = `${SHEET.size}px Chinese`
  lines.forEach((line, i) => void pen.fillText(line, SHEET.margin, SHEET.margin + (i + 0.5) * SHEET.line))
  const seen = createCanvas(SHEET.width, height)
  const eye = seen.getContext('2d')
  eye.filter = 'blur(0.6px)'
  eye.drawImage(sheet, 0, 0)
  return seen.encodeSync('jpeg', 70)
}
