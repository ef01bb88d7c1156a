import type { Line } from '../domain/document.ts'
import type { Form } from '../domain/report.ts'
import { nameKey, squeeze } from './text.ts'

interface Candidate {
  readonly name: string
  readonly weight: number
}

/** What the name of a department, office or public institution ends with. */
const ENDING =
  /(?:委员会|工作委员会|工委|办公室|办公厅|局|厅|部|院|会|中心|大学|学院|学校|中学|小学|幼儿园|馆|站|所|队|处|社|台|公司|街道办事处|办事处|人民政府|政府|法院|检察院|联合会|总工会|团委|党校|纪委|监委|政协|人大|医院|园|场|库|组|署|集团|委)(?:[（(][^）)]{2,20}[）)])?(?:办公室|本级)?$/
const BODY =
  /^(?:第[一二三四五六七八九十]部分)?(?:20\d\d年度?)?(.{3,45}?)(?:20\d\d年度?)?(?:部门|单位)?(?:决算|预算)?(?:公开)?(?:概况|基本情况)$/
const TITLE =
  /^(?:附件\d*[:：]?)?(?:第[一二三四五六七八九十]部分)?(?:20\d\d年度?)?(.{3,45}?)(?:20\d\d年度?)?(?:部门|单位)?(?:决算|预算)(?:公开|报告|说明|情况|信息|表|情况说明|公开说明|公开报告|信息公开)*(?:[（(]?目录[）)]?|\.[a-z]{3,4})?$/
const SENTENCES: readonly RegExp[] = [
  /20\d\d年度?([^，。；：\d]{4,40}?)机关运行经费/,
  /20\d\d年度?([^，。；：\d]{4,40}?)政府采购支出总额/,
  /12月31日[，,]([^，。；：\d]{4,40}?)(?:共有|没有|无)/,
  /^([^，。；：\d]{4,40}?)有一般公共预算财政拨款预算安排/,
  /^纳入([^，。；：]{4,40}?)(?:20\d\d年)?(?:度)?(?:部门|单位)(?:决算|预算)(?:编制|汇总|编报)/,
  /从(?:预算|决算)?单位构成看[，,]([^，。；：\d]{4,40}?)(?:部门)?决算(?:包括|由)/,
  /^([^，。；：\d]{4,40}?)20\d\d年度?(?:部门|单位)?(?:收入|支出|收、支|收支|财政拨款收|一般公共预算|总收入|总支出)/,
  /^([^，。；：\d]{4,40}?)(?:下设|内设机构|的主要职责)/,
]
const NOT_A_NAME =
  /[\d。，；：、:;,|>《》【】]|第.{1,2}部分|目录|见附表|^[（(]|^(?:学校|本|我|各|该|其|部门|单位|区级|市级|年|度|关于|收入|支出|财政|一般公共|政府性|国有|三公|“|重点|目录|名词|附件|情况|有|共|与|和|的)|情况|说明|决算|预算|支出|收入|所属$|主要|职责|职能|项目|绩效/

const clean = (name: string): string =>
  squeeze(name)
    .replace(/[*#]/g, '')
    .replace(/^(?:中华人民共和国)?附件\d*[:：]?/, '')
    .replace(/[（(]?(?:本级|汇总|部门|单位)[）)]?$/, '')

function push(out: Candidate[], words: string | undefined, weight: number): void {
  const name = clean(words ?? '')
  if (name.length >= 3 && name.length <= 45 && !NOT_A_NAME.test(name) && ENDING.test(name) && balanced(name)) out.push({ name, weight })
}

const balanced = (name: string): boolean => (name.match(/[（(]/g)?.length ?? 0) === (name.match(/[）)]/g)?.length ?? 0)

/** Two lines of a wrapped cover or heading are tried as one. */
function* headings(lines: readonly Line[]): Generator<{ text: string; early: boolean }> {
  const short = lines.map((line, index) => ({ flat: squeeze(line.text).replace(/[*#]/g, ''), index })).filter(({ flat }) => flat !== '')
  for (let i = 0; i < short.length; i++) {
    const [a, b, c] = [short[i]?.flat ?? '', short[i + 1]?.flat ?? '', short[i + 2]?.flat ?? '']
    if (a.length > 60) continue
    const early = i < 40
    yield { text: a, early }
    if (b.length <= 40) yield { text: a + b, early }
    if (early && b.length <= 40 && c.length <= 40) yield { text: a + b + c, early }
  }
}

const PLACE = /省|市|区|县|州|盟|旗|乡|镇|街道|中央|国家|中华/
const PARTY = /^(?:中共|中国共产党|共青团|民革|民盟|民建)/

/** A full official name says whose it is (省 市 区 县) and, for party bodies, that it is the party's. */
const formality = (name: string): number => (PLACE.test(name) ? 4 : 0) + (PARTY.test(name) ? 2 : 0) + Math.min(name.length, 24) / 24

/**
 * The department's full official name as the report prints it most formally, with its other spellings.
 * Sources: 部门： of the forms, cover and headings, and the sentences that must name it.
 */
export function departmentOf(lines: readonly Line[], forms: readonly Form[]): { name: string; aliases: string[] } | null {
  const found: Candidate[] = []
  for (const form of forms) push(found, form.department ?? undefined, 3)
  for (const { text, early } of headings(lines)) {
    push(found, BODY.exec(text)?.[1], early ? 3 : 2)
    push(found, TITLE.exec(text)?.[1], early ? 4 : 2)
  }
  for (const line of joined(lines)) for (const pattern of SENTENCES) push(found, pattern.exec(line)?.[1], 2)
  const votes = new Map<string, { name: string; weight: number; times: number }>()
  for (const { name, weight } of found) {
    const key = nameKey(name)
    const own = votes.get(key)
    votes.set(key, { name: own?.name ?? name, weight: (own?.weight ?? 0) + weight, times: (own?.times ?? 0) + 1 })
  }
  const ranked = [...votes.values()].sort((a, b) => rank(b) - rank(a))
  const best = ranked[0]
  if (best === undefined) return null
  // One slip in one place is no second name; a piece of the full name is none either.
  const aliases = ranked
    .slice(1)
    .filter((c) => c.times >= (best.name.endsWith(c.name) ? 3 : 2))
    .map((c) => c.name)
  return { name: best.name, aliases }
}

const rank = (c: Candidate): number => formality(c.name) * 3 + Math.min(c.weight, 24) / 2

const HEADING = /^(?:第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^，。；]{0,40}$/

/** Soft-wrapped lines joined, so that a sentence is whole; a heading stands alone. */
function joined(lines: readonly Line[]): string[] {
  const out: string[] = []
  let open = ''
  for (const line of lines) {
    const flat = squeeze(line.text)
    if (line.cells !== null) continue
    if (HEADING.test(flat)) {
      out.push(open, flat)
      open = ''
      continue
    }
    open += flat
    if (/[。：:；]$/.test(flat) || open.length > 2000) {
      out.push(...open.split(/[。；]/))
      open = ''
    }
  }
  return [...out, open]
}
