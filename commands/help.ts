import { lineCommand } from './command.ts'

export const help = lineCommand('帮助', '能问什么，怎么问', [])
