import { type Box, ILLEGIBLE, type Line } from '../../domain/document.ts'
import type { SeenGlyph } from './picture.ts'

/** A character that is less certain may be another one. */
export const CERTAIN = 0.9

const FIGURE = /[\d０-９]+(?:[,，.．]+[\d０-９]+)*/g
const DIGIT = /[\d０-９]/
const WORDS = /\p{Script=Han}/gu
/** A unit beside a figure is no running text. */
const FEW_WORDS = 3

const isIn = (box: Box, { box: own }: SeenGlyph): boolean => {
  const [x, y] = [own.x + own.width / 2, own.y + own.height / 2]
  return x >= box.x - 0.1 && x <= box.x + box.width + 0.1 && y >= box.y - 0.1 && y <= box.y + box.height + 0.1
}
const isDoubtful = (sign: SeenGlyph): boolean => sign.certain < CERTAIN

/** Figures of several lines in one cell: a ruling between them may have been too faint to see. */
function isStacked(signs: readonly SeenGlyph[]): boolean {
  const lines = new Set(signs.filter((sign) => DIGIT.test(sign.text)).map((sign) => sign.run))
  return lines.size > 1
}

/** As they are read: line after line, from left to right. */
const inOrder = (signs: readonly SeenGlyph[]): SeenGlyph[] =>
  signs.filter((sign) => !sign.blank).sort((a, b) => a.baseline - b.baseline || a.box.x - b.box.x)

/** In running text no sum confirms a figure: a doubtful one is made illegible, all of it. */
function withoutDoubt(text: string, signs: readonly SeenGlyph[]): string {
  const own = inOrder(signs)
  const aligned = own.map((sign) => sign.text).join('') === text.replace(/\s/g, '')
  return text.replace(FIGURE, (figure, at: number) => {
    const start = text.slice(0, at).replace(/\s/g, '').length
    const doubtful = (aligned ? own.slice(start, start + figure.length) : own).some(isDoubtful)
    return doubtful ? ILLEGIBLE.repeat(figure.length) : figure
  })
}

/** A cell of words is running text; in a cell of figures they stay, for a sum to confirm them. */
const isWordy = (cell: string): boolean => (cell.match(WORDS)?.length ?? 0) > FEW_WORDS

/** Marks a line that stands in a picture, and its figures that are not certain. */
export function marked(line: Line, signs: readonly SeenGlyph[]): Line {
  const { box, cellBoxes } = line
  const own = box === undefined ? [] : signs.filter((sign) => isIn(box, sign))
  if (own.length === 0) return line
  if (line.cells === null) return { ...line, text: withoutDoubt(line.text, own), recognised: true }
  const inside = line.cells.map((cell, i) => {
    const place = cellBoxes?.[i]
    return place && DIGIT.test(cell) ? own.filter((sign) => isIn(place, sign)) : []
  })
  const cells = line.cells.map((cell, i) => (isWordy(cell) ? withoutDoubt(cell, inside[i] ?? []) : cell))
  const unsure = cells.flatMap((cell, i) => {
    const seen = inside[i] ?? []
    return !isWordy(cell) && (seen.some(isDoubtful) || isStacked(seen)) ? [i] : []
  })
  return { ...line, cells, text: cells.join('\t'), recognised: true, ...(unsure.length > 0 ? { unsure } : {}) }
}
