import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'
import { tokensOf } from './tokens.ts'

const PAGE_NUMBER = /^(?:[-—–－]+\d{1,3}[-—–－]+|第\d{1,3}页(?:[，,]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/
/** A phase alone in its line: a further block of the 三公 form begins, whose header is no repetition. */
export const PHASE_LINE = /^(?:(?:年初|全年|调整)?预算数|(?:本年)?决算数|相关统计数|统计数)$/
const ROW = /^(?:一、|2\d\d(?:\d\d){0,2}(?!\d)|3\d\d(?:\d\d)?(?!\d))/

/** Is this line's only token a whole number? Between rows it is 行次 whose row wraps, or a page's number; never an amount. */
export function isLoneNumber(line: Line): boolean {
  if (line.cells !== null) return false
  const [token, more] = tokensOf(line)
  return token !== undefined && more === undefined && /^\d{1,3}$/.test(token.raw)
}

/**
 * The lines of a form without what a page break adds: the page's number, and title, unit and header printed again.
 * Repeated is only what stands, word for word, above the form's first row.
 */
export function withoutPageBreaks(lines: readonly Line[]): Line[] {
  const flats = lines.map((line) => squeeze(line.text))
  const isRow = (line: Line, flat: string): boolean =>
    ROW.test(flat) || tokensOf(line).some((t) => t.kind === 'number' && /\d[.．]\d/.test(t.raw))
  const first = lines.findIndex((line, i) => isRow(line, flats[i] ?? ''))
  if (first < 0) return [...lines]
  const head = new Set(flats.slice(0, first).filter((flat) => /[一-鿿]/.test(flat)))
  const repeats = (i: number): boolean => i >= first && head.has(flats[i] ?? '') && !headsBlock(i)
  const headsBlock = (i: number): boolean => {
    let above = i - 1
    while (above >= first && (flats[above] === '' || head.has(flats[above] ?? ''))) above--
    return PHASE_LINE.test(flats[above] ?? '')
  }
  const isBreak = (i: number): boolean => {
    if (i < first) return false
    if (PAGE_NUMBER.test(flats[i] ?? '') || repeats(i)) return true
    // A bare page number is known by the header that follows it.
    return isLoneNumber(lines[i] as Line) && nextPrinted(flats, i, repeats)
  }
  return lines.filter((_, i) => !isBreak(i))
}

function nextPrinted(flats: readonly string[], from: number, test: (i: number) => boolean): boolean {
  const next = flats.findIndex((flat, i) => i > from && flat !== '')
  return next >= 0 && test(next)
}
