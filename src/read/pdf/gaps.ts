import type { Box, ReadGap } from '../../domain/document.ts'
import { bottom, centreX, centreY, right } from './box.ts'
import type { Glyph } from './ink.ts'
import { UNKNOWN } from './legible.ts'
import type { PageInk } from './page.ts'

/** Share of the page from which on a picture may hold a table. */
const LARGE = 0.1
/** A page number alone is no text. */
const FEW = 12
/** Strokes without a character: the text was turned into drawings. */
const DRAWN = 300

const area = (box: Box): number => box.width * box.height
const isOver = (box: Box, glyph: Glyph): boolean => {
  const [x, y] = [centreX(glyph.box), centreY(glyph.box)]
  return x > box.x && x < right(box) && y > box.y && y < bottom(box)
}

/** What of a page could not be given as text, if anything. */
export function gapOf(page: PageInk): ReadGap | null {
  const ink = page.glyphs.filter((glyph) => !glyph.blank)
  const garbled = ink.filter((glyph) => glyph.text === UNKNOWN).length
  if (garbled > 0) return { page: page.page, reason: `这一页有字体没有给出文字编码，${garbled} 个字符认不出，显示为“${UNKNOWN}”` }
  const large = page.pictures.filter((box) => area(box) > page.width * page.height * LARGE)
  if (ink.length <= FEW && large.length > 0) return { page: page.page, reason: '这一页是图片，没有文字层' }
  if (ink.length === 0 && page.segments.length > DRAWN) return { page: page.page, reason: '这一页的文字画成了图形，没有文字层' }
  if (large.some((box) => ink.filter((glyph) => isOver(box, glyph)).length <= FEW))
    return { page: page.page, reason: '这一页有图片，其中的文字或表格没有读出' }
  return null
}
