import { type CommandOption, ITEM, lineCommand, YEAR } from './command.ts'

const ORDER: CommandOption = { name: '次序', description: '最高或最低，也可以写“前5”；不填从高到低', required: false, completes: null }

export const ranking = lineCommand('排名', '所有部门排一排，缺的列明', [YEAR, ITEM, ORDER])
