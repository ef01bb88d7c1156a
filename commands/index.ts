import { ask } from './ask.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { compare } from './compare.ts'
import { departments } from './departments.ts'
import { expenditure } from './expenditure.ts'
import { exportFile } from './export.ts'
import { help } from './help.ts'
import { picture } from './picture.ts'
import { ranking } from './ranking.ts'
import { revenue } from './revenue.ts'
import { threePublic } from './three-public.ts'
import { trend } from './trend.ts'

/** Every slash command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  threePublic,
  expenditure,
  revenue,
  check,
  compare,
  trend,
  ranking,
  picture,
  exportFile,
  ask,
  departments,
  help,
]
