import type { Outline, Paragraph } from '../../domain/outline.ts'
import { functionalCode } from './classification.ts'
import { viewOf } from './view.ts'

/**
 * Departments with subordinate units often tell a section's totals once for all and then unit by unit. What is told of a
 * unit is none of the department's own figures, though it stands in the same words.
 */

const NUMBER = /^(?:[(][一二三四五六七八九十\d]+[)]|[一二三四五六七八九十]+、|\d{1,2}[.、])\s*/
const ORGAN =
  '学校|中学|小学|幼儿园|大学|学院|党校|中心|总站|服务站|工作站|局|院|所|支队|大队|总队|馆|管理处|办事处|办公室|委员会|委|协会|联合会|公司|林场|农场|园区|厅|报社|电视台|管委会|街道|镇|乡'
/** 甲市第一中学2023年度收、支总计: another body, at once followed by a thing of the accounts. */
const LED = new RegExp(
  `^(?<body>[\\p{Script=Han}()]{3,40}?(?:${ORGAN})(?:\\((?:本级|机关|本部)\\)|本级|本部)?)(?:20\\d{2}年(?:度)?)?(?:本年|全年|部门|单位)?(?=收入|支出|收、支|收支|财政拨款|一般公共预算|政府性基金|基本支出|项目支出|决算|年初|年末|机关运行|“?三公|政府采购|共有车辆|人员经费|公用经费)`,
  'u',
)
const OWN = /^(?:本|我|该|全|各|其|与|和|按|从|在)/

/** The body that a paragraph begins with, null for none. Names of the classification (综合医院, 图书馆) are items. */
function bodyOf(paragraph: Paragraph): string | null {
  if (paragraph.kind !== 'text') return null
  const body = LED.exec(viewOf(paragraph.text).replace(NUMBER, ''))?.groups?.body ?? null
  return body === null || OWN.test(body) || functionalCode(body, null) !== null ? null : body
}

/** Paragraphs that speak of one unit of several, each with the unit's name. One body alone is the department. */
export function unitsTold({ paragraphs }: Outline): ReadonlyMap<Paragraph, string> {
  const sections = new Map<string, (readonly [Paragraph, string])[]>()
  for (const paragraph of paragraphs) {
    const body = bodyOf(paragraph)
    if (body === null) continue
    const path = paragraph.path.join('\n')
    sections.set(path, [...(sections.get(path) ?? []), [paragraph, body]])
  }
  return new Map([...sections.values()].filter((told) => new Set(told.map(([, body]) => body)).size > 1).flat())
}
