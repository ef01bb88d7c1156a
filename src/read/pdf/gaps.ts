import { type Box, ILLEGIBLE, type ReadGap } from '../../domain/document.ts'
import { bottom, centreX, centreY, right } from './box.ts'
import type { Glyph } from './ink.ts'
import type { PageInk } from './page.ts'

/** Share of the page from which on a picture may hold a table. */
const LARGE = 0.1
/** A page number alone is no text. */
const FEW = 12
/** Strokes without a character: the text was turned into drawings. */
const DRAWN = 300
/** Share of invisible characters, and of the page under pictures, from which on a page is a scan with a text layer. */
const HIDDEN = 0.5

const area = (box: Box): number => box.width * box.height
const isOver = (box: Box, glyph: Glyph): boolean => {
  const [x, y] = [centreX(glyph.box), centreY(glyph.box)]
  return x > box.x && x < right(box) && y > box.y && y < bottom(box)
}

const inkOf = (page: PageInk): Glyph[] => page.glyphs.filter((glyph) => !glyph.blank)
const garbledOf = (ink: readonly Glyph[]): number => ink.filter((glyph) => glyph.text === ILLEGIBLE).length
/** Characters that their font draws but does not name. */
const isDumb = (glyph: Glyph): boolean => glyph.text === ILLEGIBLE && glyph.lost !== true
const share = (page: PageInk, boxes: readonly Box[]): number => boxes.reduce((sum, box) => sum + area(box), 0) / (page.width * page.height)
const isDrawn = (page: PageInk, ink: readonly Glyph[]): boolean => ink.length === 0 && page.segments.length > DRAWN
/** Some scanners cut a page into strips. */
const isScan = (page: PageInk, ink: readonly Glyph[]): boolean => ink.length <= FEW && share(page, page.pictures) > LARGE
/** A scan with the text that another program made out of it, painted invisibly on top. */
export const isOverlaid = (page: PageInk): boolean => page.hidden > HIDDEN && share(page, page.pictures) > HIDDEN

/** Whether a page gives so little text of its own that it must be looked at as a picture. */
export function isPicture(page: PageInk): boolean {
  const ink = inkOf(page)
  return isScan(page, ink) || isDrawn(page, ink) || isOverlaid(page) || ink.some(isDumb)
}

/** Pictures large enough to hold a table, with no text over them. */
export function largePictures(page: PageInk): Box[] {
  const ink = inkOf(page)
  return page.pictures.filter((box) => share(page, [box]) > LARGE && ink.filter((glyph) => isOver(box, glyph)).length <= FEW)
}

/** What of a page could not be given as text, if anything. */
export function gapOf(page: PageInk): ReadGap | null {
  const ink = inkOf(page)
  const garbled = garbledOf(ink)
  if (garbled > 0) return { page: page.page, reason: `这一页有字体没有给出文字编码，${garbled} 个字符认不出，显示为“${ILLEGIBLE}”` }
  if (isScan(page, ink)) return { page: page.page, reason: '这一页是图片，没有文字层' }
  if (isOverlaid(page)) return { page: page.page, reason: '这一页是图片，其文字由别的软件识别' }
  if (isDrawn(page, ink)) return { page: page.page, reason: '这一页的文字画成了图形，没有文字层' }
  if (largePictures(page).length > 0) return { page: page.page, reason: '这一页有图片，其中的文字或表格没有读出' }
  return null
}
