import { parseArguments } from './arguments.ts'
import { failureOf } from './failure.ts'
import type { Output } from './output.ts'
import type { Program } from './program.ts'
import type { VerbEntry } from './registry.ts'
import type { Status } from './verb.ts'

/** Tells what went wrong: one sentence, on standard output as an object with --json, else on standard error. */
export function report(error: unknown, json: boolean, out: Output): Status {
  const failure = failureOf(error)
  if (failure.detail !== null) out.log(failure.detail)
  if (json) out.json({ error: { code: failure.code, message: failure.message } })
  else out.log(failure.message)
  return failure.status
}

/** Runs one verb from its words to its exit status. */
export async function runVerb(entry: VerbEntry, argv: readonly string[], program: Program, out: Output): Promise<Status> {
  try {
    const call = parseArguments(entry, argv)
    const { run } = await entry.load()
    return await run({ ...call, program, out })
  } catch (error) {
    return report(error, argv.includes('--json'), out)
  }
}
