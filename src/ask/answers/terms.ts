import { TERMS } from '../../../knowledge/aliases/index.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Asking } from '../knowledge.ts'
import { normaliseName } from '../normalise.ts'
import { answerOf } from './parts.ts'

/** 什么是三公经费: a plain definition where no report's own words are at hand. */
export function termAnswer(words: string, asking: Asking, note: string | null): Answer | null {
  const wanted = normaliseName(words)
  const found = TERMS.find(({ term, names }) => [term, ...names].some((name) => normaliseName(name) === wanted))
  if (found === undefined) return null
  const whose = asking.context?.departments[0] ?? asking.index.entries[0]?.department.name
  return answerOf('answered', `${found.term}：${found.meaning}。`, {
    lines: whose === undefined ? [] : [`想看数字可以接着问，例如“${whose}${names(found.term)}多少”。`],
    notes: ['这是通行的说法，不是哪份报告的原话。', ...(note === null ? [] : [note])],
  })
}

const names = (term: string): string => term.replace(/[“”]/g, '')
