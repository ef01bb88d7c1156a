import type { DepartmentIndex } from './names/department-index.ts'
import { findDepartment } from './names/find-department.ts'
import { organPhrase } from './names-said.ts'
import type { Query } from './query.ts'
import { asks, isRestricting, isTalk, type Segment } from './words/clauses.ts'
import { isGeneral, isVerb } from './words/items.ts'
import { ITEM_END } from './words/lexicon.ts'

/** What people say of themselves and of their task before the question: left out where what follows is a whole question by itself. */

export interface LedIn {
  readonly said: readonly string[]
  readonly segments: readonly Segment[]
}

/** The words before a colon that say somebody asks: 审议时想问, 写论文用, 代表履职需要了解. */
const ASKING =
  /(问|问题|了解|知道|核|遍|查|看|用|要|说|题|参考|咨询|提问|请教|材料|需求|如下|一下|稿|求助|求证|想法|关心|疑问|诉求|情况|任务|交办|批示|留言|来信|来电|上班|工作|退休)$/

interface Reader {
  readonly index: DepartmentIndex
  readonly read: (text: string) => Query
  readonly isClear: (query: Query) => boolean
}

const found = ({ index }: Reader, { departments }: Query): boolean =>
  departments.length > 0 && departments.every((words) => findDepartment(index, words).kind !== 'none')

/** Does a text name whose figures it asks for, and which? */
function isWhole(text: string, talk: boolean, reader: Reader): boolean {
  const query = reader.read(text)
  if (!reader.isClear(query)) return false
  const thing =
    query.items.some((item) => !isVerb(item) && (talk || !isGeneral(item))) ||
    (query.topic !== 'item' && (talk || query.topic === 'threePublic'))
  const ranked = query.departments.length === 0 && (query.ranking !== null || query.group !== null)
  return (thing || (talk && query.operation !== 'value')) && (ranked || found(reader, query))
}

/** 作为预算委委员: the organ is the speaker's own. */
const ROLE =
  /^(?:我|本人|咱)?(?:作为|身为|是|当)(?:一[名位个])?[^，,:]{0,10}?(?:委员(?!会)|代表|成员|记者|编辑|教师|老师|学生|职工|干部|会计|出纳|审计|居民|市民|村民|人员|研究员|志愿者|纳税人|老百姓)/

/** Names, years and items that the words hold. */
function holds(text: string, reader: Reader): boolean {
  const query = reader.read(text)
  return query.items.length > 0 || query.years.length > 0 || query.relativeYear !== null || (!ROLE.test(text) && found(reader, query))
}

const isPlainTalk = (text: string): boolean => isTalk(text) || ASKING.test(text)
const narrows = (text: string): boolean =>
  isRestricting(text) || (!ROLE.test(text) && ((ITEM_END.test(text) && !isTalk(text)) || organPhrase(text) !== null))

/** 记者提问：…: what stands before the first colon, where it holds nothing that the question could need. */
export function withoutColon(text: string, reader: Reader): { readonly said: readonly string[]; readonly text: string } {
  const [all, head = ''] = /^([^:]{2,40}):(?=[^:]{4,}$)/.exec(text) ?? []
  if (all === undefined || asks(head) || narrows(head) || holds(head, reader)) return { said: [], text }
  const tail = text.slice(all.length)
  return isWhole(tail, isPlainTalk(head), reader) ? { said: [head], text: tail } : { said: [], text }
}

/** The shortest run of segments to the end that is a whole question, where those before it are talk; null where there is none. */
export function withoutLeadIn(segments: readonly Segment[], reader: Reader): LedIn | null {
  for (let from = 1; from < segments.length; from++) {
    const before = segments.slice(0, from)
    if (before.some((one) => one.asks || isRestricting(one.text))) return null
    const talk = before.some(({ text }) => isPlainTalk(text))
    if (!talk && before.some(({ text }) => narrows(text))) continue
    const kept = segments.slice(from)
    const text = kept.map((one) => one.text).join('，')
    if (isWhole(text, talk, reader)) return { said: before.map((one) => one.text), segments: kept }
  }
  return null
}
