import type { Report } from '../domain/report.ts'
import type { Remark } from './relation.ts'

/** Why a slip of writing on a scanned page is not told. */
export const FROM_PICTURE = '文字由图片识别，字词标点不作判断'

/**
 * Does a remark about wording rest on recognised characters alone? A recogniser takes 。 for ， and loses brackets:
 * what it saw is no proof of a slip. Figures are another matter, they are proven by sums.
 */
export function isSeenInPictures({ meta: { scanned } }: Report, { state, left, right, evidence = [] }: Remark): boolean {
  if (state !== 'text' || scanned === undefined) return false
  const pages = [left?.where, right?.where, ...evidence].flatMap((place) => (place ? [place.page] : []))
  return pages.length > 0 && pages.every((page) => page !== null && scanned.includes(page))
}
