import { total } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import { sideName } from './guards.ts'
import type { Measured } from './measured.ts'
import { figureBetween, money } from './parts.ts'

/** Several departments' figures added up: only printed ones, with all of them in the derivation. */

const MOST_NAMED = 4

/** Printed amounts of one thing add up; computed ratios do not. */
export const addable = (sides: readonly Measured[]): boolean =>
  sides.every(({ facts, origin }) => facts.length === 1 || origin === 'implied') &&
  sides.every(({ kind, subject }) => kind === sides[0]?.kind && subject === sides[0]?.subject)

/** Puts the sum in front of a comparison or a ranking; in its place a word why there is none. */
export function summedUp(answer: Answer, sides: readonly Measured[], missing: number): Answer {
  const [first] = sides
  if (first === undefined || sides.length < 2 || !addable(sides))
    return { ...answer, notes: [sides.length < 2 ? '只有一个部门有这个数，没有合计。' : '这些数不是同一种，不能相加。', ...answer.notes] }
  const sum = total(sides.map(({ figure }) => figure))
  if (sum === null) return { ...answer, notes: ['这些数的单位不同，不能相加。', ...answer.notes] }
  const named = sides.slice(0, MOST_NAMED).map((side) => `${sideName(side)} ${side.amount}`)
  const more = sides.length > MOST_NAMED ? `等${sides.length}个` : ''
  const without = missing > 0 ? `，另有${missing}个没有数字、没有加进来` : ''
  const figure = figureBetween([first, ...sides.slice(1)], `${first.words}合计`, sum)
  return {
    ...answer,
    headline: `${first.words}${sides.length}个部门合计 ${money(sum.figure)}（${named.join('；')}${more}${without}）。`,
    lines: [`算式：${sum.derivation}`, ...answer.lines],
    figures: [figure, ...answer.figures],
    notes: [...(sides.some(({ mark }) => mark !== '') ? ['有※的数报告前后不一致，合计按表中的数加。'] : []), ...answer.notes],
  }
}
