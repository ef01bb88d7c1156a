import { DEPARTMENT, ITEM, lineCommand, YEAR } from './command.ts'

const WHAT = { ...DEPARTMENT, description: '部门的名字；写“排名”画所有部门的排名' }

export const picture = lineCommand('图', '画成图：构成、预算与决算、几年、排名', [WHAT, YEAR, ITEM])
