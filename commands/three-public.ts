import { DEPARTMENT, lineCommand, YEAR } from './command.ts'

export const threePublic = lineCommand('三公', '“三公”经费的预算数与决算数', [DEPARTMENT, YEAR])
