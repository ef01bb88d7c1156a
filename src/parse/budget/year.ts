import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'

/** 2025年部门收入预算总表, 2025年区级部门预算, 二、2025年度部门预算情况说明: what a title calls the budget it is. */
const TITLE = /^[^。，；：]{0,40}?(20\d\d)年(?:度)?[^。，；：]{0,40}预算[^。，；：]{0,24}$/
const OTHER = /比|较|执行|上年/

/**
 * The budget year as the titles name it. The explanations name the year before just as often:
 * each item is compared with 20XX年预算执行数.
 */
export function budgetYearOf(lines: readonly Line[]): number | null {
  const votes = new Map<number, number>()
  for (const line of lines) {
    const flat = squeeze(line.text)
    const year = flat.length <= 80 && !OTHER.test(flat) ? Number(TITLE.exec(flat)?.[1] ?? 0) : 0
    if (year > 2005) votes.set(year, (votes.get(year) ?? 0) + 1)
  }
  return [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}
