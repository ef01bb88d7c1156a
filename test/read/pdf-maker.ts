/** Draws small PDFs for tests: Chinese text in a font that is not embedded, lines, bars and pictures; places from the top left. */
export interface PageSpec {
  readonly width?: number
  readonly height?: number
  readonly rotate?: number
  readonly draw: (pen: Pen) => void
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

export class Pen {
  readonly operators: string[] = []
  private readonly height: number
  constructor(height: number) {
    this.height = height
  }
  /** Text whose baseline starts at (x, y); `turn` in degrees against the clock. */
  text(x: number, y: number, text: string, size = 10, turn = 0): this {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
    this.operators.push(`BT /F ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${this.height - y} Tm <${hex(text)}> Tj ET`)
    return this
  }
  line(x0: number, y0: number, x1: number, y1: number): this {
    this.operators.push(`${x0} ${this.height - y0} m ${x1} ${this.height - y1} l S`)
    return this
  }
  bar(x: number, y: number, width: number, height: number): this {
    this.operators.push(`${x} ${this.height - y - height} ${width} ${height} re f`)
    return this
  }
  picture(x: number, y: number, width: number, height: number): this {
    this.operators.push(`q ${width} 0 0 ${height} ${x} ${this.height - y - height} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q`)
    return this
  }
  raw(operators: string): this {
    this.operators.push(operators)
    return this
  }
  /** A ruled table; `skip` leaves out the ruling between two fields ("row,column,down" or "row,column,right"). */
  table(xs: readonly number[], ys: readonly number[], skip: readonly string[] = []): this {
    ys.forEach((y, j) => {
      xs.slice(1).forEach((x, i) => {
        if (!skip.includes(`${j - 1},${i},down`)) this.line(xs[i] ?? 0, y, x, y)
      })
    })
    xs.forEach((x, i) => {
      ys.slice(1).forEach((y, j) => {
        if (!skip.includes(`${j},${i - 1},right`)) this.line(x, ys[j] ?? 0, x, y)
      })
    })
    return this
  }
}

const SONG: readonly string[] = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
]

/**
 * The bytes of a PDF. `trailer` goes into its trailer, as /Encrypt does.
 * @param font objects 3 and following: the first is the font that pages draw with
 */
export function pdfOf(pages: readonly PageSpec[], trailer = '', font = SONG): Buffer {
  const first = 3 + font.length
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
    ...font,
  ]
  pages.forEach(({ width = 595, height = 842, rotate = 0, draw }, i) => {
    const pen = new Pen(height)
    draw(pen)
    const content = pen.operators.join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${first + 1 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`,
    )
  })
  let body = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, 'latin1')
}
