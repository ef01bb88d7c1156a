import { Decimal } from 'decimal.js'
import type { Answer, AnswerFigure } from '../../domain/answer.ts'
import { decimalOf, isMoneyUnit } from '../../domain/figure.ts'
import type { Query } from '../query.ts'
import { type Bound, meetsBound } from '../words/bound.ts'
import { onOneScale } from './measured.ts'

/** 是不是花了10万元, 超过5%了吗: yes or no in front, with the exact figure behind. */

const isRival = ({ what }: AnswerFigure): boolean => what.endsWith('（另一说法）')

const meets = ({ figure }: AnswerFigure, bound: Bound): boolean | null =>
  meetsBound(figure, onOneScale(decimalOf(figure), figure.unit), bound)

const WORDS: Readonly<Record<Bound['relation'], readonly [yes: string, no: string]>> = {
  equal: ['是', '不是'],
  above: ['是，', '不是，没有'],
  below: ['是，', '不是，并非'],
  atLeast: ['是，', '不是，没有达到'],
  atMost: ['是，', '不是，并非'],
}

/** 13.27万元 is 13万 as people say it. */
function aboutEqual({ figure }: AnswerFigure, { value, said }: Bound): boolean {
  const [, decimals = '', scale = ''] = /\d(?:\.(\d+))?\s*(万|亿|千|百)?/.exec(said) ?? []
  const quantum = new Decimal(`1e${({ 亿: 8, 万: 4, 千: 3, 百: 2 }[scale] ?? 0) - decimals.length}`)
  const apart = onOneScale(decimalOf(figure), figure.unit).minus(value).abs()
  return isMoneyUnit(figure.unit) && apart.lte(quantum.div(2))
}

/** Puts the verdict in front; a figure that the report contradicts may give two. */
export function heldAgainst(answer: Answer, { bound, ranking, departments, span }: Query): Answer {
  const [first, ...more] = answer.figures
  if (bound === null || ranking !== null || span !== null || departments.length > 1 || answer.status !== 'answered' || first === undefined)
    return answer
  const verdict = meets(first, bound)
  if (verdict === null)
    return { ...answer, notes: [`“${bound.said}”与这个数的单位（${first.figure.unit}）不同，没有相比。`, ...answer.notes] }
  const rivals = more.slice(
    0,
    Math.max(0, more.findIndex((one) => !isRival(one)) === -1 ? more.length : more.findIndex((one) => !isRival(one))),
  )
  const split = rivals.some((rival) => meets(rival, bound) === !verdict)
  const [yes, no] = WORDS[bound.relation]
  const said = bound.relation === 'atLeast' && !verdict ? bound.said.replace(/^(不低于|不少于|不小于|至少|达到|达)|以上$/, '') : bound.said
  const near = bound.relation === 'equal' && !verdict && aboutEqual(first, bound)
  const word = near ? `约是${said}` : split ? '说法不一，按报告的一处是、按另一处不是' : `${verdict ? yes : no}${said}`
  return { ...answer, headline: `${word}：${answer.headline}` }
}
