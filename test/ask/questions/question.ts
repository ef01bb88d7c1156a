import { QIAOKOU } from '../known.ts'

/** A question (or a conversation), and what its reply must hold. The value is the first figure's; null when there must be none. */
export interface Question {
  readonly ask: string | readonly string[]
  readonly status: 'answered' | 'ambiguous' | 'not-found' | 'refused'
  readonly value?: string | null
  readonly unit?: string
  readonly department?: string
  readonly year?: number
  /** Words that the reply must hold. */
  readonly says?: readonly string[]
}

export const q = (ask: Question['ask'], value: string, more: Partial<Question> = {}): Question => ({
  ask,
  status: 'answered',
  value,
  department: QIAOKOU,
  year: 2020,
  ...more,
})
export const none = (ask: Question['ask'], status: Question['status'], ...says: string[]): Question => ({ ask, status, value: null, says })
export const of = (department: string, year: number): Partial<Question> => ({ department, year })
