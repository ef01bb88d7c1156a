import type { Answer } from '../../domain/answer.ts'
import type { Query } from '../query.ts'
import { answerOf } from './parts.ts'
import { echo } from './resolve.ts'

/** Departments were asked for in a way that was not understood: said, never answered with all of them. */

/** 哪些部门…: what can be asked instead, of the same item and year. */
export function whichAnswer(query: Query): Answer {
  const item = query.items[0]?.words ?? '三公'
  const year = query.years[0] === undefined ? '' : `${query.years[0]}年`
  const odd = query.rest === '' ? '' : `“${echo(query.odd === '' ? query.rest : query.odd)}”`
  return answerOf('ambiguous', `没看懂要按什么条件找部门${odd}，先不回答；一次按一个条件找或排。您要问的是不是：`, {
    choices: [
      `${year}${item}为0的部门有哪些`,
      `${year}哪些部门${item}超过年初预算`,
      `${year}哪些部门${item}比上年减少`,
      `${year}哪个部门${item}最高`,
    ],
  })
}

/** 这三家, and nobody was spoken of. */
export const nobodySpokenOf = ({ group }: Query): Answer =>
  answerOf('refused', `前面没有说到几个部门，不知道“${echo(group?.said ?? '')}”是哪几个，请写上部门的名字。`)
