import { checkReport, readReport } from './app/examine.ts'
import { standardOutput } from './cli/output.ts'
import type { Program } from './cli/program.ts'
import { verbNamed } from './cli/registry.ts'
import { runVerb } from './cli/run.ts'

const program: Program = {
  readReport,
  checkReport,
  store: () => Promise.reject(new Error('not yet')),
}

const [first = '', ...rest] = process.argv.slice(2)
const verb = verbNamed(first)
if (verb !== undefined) process.exitCode = await runVerb(verb, rest, program, standardOutput())
