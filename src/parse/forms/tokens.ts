import type { Line } from '../../domain/document.ts'

/** A piece of a table line: a number as it stands, a dash, or words. `cell` is the grid column, null in a line without cells. */
export interface Token {
  readonly kind: 'number' | 'dash' | 'text'
  readonly raw: string
  readonly cell: number | null
  readonly line: Line
  /** First token of its line. */
  readonly first: boolean
}

const NUMBER = /^[-−–—－﹣+＋]?[\d０-９][\d０-９,，]*(?:[.．]\d*)?$|^[.．]\d+$/
const DASH = /^(?:[-−–—－﹣]+|\/|／|…+|\*+)$/
/** A code that lost the blank before its name: 310资本性支出. */
const GLUED = /^(\d{3}|\d{5}|\d{7})(?=[一-鿿])(.*)$/

const kindOf = (piece: string): Token['kind'] => (NUMBER.test(piece) ? 'number' : DASH.test(piece) ? 'dash' : 'text')

function pieces(text: string): string[] {
  const out: string[] = []
  for (const word of text.split(/[\s\u00a0\u3000]+/)) {
    if (word === '') continue
    const glued = GLUED.exec(word)
    if (glued) out.push(glued[1] ?? '', glued[2] ?? '')
    else if (/^[（(]\d+$/.test(word)) out.push(word)
    else out.push(word)
  }
  // Words that follow each other are one text: names are printed with blanks inside (维修（护） 费).
  const joined: string[] = []
  for (const piece of out) {
    const last = joined.at(-1)
    if (last !== undefined && kindOf(last) === 'text' && kindOf(piece) === 'text') joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined
}

/** Cuts a line into numbers, dashes and words, keeping the grid column of each. */
export function tokensOf(line: Line): Token[] {
  const parts: { raw: string; cell: number | null }[] =
    line.cells === null ? pieces(line.text).map((raw) => ({ raw, cell: null })) : line.cells.flatMap((text, cell) => pieces(text).map((raw) => ({ raw, cell })))
  return parts.map((part, index) => ({ kind: kindOf(part.raw), raw: part.raw, cell: part.cell, line, first: index === 0 }))
}
