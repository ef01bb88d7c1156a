import { type CommandOption, DEPARTMENT, lineCommand, YEAR } from './command.ts'

const WHAT: CommandOption = { ...DEPARTMENT, description: '已收录的部门，或一份报告文件', file: true }

export const check = lineCommand('check', '核对一份报告：哪里自相矛盾，核对了多少', [WHAT, YEAR])
