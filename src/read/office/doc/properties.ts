import { type Header, PART, viewOf } from './header.ts'
import { type Modifier, modifiersOf, operandValue, SPRM } from './modifiers.ts'

/** Properties of a stretch of bytes. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly style: number
  readonly modifiers: readonly Modifier[]
}

const PAGE = 512

/** A table of contents of pages: positions, then as many page numbers less one. */
function pagesOf(table: Uint8Array, { at, length }: { at: number; length: number }): number[] {
  const view = viewOf(table)
  const count = Math.floor((length - 4) / 8)
  return Array.from({ length: Math.max(0, count) }, (_, i) => view.getUint32(at + (count + 1) * 4 + i * 4, true) & 0x3fffff)
}

/** Paragraph properties: a length in words (of either form), a style, modifiers. */
function paragraphProperties(page: Uint8Array, offset: number): { style: number; bytes: Uint8Array } {
  const short = page[offset] ?? 0
  const from = offset + (short === 0 ? 2 : 1)
  const size = short === 0 ? 2 * (page[offset + 1] ?? 0) : 2 * short - 1
  if (size < 2 || from + size > PAGE) return { style: 0, bytes: new Uint8Array() }
  return { style: viewOf(page).getUint16(from, true), bytes: page.subarray(from + 2, from + size) }
}

function characterProperties(page: Uint8Array, offset: number): { style: number; bytes: Uint8Array } {
  return { style: 0, bytes: page.subarray(offset + 1, Math.min(PAGE, offset + 1 + (page[offset] ?? 0))) }
}

const KINDS = {
  paragraphs: { part: PART.paragraphs, entry: 13, read: paragraphProperties },
  characters: { part: PART.characterRuns, entry: 1, read: characterProperties },
} as const

function runsOnPage(page: Uint8Array, { entry, read }: (typeof KINDS)[keyof typeof KINDS]): Run[] {
  const view = viewOf(page)
  const count = Math.min(page[PAGE - 1] ?? 0, Math.floor((PAGE - 5) / (4 + entry)))
  return Array.from({ length: count }, (_, i) => {
    const offset = 2 * (page[(count + 1) * 4 + i * entry] ?? 0)
    const { style, bytes } = offset === 0 ? { style: 0, bytes: new Uint8Array() } : read(page, offset)
    return { from: view.getUint32(i * 4, true), to: view.getUint32(i * 4 + 4, true), style, modifiers: modifiersOf(bytes) }
  })
}

/** Properties that did not fit on a page stand in the Data stream. */
function withElsewhere(run: Run, data: Uint8Array | null): Run {
  const at = operandValue(run.modifiers, SPRM.elsewhere)
  if (at === null || data === null || at + 2 > data.byteLength) return run
  const size = viewOf(data).getUint16(at, true)
  return { ...run, modifiers: [...run.modifiers, ...modifiersOf(data.subarray(at + 2, at + 2 + size))] }
}

/** Finds the properties that hold at a byte. */
export type Properties = (byte: number) => Run | null

/** Reads all paragraph or character properties. */
export function readProperties(
  streams: { readonly document: Uint8Array; readonly table: Uint8Array; readonly data: Uint8Array | null },
  header: Header,
  kind: keyof typeof KINDS,
): Properties {
  const { document, table, data } = streams
  const pages = pagesOf(table, header.part(KINDS[kind].part))
  if (pages.length * PAGE > document.byteLength) throw new RangeError('more pages than file')
  const runs = pages.flatMap((number) => {
    const page = document.subarray(number * PAGE, (number + 1) * PAGE)
    if (page.byteLength < PAGE) throw new RangeError('page outside the file')
    return runsOnPage(page, KINDS[kind]).map((run) => withElsewhere(run, data))
  })
  runs.sort((a, b) => a.from - b.from)
  return (byte) => {
    let [low, high] = [0, runs.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = runs[middle]
      if (run === undefined) return null
      if (byte < run.from) high = middle - 1
      else if (byte >= run.to) low = middle + 1
      else return run
    }
    return null
  }
}
