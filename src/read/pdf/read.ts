import type { Line, ReadGap } from '../../domain/document.ts'
import { complaint } from '../complaints.ts'
import type { Content, Reading } from '../content.ts'
import { marked, type SeenGlyph, sighted } from '../scan/index.ts'
import { rounded } from './box.ts'
import { continued } from './continued.ts'
import { type Item, itemsOf } from './flow.ts'
import { type Spread, withoutFurniture } from './furniture.ts'
import { gapOf } from './gaps.ts'
import { openPdf, type Pdf } from './open.ts'
import { type PageInk, readPage } from './page.ts'

function lineOf(item: Item, page: number): Line {
  const base = { no: null, page, box: rounded(item.box) }
  if (item.kind === 'text') return { ...base, text: item.line.text, cells: null }
  const { cells, boxes } = item.row
  return { ...base, text: cells.join('\t'), cells, cellBoxes: boxes.map((box) => box && rounded(box)) }
}

/** Waits for a step of pdfjs, but no longer than the caller does. */
async function unlessStopped<T>(start: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return start()
  signal.throwIfAborted()
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  return Promise.race([start(), stopped]).finally(() => signal.removeEventListener('abort', stop))
}

/** A page that pdfjs cannot make sense of; the others may still be fine. */
const UNREADABLE = '这一页已损坏，读不出'

async function pageOrGap(pdf: Pdf, number: number, signal: AbortSignal | undefined): Promise<PageInk | ReadGap> {
  try {
    return await unlessStopped(() => readPage(pdf, number), signal)
  } catch {
    signal?.throwIfAborted()
    return { page: number, reason: UNREADABLE }
  }
}

/** Reads a PDF page by page. */
export async function readPdf(bytes: Uint8Array, { name, signal, onPage }: Reading): Promise<Content> {
  const pdf = await unlessStopped(() => openPdf(bytes, name), signal)
  try {
    const spreads: Spread[] = []
    const gaps: ReadGap[] = []
    const signs = new Map<number, readonly SeenGlyph[]>()
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pageOrGap(pdf, number, signal)
      if ('reason' in page) gaps.push(page)
      else {
        const gap = gapOf(page)
        const waiting = { signal, onProgress: () => onPage?.(number, pdf.numPages) }
        const sight = gap ? await unlessStopped(() => sighted(pdf, page, gap, waiting), signal) : { page, signs: [], gap }
        if (sight.gap) gaps.push(sight.gap)
        signs.set(number, sight.signs)
        spreads.push({ page: number, width: sight.page.width, height: sight.page.height, items: itemsOf(sight.page) })
      }
      onPage?.(number, pdf.numPages)
    }
    if (spreads.length === 0) throw complaint.damaged(name)
    const lines = continued(withoutFurniture(spreads)).flatMap(({ page, items }) =>
      items.map((item) => marked(lineOf(item, page), signs.get(page) ?? [])),
    )
    return { type: 'pdf', pages: pdf.numPages, lines, gaps }
  } finally {
    await pdf.loadingTask.destroy()
  }
}
