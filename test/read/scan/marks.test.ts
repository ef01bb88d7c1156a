import { describe, expect, it } from 'vitest'
import type { Line } from '../../../src/domain/document.ts'
import { marked } from '../../../src/read/scan/marks.ts'
import type { SeenGlyph } from '../../../src/read/scan/picture.ts'

const SIZE = 10
const BOX = { x: 0, y: 0, width: 400, height: 100 }
/** Characters side by side, one row under the other; those at `doubtful` places of a row are uncertain. */
const signsOf = (rows: readonly string[], doubtful: readonly (readonly [row: number, at: number])[] = []): SeenGlyph[] =>
  rows.flatMap((row, run) =>
    Array.from(row, (text, at) => ({
      text,
      box: { x: at * SIZE, y: run * SIZE, width: SIZE, height: SIZE },
      baseline: (run + 1) * SIZE,
      size: SIZE,
      blank: false,
      run,
      certain: doubtful.some(([i, j]) => i === run && j === at) ? 0.5 : 1,
    })),
  )
const textLine = (text: string): Line => ({ no: null, page: 1, text, cells: null, box: BOX })
const cellLine = (cell: string): Line => ({ no: null, page: 1, text: cell, cells: [cell], box: BOX, cellBoxes: [BOX] })

describe('figures of recognised lines', () => {
  it('in running text become illegible where one character is doubtful, the others stay', () => {
    const text = '收入12.50万元，支出8.30万元'
    const { text: shown } = marked(textLine(text), signsOf([text], [[0, 4]]))
    expect(shown).toBe('收入\ufffd\ufffd\ufffd\ufffd\ufffd万元，支出8.30万元')
    expect(marked(textLine(text), signsOf([text])).text).toBe(text)
  })

  it('take no mark behind them for a part of themselves', () => {
    const text = '工作7，其他12'
    expect(marked(textLine(text), signsOf([text], [[0, 2]])).text).toBe('工作\ufffd，其他12')
  })

  it('in a cell of several lines of words are doubted one by one', () => {
    const rows = ['组织学习培训12次', '走访慰问职工34人']
    const line = marked(cellLine(rows.join('')), signsOf(rows, [[1, 6]]))
    expect(line.cells).toEqual(['组织学习培训12次走访慰问职工\ufffd\ufffd人'])
    expect(line.unsure).toBeUndefined()
  })

  it('in a cell of figures stay as they are, to be confirmed by a sum', () => {
    const line = marked(cellLine('12.50'), signsOf(['12.50'], [[0, 1]]))
    expect(line).toMatchObject({ cells: ['12.50'], unsure: [0], recognised: true })
    expect(marked(cellLine('12.50'), signsOf(['12.50'])).unsure).toBeUndefined()
  })

  it('are doubted where a cell holds several of them, one above the other', () => {
    expect(marked(cellLine('12.508.30'), signsOf(['12.50', '8.30'])).unsure).toEqual([0])
  })
})
