import type { Draft } from './blocks.ts'
import { topicOfHeading } from './topics.ts'

const FIGURE = /\d[\d.,]*\s*(?:万元|亿元|元|%|人|辆|个|家|台|次|项)/
const ASPECT = /(?:情况|说明|结果|范围|概况|职责|职能|构成|措施|成效|问题|目标|分析|材料)$/
/** Titles of attached reports and tables: they open a new part although nothing numbers them. */
export const ATTACHED = /^附件\s*\d*|绩效.{0,14}(?:报告|自评表|评价表|汇总表)|自评(?:报告|表|结果)$/
/** Parts of a report that open anew though nothing numbers them. */
export const OWN_PART =
  /^(?:(?:专业)?名词解释|(?:20\d\d年度?)?(?:部门|单位)?预算编制(?:的)?(?:情况)?说明|其他(?:相关)?情况说明|项目经费情况说明)$/
/** 本表反映……情况。 tells what a table shows. */
const ABOUT_TABLE = /^本表|反映/
const PUNCTUATION = /[，。；：、！？,;:]/
const LONGEST = 60

/** Heading level of a draft: by its numbering where its words are a title, by its words alone where it has no number; null for plain text. */
export function headingLevel(draft: Draft): number | null {
  if (draft.cells || draft.text.length > LONGEST + 10) return null
  const words = draft.text.slice(draft.numbering?.length ?? 0)
  const title = words.replace(/[。：:]$/, '')
  if (draft.numbering) return isTitle(words, title) ? draft.numbering.level : null
  if (PUNCTUATION.test(title) || title.length > LONGEST || FIGURE.test(title) || title === '') return null
  if (ATTACHED.test(title)) return 0
  if (draft.strong) return 0
  if (OWN_PART.test(title)) return 0
  if (ABOUT_TABLE.test(title)) return null
  return ASPECT.test(title) && title.length <= 40 && topicOfHeading(title) !== null ? 1 : null
}

function isTitle(words: string, title: string): boolean {
  if (title.length > LONGEST || /[。；！？]/.test(title) || FIGURE.test(title) || /[：:]/.test(title)) return false
  if (words.endsWith('。')) return topicOfHeading(title) !== null || ASPECT.test(title)
  return !/[，,]/.test(title) || title.length <= 30
}
