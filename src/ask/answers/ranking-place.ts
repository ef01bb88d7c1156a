import type { Answer } from '../../domain/answer.ts'
import type { Ranking } from '../query.ts'
import { measuredNotes } from './guards.ts'
import type { Measured } from './measured.ts'
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
  if (first === undefined && nth <= rows.length) {
    // 第二名 where two share the first place: who they are, and who comes next.
    const tied = rows.filter(({ place }) => place === rows[nth - 1]?.place)
    const next = rows.find(({ place }) => place > nth)
    const told = (side: Measured) => `${side.view.department.name} ${side.amount}${ORIGIN_WORDS[side.origin]}`
    const sides = [...tied, ...(next === undefined ? [] : [next])].map(({ side }) => side)
    const after = next === undefined ? '后面没有了' : `下一名是第${next.place}名${told(next.side)}`
    return answerOf(
      'answered',
      `${title}${way}没有单独的第${nth}名：${tied.map(({ side }) => told(side)).join('、')}并列第${tied[0]?.place}，${after}。`,
      { figures: sides.flatMap(({ figures }) => figures), notes: [...notes, ...measuredNotes(sides)], context },
    )
  }
  if (first === undefined) return answerOf('not-found', `${title}只有${rows.length}个部门可排，没有第${nth}名。`, { notes, context })
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
