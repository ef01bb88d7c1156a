import type { AnswerContext } from '../domain/answer.ts'
import type { Query } from './query.ts'
import { readWay } from './way.ts'

/** Of which departments a conversation has spoken, in their order: for 这三家, 他们, 谁高. */

const MOST = 12

/** Those that were named, one after the other or together. */
export const namedIn = (context: AnswerContext): readonly string[] => [
  ...new Set([...(readWay(context.way)?.spoken ?? []), ...context.departments]),
]

/** The same; of a list that nobody named, those that it showed. */
export function spokenOf(context: AnswerContext): readonly string[] {
  const named = namedIn(context)
  const listed = readWay(context.way)?.listed ?? []
  return named.length > 1 || listed.length === 0 ? named : listed
}

/** What the next answer remembers: the chain goes on while the same thing is asked of one after another. */
export function spokenAfter(now: AnswerContext, before: AnswerContext | null): string[] {
  if (before === null) return []
  const chain = before.measure === now.measure ? (readWay(before.way)?.spoken ?? []) : []
  return [...new Set([...chain, ...before.departments])].filter((name) => !now.departments.includes(name)).slice(-MOST)
}

/** The departments that 这三家 means (三家 as well, where just so many were spoken of): all spoken of, or the last so many of those asked one by one; null where there are none. */
export function meantBy(group: NonNullable<Query['group']>, context: AnswerContext): readonly string[] | null {
  const together = context.departments.length > 1 ? context.departments : spokenOf(context)
  if (together.length < 2 || group.who === 'kind') return null
  if (group.who === 'all') return group.count === together.length ? together : null
  return group.count !== null && group.count > 1 && group.count < together.length && context.departments.length <= 1
    ? together.slice(-group.count)
    : together
}
