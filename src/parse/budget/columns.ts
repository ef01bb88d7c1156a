import { BUDGET_HEADERS } from '../../../knowledge/forms/budget.ts'
import type { FormId } from '../../domain/form.ts'

/** What a grid column holds. `aside` is money that is no column of the form, with the reason it stays unread. */
export type Column =
  | { readonly kind: 'code' | 'name'; readonly words: string }
  | { readonly kind: 'money'; readonly key: string }
  | { readonly kind: 'aside'; readonly reason: string }

export const PRIOR = '上年的数，不是本预算年度的'
export const CHANGE = '与上年相比的增减，不是本年预算数'
const DETAIL = '表中另列的分栏，不是本表的栏目'

const CODE_WORDS = /编码|代码|^[类款项目]$/
const NAME_WORDS = /名称|^项目$|^项目[（(]|^科目$|^(?:收入|支出)项目|^单位$|^部门$|摘要|功能分类|经济分类|^支出用途$|^收入$|^支出$|^类别$/
const GENERIC = /^(?:合计|总计|小计|金额|预算数?|本年预算数?|当年预算数?|年初预算数?|20\d\d年(?:年初)?预算数?|预算金额|预算安排数?)$/
const CHANGE_WORDS = /增减|增长|增幅|同比|[%％]|比(?:上年|20\d\d年).*[增减±]|占比|比重/
const PRIOR_WORDS = /(?:上年|去年|上一年)(?!.*结[转余])|执行数|决算|完成数/
const YEAR = /(20\d\d)年/g

const yearsIn = (words: string): number[] => [...words.matchAll(YEAR)].map((match) => Number(match[1]))

/** Is this the money of another year, or a difference from it? */
export function foreignYear(stack: readonly string[], fiscalYear: number): string | null {
  const words = stack.join(' ')
  if (CHANGE_WORDS.test(words)) return CHANGE
  const years = yearsIn(words)
  const other = years.length > 0 && !years.includes(fiscalYear)
  return other || PRIOR_WORDS.test(words) ? PRIOR : null
}

/** The key that a header's words name: undefined when they name none, '' when they only detail another column. */
const named = (id: Exclude<FormId, 'threePublic'>, words: string): string | undefined =>
  BUDGET_HEADERS[id].words.find(([pattern]) => pattern.test(words))?.[1]

/**
 * What the words above a grid column say of it. The lowest words decide; a generic 小计 takes its name from the words above it.
 * @param stack the words above the column, top down
 */
export function columnOf(id: Exclude<FormId, 'threePublic'>, stack: readonly string[], fiscalYear: number): Column {
  const words = stack.filter((word) => word !== '')
  const leaf = words.at(-1) ?? ''
  if (CODE_WORDS.test(leaf)) return { kind: 'code', words: words.join('') }
  const foreign = foreignYear(words, fiscalYear)
  if (foreign !== null) return { kind: 'aside', reason: foreign }
  if (NAME_WORDS.test(leaf)) return { kind: 'name', words: words.join('') }
  if (leaf === '' || /^备注$/.test(leaf)) return { kind: 'aside', reason: DETAIL }
  const own = named(id, leaf)
  if (!GENERIC.test(leaf) && own !== undefined) return own === '' ? { kind: 'aside', reason: DETAIL } : { kind: 'money', key: own }
  if (!GENERIC.test(leaf) && BUDGET_HEADERS[id].words.length > 0) return { kind: 'aside', reason: DETAIL }
  const above = [...words]
    .reverse()
    .map((word) => named(id, word))
    .find((key) => key !== undefined && key !== '')
  return { kind: 'money', key: above ?? BUDGET_HEADERS[id].plain }
}

/** Of two columns with one key the first stands: the second details it or repeats it. */
export function columnsOf(id: Exclude<FormId, 'threePublic'>, stacks: readonly (readonly string[])[], fiscalYear: number): Column[] {
  return stacks.map((stack) => columnOf(id, stack, fiscalYear))
}
