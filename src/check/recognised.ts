import type { Place, Report } from '../domain/report.ts'
import type { Relation, Remark } from './relation.ts'

/** Why a slip of writing on a scanned page is not told. */
export const FROM_PICTURE = '文字由图片识别，字词标点不作判断'

/**
 * Does a remark about wording rest on recognised characters? A recogniser takes 。 for ，, 者 for 耆, and loses brackets:
 * what it saw is no proof of a slip. Figures are another matter, they are proven by sums.
 */
export function isSeenInPictures({ meta: { scanned } }: Report, { kind }: Relation, remark: Remark): boolean {
  const { state, left, right, evidence = [] } = remark
  if (scanned === undefined || (state !== 'text' && (remark.kind ?? kind) !== 'name')) return false
  const seen = (place: Place | null | undefined): boolean => place != null && place.page !== null && scanned.includes(place.page)
  const places = evidence.length > 0 ? evidence : [left?.where, right?.where]
  return evidence.length > 0 ? places.every(seen) : places.some(seen)
}
