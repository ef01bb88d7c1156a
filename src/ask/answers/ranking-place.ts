import type { Answer } from '../../domain/answer.ts'
import type { Ranking } from '../query.ts'
import { measuredNotes } from './guards.ts'
import { answerOf } from './parts.ts'
import type { Placed } from './ranking-order.ts'
import { ORIGIN_WORDS } from './year-figure.ts'

/** 第二名是谁: those at that place alone. */
export function nthAnswer(
  title: string,
  rows: readonly Placed[],
  nth: number,
  order: Ranking['order'],
  notes: readonly string[],
  context: Answer['context'],
): Answer {
  const at = rows.filter(({ place }) => place === nth)
  const way = order === 'largest' ? '从高到低' : '从低到高'
  const [first] = at
  if (first === undefined)
    return answerOf(
      'not-found',
      nth > rows.length ? `${title}只有${rows.length}个部门可排，没有第${nth}名。` : `${title}${way}没有单独的第${nth}名：前面有并列。`,
      { notes, context },
    )
  const names = at.map(({ side }) => side.view.department.name).join('、')
  return answerOf(
    'answered',
    `${title}${way}第${nth}名是${names}：${first.side.amount}${ORIGIN_WORDS[first.side.origin]}${at.length > 1 ? '（并列）' : ''}。`,
    {
      figures: at.flatMap(({ side }) => side.figures),
      notes: [...notes, ...measuredNotes(at.map(({ side }) => side))],
      context,
    },
  )
}
