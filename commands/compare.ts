import { DEPARTMENT, ITEM, lineCommand, YEAR } from './command.ts'

const OTHER = { ...DEPARTMENT, name: '另一部门', description: '和哪个部门比' }
const THIRD = { ...DEPARTMENT, name: '第三部门', description: '还可以再加一个部门', required: false }

export const compare = lineCommand('比较', '几个部门放在一起比，差多少', [DEPARTMENT, OTHER, THIRD, YEAR, ITEM])
