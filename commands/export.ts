import { type CommandOption, DEPARTMENT, lineCommand, YEAR } from './command.ts'

const WHOSE = { ...DEPARTMENT, required: false, description: '部门的名字；不填导出刚才的回答' }
const FORMAT: CommandOption = { name: '格式', description: 'csv、xlsx、json 或 markdown，不填用 csv', required: false, completes: null }

export const exportFile = lineCommand('导出', '整份报告，或刚才的回答，存成 CSV、XLSX、JSON', [WHOSE, YEAR, FORMAT])
