import { createCanvas, loadImage } from '@napi-rs/canvas'
import { gridBox, gridsOf } from '../../../src/read/pdf/grid.ts'
import { openPdf } from '../../../src/read/pdf/open.ts'
import { readPage } from '../../../src/read/pdf/page.ts'
import { printed } from '../print/chromium.ts'
import { pictures, wearOf, worn } from './scanner.ts'

const SECTION = /<section[^>]*>.*?<\/section>/gs
const TABLE = /<table>.*?<\/table>/s
const SCALE = 200 / 72
/** Paper around a table, in points. */
const MARGIN = 6

/** Every table of a printed section, cut out of its page as a picture. */
async function tablePictures(html: string, page: number): Promise<string[]> {
  const pdf = printed(html)
  const sheets = pictures(pdf)
  const opened = await openPdf(pdf, 'print')
  const out: string[] = []
  for (const [i, sheet] of sheets.entries()) {
    const boxes = gridsOf((await readPage(opened, i + 1)).segments).map(gridBox)
    if (boxes.length === 0) continue
    const [left, top] = [Math.min(...boxes.map((box) => box.x)) - MARGIN, Math.min(...boxes.map((box) => box.y)) - MARGIN]
    const right = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN
    const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN
    const cut = createCanvas(Math.round((right - left) * SCALE), Math.round((bottom - top) * SCALE))
    cut.getContext('2d').drawImage(await loadImage(sheet), -Math.round(left * SCALE), -Math.round(top * SCALE))
    const { blur, quality, noise } = wearOf(page + i)
    const picture = await worn(cut.toBuffer('image/png'), { askew: 0.3, blur, quality, noise })
    out.push(`<img style="width:100%" src="data:image/jpeg;base64,${picture.toString('base64')}">`)
  }
  await opened.loadingTask.destroy()
  return out
}

/** A printable report whose forms are pictures between pages of text, as departments paste them. */
export async function withPictures(html: string): Promise<string> {
  const head = html.slice(0, html.indexOf('<body>') + '<body>'.length)
  let out = html
  let page = 1
  for (const [section] of html.matchAll(SECTION)) {
    if (!TABLE.test(section)) continue
    const shots = await tablePictures(`${head}${section}</body></html>`, page)
    page += shots.length
    out = out.replace(section, () => section.replace(TABLE, () => shots.join('\n')))
  }
  return out
}
