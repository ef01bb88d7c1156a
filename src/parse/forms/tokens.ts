import type { Line } from '../../domain/document.ts'
import { narrowDigits } from '../text.ts'

/** A piece of a table line: a number as it stands, a dash, or words. `cell` is the grid column, null in a line without cells. */
export interface Token {
  readonly kind: 'number' | 'dash' | 'text'
  readonly raw: string
  readonly cell: number | null
  readonly line: Line
  /** Position among the tokens of its line; with the line it identifies the token. */
  readonly index: number
  /** First token of its line. */
  readonly first: boolean
}

const NUMBER = /^[-−–—－﹣+＋]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]*)?$|^[.．][\d０-９]+$/
const DASH = /^(?:[-−–—－﹣]+|\/|／|…+|\*+)$/
/** A code that lost the blank before its name: 310资本性支出. */
const GLUED = /^(\d{3}|\d{5}|\d{7})(?=[一-鿿])(.*)$/

/** Where an amount and words of the next column ran into each other: 1435.29二、外交支出, 本年收入合计15786.99. */
const SEAM = /(?<=\d[.．]\d{1,6})(?=[一-鿿（(])|(?<=[一-鿿）)])(?=[-−]?\d[\d,，]*[.．]\d)/

const kindOf = (piece: string): Token['kind'] => (NUMBER.test(piece) ? 'number' : DASH.test(piece) ? 'dash' : 'text')

/** 一、 begins an item of its own, whatever stands before it. */
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/
const RIGHT_HALF = /^(?:结余分配|年末.*结转和?结余|本年支出合计|支出总计)$/

function pieces(text: string): string[] {
  const out: string[] = []
  let wide = true
  for (const word of text.split(/([\s\u00a0\u3000]+)/).flatMap((one) => one.split(SEAM))) {
    if (/^[\s\u00a0\u3000]*$/.test(word)) {
      wide = word.length > 1
      continue
    }
    const glued = GLUED.exec(narrowDigits(word))
    const last = out.at(-1)
    // Names are printed with single blanks inside (维修（护） 费); wider gaps, numbering and known right halves part them.
    const joins =
      last !== undefined &&
      !wide &&
      !glued &&
      kindOf(last) === 'text' &&
      kindOf(word) === 'text' &&
      !NUMBERED.test(word) &&
      !RIGHT_HALF.test(word)
    if (glued) out.push(glued[1] ?? '', glued[2] ?? '')
    else if (joins) out[out.length - 1] = last + word
    else out.push(word)
  }
  return out
}

/** Cuts a line into numbers, dashes and words, keeping the grid column of each. */
export function tokensOf(line: Line): Token[] {
  const parts: { raw: string; cell: number | null }[] =
    line.cells === null
      ? pieces(line.text).map((raw) => ({ raw, cell: null }))
      : line.cells.flatMap((text, cell) => pieces(text).map((raw) => ({ raw, cell })))
  return parts.map((part, index) => ({ kind: kindOf(part.raw), raw: part.raw, cell: part.cell, line, index, first: index === 0 }))
}
