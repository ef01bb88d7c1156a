import type { Answer } from '../domain/answer.ts'
import type { Query } from './query.ts'

/** 谁的三公最高，其中公车占几成: the second clause asks on about what the first one found. */

const TAIL = /^(.{4,}?)[，,；;？?。]\s*((?:其中|它的?|该部门|这个部门|这家).{2,})$/

export function clausesOf(text: string): { readonly head: string; readonly tail: string | null } {
  const [, head, then] = TAIL.exec(text) ?? []
  return head === undefined || then === undefined
    ? { head: text, tail: null }
    : { head, tail: then.replace(/^(其中的?|它的?|该部门的?|这个部门的?|这家的?)/, '') }
}

/** What the second clause leans on: of a ranking the department that came first. */
export function contextAfter(answer: Answer, { ranking }: Query): Answer['context'] {
  const [first] = answer.figures
  if (ranking === null || ranking.place || answer.context === null) return answer.context
  // Of several at the top none is meant more than the others.
  if (first === undefined || answer.headline.includes('（并列）')) return null
  return { departments: [first.department], years: answer.context.years, measure: answer.context.measure }
}

/** Both clauses' answers as one. */
export const bothClauses = (first: Answer, second: Answer): Answer => ({
  ...first,
  headline: `${first.headline}${second.headline}`,
  lines: [...first.lines, ...second.lines],
  figures: [...first.figures, ...second.figures],
  notes: [...new Set([...first.notes, ...second.notes])],
  choices: second.choices,
  context: second.context ?? first.context,
})
