import { ILLEGIBLE, type Line } from '../domain/document.ts'
import type { Place, Unread } from '../domain/report.ts'
import { FROM_PICTURE, placeOf } from './forms/cells.ts'
import { squeeze } from './text.ts'

const NO_PROOF = `${FROM_PICTURE}，字迹不清`
const GONE = new RegExp(`${ILLEGIBLE}[${ILLEGIBLE}\\d,，.．]*`, 'g')
/** So many characters beside an illegible figure tell where it stands. */
const BESIDE = 8

/** Where no sum confirms a figure, a cell that the recogniser is not certain of counts as illegible. */
export function withoutUnsure(line: Line): Line {
  if (line.cells === null || line.unsure === undefined) return line
  const cells = line.cells.map((cell, i) => (line.unsure?.includes(i) ? cell.replace(/\d/g, ILLEGIBLE) : cell))
  return { ...line, cells, text: cells.join('\t') }
}

/** The illegible figures of lines that were recognised in pictures, each with what stands beside it. */
export function illegibleIn(lines: readonly Line[]): Unread[] {
  return lines.flatMap((line) => {
    if (line.recognised !== true) return []
    return [...line.text.matchAll(GONE)].map(({ 0: figure, index }) => ({
      where: placeOf(line, line.text.slice(Math.max(0, index - BESIDE), index + figure.length + BESIDE).trim()),
      reason: NO_PROOF,
    }))
  })
}

const NAMELESS = `${FROM_PICTURE}，所属事项里有字迹不清的数字`

/** A figure whose item runs over an illegible one may be another item's. */
export function withoutNameless<T extends { readonly where: Place }>(
  all: readonly T[],
  name: (one: T) => string,
): { kept: readonly T[]; unread: readonly Unread[] } {
  const isNameless = (one: T) => name(one).includes(ILLEGIBLE)
  return {
    kept: all.filter((one) => !isNameless(one)),
    unread: all.filter(isNameless).map(({ where }) => ({ where, reason: NAMELESS })),
  }
}

/** Marks what was read out of pictures; what stands on the same page as text is left as it is. */
export function markerOf(lines: readonly Line[]): <T extends { readonly where: Place; readonly repaired: string | null }>(one: T) => T {
  const seen = new Map<number, string>()
  for (const { page, recognised, text } of lines)
    if (page !== null && recognised) seen.set(page, `${seen.get(page) ?? ''}${squeeze(text)}\n`)
  return (one) => {
    const { page, raw } = one.where
    const isSeen = page !== null && (seen.get(page)?.includes(squeeze(raw)) ?? false)
    return isSeen ? { ...one, repaired: [FROM_PICTURE, one.repaired].filter((reason) => reason !== null).join('，') } : one
  }
}
