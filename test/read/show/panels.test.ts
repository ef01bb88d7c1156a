import { loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { type Panel, panelsPicture } from '../../../src/read/show/panels.ts'
import { type Pen, pdfOf } from '../pdf-maker.ts'

const pdf = pdfOf([{ draw: (pen: Pen) => void pen.text(60, 100, '支出合计130.00万元', 12) }])
const LINES = [{ x: 60, y: 88, width: 120, height: 14 }]
const panel = (more: Partial<Panel> = {}): Panel => ({
  page: 1,
  caption: '第1条　第1页',
  region: { x: 50, y: 60, width: 330, height: 80 },
  marks: [{ box: { x: 108, y: 88, width: 36, height: 14 }, label: '1' }],
  lines: LINES,
  ...more,
})

describe('a picture of parts of pages', () => {
  it('is one PNG, panel under panel', async () => {
    const one = await loadImage(Buffer.from((await panelsPicture(pdf, 'a.pdf', [panel()])) ?? []))
    const two = await loadImage(Buffer.from((await panelsPicture(pdf, 'a.pdf', [panel(), panel()])) ?? []))
    expect(one.width).toBe(330 * 3.5)
    expect(two.height).toBe(2 * one.height)
  })

  it('is none of a sheet that would only fill the memory', async () => {
    const huge = pdfOf([{ width: 14_000, height: 14_000, draw: (pen: Pen) => void pen.text(60, 100, '支出合计130.00万元', 12) }])
    expect(await panelsPicture(huge, 'a.pdf', [panel()])).toBeNull()
  })

  it('marks nothing where the page shows nothing, and is none where nothing is left', async () => {
    const blank = { box: { x: 60, y: 120, width: 30, height: 10 }, label: '2' }
    expect(await panelsPicture(pdf, 'a.pdf', [panel({ marks: [blank] })])).toBeNull()
    expect(await panelsPicture(pdf, 'a.pdf', [panel({ lines: [{ x: 300, y: 500, width: 100, height: 14 }] })])).toBeNull()
    expect(await panelsPicture(pdf, 'a.pdf', [])).toBeNull()
    const some = await panelsPicture(pdf, 'a.pdf', [panel(), panel({ marks: [blank] })])
    const one = await panelsPicture(pdf, 'a.pdf', [panel()])
    expect((await loadImage(Buffer.from(some ?? []))).height).toBe((await loadImage(Buffer.from(one ?? []))).height)
  })
})
