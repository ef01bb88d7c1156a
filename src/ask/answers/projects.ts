import { completion } from '../../compute/derive.ts'
import type { Answer, AnswerFigure } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import { decimalOf } from '../../domain/figure.ts'
import { comparable, type Project, type ProjectColumn, projectsOf } from '../figures/projects.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { contextOf } from './context.ts'
import { answerOf, computedFigure, money, scopeWords, whose } from './parts.ts'
import { factNotes, type Shown, show } from './show.ts'

/** The projects of one report: all of them, or the one with the most or least of something. */

const MOST_ROWS = 12
const WORDS: Readonly<Record<ProjectColumn, string>> = { budget: '预算数', execution: '执行数', rate: '执行率', score: '得分' }

/** Other figures that the report prints for the same thing of the same project. */
const others = (facts: readonly Fact[]): Fact[] =>
  facts.filter((fact, i) => i > 0 && facts.findIndex((one) => decimalOf(one.figure).eq(decimalOf(fact.figure))) === i)

interface Row {
  readonly project: Project
  readonly fact: Fact
  readonly column: ProjectColumn
}

const amountOf = (project: Project): Row | null => {
  const column = project.facts.execution.length > 0 ? 'execution' : 'budget'
  const [fact] = project.facts[column]
  return fact === undefined ? null : { project, fact, column }
}

function rowBy(project: Project, by: 'score' | 'rate' | 'amount'): Row | null {
  if (by === 'amount') return amountOf(project)
  const [fact] = project.facts[by]
  return fact === undefined || (by === 'rate' && !/^[%倍]$/.test(fact.figure.unit)) ? null : { project, fact, column: by }
}

interface Cell {
  readonly words: string
  readonly shown: readonly Shown[]
  readonly facts: readonly Fact[]
}

/** One column of one project: what is printed, and what stands elsewhere for it. */
function cell(view: ReportView, { name, facts }: Project, column: ProjectColumn): Cell | null {
  const [first] = facts[column]
  if (first === undefined) return null
  const all = [first, ...others(facts[column])]
  const shown = all.map((fact) => show(view, `${name}${WORDS[column]}`, fact, { unit: null }))
  return { words: all.map(({ figure }) => money(figure)).join('／') + (shown[0]?.mark ?? ''), shown, facts: all }
}

/** A rate that the report prints, held against its own figures. */
function recomputed(view: ReportView, project: Project): AnswerFigure[] {
  const [budget, execution] = [project.facts.budget[0], project.facts.execution[0]]
  const derived = budget === undefined || execution === undefined ? null : completion(execution.figure, budget.figure)
  return derived === null || budget === undefined || execution === undefined
    ? []
    : [computedFigure(view, `${project.name}执行数÷预算数`, derived, [execution, budget])]
}

/** Which projects there are, or which one comes first; null where the report names none. */
export function projectsAnswer(view: ReportView, query: Query): Answer | null {
  const asked = query.projects
  const all = projectsOf(view)
  if (asked === null || all.length === 0) return null
  const rows = asked.by === null ? [] : all.flatMap((project) => rowBy(project, asked.by ?? 'amount') ?? [])
  const context = { ...contextOf(view, { ...query, items: [], topic: 'item' }), measure: null }
  if (asked.by !== null && rows.length === 0)
    return answerOf(
      'not-found',
      `${whose(view)}的报告没有写各个项目的${asked.by === 'score' ? '总分' : asked.by === 'rate' ? '执行率' : '金额'}。`,
      {
        lines: [`列出的项目有：${all.map(({ name }) => name).join('、')}。`],
        context,
      },
    )
  const sign = asked.order === 'largest' ? -1 : 1
  const ordered = [...rows].sort((a, b) => sign * comparable(a.fact).comparedTo(comparable(b.fact)))
  const listed = (asked.by === null ? all : ordered.map(({ project }) => project)).slice(0, MOST_ROWS)
  const table = listed.map((project) => ({
    project,
    cells: (['budget', 'execution', 'rate', 'score'] as const).map((column) => cell(view, project, column)),
  }))
  const shown = table.flatMap(({ cells }) => cells.flatMap((one) => one?.shown ?? []))
  const facts = table.flatMap(({ cells }) => cells.flatMap((one) => one?.facts ?? []))
  const scope = [...new Set(facts.map(({ form }) => scopeWords(form)))].join('、')
  return answerOf('answered', `${headOf(view, asked.order, ordered, all)}（${scope}）。`, {
    lines: [
      ...(all.length > listed.length && asked.by === null ? [`另有${all.length - listed.length}个没有列出。`] : []),
      ...(asked.by !== null && rows.length < all.length ? [`没有写这一项、没有参加比较的项目有${all.length - rows.length}个。`] : []),
    ],
    table: {
      head: ['项目', '预算数与执行数', '执行率与得分'],
      rows: table.map(({ project, cells: [budget, execution, rate, score] }) => [
        project.name,
        [budget, execution].flatMap((one) => one?.words ?? []).join('，') || '—',
        [rate, score].flatMap((one) => one?.words ?? []).join('，') || '—',
      ]),
    },
    figures: [
      ...leading(view, ordered),
      ...shown.flatMap(({ figures }) => figures),
      ...(asked.by === 'rate' ? listed.flatMap((project) => recomputed(view, project)) : []),
    ],
    notes: [
      ...(facts.some((fact) => others(all.flatMap((project) => project.facts[columnOf(fact)])).length > 0) && table.some(hasOthers)
        ? ['带“／”的是报告在不同地方印的不同的数。']
        : []),
      ...factNotes(view, facts, shown),
    ],
    context,
  })
}

const columnOf = ({ column }: Fact): ProjectColumn =>
  column === 'budget' || column === 'rate' || column === 'score' ? column : 'execution'
const hasOthers = ({ cells }: { readonly cells: readonly (Cell | null)[] }): boolean => cells.some((one) => (one?.facts.length ?? 0) > 1)

const leading = (view: ReportView, [first]: readonly Row[]): readonly AnswerFigure[] =>
  first === undefined ? [] : show(view, `${first.project.name}${WORDS[first.column]}`, first.fact, { unit: null }).figures

function headOf(view: ReportView, order: 'largest' | 'smallest', ordered: readonly Row[], all: readonly Project[]): string {
  const [first] = ordered
  if (first === undefined)
    return `${whose(view)}报告里列出的项目有${all.length}个：${all
      .map(({ name }) => name)
      .slice(0, MOST_ROWS)
      .join('、')}`
  const tied = ordered.filter(({ fact }) => comparable(fact).eq(comparable(first.fact)))
  const amount = show(view, first.project.name, first.fact, { unit: null }).amount
  const also = others(first.project.facts[first.column])
    .map(({ figure }) => `〔另一处印 ${money(figure)}〕`)
    .join('')
  return `${whose(view)}${WORDS[first.column]}最${order === 'largest' ? '高' : '低'}的项目是${tied
    .map(({ project }) => project.name)
    .join('、')}：${amount}${also}${tied.length > 1 ? '（并列）' : ''}；有这个数的项目共${ordered.length}个`
}
