import { type CommandOption, DEPARTMENT, ITEM, lineCommand } from './command.ts'

const YEARS: CommandOption = { name: '几年', description: '近几年，例如3；不填列出全部', required: false, completes: null }

export const trend = lineCommand('趋势', '一个部门几年的变化', [DEPARTMENT, ITEM, YEARS])
