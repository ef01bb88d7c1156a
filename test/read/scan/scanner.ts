import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { picturePdf } from './scan-maker.ts'

/** How badly a sheet was scanned. */
export interface Wear {
  /** Degrees clockwise that the sheet lies askew. */
  readonly askew: number
  /** Pixels. */
  readonly blur: number
  /** Of the JPEG. */
  readonly quality: number
  /** Grey levels that a pixel is off at most. */
  readonly noise: number
}

/** A sheet that was laid on the glass by hand: each page is worn a little differently. */
export const wearOf = (page: number): Wear => ({
  askew: (0.3 + (page % 8) * 0.1) * (page % 2 === 0 ? 1 : -1),
  blur: 0.6 + (page % 3) * 0.2,
  quality: 45 + (page % 4) * 10,
  noise: 12,
})

/** The pages of a PDF as pictures of 200 dpi. */
export function pictures(pdf: Uint8Array): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-scan-'))
  try {
    const file = join(folder, 'in.pdf')
    writeFileSync(file, pdf)
    execFileSync('pdftoppm', ['-r', '200', '-png', file, join(folder, 'page')])
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'))
    return names.sort().map((name) => readFileSync(join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same noise in every run. */
function dusty(sheet: Canvas, noise: number): void {
  const pen = sheet.getContext('2d')
  const picture = pen.getImageData(0, 0, sheet.width, sheet.height)
  let state = 1
  for (let i = 0; i < picture.data.length; i += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const off = Math.round(((state >>> 8) / 2 ** 24 - 0.5) * 2 * noise)
    for (const channel of [0, 1, 2]) picture.data[i + channel] = (picture.data[i + channel] ?? 0) + off
  }
  pen.putImageData(picture, 0, 0)
}

/** A picture of a page after it went through a scanner, as JPEG. */
export async function worn(picture: Buffer, { askew, blur, quality, noise }: Wear): Promise<Buffer> {
  const page = await loadImage(picture)
  const sheet = createCanvas(page.width, page.height)
  const pen = sheet.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, page.width, page.height)
  pen.filter = `blur(${blur}px)`
  pen.translate(page.width / 2, page.height / 2)
  pen.rotate((askew * Math.PI) / 180)
  pen.drawImage(page, -page.width / 2, -page.height / 2)
  pen.resetTransform()
  dusty(sheet, noise)
  return sheet.encodeSync('jpeg', quality)
}

/** A PDF printed, laid on a scanner and saved as pictures only. */
export const scannedPdf = async (pdf: Uint8Array, wear = wearOf): Promise<Buffer> =>
  picturePdf(await Promise.all(pictures(pdf).map((picture, i) => worn(picture, wear(i + 1)))))
