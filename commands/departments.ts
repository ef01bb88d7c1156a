import { type CommandOption, lineCommand } from './command.ts'

const WORDS: CommandOption = { name: '词', description: '部门名字里的词，不填列出全部', required: false, completes: 'department' }

export const departments = lineCommand('部门', '已收录的部门与年度', [WORDS])
