import { BUDGET_NAMES, ITEM_HEAD, ITEM_TAIL } from './lexicon.ts'

const NUMBERING = /^\s*(?:\d{1,2}[“"]?[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.])\s*/
const YEARS = /(?:截[至止]|到|在|于)?(?:\d{4}年(?:度|末|底|初)?(?:\d{1,2}月(?:份|底|末)?)?(?:\d{1,2}日)?)/g
const MEASURE_REST = /(?<![及和与]调整)(?:决算|预算|执行)(?:数|支出|收入|总额)?$/
/** Words that only point back to the item that is being spoken of. */
const GENERIC =
  /^(?:该|本|此)?(?:项目?|费用支出|部门|单位|支出|收入|经费|资金|费用|决算|预算|金额|数|实际|整体|总体|全部|合同|情况|预算数|年初|年末|全年|平均|综合|平均得|累计|采购金额|(?:项目)?(?:绩效)?(?:自评|评价)|从评价情况来看|评价情况来看)?$/
const LONGEST = 60
/** The three levels of a functional item are one name, however long they are. */
const LONGEST_LEVELLED = 120
const LEVELLED = /\([类款项]\)/
/** An item that stands in quotation marks as a whole. */
const QUOTED = /^[“"]([^“”"]+)[”"]$/
/** A quotation mark whose other half stands elsewhere or is lost. */
const HALF_QUOTED = /^[“"]([^“”"]+)$|^([^“”"]+)[”"]$/

/** Fixed names that hold 预算 are masked (same length), so that only a 预算 that measures is seen. */
export const masked = (words: string): string => words.replace(BUDGET_NAMES, (name) => name.replaceAll('预算', '※※'))

/** The item that the words before a figure name, '' when they only point back. */
export function itemOf(words: string): string {
  let item = words.slice(-LONGEST_LEVELLED).replace(NUMBERING, '').replace(YEARS, '')
  for (let before = ''; before !== item; ) {
    before = item
    item = item.replace(ITEM_HEAD, '').replace(ITEM_TAIL, '')
    if (MEASURE_REST.test(masked(item))) item = item.slice(0, MEASURE_REST.exec(masked(item))?.index)
  }
  const balanced =
    (item.match(/\(/g)?.length ?? 0) < (item.match(/\)/g)?.length ?? 0) ? item.replace(/^[^()]*\)/, '') : item.replace(/\([^()]*$/, '')
  const half = HALF_QUOTED.exec(balanced)
  const bare = QUOTED.exec(balanced)?.[1] ?? half?.[1] ?? half?.[2] ?? balanced
  return GENERIC.test(bare) ? '' : bare.slice(LEVELLED.test(bare) ? -LONGEST_LEVELLED : -LONGEST)
}

const SELF_EVALUATION = /(?:项目)?(?:支出)?(?:绩效)?(?:自评|评价)(?:综述|情况|结果|报告|表)?(?:如下)?$/
const DEPARTMENT = /^.{2,30}(?:办公室|委员会|管理局|中心|人民政府|大学|学院|学校)(?=.{3})/
const DEPARTMENT_END = /(?:办公室|委员会|[局厅院部处会办委]|中心|大学|学校|学院|机关|本级)$/
const WHOLE = /整体|部门|单位|本级|全部|所有/
const PROJECT_END = /(?:项目)?(?:支出)?$/

/** `老旧小区改造项目绩效自评综述` → `老旧小区改造`; null when the words are no heading of a project's self-evaluation. */
export function evaluatedProject(words: string): string | null {
  const head = words.replace(/^\d{4}年度?/, '')
  if (!SELF_EVALUATION.test(head)) return null
  const name = head.replace(SELF_EVALUATION, '')
  const own = name.replace(DEPARTMENT, '')
  return own.length > 1 && own.length <= 50 && !WHOLE.test(own.slice(-6)) && !DEPARTMENT_END.test(own) ? projectName(own) : null
}

/** A project's name without the word 项目 that some places add. */
export const projectName = (words: string): string =>
  words
    .replace(/^\d{1,2}[.、]\s?/, '')
    .replace(/[“”"]/g, '')
    .replace(PROJECT_END, (end) => (end.startsWith('项目') ? '' : end))
