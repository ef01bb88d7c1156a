import type { Statement } from '../../domain/report.ts'
import type { Versus } from './versus.ts'

/** A direction or absence that a clause states without a figure. */
export interface Said {
  readonly relation: Statement['relation']
  readonly versus: Versus | null
  /** Where the words begin and end in the clause. */
  readonly start: number
  readonly end: number
}

const PLAN = '(?:年初|全年|年度|当年|本年|调整后?的?)?(?:部门|支出)?预算(?:安排)?(?:数|金额)?'
const BEFORE = '(?:上年度?|去年|上一年度?|\\d{4}年度?)(?:同期|决算数?|支出|数)*'
const LEVEL = '(?:基本|大体|大致|总体|保持|均|相)*(?:持平|一致|相同|相等|相当|无变化|没有变化|未发生变化|无增减变化?|无增减变动|不变)'

const FORMS: readonly (readonly [RegExp, Statement['relation'], Versus | null])[] = [
  [new RegExp(`(?:大于|高于|超过|超出|多于|超)(?:了)?${PLAN}`), 'up', 'budget'],
  [new RegExp(`(?:小于|低于|少于|未达到?)(?:了)?${PLAN}`), 'down', 'budget'],
  [new RegExp(`(?:等于)${PLAN}|(?:与|和|同|较|比)${PLAN}(?:相比)?${LEVEL}`), 'level', 'budget'],
  [new RegExp(`(?:大于|高于|超过|多于)(?:了)?${BEFORE}`), 'up', 'priorYear'],
  [new RegExp(`(?:小于|低于|少于)(?:了)?${BEFORE}`), 'down', 'priorYear'],
  [new RegExp(`(?:等于)${BEFORE}|(?:与|和|同|较|比)${BEFORE}(?:相比)?${LEVEL}`), 'level', 'priorYear'],
  [new RegExp(`(?:比|较|与|同)${BEFORE}(?:相比)?(?:有所|略有|大幅|小幅)?(?:增加|增长|上升|提高)`), 'up', 'priorYear'],
  [new RegExp(`(?:比|较|与|同)${BEFORE}(?:相比)?(?:有所|略有|大幅|小幅)?(?:减少|下降|降低)`), 'down', 'priorYear'],
  [new RegExp(`(?:比|较)${PLAN}(?:有所|略有|大幅|小幅)?(?:增加|增长|上升|提高)`), 'up', 'budget'],
  [new RegExp(`(?:比|较)${PLAN}(?:有所|略有|大幅|小幅)?(?:减少|下降|降低)`), 'down', 'budget'],
  [/(?:增加|增长|上升|提高)(?:的)?(?:主要)?原因/, 'up', null],
  [/(?:减少|下降|降低)(?:的)?(?:主要)?原因/, 'down', null],
  [new RegExp(`(?:决算|支出|收入|费|经费|数|总计|合计|总额|万元|均|保持|基本)(?:数)?${LEVEL}$|^${LEVEL}$`), 'level', null],
]
const ABSENT =
  /(?:没有|未安排|未发生|未使用|未购置|(?<![有从毫并])无(?![形法偿关需力论线障差疑重条固]))(?:使用|安排|发生|购置)?(?=[^，。；]{2,40}(?:收入|支出|收支|经费|费|用车|车辆|设备|采购|拨款|安排))/

/** The direction that a clause without a figure states, or null. */
export function saidIn(clause: string): Said | null {
  for (const [form, relation, versus] of FORMS) {
    const match = form.exec(clause)
    if (match) return { relation, versus, start: match.index, end: match.index + match[0].length }
  }
  return null
}

/** The words that a clause says there is none of, or null. */
export function absentIn(clause: string): { readonly words: string; readonly start: number } | null {
  const match = ABSENT.exec(clause)
  if (!match) return null
  const words = clause.slice(match.index + match[0].length).replace(/(?:的?(?:情况|决算)?)$/, '')
  return { words, start: match.index }
}
