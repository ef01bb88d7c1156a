import { difference } from '../../compute/derive.ts'
import type { Answer, AnswerFigure } from '../../domain/answer.ts'
import { convert, type Figure, isMoneyUnit } from '../../domain/figure.ts'
import { THREE_PUBLIC_ROWS } from '../../domain/form.ts'
import { intervalOf, meets } from '../../domain/interval.ts'
import { threePublicSubject } from '../../domain/subject.ts'
import { look } from '../figures/lookup.ts'
import { openReport, type ReportView } from '../figures/report-view.ts'
import { type Asking, budgetsOf } from '../knowledge.ts'
import type { Query } from '../query.ts'
import { contextOf } from './context.ts'
import { answerOf, money, printedFigure, whose } from './parts.ts'

/** Answers that rest on a published budget, and final accounts held against it. A planned amount never passes for a spent one. */

export const isBudget = (view: ReportView): boolean => view.stored.meta.kind === 'budget'

/** 决算 as a phase or in the title of a form; in a name (竣工决算审计) it stays. */
const planned = (text: string): string => text.replace(/(?:年初预算|决算)(?=\s*-?\d|数|（|总表|明细表|表|情况说明)/g, '预算')
const SCOPE = /决算(?:总|明细)?表$|^决算情况说明$/
const plannedFigure = (figure: AnswerFigure): AnswerFigure => ({ ...figure, what: planned(figure.what) })

/** A budget has one amount an item: the column that a final account keeps for its 年初预算 stays out. */
function oneColumn({ head, rows }: NonNullable<Answer['table']>): NonNullable<Answer['table']> {
  const at = head.findIndex((words) => /^预算数/.test(words))
  const both = at >= 0 && head.some((words) => /^决算数/.test(words))
  const kept = (cells: readonly string[]): string[] => cells.filter((_, i) => !both || i !== at)
  return { head: kept(head).map(planned), rows: rows.map((cells) => kept(cells).map((cell) => (SCOPE.test(cell) ? planned(cell) : cell))) }
}

/** What was worded as of an account, in the words of the budget it comes from. */
export function inBudgetWords(answer: Answer): Answer {
  return {
    ...answer,
    headline: planned(answer.headline),
    lines: answer.lines.map(planned),
    table: answer.table && oneColumn(answer.table),
    figures: answer.figures.map(plannedFigure),
    notes: ['这是部门预算里安排的数，不是决算数。', ...answer.notes.map(planned)],
  }
}

const AGAINST_FINAL: readonly Query['operation'][] = ['completion', 'difference']

/** 完成率 and the like need both phases: a budget alone cannot tell. */
export const needsFinal = (view: ReportView, query: Query): Answer | null =>
  AGAINST_FINAL.includes(query.operation)
    ? answerOf('not-found', `${whose(view)}：没有收录这一年的决算，算不出预算完成情况。`, { context: contextOf(view, query) })
    : null

const subjectsOf = (query: Query): readonly string[] =>
  query.topic === 'threePublic'
    ? THREE_PUBLIC_ROWS.map(threePublicSubject)
    : query.topic === 'expenditure'
      ? ['expenditure.total', 'generalBudget.expenditure']
      : query.topic === 'revenue'
        ? ['revenue.total']
        : query.items.flatMap(({ subjects }) => subjects.slice(0, 1))

/** Do two printed amounts agree, each to the digits it was printed with? */
const agree = (a: Figure, b: Figure): boolean => meets(intervalOf(convert(a, '元')), intervalOf(convert(b, '元')))

/** Without the noughts that only the change of unit brought. */
const plain = ({ text, unit }: Figure, decimals: number): string =>
  `${text.replace(new RegExp(`(\\.\\d{${Math.max(0, decimals)}}\\d*?)0+$`), '$1').replace(/\.$/, '')}${unit}`

interface Pair {
  readonly words: string
  readonly same: boolean
  readonly told: string
  readonly figure: AnswerFigure
}

function pairOf(view: ReportView, budget: ReportView, subject: string): Pair | null {
  const opening = look(view, subject, 'budget').facts[0]
  const { words, facts } = look(budget, subject)
  const [own] = facts
  if (opening === undefined || own === undefined || !isMoneyUnit(opening.figure.unit) || !isMoneyUnit(own.figure.unit)) return null
  const apart = difference(opening.figure, own.figure)
  const { unit, decimals } = opening.figure
  const by = apart === null ? '' : `，相差 ${plain({ ...apart.figure, text: apart.figure.text.replace('-', '') }, decimals)}`
  const same = own.figure.unit === unit || !isMoneyUnit(unit) ? '' : `（合${plain(convert(own.figure, unit), decimals)}）`
  return {
    words,
    same: agree(opening.figure, own.figure),
    told: `${words}决算公开写年初预算 ${money(opening.figure)}，部门预算写 ${money(own.figure)}${same}${by}`,
    figure: printedFigure(budget, `${words}部门预算数`, own),
  }
}

/** Holds the opening budget that a final account prints against the budget that was published, where both are known. */
export async function withPublishedBudget(answer: Answer, view: ReportView, query: Query, asking: Asking): Promise<Answer> {
  if (answer.status !== 'answered' || isBudget(view) || subjectsOf(query).length === 0) return answer
  const stored = (await budgetsOf(asking.store, view.department.id)).find(({ meta }) => meta.fiscalYear === view.stored.meta.fiscalYear)
  const budget = stored === undefined ? null : await openReport(asking.store, view.department, stored)
  if (budget === null) return answer
  const pairs = subjectsOf(query)
    .map((subject) => pairOf(view, budget, subject))
    .filter((pair) => pair !== null)
  const differing = pairs.filter(({ same }) => !same)
  const year = view.stored.meta.fiscalYear
  const note =
    pairs.length === 0
      ? null
      : differing.length === 0
        ? `年初预算与公开的${year}年部门预算一致（${pairs.map(({ words }) => words).join('、')}）。`
        : `年初预算与公开的${year}年部门预算不一致：${differing.map(({ told }) => told).join('；')}。`
  return note === null
    ? answer
    : { ...answer, figures: [...answer.figures, ...pairs.map(({ figure }) => figure)], notes: [...answer.notes, note] }
}
