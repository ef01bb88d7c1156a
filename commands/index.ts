import { check } from './check.ts'
import type { Command } from './command.ts'
import { departments } from './departments.ts'
import { expenditure } from './expenditure.ts'
import { help } from './help.ts'
import { revenue } from './revenue.ts'
import { threePublic } from './three-public.ts'

/** Every slash command, in the order of the help. */
export const COMMANDS: readonly Command[] = [threePublic, expenditure, revenue, check, departments, help]
