import { type CommandOption, lineCommand } from './command.ts'

const QUESTION: CommandOption = { name: '问题', description: '一句话，例如“某部门2020年接待费多少”', required: true, completes: null }

export const ask = lineCommand('问', '用一句话问', [QUESTION])
