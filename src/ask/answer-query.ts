import type { Answer, AnswerContext } from '../domain/answer.ts'
import { inBudgetWords, isBudget, needsFinal, withPublishedBudget } from './answers/budget-report.ts'
import { changeBetween } from './answers/changes.ts'
import { asksFigures, compareAnswer, isComparison } from './answers/compare.ts'
import { expenditureAnswer, overviewAnswer, revenueAnswer, threePublicAnswer } from './answers/compositions.ts'
import { foundAnswer } from './answers/found.ts'
import { heldAgainst } from './answers/held-against.ts'
import { itemAnswer } from './answers/item.ts'
import { mistakesAnswer } from './answers/mistakes.ts'
import { departmentsAnswer, helpAnswer, outsideAnswer, unclearAnswer, wholeReportAnswer } from './answers/others.ts'
import { answerOf } from './answers/parts.ts'
import { passagesAnswer } from './answers/passages.ts'
import { fromNext } from './answers/prior-year.ts'
import { projectsAnswer } from './answers/projects.ts'
import { isRanking, rankingAnswer } from './answers/ranking.ts'
import { echo, resolve, withYearsSettled } from './answers/resolve.ts'
import { asksScores, scoresAnswer } from './answers/scores.ts'
import { showWork } from './answers/show-work.ts'
import { isTrend, trendAnswer } from './answers/trend.ts'
import { isTrends, trendsAnswer } from './answers/trends.ts'
import { nobodySpokenOf, whichAnswer } from './answers/which.ts'
import { whyAnswer } from './answers/why.ts'
import { contextAfter, withFurther } from './clauses.ts'
import { choose } from './figures/choose.ts'
import { openReport, type ReportView } from './figures/report-view.ts'
import { itemOf, itemsFrom, withContext } from './follow-up.ts'
import { type Asking, accountsOf, budgetsOf } from './knowledge.ts'
import { normaliseName } from './normalise.ts'
import { byOwnName } from './own-name.ts'
import type { Item, Query } from './query.ts'
import { spokenAfter } from './spoken.ts'
import { understand } from './understand.ts'
import { readWay, wayOf } from './way.ts'
import { isVerb } from './words/items.ts'
import { withoutFillers } from './words/leftover.ts'

async function yearBefore(view: ReportView, asking: Asking): Promise<ReportView | null> {
  // Plans are compared with plans, accounts with accounts.
  const accounts = await (isBudget(view) ? budgetsOf : accountsOf)(asking.store, view.department.id)
  const before = accounts.find((account) => account.meta.fiscalYear === view.stored.meta.fiscalYear - 1)
  return before === undefined ? null : openReport(asking.store, view.department, before)
}

/** The report of the year after the one that is missing. */
async function yearAfter(answer: Answer, query: Query, asking: Asking): Promise<ReportView | null> {
  const [wanted] = query.years
  if (answer.status !== 'not-found' || wanted === undefined) return null
  const next = await resolve({ ...query, years: [wanted + 1], yearsKept: false }, asking)
  return next.kind === 'view' ? next.view : null
}

/** A change against a year that the store has is computed from both reports. */
async function changeAnswer(view: ReportView, query: Query, asking: Asking): Promise<Answer | null> {
  const [item] = query.items
  if (query.operation !== 'change' || item === undefined || query.items.length > 1) return null
  const before = await yearBefore(view, asking)
  const chosen = before === null ? null : choose(view, item)
  return before !== null && chosen?.kind === 'one' ? changeBetween(view, before, query, chosen.looked) : null
}

async function about(view: ReportView, query: Query, asking: Asking): Promise<Answer> {
  if (query.topic === 'report') return wholeReportAnswer(view)
  if (query.topic === 'why') return whyAnswer(view, query, asking)
  if (query.topic === 'projects') return projectsAnswer(view, query) ?? noProjects(view, query)
  if (asksScores(query)) return scoresAnswer(view, query)
  if (query.topic === 'threePublic') return threePublicAnswer(view, query)
  if (query.topic === 'expenditure') return expenditureAnswer(view, query)
  if (query.topic === 'revenue') return revenueAnswer(view, query)
  if (query.items.length === 0 && query.rest === '') {
    if (query.operation === 'value') return overviewAnswer(view, query)
    return itemAnswer(view, {
      ...query,
      items: [{ words: '支出', subjects: ['generalBudget.expenditure', 'expenditure.total'], different: false }],
    })
  }
  return (await changeAnswer(view, query, asking)) ?? itemAnswer(view, query)
}

/** No projects are told apart: what is spent on projects at all, by class where the largest was asked for. */
const noProjects = (view: ReportView, query: Query): Answer => {
  const answer = expenditureAnswer(view, { ...query, topic: 'expenditure' })
  return { ...answer, notes: ['报告没有分项目列出，这是全部支出的构成。', ...answer.notes] }
}

/** Answers from a budget say so; a final account's 年初预算 is held against the budget that was published. */
async function phased(view: ReportView, query: Query, asking: Asking): Promise<Answer> {
  if (!isBudget(view)) return withPublishedBudget(await about(view, query, asking), view, query, asking)
  return (
    needsFinal(view, query) ??
    inBudgetWords(await about(view, { ...query, operation: query.operation === 'budget' ? 'value' : query.operation }, asking))
  )
}

/** Topics in which every word of the question must have been understood; the others search for what is left. */
const STRICT: readonly Query['topic'][] = ['item', 'threePublic', 'expenditure', 'revenue']

/** Something in the question was not understood: asked back with what could be meant, never answered as something broader. */
function clearedUp(answer: Answer, query: Query): Answer {
  const { odd } = query
  if (query.rest === '' || !STRICT.includes(query.topic) || answer.status === 'refused') return answer
  const named = query.items.length > 0 || query.topic !== 'item' || query.ranking !== null || query.operation !== 'value'
  // The report's own name for something may hold words that no list knows.
  const said = [query.phrase, ...(query.rest.length > 3 ? [query.rest] : [])].filter((words) => words.length > 2)
  const told = answer.status === 'answered' && said.some((words) => normaliseName(answer.headline).includes(words))
  if (told || (answer.status === 'answered' && !named)) return answer
  const unknown = answer.status === 'not-found' && query.items.length === 0
  // The report's own names were asked back.
  if (answer.status === 'ambiguous' && query.items.length === 0 && answer.choices.length > 0) return answer
  if (answer.status === 'not-found' ? !unknown : !named) return answer
  const choices = [...new Set([...query.instead, ...(unknown || query.plain === '' ? [] : [query.plain])])]
  if (choices.length === 0 && unknown) return answer
  const [first = ''] = unknown ? answer.headline.split('。') : []
  if (choices.length === 0) return answerOf('refused', `没看懂“${echo(odd)}”，怕答非所问，请换个说法，或者只写部门、年度和项目。`)
  return answerOf('ambiguous', `${first === '' ? `没看懂“${echo(odd)}”，先不回答` : first}。您要问的是不是：`, { choices })
}

/** What no list of words knows is looked for among all that this report names. */
function searched(view: ReportView, answer: Answer, query: Query): Answer {
  if (answer.status === 'answered' || withoutFillers(query.rest) === '' || !STRICT.includes(query.topic)) return answer
  return foundAnswer(view, query) ?? answer
}

/** What was asked of the same report before this question. */
function itemsBefore(now: AnswerContext, before: Asking['context']): Item[] {
  const same = String([before?.departments, before?.years]) === String([now.departments, now.years])
  if (before === null || !same || now.departments.length !== 1) return []
  const all = [...(readWay(before.way)?.items ?? []), ...itemsFrom(before.measure ?? '')]
  const said = new Set(itemsFrom(now.measure ?? '').map(({ subjects }) => String(subjects)))
  return all.filter(
    ({ subjects }, i) => !said.has(String(subjects)) && i === all.findIndex((one) => String(one.subjects) === String(subjects)),
  )
}

/** How the question went on beyond a figure is kept for the next one. */
function remembered(answer: Answer, query: Query, before: Asking['context']): Answer {
  if (answer.context === null || answer.context.way !== undefined) return answer
  const spoken = spokenAfter(answer.context, before)
  const items = itemsBefore(answer.context, before)
  const sameAsked =
    before !== null && before.measure === answer.context.measure && String(before.departments) === String(answer.context.departments)
  const yearBefore = sameAsked && String(before.years) !== String(answer.context.years) ? [...before.years] : []
  const whole = (query.inside && before !== null && before.measure !== null ? itemOf(before.measure) : null) ?? null
  if (query.operation === 'value' && spoken.length === 0 && items.length === 0 && whole === null && yearBefore.length === 0) return answer
  return { ...answer, context: { ...answer.context, way: wayOf(query, { spoken, items, whole, yearBefore }) } }
}

/** A slip that was mended is said. */
const mendedSaid = (answer: Answer, { mended }: Query): Answer =>
  mended === null || answer.status === 'refused'
    ? answer
    : { ...answer, headline: `（“${echo(mended.said)}”按“${mended.meant}”理解）${answer.headline}` }

/** What the reply is handed out as, where that was asked for and there is something to hand out. */
function handedOut(answer: Answer, { output }: Query): Answer {
  if (output === 'text' || answer.status !== 'answered') return answer
  if (output === 'picture' && answer.chart === undefined)
    return {
      ...answer,
      notes: ['这里的数不够画成图：图可以画支出或收入的构成、“三公”经费的预算与决算、几年的变化、几个部门的比较或排名。', ...answer.notes],
    }
  return { ...answer, output }
}

/** 加起来 of fewer than two things of one report: one of them alone would be a false answer. */
const addsNothing = ({ joined, items, departments, topic, phrase }: Query): boolean =>
  joined === 'sum' &&
  topic === 'item' &&
  items.length < 2 &&
  !items.some(({ subjects }) => subjects[0]?.includes('+') === true) &&
  departments.length === 1 &&
  !/合计|总计/.test(phrase) &&
  items.every(({ words }) => words !== '')

const asksNothing = ({ departments, items, topic }: Query): boolean => departments.length === 0 && items.length === 0 && topic === 'item'

/** Answers a query about figures, departments or the program itself. Checks are answered by the use case that runs them. */
export async function answerQuery(query: Query, asking: Asking): Promise<Answer> {
  const answer = await inWords(query, asking)
  if (query.show !== null && asksNothing(query)) return unclearAnswer('')
  const given = asidesSaid(
    mendedSaid(handedOut(remembered(showWork(heldAgainst(answer, query), query), query, asking.context), query), query),
    query,
  )
  return query.andThen.length === 0 ? given : further(given, query, asking)
}

/** What was left out of the question is named. */
const asidesSaid = (answer: Answer, { asides }: Query): Answer =>
  asides.length === 0
    ? answer
    : { ...answer, notes: [...answer.notes, `没有用来查数的话：${asides.map((words) => `“${echo(words)}”`).join('、')}。`] }

/** The further wishes of a message, each asked on after the one before it. */
export async function further(given: Answer, query: Query, asking: Asking): Promise<Answer> {
  const [words = '', ...others] = query.andThen
  const context = contextAfter(given, query)
  const left = query.andThen.map((one) => `“${echo(one)}”`).join('、')
  // Asked back for the department: it goes for all wishes.
  if (given.status === 'ambiguous' && (context === null || context.departments.length === 0))
    return { ...given, notes: [`${left}还没有回答，选好后请再问。`, ...given.notes] }
  if (context === null && given.status === 'answered' && query.ranking !== null)
    return { ...given, notes: [`${left}没有回答：最前的不止一个部门，请写上部门再问。`, ...given.notes] }
  const asked = withContext(understand(words, asking.index, asking.now), context)
  const next = { ...asked, andThen: [...asked.andThen, ...others] }
  // What was not understood leaves nothing that 买了几个 could lean on.
  const leans = ['item', 'expenditure'].includes(asked.topic) && asked.items.every(isVerb) && asked.ranking === null && asked.rest === ''
  if (given.status !== 'answered' && leans) return { ...given, notes: [`${left}接着前一问，也没有回答。`, ...given.notes] }
  if (asked.topic === 'check') return { ...given, notes: [`${left}没有回答：核对整份报告请单独问，或用 /check。`, ...given.notes] }
  const second = await answerQuery({ ...next, andThen: [] }, { ...asking, context })
  const both = withFurther(given, words, second, asked.ranking !== null)
  return next.andThen.length === 0
    ? both
    : further(
        both,
        { ...next, ranking: second.status === 'answered' ? next.ranking : null },
        { ...asking, context: second.context ?? context },
      )
}

const MOST_ITEMS = 4

/** 各部门的接待费和公车费: one question for each thing, where several departments are asked of. */
function ofEachItem(query: Query): Query[] {
  const several = isRanking(query) || isTrends(query) || isComparison(query)
  const apart = query.joined === null || query.joined === 'apart'
  const basic = query.items.some(({ subjects: [subject = ''] }) => /^expenditure\.(basic|project)$/.test(subject))
  const coded = query.items.some(({ subjects: [subject = ''] }) => subject.startsWith('code:'))
  if (!several || !apart || query.bound !== null || query.whole !== null || query.items.length > MOST_ITEMS || (basic && coded)) return []
  return query.items.map((item) => ({ ...query, items: [item], topic: 'item', joined: null, andThen: [] }))
}

async function itemByItem(each: readonly Query[], asking: Asking): Promise<Answer> {
  const answers = await Promise.all(each.map((query) => inWords(query, asking)))
  return answers.reduce((so, answer, i) => withFurther(so, each[i]?.items[0]?.words ?? '', answer, true))
}

async function inWords(asked: Query, asking: Asking): Promise<Answer> {
  const query = await withYearsSettled(asked, asking)
  if (query.against !== null && query.years[0] !== query.against + 1)
    return answerOf('refused', `几个部门的增减只能与上一年比，不能与${query.against}年度比，请写明一个部门再问。`)
  if (query.which) return whichAnswer(query)
  if (query.group?.who === 'spoken' && !query.group.soft && query.departments.length < 2 && asksFigures(query)) return nobodySpokenOf(query)
  if (query.topic === 'help') return helpAnswer()
  if (query.topic === 'departments') return departmentsAnswer(query.rest, asking)
  if (query.topic === 'outside') return outsideAnswer()
  if (query.topic === 'courtesy') return answerOf('answered', query.phrase)
  if (query.topic === 'mistakes') return mistakesAnswer(query, asking)
  const nothingSaid = query.departments.length === 0 && query.items.length === 0 && query.topic === 'item'
  const each = ofEachItem(query)
  if (each.length > 1) return itemByItem(each, asking)
  if (isRanking(query)) return clearedUp(await rankingAnswer(query, asking), query)
  if (isTrends(query)) return clearedUp(await trendsAnswer(query, asking), query)
  if (isTrend(query) && !(nothingSaid && query.span === null)) return clearedUp(await trendAnswer(query, asking), query)
  if (nothingSaid && query.operation === 'value') return unclearAnswer(query.odd)
  if (isComparison(query)) return clearedUp(await compareAnswer(query, asking), query)
  if (query.topic === 'why' && query.departments.length === 0 && query.items.length === 0) return unclearAnswer('')
  if (query.topic === 'passage') return passagesAnswer(query, asking)
  if (addsNothing(query)) return answerOf('ambiguous', '要把哪几项加起来？请写出来，如“办公费和电费加起来多少”。')
  const resolved = await resolve(query, asking)
  if (resolved.kind === 'answer' && (query.topic === 'report' || query.topic === 'why')) return resolved.answer
  if (resolved.kind === 'answer') {
    const next = await yearAfter(resolved.answer, query, asking)
    return clearedUp(next === null ? resolved.answer : fromNext(resolved.answer, next, query), query)
  }
  const answer = await ofView(resolved.view, query, asking)
  return { ...answer, notes: [...resolved.notes, ...answer.notes] }
}

/** By the words that are known; what they leave open, or find nothing for, by the report's own names. */
async function ofView(view: ReportView, query: Query, asking: Asking): Promise<Answer> {
  const strict = STRICT.includes(query.topic)
  const before = strict && withoutFillers(query.rest) !== '' ? await named(view, query, asking) : null
  if (before !== null) return before
  const answer = searched(view, clearedUp(await phased(view, query, asking), query), query)
  const empty = strict && answer.status !== 'answered' && query.rest === '' && query.items.length === 1
  return (empty ? await named(view, query, asking) : null) ?? answer
}

/** 深改工作 by the name that the report has for it, which the reply says. */
async function named(view: ReportView, query: Query, asking: Asking): Promise<Answer | null> {
  const own = byOwnName(view, query)
  const answer = own === null ? null : await phased(view, own.query, asking)
  if (own === null || answer === null || answer.status !== 'answered') return null
  const said = mendedSaid(answer, own.query)
  return own.counted ? { ...said, headline: `报告没有写它花了多少钱，写到的是：${said.headline}` } : said
}
