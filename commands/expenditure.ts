import { type CommandOption, DEPARTMENT, lineCommand, YEAR } from './command.ts'

const ITEM: CommandOption = {
  name: '科目',
  description: '科目的代码、名称，或工资、公车、办公费等说法',
  required: false,
  completes: 'item',
}

export const expenditure = lineCommand('支出', '支出合计与构成，或某个科目', [DEPARTMENT, YEAR, ITEM])
