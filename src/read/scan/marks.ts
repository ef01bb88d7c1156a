import type { Box, Line } from '../../domain/document.ts'
import type { SeenGlyph } from './picture.ts'

/** A character that is less certain may be another one. */
export const CERTAIN = 0.9

const DIGIT = /[\d０-９]/

const isIn = (box: Box, { box: own }: SeenGlyph): boolean => {
  const [x, y] = [own.x + own.width / 2, own.y + own.height / 2]
  return x >= box.x - 0.1 && x <= box.x + box.width + 0.1 && y >= box.y - 0.1 && y <= box.y + box.height + 0.1
}

/** Marks a line that stands in a picture, and its cells whose figures are not certain. */
export function marked(line: Line, signs: readonly SeenGlyph[]): Line {
  const { box, cellBoxes, cells } = line
  if (box === undefined || !signs.some((sign) => isIn(box, sign))) return line
  const doubtful = signs.filter((sign) => sign.certain < CERTAIN && isIn(box, sign))
  const unsure = (cells ?? []).flatMap((cell, i) => {
    const place = cellBoxes?.[i]
    return place && DIGIT.test(cell) && doubtful.some((sign) => isIn(place, sign)) ? [i] : []
  })
  return { ...line, recognised: true, ...(unsure.length > 0 ? { unsure } : {}) }
}
