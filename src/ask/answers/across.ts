import { Decimal } from 'decimal.js'
import { type Derived, perHead, share, total } from '../../compute/derive.ts'
import type { Answer, AnswerFigure } from '../../domain/answer.ts'
import { decimalOf, type Figure } from '../../domain/figure.ts'
import type { Query } from '../query.ts'
import { sideName } from './guards.ts'
import type { Measured } from './measured.ts'
import { figureBetween, money } from './parts.ts'
import { addable } from './sum.ts'

/** What is asked of all departments together: their mean, one's share of all, who is above the mean. */

const counted = (sides: readonly Measured[]): Figure => ({ text: `${sides.length}`, unit: '个', decimals: 0 })

interface Mean {
  readonly figure: Figure
  readonly derivation: string
  readonly sum: Derived
}

function meanOf(sides: readonly Measured[]): Mean | null {
  const sum = addable(sides) ? total(sides.map(({ figure }) => figure)) : null
  const mean = sum === null ? null : perHead(sum.figure, counted(sides))
  return sum === null || mean === null
    ? null
    : {
        figure: mean.figure,
        derivation: `(${sum.derivation.replace(/[=≈].*$/, '')})÷${sides.length}${mean.derivation.replace(/^[^=≈]*/, '')}`,
        sum,
      }
}

/** Puts the mean in front of a list; in its place a word why there is none. */
export function averaged(answer: Answer, sides: readonly Measured[], missing: number): Answer {
  const [first, ...others] = sides
  const mean = meanOf(sides)
  if (first === undefined || mean === null) return { ...answer, notes: ['这些数不能相加，没有平均数。', ...answer.notes] }
  const without = missing > 0 ? `，另有${missing}个没有数字、没有算进来` : ''
  const derived = { value: decimalOf(mean.figure), figure: mean.figure, derivation: mean.derivation }
  return {
    ...answer,
    headline: `${first.words}${sides.length}个部门平均 ${money(mean.figure)}（合计 ${money(mean.sum.figure)}÷${sides.length}${without}）。`,
    lines: [`算式：${mean.derivation}`, ...answer.lines],
    figures: [
      figureBetween([first, ...others], `${first.words}${sides.length}个部门平均`, derived),
      figureBetween([first, ...others], `${first.words}合计`, mean.sum),
      ...answer.figures,
    ],
  }
}

/** One department's share of what all have together. */
export function sharedOf(answer: Answer, sides: readonly Measured[], own: Measured | undefined): Answer {
  const [first] = sides
  const sum = addable(sides) ? total(sides.map(({ figure }) => figure)) : null
  const part = own === undefined || sum === null ? null : share(own.figure, sum.figure)
  if (first === undefined || own === undefined || sum === null || part === null)
    return { ...answer, notes: ['这些数不能相加，算不出占比。', ...answer.notes] }
  return {
    ...answer,
    headline: `${sideName(own)}${own.words} ${own.amount}，占${sides.length}个部门合计 ${money(sum.figure)} 的 ${money(part.figure)}。`,
    lines: [`算式：${sum.derivation}`, `占比：${part.derivation}`, ...answer.lines],
    figures: [
      figureBetween([own], `${own.words}占${sides.length}个部门合计`, part),
      figureBetween([first, ...sides.slice(1)], `${first.words}合计`, sum),
      ...answer.figures,
    ],
  }
}

/** 高于平均: the bound with the mean of those that have a figure. */
export function boundOfMean(query: Query, sides: readonly Measured[]): Query['bound'] {
  const { bound } = query
  if (bound?.value !== 'average') return bound
  const sum = sides.reduce((so, { exact }) => so.plus(exact), new Decimal(0))
  const mean = sides.length === 0 ? null : meanOf(sides)
  const said = mean === null ? bound.said : `${bound.said}（${money(mean.figure)}）`
  const unit = sides[0]?.kind === '元' ? '元' : null
  return { ...bound, value: sides.length === 0 ? '0' : sum.div(sides.length).toFixed(), unit, said }
}

/** The mean that a bound was held against, as a figure of the answer. */
export function meanFigures({ bound }: Query, sides: readonly Measured[]): AnswerFigure[] {
  const [first, ...others] = sides
  const mean = bound?.value !== 'average' || first === undefined ? null : meanOf(sides)
  if (mean === null || first === undefined) return []
  const derived = { value: decimalOf(mean.figure), figure: mean.figure, derivation: mean.derivation }
  return [figureBetween([first, ...others], `${first.words}${sides.length}个部门平均`, derived)]
}
