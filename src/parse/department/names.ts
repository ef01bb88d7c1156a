import { squeeze } from '../text.ts'

/** What the name of a department, office or public institution ends with. */
const ENDING =
  /(?:委员会|工委|办公室|办公厅|编办|局|厅|部|院|会|中心|大学|学校|校|中学|小学|高中|初中|[一二三四五六七八九十]中|幼儿园|馆|站|所|队|处|社|台|公司|办事处|人民政府|政府|总工会|团委|纪委|监委|政协|人大|妇联|残联|文联|侨联|科协|园|场|库|组|署|集团|委|宫|团|段|港|厂|商会|基地|本部|机关)(?:[（(][^）)]{2,20}[）)])?(?:办公室|本级)?$/
/** Towns, streets and zones are bodies of their own; in a sentence such a word may be no more than a place, in a title it is whose report this is. */
const SETTLEMENT = /(?:镇|乡|苏木|街道|社区|园区|新区|开发区|高新区|示范区|度假区|风景区|景区|保护区|林区|矿区)$/
const REGION = /(?:省|市|区|县|州|盟|旗)$/

const NOT_A_NAME =
  /[\d。，；：、:;,|/>＞»《》【】[\]•·…○●◆■“”"]|第.{1,2}部分|目录|见附表|^[（(]|^(?:学校|本|我|各|该|其|部门|单位|区级|市级|县级|省级|全[省市区县镇乡]|年|度|关于|收入|支出|财政(?![局厅所部])|一般公共|政府性|国有(?!资产)|三公|重点|目录|名词|附件|情况|有|共(?!青)|与|和|的|在|按|经|为|对|将|从|由|及|首页|当前|打印|字[号体]|来源|标题|日期|索引|下属|所属|上级|主管|内设)|情况|说明|决算|预算|支出|收入|所属$|主要|职责|职能|项目(?![\u4e00-\u9fff]*[局委处会心所院室站队])|绩效|^(?:人民)?(?:政府|委员会|办公室|机关|领导小组)$/

const clean = (words: string): string =>
  squeeze(words)
    .replace(/[*#]/g, '')
    .replace(/^(?:中华人民共和国)?附件\d*[:：]?/, '')
    .replace(/[（(]?(?:本级|汇总|部门|单位)[）)]?$/, '')

const count = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0
const balanced = (name: string): boolean => count(name, /[（(]/g) === count(name, /[）)]/g)

/** How surely words are a name: by an ending that organs have; by one that only a title vouches for; a whole region; or nothing but the title. */
export type Certainty = 'organ' | 'settlement' | 'region' | 'title'

export interface Name {
  readonly name: string
  readonly certainty: Certainty
}

/** The name that the words are, or null where they cannot be one. */
export function nameIn(words: string | undefined): Name | null {
  const name = clean(words ?? '')
  if (name.length < 3 || name.length > 45 || NOT_A_NAME.test(name) || !balanced(name)) return null
  const certainty = ENDING.test(name) ? 'organ' : SETTLEMENT.test(name) ? 'settlement' : REGION.test(name) ? 'region' : 'title'
  return { name, certainty }
}

const PLACE = /省|市|区|县|州|盟|旗|乡|镇|街道|中央|国家|中华/
const PARTY = /^(?:中共|中国共产党|共青团|民革|民盟|民建)/

/** A full official name says whose it is (省 市 区 县) and, for party bodies, that it is the party's. */
export const formality = (name: string): number => (PLACE.test(name) ? 4 : 0) + (PARTY.test(name) ? 2 : 0) + Math.min(name.length, 24) / 24

export const saysPlace = (name: string): boolean => PLACE.test(name)

/** Are all characters of `short` in `full`, in their order? 区妇联 in 某区妇女联合会. */
function abbreviates(short: string, full: string): boolean {
  let at = 0
  for (const char of full) if (char === short[at]) at++
  return at === short.length
}

/**
 * Is `full` the same body's fuller name: one that says whose it is (南漳县招商中心 of 县招商中心), that writes out what `name` shortens,
 * or a region's government? What only begins with `name` is an office of it.
 */
export function completes(full: string, name: string, certainty: Certainty): boolean {
  if (full.length <= name.length) return false
  if (certainty === 'region') return full.endsWith(`${name}人民政府`)
  if (full.endsWith(name)) return /[省市区县州盟旗乡镇道]$/.test(full.slice(0, -name.length)) || PLACE.test(name.charAt(0))
  return !full.includes(name) && abbreviates(name, full)
}
