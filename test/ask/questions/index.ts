import { ABSENT } from './absent.ts'
import { AMBIGUOUS } from './ambiguous.ts'
import { CAVEAT } from './caveat.ts'
import { COMPARE } from './compare.ts'
import { DERIVED } from './derived.ts'
import { FOLLOW_UP } from './follow-up.ts'
import { FOUND } from './found.ts'
import { LOOKUP } from './lookup.ts'
import { OUTSIDE } from './outside.ts'
import type { Question } from './question.ts'

/** All questions by kind. */
export const QUESTIONS: Readonly<Record<string, readonly Question[]>> = {
  lookup: LOOKUP,
  derived: DERIVED,
  compare: COMPARE,
  caveat: CAVEAT,
  ambiguous: AMBIGUOUS,
  absent: ABSENT,
  'follow-up': FOLLOW_UP,
  outside: OUTSIDE,
  found: FOUND,
}
