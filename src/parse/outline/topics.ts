import type { Topic } from '../../domain/report.ts'

/** Words of a heading → the part of the report it opens; the first row that fits wins. Never its number: that differs from place to place. */
const HEADINGS: readonly (readonly [RegExp, Topic])[] = [
  [/名词解释|名词说明|专业名词|专有名词/, 'glossary'],
  [/绩效.{0,14}(报告|自评表|评价表|汇总表|评分表)|自评(报告|表|结果$)|^附件|附件$/, 'attachment'],
  [/(重点工作|主要工作|工作任务|工作)(事项)?完成情况/, 'work'],
  [/机关运行经费|日常公用经费支出/, 'operating'],
  [/政府采购/, 'procurement'],
  [/国有资产|资产(?:占|使用|情况|状况|$)/, 'assets'],
  [/三公/, 'threePublic'],
  [/绩效/, 'performance'],
  [/(主要)?(职责|职能)|机构设置|内设机构|单位构成|构成情况|人员(情况|构成)|(部门|单位|学校|概)况$/, 'profile'],
  [/(财政拨款|公共预算|一般公共预算).{0,10}基本支出|^基本支出/, 'basic'],
  [/政府性?基金/, 'governmentFund'],
  [/国有资本/, 'stateCapital'],
  [/一般公共预算.{0,8}支出.{0,6}(总体|总的)|财政拨款支出(决算|预算)?(总体|总的)/, 'generalBudget.total'],
  [/财政拨款支出.{0,6}结构|一般公共预算.{0,12}结构/, 'generalBudget.structure'],
  [/财政拨款支出.{0,6}具体|一般公共预算.{0,12}具体/, 'generalBudget.detail'],
  [/预算编制(?:的)?(?:情况)?说明/, 'overall'],
  [/财政拨款.{0,2}收.{0,2}支/, 'fiscalOverall'],
  [/一般公共预算/, 'generalBudget.total'],
  [/财政拨款支出/, 'generalBudget.total'],
  [/收.{0,2}支.{0,4}(决算|预算)?(总体|情况总|总表|总的)|收入支出(决算|预算)?(情况|总)/, 'overall'],
  [/收入(决算|预算)?(总表|表|构成|总体)?(安排)?的?(情况|说明)/, 'revenue'],
  [/支出(决算|预算)?(总表|表|构成|总体)?(安排)?的?(情况|说明)/, 'expenditure'],
  [/其他(重要|需要说明)/, 'other'],
]

/** Inside these parts the headings below cannot change the topic: a 自评报告 has its own 基本情况 and 支出情况. */
const LOCKED: ReadonlySet<Topic> = new Set(['glossary', 'attachment', 'work', 'performance'])
/** Parts of their own kind: a sub-heading about 支出情况 speaks of their expenditure, not the department's. */
const CLOSED: ReadonlySet<Topic> = new Set(['threePublic', 'operating', 'procurement', 'assets', 'basic', 'governmentFund', 'stateCapital'])
const GENERAL: ReadonlySet<Topic> = new Set(['overall', 'revenue', 'expenditure', 'profile'])
/** Sub-headings of 一般公共预算 that name only the aspect. */
const ASPECTS: readonly (readonly [RegExp, Topic])[] = [
  [/总体|总的/, 'generalBudget.total'],
  [/结构/, 'generalBudget.structure'],
  [/具体/, 'generalBudget.detail'],
]

/** `（三）其他收入：指……` explains a word, whatever heading it stands under. */
const DEFINITION = /^[^，。；]{2,40}[：:]\s*(?:是指|指|反映)/

/** The topic that a heading's own words name, or null. */
export function topicOfHeading(heading: string): Topic | null {
  for (const [words, topic] of HEADINGS) if (words.test(heading)) return topic
  return null
}

/** The topic of what stands under these headings, outermost first. */
export function topicOfPath(path: readonly string[]): Topic {
  let topic: Topic = 'other'
  for (const heading of path) {
    const own = topicOfHeading(heading)
    const aspect: Topic | undefined = topic.startsWith('generalBudget') ? ASPECTS.find(([words]) => words.test(heading))?.[1] : undefined
    if (aspect && (own === null || own.startsWith('generalBudget') || own === 'fiscalOverall' || own === 'overall')) topic = aspect
    else if (own !== null && !(CLOSED.has(topic) && GENERAL.has(own))) topic = own
    if (LOCKED.has(topic)) return topic
  }
  return topic
}

/** Under 一般公共预算 without sub-headings the paragraph's own words say which aspect it speaks of. */
export function refineTopic(topic: Topic, text: string, level: number | null): Topic {
  if (DEFINITION.test(text.slice(0, 60))) return 'glossary'
  if (topic !== 'generalBudget.total') return topic
  if (/主要用于以下(几个)?方面|结构(情况)?如下/.test(text.slice(0, 120))) return 'generalBudget.structure'
  if ((level !== null && level >= 3) || /年初预算|具体情况如下/.test(text.slice(0, 60))) return 'generalBudget.detail'
  return topic
}
