/** The words that stand around a name in the title of a report, each once; what is no such word belongs to the name. */
const YEAR = '(?:20\\d\\d|二[〇○零Ｏ][一二三四五六七八九〇○零]{2})[-—]?(?:年度|年|度)?'
const SCOPE = '部门|单位|[省市区县州]级|本级|汇总|全口径|[（(](?:本级|汇总|部门|单位|机关)[）)]'
const KIND = '预?决算|预算|[“"]?三公[”"]?经费'
const TAIL =
  '公开|报告|说明|情况|编制|以?及|和|与|暨|的|财政拨款|一般公共预算|信息|总体|文本|草案|报表|表格|表|目录|收支|收入|支出|附[表件]|解释|公[告示]|执行|安排|项目|整体|绩效|自评|评价|[“”"]|[（(](?:目录|草案|公开|公示)[）)]|相关|财政(?=决算|预算|收支)|(?<=年度?)政府(?=决算|预算)'
const WORDS = `(?:${YEAR}|${SCOPE}|${KIND}|${TAIL})`
const NAME = '(.{2,45}?)'

/** A whole line that is a title: a name and nothing but the words of titles. */
const TITLE = new RegExp(`^(?:${YEAR})?(?:${SCOPE})?${NAME}(${WORDS}+)$`)
/** The title that a long line begins with, where the text lost its lines. */
const HEAD = new RegExp(`^(?:${YEAR})?${NAME}((?:${YEAR})(?:${SCOPE})*(?:${KIND}))`)
const SPEAKS = /决算|预算|三公/
/** A self-evaluation's title names its body only before the year: what stands elsewhere may be the project. */
const EVALUATION = new RegExp(`^${YEAR}.*绩效.*(?:报告|自评|评价)`)
const GENERAL = /概[况括]|基本情况|简介/
const OVERVIEW = new RegExp(`^(?:${YEAR})?(.{3,45}?)(?:${YEAR})?(?:部门|单位)?(?:决算|预算)?(?:公开)?(?:概况|概括|基本情况|简介)\\d{0,3}$`)

/** What a page puts before its title: bullets, crumbs, 标题：, an attachment's number, the number of a part. */
const BEFORE =
  /^(?:[^>＞»›]*[>＞»›]|[•·●○◆■|/\-—]|(?:标题|名称|题目|文件名称|文件名)[:：]|附件\d*[:：.、]?|第[一二三四五六七八九十]部分[:：、]?|[一二三四五六七八九十]{1,2}、|\d{1,2}(?:[.、]|(?=关于))|关于)+/
/** What it puts behind: the file's ending, a page, rules of a table. */
const BEHIND = /(?:\.[a-z]{3,4}|[|….·]|(?<=[.…])\d{1,3}|[（(]\d{1,3}[）)])+$/

const bare = (flat: string): string => flat.replace(BEHIND, '').replace(BEFORE, '')

/** Whose report a title says it is; null where the line is none. */
export function titledName(flat: string): string | null {
  const text = bare(flat)
  const match = text.length <= 90 ? TITLE.exec(text) : null
  const [, name = '', words = ''] = match ?? []
  return match !== null && (SPEAKS.test(words) || EVALUATION.test(words)) ? name : null
}

/** The name in a title at the very beginning of a long line. */
export const openingName = (flat: string): string | null => HEAD.exec(bare(flat.slice(0, 120)))?.[1] ?? null

/** 第一部分 某局概况: whom the first part describes. */
export const describedName = (flat: string): string | null =>
  GENERAL.test(flat) && flat.length <= 90 ? (OVERVIEW.exec(bare(flat))?.[1] ?? null) : null
