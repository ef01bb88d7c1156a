import type { Answer, Table } from '../../domain/answer.ts'
import { claimKey, type Fact } from '../../domain/fact.ts'
import { decimalOf, isMoneyUnit } from '../../domain/figure.ts'
import { choose, exactly } from '../figures/choose.ts'
import { evaluatedOf } from '../figures/evaluated.ts'
import { type Looked, look, standingWith } from '../figures/lookup.ts'
import { phaseOf } from '../figures/phase.ts'
import { projectsOf } from '../figures/projects.ts'
import { partsOf } from '../figures/relatives.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Item, Query } from '../query.ts'
import { rowsChart } from './charts.ts'
import { nothing } from './compositions.ts'
import { contextOf } from './context.ts'
import { derivedAnswer } from './derived.ts'
import { evaluatedBeside } from './evaluated-beside.ts'
import { joinedItems, sumAnswer } from './joined-items.ts'
import { answerOf, money, scopeWords, whose } from './parts.ts'
import { echo } from './resolve.ts'
import { sharesAnswer } from './shares.ts'
import { factNotes, type Shown, show } from './show.ts'

const MOST_ROWS = 12
/** 应急保障用车几辆: the words behind a name ask how many. */
const COUNTED = /(有)?(几|多少)(辆|台|人次|人|个|批次|批|名)?$/
/** A table longer than this leaves out the zeros. */
const MANY_ROWS = 6
const isZero = (fact: Fact): boolean => decimalOf(fact.figure).isZero()
const COLUMN_ITEMS: Record<string, string> = { 'expenditure.basic': 'basic', 'expenditure.project': 'project' }

/** 基本支出 or 项目支出 beside a code is a column of its row, not an item of its own. */
function columnOf(items: readonly Item[]): { items: readonly Item[]; column: string | null } {
  const codes = items.filter((item) => item.subjects.some((subject) => subject.startsWith('code:')))
  const column = items.map((item) => COLUMN_ITEMS[item.subjects[0] ?? '']).find((found) => found !== undefined)
  return codes.length === 1 && column !== undefined && items.length === 2 ? { items: codes, column } : { items, column: null }
}

const COLUMN_PHRASE: Record<string, string> = { basic: '中的基本支出', project: '中的项目支出' }

/** One item, the usual question: final, budget where there is one, and the parts. */
function valueAnswer(view: ReportView, query: Query, looked: Looked, others: readonly Looked[], column: string | null, item: Item): Answer {
  const [fact] = looked.facts
  if (fact === undefined) return nothing(view, query, looked)
  const words = `${looked.words}${column === null ? '' : (COLUMN_PHRASE[column] ?? '')}`
  const amount = isMoneyUnit(fact.figure.unit)
  const budgetFact = column === null && amount ? budgetBeside(view, looked, fact) : undefined
  const sameScope = budgetFact === undefined || budgetFact.form === fact.form
  const onlyBudget = fact.column === 'budget'
  const main = show(view, `${words}${amount ? (onlyBudget ? '预算数' : '决算数') : ''}`, fact, query)
  const budget = budgetFact === undefined ? null : show(view, `${words}预算数`, budgetFact, query)
  const phases = amount
    ? [
        `${phaseOf(view, fact)} ${main.amount}` + (sameScope ? '' : `（${scopeWords(fact.form)}）`),
        ...(budget === null
          ? []
          : [
              `${phaseOf(view, budgetFact ?? fact)} ${budget.amount}` +
                (sameScope ? '' : `（${scopeWords(budgetFact?.form ?? fact.form)}）`),
            ]),
      ]
    : [main.amount]
  const below = column === null ? detail(view, query, looked, fact) : { table: null, facts: [], shown: [], left: [], parts: [] }
  const alike = amount ? namesakes(view, looked, fact) : []
  const besides = alike.map((one) => show(view, one.row.name, one, query))
  const also = alike.map((one, i) => `；另有${one.row.name} ${besides[i]?.amount ?? ''}`).join('')
  const elsewhere = evaluatedBeside(view, looked, fact, onlyBudget ? 'budget' : 'execution')
  const shown: Shown[] = [main, ...(budget === null ? [] : [budget]), ...besides, ...below.shown]
  const facts = [fact, ...(budgetFact === undefined ? [] : [budgetFact]), ...alike, ...below.facts]
  return answerOf('answered', `${whose(view)}${words}：${phases.join('，')}${also}${sameScope ? `（${scopeWords(fact.form)}）` : ''}。`, {
    lines: [...elsewhere.lines, ...below.left],
    table: below.table,
    figures: [...shown.flatMap(({ figures }) => figures), ...elsewhere.figures],
    notes: [
      ...understoodNotes(item, looked, others),
      ...projectNotes(view, item, looked),
      ...elsewhereNotes(view, looked),
      ...factNotes(view, facts, shown, [looked]),
    ],
    context: contextOf(view, query),
    ...(budgetFact === undefined
      ? rowsChart(
          view,
          'composition',
          `${whose(view)}${words}的构成`,
          scopeWords(fact.form),
          below.parts.map((part) => ({ words: part.words, facts: [part.fact] })),
        )
      : rowsChart(view, 'budgetFinal', `${whose(view)}${words}`, scopeWords(fact.form), [{ words, facts: [budgetFact, fact] }])),
  })
}

/** The budget that stands with a figure: of a project, in the same place; else what the report prints for the subject. */
function budgetBeside(view: ReportView, { subject, facts }: Looked, fact: Fact): Fact | undefined {
  if (fact.column === 'budget') return undefined
  const own = [...facts, ...look(view, subject, 'budget').facts].filter(({ column }) => column === 'budget')
  return standingWith(own, fact)
}

const MOST_NAMESAKES = 4

/** Other amounts of the text whose names end with the report's own name that was asked for: 捐款 beside 参加爱心捐款. Said, never passed over. */
function namesakes(view: ReportView, { subject, words }: Looked, { column, key }: Fact): Fact[] {
  if (!subject.startsWith('project:')) return []
  const years = new Map(view.report.claims.map((claim) => [claimKey(claim), claim.year]))
  const own = (fact: Fact): boolean => (years.get(fact.key) ?? view.stored.meta.fiscalYear) === view.stored.meta.fiscalYear
  const all = [...view.facts.values()].filter(
    (fact) =>
      fact.form === 'narrative' &&
      fact.key !== key &&
      fact.column === column &&
      isMoneyUnit(fact.figure.unit) &&
      own(fact) &&
      fact.row.name !== words &&
      fact.row.name.endsWith(words),
  )
  return all.filter((fact, i) => i === all.findIndex(({ row }) => row.name === fact.row.name)).slice(0, MOST_NAMESAKES)
}

const MOST_NAMED = 3
/** 乡村振兴 as a 款, where the report has projects called so too: named with their amounts. */
function projectNotes(view: ReportView, item: Item, { subject, words }: Looked): string[] {
  if (!/^code:|^economic:/.test(subject) || item.words.length < 2 || /^\d/.test(item.words) || words.startsWith(item.words)) return []
  const named = projectsOf(view).flatMap(({ name, facts }) => {
    const [fact] = facts.execution.length > 0 ? facts.execution : facts.budget
    return name.includes(item.words) && fact !== undefined ? [`${name} ${money(fact.figure)}（${scopeWords(fact.form)}）`] : []
  })
  return named.length === 0 ? [] : [`名字里有“${item.words}”的项目还有：${named.slice(0, MOST_NAMED).join('；')}。`]
}

/** What an everyday word was taken to mean, and what else it could have meant. */
function understoodNotes(item: Item, looked: Looked, others: readonly Looked[]): string[] {
  if (others.length === 0) return []
  const also = others
    .slice(0, 2)
    .flatMap(({ words, facts }) => facts.slice(0, 1).map((fact) => `${words} ${money(fact.figure)}（${scopeWords(fact.form)}）`))
  if (item.words === '') return []
  const meant = looked.words.startsWith(item.words) ? '' : `“${item.words}”按“${looked.words}”理解；`
  return [`${meant}相近的还有：${also.join('；')}。`]
}

/** The explanations give the same thing another figure that no check has weighed: said, never chosen in silence. */
function elsewhereNotes(view: ReportView, { facts }: Looked): string[] {
  const [first] = facts
  if (first === undefined || first.form !== 'narrative') return []
  const other = facts.find(
    (fact) =>
      fact.form === 'narrative' &&
      fact.column === first.column &&
      fact.figure.unit === first.figure.unit &&
      Number(fact.figure.text) !== Number(first.figure.text),
  )
  const contested =
    other !== undefined && view.findings.some((finding) => finding.touches.includes(first.key) && finding.verdict === 'inconsistent')
  return other === undefined || contested
    ? []
    : [`说明另一处（${other.section ?? ''}）就“${other.row.name}”写的是 ${money(other.figure)}，范围可能不同。`]
}

interface Detail {
  readonly table: Table | null
  readonly facts: readonly Fact[]
  readonly shown: readonly Shown[]
  /** What the table leaves out. */
  readonly left: readonly string[]
  /** The items below this one, without its columns. */
  readonly parts: readonly { readonly words: string; readonly fact: Fact; readonly mark: string }[]
}

/** The parts of an item as a table; for a code its basic and project columns as well. */
function detail(view: ReportView, query: Query, looked: Looked, fact: Fact): Detail {
  const columns = looked.subject.startsWith('code:')
    ? Object.entries(COLUMN_PHRASE).map(([column, words]) => ({
        words: words.slice(2),
        looked: look(view, looked.subject, 'final', column),
      }))
    : []
  const parts = partsOf(view, looked.subject).map((subject) => look(view, subject))
  const all = [...columns, ...parts.map((part) => ({ words: part.words, looked: part }))]
    .flatMap((row) =>
      row.looked.facts.slice(0, 1).map((one) => ({ words: row.words, fact: one, ...show(view, row.words, one, { unit: query.unit }) })),
    )
    .filter((row) => row.fact.key !== fact.key)
  const telling = all.length > MANY_ROWS ? all.filter((row) => !isZero(row.fact)) : all
  const rows = telling.slice(0, MOST_ROWS)
  if (rows.length === 0) return { table: null, facts: [], shown: [], left: [], parts: [] }
  return {
    table: { head: ['其中', '数额'], rows: rows.map(({ words, mark, amount }) => [words + mark, amount]) },
    facts: rows.map((row) => row.fact),
    shown: rows,
    parts: rows.filter(({ words }) => !columns.some((column) => column.words === words)),
    left: [
      ...(all.length > telling.length ? [`其余${all.length - telling.length}项印为0。`] : []),
      ...(telling.length > rows.length ? [`另有${telling.length - rows.length}项没有列出。`] : []),
    ],
  }
}

const OPERATION_NAMES: Partial<Record<Query['operation'], string>> = {
  completion: '完成率',
  budget: '预算数',
  share: '占比',
  change: '比上年',
  perHead: '人均',
}

function severalAnswer(view: ReportView, query: Query, item: Item, all: readonly Looked[]): Answer {
  const same =
    all.length > 1
      ? `有${all.length}项都叫“${echo(item.words)}”，请选一项：`
      : `的报告里没有正好叫“${echo(item.words)}”的一项。您要问的是不是：`
  return answerOf('ambiguous', `${whose(view)}${same}`, {
    // What is done with it goes along, so that the choice alone answers.
    choices: all.slice(0, MOST_ROWS).map((looked) => looked.words + (OPERATION_NAMES[query.operation] ?? '')),
    context: { ...contextOf(view, query), measure: null },
  })
}

function unknownItem(view: ReportView, query: Query, words: string): Answer {
  return answerOf('not-found', `${whose(view)}的报告里没有找到“${echo(words)}”这一项。`, {
    lines: ['可以问：三公、接待、公车、出国、工资、办公费、人员经费、公用经费、机关运行经费、采购，或科目的代码、名称。'],
    context: { ...contextOf(view, query), measure: null },
  })
}

function oneItem(view: ReportView, query: Query, item: Item, column: string | null): Answer {
  const chosen = choose(view, item, column)
  if (chosen.kind === 'several') return severalAnswer(view, query, item, chosen.looked)
  if (chosen.kind === 'sum') return sumAnswer(view, query, chosen.parts, item)
  if (chosen.kind === 'none') return chosen.looked === null ? unknownItem(view, query, item.words) : nothing(view, query, chosen.looked)
  const { looked, note } = inForm(view, chosen.looked, query)
  const answer =
    query.operation === 'value' ? valueAnswer(view, query, looked, chosen.others, column, item) : derivedAnswer(view, query, looked)
  return note === null ? answer : { ...answer, notes: [note, ...answer.notes] }
}

/** 自评表里的基本支出: the figures of that form first; where it has none, that is said. */
function inForm(view: ReportView, looked: Looked, { form }: Query): { readonly looked: Looked; readonly note: string | null } {
  if (form === null) return { looked, note: null }
  const evaluated =
    form === 'selfEvaluation' ? [...evaluatedOf(view, looked.subject, 'execution'), ...evaluatedOf(view, looked.subject, 'budget')] : []
  const own = [...looked.facts.filter((fact) => fact.form === form), ...evaluated]
  const others = looked.facts.filter((fact) => !own.includes(fact))
  const note = own.length > 0 ? null : `《${scopeWords(form)}》里没有读到“${looked.words}”，下面的数取自别处。`
  return { looked: { ...looked, facts: [...own, ...others] }, note }
}

/** An item that no list knows: by its whole phrase, then without the common words around it. */
function unlisted(view: ReportView, query: Query): Answer {
  const byPhrase = oneItem(view, query, { words: query.phrase, subjects: [], different: false }, null)
  const byRest =
    byPhrase.status === 'not-found' && query.rest !== query.phrase
      ? oneItem(view, query, { words: query.rest, subjects: [], different: false }, null)
      : byPhrase
  return byRest.status === 'not-found' ? unknownItem(view, query, query.odd || query.phrase) : byRest
}

/** Several items in one question: each as it would be answered alone, all of them in the first line. */
function manyItems(view: ReportView, query: Query, items: readonly Item[]): Answer {
  const each = items.map((item) => ({ item, answer: oneItem(view, query, item, null) }))
  const answered = each.filter(({ answer }) => answer.status === 'answered')
  const [first] = each
  if (first === undefined || answered.length === 0) return first?.answer ?? unknownItem(view, query, query.odd)
  const bare = (headline: string): string => headline.replace(whose(view), '').replace(/。$/, '')
  return answerOf('answered', `${whose(view)}${answered.map(({ answer }) => bare(answer.headline)).join('；')}。`, {
    lines: each.filter(({ answer }) => answer.status !== 'answered').map(({ answer }) => answer.headline),
    figures: answered.flatMap(({ answer }) => answer.figures),
    notes: [...new Set(each.flatMap(({ answer }) => answer.notes))],
    context: contextOf(view, query),
  })
}

/** Answers a question about items of one report. */
export function itemAnswer(view: ReportView, query: Query): Answer {
  const { items, column } = columnOf(query.items)
  const [only, second] = items
  const phrases = [query.phrase, query.rest, query.phrase.replace(COUNTED, '')].filter(
    (phrase) => phrase.length > 2 && phrase !== only?.words && phrase !== query.whole?.words,
  )
  const own = exactly(view, phrases)
  // The conversation goes on with the report's own name, not with the verb that stood beside it.
  if (own !== null) {
    const item = { words: own.words, subjects: [], different: false }
    const named: Query = { ...query, topic: 'item', items: [item] }
    return query.operation === 'value' ? valueAnswer(view, named, own, [], null, item) : derivedAnswer(view, named, own)
  }
  if (only === undefined) return unlisted(view, query)
  if (query.operation === 'share') {
    const shares = sharesAnswer(view, query, items)
    if (shares !== null) return shares
    const unclear = [...items, ...(query.whole === null ? [] : [query.whole])].find((item) => choose(view, item).kind !== 'one')
    if (unclear !== undefined && (second !== undefined || query.whole !== null))
      return oneItem(view, { ...query, operation: 'value' }, unclear, null)
  }
  if (items.length > 1) return joinedItems(view, query, items) ?? manyItems(view, query, items)
  return oneItem(view, query, only, column)
}
