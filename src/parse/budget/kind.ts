import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'

/** A title: short, no sentence. What a document calls itself and its tables counts, not what its sentences speak of. */
const TITLE = /^[^。，；：]{0,50}(?:决算|预算)(?:公开)?(?:情况)?(?:编制)?(?:说明|报告|总表|明细表|表|公开|信息公开)?(?:[（(].*)?$/

/** A table of this kind can only stand in a budget (or a final account): 收入预算总表, 支出决算表. */
const TABLE = /^[^。，；：]{0,50}(?:决算|预算)(?:数)?(?:情况)?(?:功能分类|经济分类)?(?:预算)?(?:明细|总)?表(?:[（(].*)?$/

/** A final account never leaves 决算 out of these. */
const PLAIN = /^[^。，；：]{0,40}(?:收支|收入|支出)总(?:体情况)?表(?:[（(].*)?$/

/** Crumbs and labels of a page name both kinds at once. */
const CRUMB = /预决算|[>＞]/

/** Tables of budget funds stand in final accounts too (政府性基金预算财政拨款收入支出决算表): 决算 anywhere in a title decides. */
function titleWord(flat: string): '决算' | '预算' | null {
  if (CRUMB.test(flat) || (!TABLE.test(flat) && !TITLE.test(flat) && !PLAIN.test(flat))) return null
  return flat.includes('决算') ? '决算' : '预算'
}

/** What only accounts of money spent say, and how strongly. A budget has no opening budget of its own to be measured against. */
const SPENT: readonly (readonly [RegExp, number])[] = [
  [/决算/g, 1],
  [/(?:支出|收入)决算(?:为|数|总额)|决算(?:数|总额|支出)|年度决算|决算(?:汇总|公开|情况)/g, 1],
  [/(?:[较比与和同为]|完成|占)(?:年初|全年|调整后?的?)预算|年初预算(?:数|安排)?(?:为|\d)|预算执行[率数]|全年执行数|调整后预算数/g, 2],
  [/实际支出|支出共计|支出合计/g, 1],
  [/三公[”"]?经费(?:总|实际)?支出(?:总额)?(?:为|共计|合计)?[\d,]+(?:\.\d+)?[万亿]?元|绩效(?:单位)?自评/g, 2],
]
/** What only plans say. */
const PLANNED: readonly (readonly [RegExp, number])[] = [
  [/(?:收支|收入|支出)总预算/g, 2],
  [/预算(?:数|总额|总计|合计|共计)?(?:为|安排)?[\d,]+(?:\.\d+)?[万亿]?元/g, 1],
  [/三公[”"]?经费(?:支出|财政拨款)*(?:预算(?:为|数|总计|合计)|预?安排)|安排[“"]?三公|预算安排情况/g, 1],
  [/(?:[较比与和同])(?:上年|去年|20\d\d年)(?:度)?预算/g, 2],
  [/预算[较比](?:上年|去年|20\d\d年)/g, 2],
  [/编制20\d\d年[^。]{0,10}预算|预算草案/g, 1],
]
/** So much at least makes a text that titles nothing a budget or an account. */
const ENOUGH = 2

/** And so many mentions make one a budget that says nothing plainer. */
const MENTIONS = 3

const evidence = (text: string, signs: typeof SPENT): number =>
  signs.reduce((sum, [sign, weight]) => sum + (text.match(sign)?.length ?? 0) * weight, 0)

/** What the words of its sentences speak for. A page's crumbs and labels name both at once (预决算公开) and say nothing. */
function kindSaid(text: string): 'finalAccount' | 'budget' | null {
  const own = text.replace(/预决算|[^\n]{0,60}>[^\n]*|《[^》\n]{0,60}》/g, '')
  const [spent, planned] = [evidence(own, SPENT), evidence(own, PLANNED)]
  if (Math.max(spent, planned) >= ENOUGH) return spent >= planned ? 'finalAccount' : 'budget'
  return own.includes('决算') ? 'finalAccount' : (own.match(/预算/g)?.length ?? 0) >= MENTIONS ? 'budget' : null
}

/**
 * Is this a final account or a budget? What its titles say; in a text without titles, what its sentences say.
 * Final accounts compare with budgets throughout, and budgets speak of 决算 in duties and glossaries.
 */
export function kindOf(lines: readonly Line[]): 'finalAccount' | 'budget' | null {
  const flats = lines.map((line) => squeeze(line.text).replace(/[*#\d.…·\s]+$/g, ''))
  const titles = flats.filter((flat) => flat.length <= 50).map(titleWord)
  const [finalTitles, budgetTitles] = (['决算', '预算'] as const).map((word) => titles.filter((title) => title === word).length)
  if ((budgetTitles ?? 0) >= 2 && (budgetTitles ?? 0) > (finalTitles ?? 0) * 3) return 'budget'
  if ((finalTitles ?? 0) >= 2) return 'finalAccount'
  return kindSaid(flats.join('\n'))
}
