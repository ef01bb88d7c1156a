import type { Answer } from '../../domain/answer.ts'
import type { Department, StoredReport } from '../../store/interface.ts'
import { openReport, type ReportView } from '../figures/report-view.ts'
import { measureOf } from '../follow-up.ts'
import { type Asking, accountsOf, budgetsOf } from '../knowledge.ts'
import { findDepartment } from '../names/find-department.ts'
import { normaliseText } from '../normalise.ts'
import type { Query } from '../query.ts'
import { answerOf } from './parts.ts'

/** The report a question is about, or the reply that says why there is none. */
export type Resolved =
  | { readonly kind: 'view'; readonly view: ReportView; readonly notes: readonly string[] }
  | { readonly kind: 'answer'; readonly answer: Answer }

const MOST_CHOICES = 12
const MOST_ECHOED = 30

const settled = (answer: Answer): Resolved => ({ kind: 'answer', answer })
/** The user's words, short enough to repeat. */
export const echo = (words: string): string => {
  const plain = normaliseText(words)
  return plain.length > MOST_ECHOED ? `${plain.slice(0, MOST_ECHOED)}……` : plain
}

function askBack(headline: string, departments: readonly Department[], query: Query): Answer {
  const choices = departments.slice(0, MOST_CHOICES).map((department) => department.name)
  const more = departments.length > choices.length ? [`还有${departments.length - choices.length}个，请把名字说得更全一些。`] : []
  // What was asked is kept, so that the name alone answers.
  return answerOf('ambiguous', headline, { choices, lines: more, context: keptOf(query) })
}

/** What was asked, also by words that no list knows, for the department that is still to be chosen. */
function keptOf(query: Query): Answer['context'] {
  const unlisted =
    query.rest === '' || query.topic !== 'item' ? null : JSON.stringify([{ words: query.phrase, subjects: [], different: false }])
  return { departments: [], years: query.years, measure: measureOf(query) ?? unlisted }
}

interface Picked {
  readonly department: Department
  readonly notes: readonly string[]
}

const picked = (department: Department, ...notes: string[]): Picked => ({ department, notes })

/** Pinyin is typed on purpose; any other name that had to be mended is said. */
function mended(words: string, department: Department, by: string): Picked {
  const plain = by === 'name' || by === 'characters' || /^[\x00-\x7f]+$/.test(words)
  return plain
    ? picked(department)
    : picked(department, `没有完全叫“${echo(words)}”的部门，按${by === 'sound' ? '读音' : '写法'}最近的“${department.name}”回答。`)
}

/** The one department that words mean, or the reply that asks back or says there is none. */
export async function pickDepartment(words: string | undefined, query: Query, asking: Asking): Promise<Picked | Answer> {
  const all = asking.index.entries.map((entry) => entry.department)
  if (words === undefined) {
    const [only] = all
    if (all.length === 1 && only !== undefined) return picked(only)
    return all.length === 0 ? answerOf('not-found', '还没有收录任何部门的报告。') : askBack('请说明是哪个部门：', all, query)
  }
  const found = findDepartment(asking.index, words)
  if (found.kind === 'one') return mended(words, found.department, found.by)
  if (found.kind === 'several') {
    const [only] = found.departments
    if (found.departments.length === 1 && only !== undefined)
      return askBack(`没有完全叫“${echo(words)}”的部门，您要找的是不是：`, [only], query)
    return askBack(`“${echo(words)}”可以指${found.departments.length}个部门，请选一个：`, found.departments, query)
  }
  const near = found.nearest.map((department) => department.name)
  const instead = near.length > 0 ? near : all.slice(0, MOST_CHOICES).map((department) => department.name)
  const hint = near.length > 0 ? '名字相近的有：' : '已收录的有：'
  return answerOf('not-found', `没有找到部门“${echo(words)}”。${instead.length === 0 ? '还没有收录任何报告。' : hint}`, {
    choices: instead,
    context: keptOf(query),
  })
}

/** 2020、2021年度. */
const yearsWords = (years: readonly number[]): string => `${years.join('、')}年度`

/** 上年 counts from the latest report where neither the question nor the conversation names a year; 比2019年 is the year before, or several years ago. */
export async function withYearsSettled(query: Query, asking: Asking): Promise<Query> {
  const { against, years } = query
  const [said] = query.yearsKept && against !== null ? [] : years
  const prior = query.relativeYear === '上年' && said === undefined
  if ((!prior && against === null) || query.departments.length > 1) return query
  if (query.departments.length === 0)
    return against === null || said !== undefined ? query : { ...query, years: [against + 1], against: null }
  const found = await pickDepartment(query.departments[0], query, asking)
  const [latest] = 'status' in found ? [] : await accountsOf(asking.store, found.department.id)
  if (latest === undefined) return query
  const last = latest.meta.fiscalYear
  if (prior) return { ...query, years: [last - 1] }
  const to = said ?? last
  if (against === null || to === against + 1) return { ...query, years: [to], yearsKept: false, against: null }
  return { ...query, operation: 'value', years: [against, to], yearsKept: false, against: null }
}

/** Finds the department and the year of a question; a choice made for the user is a note. */
export async function resolve(query: Query, asking: Asking, words: string | undefined = query.departments[0]): Promise<Resolved> {
  const found = await pickDepartment(words, query, asking)
  if ('status' in found) return settled(found)
  const { department } = found
  const accounts = await accountsOf(asking.store, department.id)
  const years = accounts.map((account) => account.meta.fiscalYear)
  const [wanted] = query.years
  const exact = accounts.find((account) => account.meta.fiscalYear === wanted)
  // 怎么算的 shows the very answer before, also of a year that only the next report tells of.
  const account = wanted === undefined || (query.yearsKept && query.show === null) ? (exact ?? accounts[0]) : exact
  const chosen = account ?? (await budgetFor(wanted, accounts, department, asking))
  if (chosen === undefined) {
    const said = query.relativeYear !== null && wanted !== undefined ? `${query.relativeYear}（${wanted}年度）` : `${wanted}年度`
    const none = years.length === 0
    return settled(
      answerOf(
        'not-found',
        none ? `没有${department.name}的决算报告。` : `没有${department.name}${said}的决算报告，已收录的有：${yearsWords(years)}。`,
        {
          choices: years.map(String),
          context: { departments: [department.name], years: years.slice(0, 1), measure: null },
        },
      ),
    )
  }
  const view = await openReport(asking.store, department, chosen)
  if (view === null) return settled(answerOf('not-found', `${department.name}${chosen.meta.fiscalYear}年度的报告打不开，请重新收录。`))
  if (chosen.meta.kind === 'budget')
    return {
      kind: 'view',
      view,
      notes: [...found.notes, `没有收录${department.name}${chosen.meta.fiscalYear}年度的决算，按这一年的部门预算回答。`],
    }
  return { kind: 'view', view, notes: [...found.notes, ...yearNotes(wanted, chosen.meta.fiscalYear, years)] }
}

/** Where the year asked for has no final account, or the department has none at all: its budget, which the reply then names. */
async function budgetFor(
  wanted: number | undefined,
  accounts: readonly StoredReport[],
  department: Department,
  asking: Asking,
): Promise<StoredReport | undefined> {
  if (wanted === undefined && accounts.length > 0) return undefined
  const budgets = await budgetsOf(asking.store, department.id)
  return wanted === undefined ? budgets[0] : budgets.find(({ meta }) => meta.fiscalYear === wanted)
}

/** No year was said: which one was taken, and which others there are. */
function yearNotes(wanted: number | undefined, taken: number, years: readonly number[]): string[] {
  if (wanted === taken) return []
  if (wanted !== undefined) return [`没有收录${wanted}年度，按${taken}年度回答。`]
  const others = years.filter((year) => year !== taken)
  return [others.length === 0 ? `没有说年度，只收录了${taken}年度。` : `没有说年度，按最近的${taken}年度回答；另有${yearsWords(others)}。`]
}
