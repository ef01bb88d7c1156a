import { difference } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import { choose } from '../figures/choose.ts'
import type { ReportView } from '../figures/report-view.ts'
import { measureOf } from '../follow-up.ts'
import type { Asking } from '../knowledge.ts'
import type { Item, Query } from '../query.ts'
import { answerOf, computedFigure, money, scopeWords } from './parts.ts'
import { resolve } from './resolve.ts'
import { factNotes, type Shown, show } from './show.ts'

/** Several departments or years beside each other: what they have, what is missing, and where the scopes differ. */

const TOPIC_ITEMS: Partial<Record<Query['topic'], Item>> = {
  threePublic: { words: '三公', subjects: ['threePublic.total'], different: false },
  expenditure: { words: '支出', subjects: ['expenditure.total'], different: false },
  revenue: { words: '收入', subjects: ['revenue.total'], different: false },
  item: { words: '支出', subjects: ['expenditure.total'], different: false },
}

interface Side {
  readonly view: ReportView
  readonly words: string
  readonly fact: Fact
  readonly shown: Shown
}

const nameOf = ({ view }: Side): string => `${view.department.name}${view.stored.meta.fiscalYear}年度`

/** One side of the comparison, or the line that says why it is missing. */
async function sideOf(
  query: Query,
  asking: Asking,
  department: string | undefined,
  year: number | undefined,
  item: Item,
): Promise<Side | Answer> {
  const resolved = await resolve({ ...query, years: year === undefined ? [] : [year] }, asking, department)
  if (resolved.kind === 'answer') return resolved.answer
  const chosen = choose(resolved.view, item)
  const [fact] = chosen.kind === 'one' ? chosen.looked.facts : []
  if (chosen.kind !== 'one' || fact === undefined)
    return answerOf('not-found', `${resolved.view.department.name}${resolved.view.stored.meta.fiscalYear}年度没有“${item.words}”的数字。`)
  const { words } = chosen.looked
  return { view: resolved.view, words, fact, shown: show(resolved.view, words, fact, query) }
}

/** What makes the sides hard to compare. */
function guards(sides: readonly Side[]): string[] {
  const distinct = (values: readonly string[]) => [...new Set(values)]
  const years = distinct(sides.map(({ view }) => `${view.stored.meta.fiscalYear}`))
  const scopes = distinct(sides.map(({ fact }) => scopeWords(fact.form)))
  const departments = distinct(sides.map(({ view }) => view.department.name))
  return [
    ...(years.length > 1 && departments.length > 1 ? [`年度不同（${years.join('、')}），不宜直接比较。`] : []),
    ...(scopes.length > 1 ? [`出处不同（${scopes.join('、')}），口径可能不同。`] : []),
  ]
}

/** Is this a question about several departments or years? */
export const isComparison = (query: Query): boolean =>
  ['item', 'threePublic', 'expenditure', 'revenue'].includes(query.topic) &&
  query.items.length <= 1 &&
  (query.departments.length > 1 || (query.years.length > 1 && query.operation === 'value'))

/** Sets the sides beside each other, in the order of the question. */
export async function compareAnswer(query: Query, asking: Asking): Promise<Answer> {
  const item = query.items[0] ?? TOPIC_ITEMS[query.topic]
  const departments = query.departments.length > 0 ? query.departments : [undefined]
  const years = query.years.length > 0 ? query.years : [undefined]
  if (item === undefined) return answerOf('refused', '没看懂要比较什么。')
  const found = await Promise.all(departments.flatMap((department) => years.map((year) => sideOf(query, asking, department, year, item))))
  const sides = found.filter((side): side is Side => 'view' in side)
  const missing = found.filter((side): side is Answer => 'status' in side)
  const [first, second] = sides
  if (first === undefined) return missing[0] ?? answerOf('not-found', '没有找到可以比较的报告。')
  const apart = second === undefined || sides.length > 2 ? null : difference(first.fact.figure, second.fact.figure)
  const tail = apart === null ? '' : `；相差 ${money(apart.figure).replace('-', '')}`
  return answerOf('answered', `${first.words}决算：${sides.map((side) => `${nameOf(side)} ${side.shown.amount}`).join('；')}${tail}。`, {
    table: {
      head: ['部门与年度', '决算数', '出处'],
      rows: sides.map((side) => [nameOf(side) + side.shown.mark, money(side.fact.figure), scopeWords(side.fact.form)]),
    },
    figures: [
      ...sides.flatMap(({ shown }) => shown.figures),
      ...(apart === null || second === undefined
        ? []
        : [computedFigure(first.view, `${first.words}相差`, apart, [first.fact, second.fact])]),
    ],
    notes: [
      ...missing.map(({ headline }) => headline),
      ...guards(sides),
      ...sides.flatMap(({ view, fact, shown }) => factNotes(view, [fact], [shown])),
    ],
    context: { departments: [first.view.department.name], years: [first.view.stored.meta.fiscalYear], measure: measureOf(query) },
  })
}
