import type { Line, ReadGap } from '../../domain/document.ts'
import type { Content, Reading } from '../content.ts'
import { rounded } from './box.ts'
import { type Item, itemsOf } from './flow.ts'
import { type Spread, withoutFurniture } from './furniture.ts'
import { gapOf } from './gaps.ts'
import { openPdf } from './open.ts'
import { readPage } from './page.ts'

function lineOf(item: Item, page: number): Line {
  const base = { no: null, page, box: rounded(item.box) }
  if (item.kind === 'text') return { ...base, text: item.line.text, cells: null }
  const { cells, boxes } = item.row
  return { ...base, text: cells.join('\t'), cells, cellBoxes: boxes.map((box) => box && rounded(box)) }
}

/** Reads a PDF page by page. */
export async function readPdf(bytes: Uint8Array, { name, signal, onPage }: Reading): Promise<Content> {
  const pdf = await openPdf(bytes, name)
  try {
    const spreads: Spread[] = []
    const gaps: ReadGap[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      signal?.throwIfAborted()
      const page = await readPage(pdf, number)
      const gap = gapOf(page)
      if (gap) gaps.push(gap)
      spreads.push({ page: number, width: page.width, height: page.height, items: itemsOf(page) })
      onPage?.(number, pdf.numPages)
    }
    const lines = withoutFurniture(spreads).flatMap(({ page, items }) => items.map((item) => lineOf(item, page)))
    return { type: 'pdf', pages: pdf.numPages, lines, gaps }
  } finally {
    await pdf.loadingTask.destroy()
  }
}
