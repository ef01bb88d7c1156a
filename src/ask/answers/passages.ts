import type { Answer } from '../../domain/answer.ts'
import type { Passage, StoredReport } from '../../store/interface.ts'
import type { Asking } from '../knowledge.ts'
import { accountsOf } from '../knowledge.ts'
import type { PassageAsked, Query } from '../query.ts'
import { answerOf } from './parts.ts'
import { quoted, short, TEXTLESS } from './quote.ts'
import { echo, pickDepartment } from './resolve.ts'
import { termAnswer } from './terms.ts'

/** 职能, 重点工作, 名词解释, and the search in the reports' own text. */

interface Kind {
  /** What to search for, and which headings hold it. */
  readonly search: readonly string[]
  readonly section: RegExp
  readonly words: string
}

const KINDS: Readonly<Record<Exclude<PassageAsked, 'search'>, Kind>> = {
  duties: { search: ['主要职能', '主要职责', '职责', '职能'], section: /职能|职责/, words: '职能' },
  work: { search: ['重点工作', '工作完成情况', '主要工作'], section: /重点工作|工作完成|工作情况|主要工作/, words: '重点工作' },
  glossary: { search: ['名词解释', '专业名词', '名词'], section: /名词|专业术语/, words: '名词解释' },
}
const MOST_SHOWN = 5
const MOST_FOUND = 40

const byPlace = (a: Passage, b: Passage): number => (a.page ?? 0) - (b.page ?? 0) || (a.line ?? 0) - (b.line ?? 0)

interface Where {
  readonly departmentId?: number
  readonly fiscalYear?: number
}

async function find(asking: Asking, words: readonly string[], where: Where): Promise<Passage[]> {
  for (const word of words.flatMap((one) => [one, ...splits(one)])) {
    const found = await asking.store.passages(word, { ...where, limit: MOST_FOUND })
    if (found.length > 0) return [...found]
  }
  return []
}

/** 公务接待批次 may stand as 公务接待……批次: the words in two, each to occur. */
const splits = (word: string): string[] =>
  word.length < 4 || word.length > 16 || word.includes(' ')
    ? []
    : Array.from({ length: word.length - 3 }, (_, i) => `${word.slice(0, i + 2)} ${word.slice(i + 2)}`).reverse()

/** The passages of a kind; a glossary's entry for a term where one is named. */
async function ofKind(asking: Asking, kind: Kind, term: string, where: Where): Promise<Passage[]> {
  if (term !== '') {
    const found = await find(asking, [term], where)
    // An entry names its term and goes on with a colon or 指, under whatever heading it stands.
    const opening = new RegExp(`^[（(一二三四五六七八九十\\d）)、．. ]*${escaped(plain(term))}(经费|支出|收入|费)?[：:是]?指?`)
    const entry = found.filter(({ text }) => opening.test(plain(text)) && /[：:]|指/.test(plain(text).slice(0, term.length + 16)))
    return entry.length > 0 ? entry.slice(0, 1) : found.filter(({ section }) => kind.section.test(section)).sort(byPlace)
  }
  const all: Passage[] = []
  for (const word of kind.search) all.push(...(await asking.store.passages(word, { ...where, limit: MOST_FOUND })))
  const inside = all.filter(({ section }) => kind.section.test(section))
  return inside.filter((one, i) => inside.findIndex((other) => other.text === one.text && other.line === one.line) === i).sort(byPlace)
}

const plain = (text: string): string => text.replace(/[“”"\s]/g, '')
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The term asked for: what is left of the question, or the words of the item it was read as. */
const termOf = (query: Query): string =>
  (query.items.map(({ words }) => words).join('') || query.phrase || query.rest).replace(/^(主要|其|它)?的?/, '')

async function reportOf(query: Query, asking: Asking): Promise<{ readonly report: StoredReport; readonly name: string } | Answer | null> {
  if (query.departments.length === 0) return null
  const found = await pickDepartment(query.departments[0], query, asking)
  if ('status' in found) return found
  const accounts = await accountsOf(asking.store, found.department.id)
  const said = query.years[0]
  const report =
    said === undefined
      ? accounts[0]
      : (accounts.find(({ meta }) => meta.fiscalYear === said) ?? (query.yearsKept ? accounts[0] : undefined))
  if (report === undefined)
    return answerOf('not-found', `没有${found.department.name}${said === undefined ? '' : `${said}年度`}的决算报告。`, {
      choices: accounts.map(({ meta }) => String(meta.fiscalYear)),
    })
  return { report, name: found.department.name }
}

export async function passagesAnswer(query: Query, asking: Asking): Promise<Answer> {
  const asked = query.passage ?? 'search'
  const about = await reportOf(query, asking)
  if (about !== null && 'status' in about) return about
  if (about === null && asked !== 'glossary' && asked !== 'search') return askWhose(query, asking)
  const term = asked === 'duties' || asked === 'work' ? '' : termOf(query)
  const name = about === null ? '' : `${about.name}${about.report.meta.fiscalYear}年度`
  const context = about === null ? null : { departments: [about.name], years: [about.report.meta.fiscalYear], measure: null }
  const what = asked === 'search' ? `“${echo(term)}”` : term === '' ? KINDS[asked].words : `“${echo(term)}”的解释`
  const plainTerm = (note: string | null) =>
    asked === 'glossary' && term !== '' ? (termAnswer(query.phrase, asking, note) ?? termAnswer(term, asking, note)) : null
  if (about !== null && !about.report.hasText) {
    const known = plainTerm(TEXTLESS)
    if (known !== null) return { ...known, context }
  }
  if (about !== null && !about.report.hasText) return answerOf('not-found', `${name}${what}：${TEXTLESS}`, { context })
  if (asked === 'search' && term.length < 2)
    return answerOf('refused', '要搜什么？请写上要在原文里找的词，例如“搜 公务接待批次”。', { context })
  const where: Where = about === null ? {} : { departmentId: about.report.departmentId, fiscalYear: about.report.meta.fiscalYear }
  const all = asked === 'search' ? await find(asking, [term], where) : await ofKind(asking, KINDS[asked], term, where)
  // A year's budget and final account both have texts: only the report that is named speaks.
  const found = about === null ? all : all.filter(({ reportId }) => reportId === about.report.id)
  const [first, ...more] = found.slice(0, MOST_SHOWN)
  if (first === undefined) return plainTerm(null) ?? answerOf('not-found', nothingFound(name, what, about === null), { context })
  const names = new Map(asking.index.entries.map(({ department }) => [department.id, department.name]))
  const whose = (passage: Passage) => (about === null ? `${names.get(passage.departmentId) ?? ''}${passage.fiscalYear}年度：` : '')
  return answerOf('answered', `${name}${what}，报告原文：${whose(first)}${quoted(short(first.text), first)}。`, {
    lines: [
      ...more.map((passage) => `${whose(passage)}${quoted(short(passage.text), passage)}。`),
      ...(found.length > MOST_SHOWN ? [`另有${found.length - MOST_SHOWN}处没有列出。`] : []),
    ],
    notes: ['以上是报告的原话。'],
    context,
  })
}

const nothingFound = (name: string, what: string, everywhere: boolean): string =>
  everywhere ? `已收录的原文里没有找到${what}（只有从原文件收录的报告才有原文）。` : `${name}的报告原文里没有找到${what}。`

async function askWhose(query: Query, asking: Asking): Promise<Answer> {
  const found = await pickDepartment(undefined, query, asking)
  return 'status' in found ? found : passagesAnswer({ ...query, departments: [found.department.name] }, asking)
}
