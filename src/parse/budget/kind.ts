import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'

/** A title: short, no sentence. What a document calls itself and its tables counts, not what its sentences speak of. */
const TITLE = /^[^。，；：]{0,50}(?:决算|预算)(?:公开)?(?:情况)?(?:编制)?(?:说明|报告|总表|明细表|表|公开|信息公开)?(?:[（(].*)?$/

/** A table of this kind can only stand in a budget (or a final account): 收入预算总表, 支出决算表. */
const TABLE = /^[^。，；：]{0,50}(?:决算|预算)(?:数)?(?:情况)?(?:功能分类|经济分类)?(?:预算)?(?:明细|总)?表(?:[（(].*)?$/

/** A final account never leaves 决算 out of these. */
const PLAIN = /^[^。，；：]{0,40}(?:收支|收入|支出)总(?:体情况)?表(?:[（(].*)?$/

/** Tables of budget funds stand in final accounts too (政府性基金预算财政拨款收入支出决算表): 决算 anywhere in a title decides. */
function titleWord(flat: string): '决算' | '预算' | null {
  if (!TABLE.test(flat) && !TITLE.test(flat) && !PLAIN.test(flat)) return null
  return /决算/.test(flat) ? '决算' : '预算'
}

/**
 * Is this a final account or a budget? What its titles say; in a text without titles, which word it uses.
 * Final accounts compare with budgets throughout, and budgets speak of 决算 in duties and glossaries.
 */
export function kindOf(lines: readonly Line[]): 'finalAccount' | 'budget' | null {
  const flats = lines.map((line) => squeeze(line.text).replace(/[*#\d.…·\s]+$/g, ''))
  const titles = flats.filter((flat) => flat.length <= 50).map(titleWord)
  const [finalTitles, budgetTitles] = (['决算', '预算'] as const).map((word) => titles.filter((title) => title === word).length)
  const text = flats.join('\n')
  const finals = text.match(/决算/g)?.length ?? 0
  const budgets = text.match(/预算/g)?.length ?? 0
  if ((budgetTitles ?? 0) >= 2 && (budgetTitles ?? 0) > (finalTitles ?? 0) * 3) return 'budget'
  if ((finalTitles ?? 0) >= 2) return 'finalAccount'
  if (finals === 0 && budgets < 3) return null
  return finals > 3 && finals * 4 >= budgets ? 'finalAccount' : budgets >= 3 ? 'budget' : finals > 0 ? 'finalAccount' : null
}
