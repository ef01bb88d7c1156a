import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'
import { type PageSpec, pdfOf } from '../pdf-maker.ts'

const DPI = 200
const POINTS = 72
const SCALE = DPI / POINTS
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const FONT = join(home, 'standard_fonts', 'LiberationSans-Regular.ttf')
GlobalFonts.registerFromPath(FONT, 'Test')

export interface ScanSpec {
  readonly width?: number
  readonly height?: number
  /** Degrees clockwise that the sheet lies askew. */
  readonly askew?: number
  /** Pixels. */
  readonly blur?: number
  readonly quality?: number
  /** Whole quarter turns clockwise of the sheet. */
  readonly turned?: number
  readonly cells: readonly (readonly string[])[]
  readonly x?: number
  readonly y?: number
  readonly columns?: number
  readonly row?: number
  readonly size?: number
  readonly ruled?: boolean
}

/** A sheet with one table of figures, in points from the top left, as a scanner would see it. */
export async function scanned(spec: ScanSpec): Promise<Buffer> {
  const { width = 595, height = 842, askew = 0, blur = 0.8, quality = 60, turned = 0, cells } = spec
  const { x = 60, y = 120, columns = 90, row = 20, size = 10, ruled = true } = spec
  const sheet = createCanvas(Math.round(width * SCALE), Math.round(height * SCALE))
  const pen = sheet.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, sheet.width, sheet.height)
  pen.translate(sheet.width / 2, sheet.height / 2)
  pen.rotate((askew * Math.PI) / 180)
  pen.translate(-sheet.width / 2, -sheet.height / 2)
  pen.scale(SCALE, SCALE)
  pen.fillStyle = 'black'
  pen.font = `${size}px Test`
  const across = Math.max(...cells.map((one) => one.length))
  cells.forEach((texts, j) => {
    texts.forEach((text, i) => {
      pen.fillText(text, x + i * columns + 8, y + j * row + row * 0.7)
    })
  })
  if (ruled) {
    pen.lineWidth = 0.6
    pen.beginPath()
    for (let j = 0; j <= cells.length; j++) {
      pen.moveTo(x, y + j * row)
      pen.lineTo(x + across * columns, y + j * row)
    }
    for (let i = 0; i <= across; i++) {
      pen.moveTo(x + i * columns, y)
      pen.lineTo(x + i * columns, y + cells.length * row)
    }
    pen.stroke()
  }
  const swap = turned % 2 === 1
  const out = createCanvas(swap ? sheet.height : sheet.width, swap ? sheet.width : sheet.height)
  const eye = out.getContext('2d')
  eye.translate(out.width / 2, out.height / 2)
  eye.rotate((turned * Math.PI) / 2)
  eye.filter = `blur(${blur}px)`
  eye.drawImage(await loadImage(sheet.toBuffer('image/png')), -sheet.width / 2, -sheet.height / 2)
  // At once: the library may let go of a canvas that another thread still encodes.
  return out.encodeSync('jpeg', quality)
}

/** A PDF whose pages show these pictures and nothing else. */
export async function picturePdf(pictures: readonly Buffer[]): Promise<Buffer> {
  const sizes = await Promise.all(pictures.map((picture) => loadImage(picture)))
  return pdfOf(
    pictures.map((picture, i) => {
      const [pixelsAcross, pixelsDown] = [sizes[i]?.width ?? 1, sizes[i]?.height ?? 1]
      const [width, height] = [Math.round(pixelsAcross / SCALE), Math.round(pixelsDown / SCALE)]
      const image = `BI /W ${pixelsAcross} /H ${pixelsDown} /CS /RGB /BPC 8 /F [/AHx /DCT] ID ${picture.toString('hex')}> EI`
      return { width, height, draw: (pen) => pen.raw(`q ${width} 0 0 ${height} 0 0 cm ${image} Q`) }
    }),
  )
}

/** In this font the glyphs of ASCII characters stand so far before their codes. */
const GLYPHS = 29

/** A PDF that draws these cells with an embedded font that says nothing of what its glyphs mean. */
export function mutePdf(cells: readonly (readonly string[])[]): Buffer {
  const file = readFileSync(FONT).toString('hex')
  const font = [
    '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Mute /Encoding /Identity-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Mute /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW 556 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /AAAAAA+Mute /Flags 4 /FontBBox [0 -210 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -210 /CapHeight 700 /StemV 80 /FontFile2 6 0 R >>',
    `<< /Filter /ASCIIHexDecode /Length ${file.length + 1} /Length1 ${file.length / 2} >>\nstream\n${file}>\nendstream`,
  ]
  const draw: PageSpec['draw'] = (pen) => {
    pen.table([60, 150, 240, 330, 420], cells.map((_, j) => 120 + j * 20).concat(120 + cells.length * 20))
    cells.forEach((row, j) => {
      row.forEach((text, i) => {
        const glyphs = Array.from(text, (character) => String.fromCharCode(character.charCodeAt(0) - GLYPHS)).join('')
        pen.text(68 + i * 90, 134 + j * 20, glyphs)
      })
    })
  }
  return pdfOf([{ draw }], '', font)
}
