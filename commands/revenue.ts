import { DEPARTMENT, lineCommand, YEAR } from './command.ts'

export const revenue = lineCommand('收入', '收入合计与来源', [DEPARTMENT, YEAR])
