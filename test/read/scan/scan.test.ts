import { describe, expect, it } from 'vitest'
import { apart } from '../../../src/read/child/run.ts'
import { engine } from '../../../src/read/scan/engine.ts'
import { mutePdf, picturePdf, type ScanSpec, scanned } from './scan-maker.ts'

/** In a process of its own, as every file of this kind is read. */
const readPdf = apart('pdf')
const READING = { name: '扫描.pdf', signal: undefined, onPage: undefined }
const CELLS = [
  ['201', '1,234.56', '1,000.06', '234.50'],
  ['20131', '1,111.10', '1,000.00', '111.10'],
  ['2013101', '1,100.00', '1,000.00', '100.00'],
  ['2013199', '11.10', '', '11.10'],
  ['20199', '123.46', '0.06', '123.40'],
]
const missing = (await engine()) === null

const read = async (...specs: ScanSpec[]) => readPdf(await picturePdf(await Promise.all(specs.map(scanned))), READING)

describe.skipIf(missing)(`scans${missing ? ' (skipped: the recogniser is not installed)' : ''}`, () => {
  it('reads the cells of a ruled table from a slightly turned, blurred, compressed picture', async () => {
    const { lines, gaps } = await read({ cells: CELLS, askew: 0.8 })
    expect(lines.map((line) => line.cells)).toEqual(CELLS)
    expect(lines.every((line) => line.recognised)).toBe(true)
    // A right figure may be doubted, seldom: it then waits for a sum to confirm it.
    expect(lines.flatMap((line) => line.unsure ?? []).length).toBeLessThanOrEqual(1)
    expect(gaps).toEqual([])
  })

  it('says where each cell stands', async () => {
    const [row] = (await read({ cells: CELLS })).lines
    expect(row).toMatchObject({ no: null, page: 1 })
    const box = row?.cellBoxes?.[1]
    for (const [is, should] of [
      [box?.x, 150],
      [box?.y, 120],
      [box?.width, 90],
      [box?.height, 20],
    ])
      expect(Math.abs((is ?? 0) - (should ?? 0))).toBeLessThan(1.5)
  })

  it.each([1, 2, 3])('turns a sheet that lies %i quarters round', async (turned) => {
    const { lines } = await read({ cells: CELLS, turned, askew: -0.5 })
    expect(lines.map((line) => line.cells)).toEqual(CELLS)
  })

  it('reads columns without rulings by their alignment', async () => {
    const { lines } = await read({ cells: CELLS, ruled: false, askew: 0.5 })
    expect(lines.map((line) => line.cells)).toEqual(CELLS)
  })

  it('gives no figure as certain that is too blurred to read', async () => {
    const { lines, gaps } = await read({ cells: CELLS, blur: 9, quality: 20 })
    const given = lines.flatMap((line) => (line.cells ?? []).filter((_, i) => !line.unsure?.includes(i)))
    const printed = new Set(CELLS.flat())
    expect(given.filter((cell) => /\d/.test(cell) && !printed.has(cell))).toEqual([])
    expect(lines.length + gaps.length).toBeGreaterThan(0)
  })

  it('leaves a page without text a gap', async () => {
    const { lines, gaps } = await read({ cells: [['']], ruled: false })
    expect(lines).toEqual([])
    expect(gaps).toEqual([{ page: 1, reason: '这一页是图片，没有文字层' }])
  })

  it('looks at text whose font does not say what it means', async () => {
    const { lines, gaps } = await readPdf(mutePdf(CELLS), READING)
    // All its glyphs are equally wide, so that marks stand apart from their digits.
    expect(lines.map((line) => line.cells?.map((cell) => cell.replace(/\s/g, '')))).toEqual(CELLS)
    expect(lines.every((line) => line.recognised)).toBe(true)
    expect(gaps).toEqual([])
  })

  it('stops when told to', async () => {
    const stop = new AbortController()
    const bytes = await picturePdf([await scanned({ cells: CELLS })])
    const reading = readPdf(bytes, { ...READING, signal: stop.signal })
    setTimeout(() => stop.abort(new Error('genug')), 300)
    await expect(reading).rejects.toThrow('genug')
  })
})
