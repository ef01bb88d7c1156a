import type { Output } from './output.ts'
import type { Program } from './program.ts'

/** Exit statuses of contract.md. */
export const STATUS = { done: 0, inconsistent: 1, unusableInput: 2, bug: 3 } as const
export type Status = (typeof STATUS)[keyof typeof STATUS]

/** One call of a verb: its words, its options, and what it may use. */
export interface Call {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
  readonly json: boolean
  readonly program: Program
  readonly out: Output
}

export type Verb = (call: Call) => Promise<Status>

/** One shape of reply for programs, one for people; the second is only built when a person reads. */
export function reply(call: Call, forPrograms: () => unknown, forPeople: () => string): void {
  if (call.json) call.out.json(forPrograms())
  else call.out.text(forPeople())
}
