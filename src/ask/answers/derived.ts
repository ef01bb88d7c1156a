import { completion, difference, growth, times } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import { claimKey, type Fact } from '../../domain/fact.ts'
import { intervalOf, meets } from '../../domain/interval.ts'
import { claimsAbout, type Looked, look, standingWith } from '../figures/lookup.ts'
import { phaseOf } from '../figures/phase.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { averageAnswer } from './averages.ts'
import { built, cannot } from './built.ts'
import { changeAnswer } from './changes.ts'
import { nothing } from './compositions.ts'
import { contextOf } from './context.ts'
import { evaluatedBeside } from './evaluated-beside.ts'
import { BUDGETED } from './measured.ts'
import { answerOf, computedFigure, money, printedFigure, scopeWords, whose } from './parts.ts'
import { shareAnswer } from './shares.ts'
import { factNotes, show } from './show.ts'

/** Answers that compute: completion, difference, share, change, per head. Always from printed figures, never from rounded ones. */

const MEASURES_TOLD = { completion: ['completion', 'rate'], difference: ['change'] } as const

/** A rate or a difference that the report prints itself. */
function printedAgainstBudget(view: ReportView, query: Query, looked: Looked): Fact | undefined {
  const wanted: readonly string[] = query.operation === 'completion' ? MEASURES_TOLD.completion : MEASURES_TOLD.difference
  const claims = claimsAbout(view, looked.subject, ['completion', 'rate', 'change']).filter(
    ({ measure, versus }) => wanted.includes(measure) && (measure !== 'change' || versus === 'budget'),
  )
  const named = looked.facts[0]?.row
  return (
    claims.map((claim) => view.facts.get(claimKey(claim))).find((fact) => fact !== undefined) ??
    (query.operation === 'completion' && looked.subject.startsWith('project:')
      ? [...view.facts.values()].find(({ row, column }) => row.name === named?.name && row.parent === named.parent && column === 'rate')
      : undefined)
  )
}

/** 决算数, 预算数; of a self-evaluation 执行数, 全年预算数. */
const columnWords = (view: ReportView, fact: Fact): string => {
  const phase = phaseOf(view, fact)
  return phase === '决算' ? '决算数' : phase === '年初预算' ? '预算数' : phase
}

function againstBudget(view: ReportView, query: Query, looked: Looked): Answer {
  const budget = look(view, looked.subject, 'budget').facts[0] ?? looked.facts.find(({ column }) => column === 'budget')
  const spent = looked.facts.filter(({ column }) => column !== 'budget')
  const final = standingWith(spent.length > 0 ? spent : looked.facts, budget)
  const told = printedAgainstBudget(view, query, looked)
  if (budget === undefined && told !== undefined && final !== undefined) return toldAgainstBudget(view, query, looked, final, told)
  const general = BUDGETED[looked.subject]
  if (budget === undefined && general !== undefined) {
    const answer = againstBudget(view, query, look(view, general))
    if (answer.status === 'answered')
      return { ...answer, notes: ['报告没有列全部支出的预算数，这是一般公共预算财政拨款支出的。', ...answer.notes] }
  }
  if (final === undefined) return nothing(view, query, looked)
  if (budget === undefined)
    return cannot(
      view,
      query,
      `“${looked.words}”：报告没有列预算数，算不出与预算的比较；决算 ${show(view, looked.words, final, query).amount}。`,
    )
  const from = [
    { words: `${looked.words}${columnWords(view, final)}`, fact: final },
    { words: `${looked.words}${columnWords(view, budget)}`, fact: budget },
  ]
  if (query.operation === 'difference') {
    const apart = difference(final.figure, budget.figure)
    if (apart === null) return nothing(view, query, looked)
    const word = apart.value.isZero() ? '决算与预算相同，相差' : apart.value.isNegative() ? '决算比预算少' : '决算比预算多'
    const rate = apart.value.isZero() ? null : growth(final.figure, budget.figure)
    const percent = rate === null ? '' : `（${money(rate.figure).replace('-', '')}）`
    const answer = built(
      view,
      query,
      `${looked.words}决算减预算`,
      `${looked.words}：${word} ${money(apart.figure).replace('-', '')}${percent}`,
      apart,
      from,
      difference,
    )
    if (rate === null) return answer
    const [first, ...others] = answer.figures
    const how = computedFigure(view, `${looked.words}决算比预算增减幅度`, rate, [final, budget])
    return {
      ...answer,
      lines: [...answer.lines, `幅度：${rate.derivation}`],
      figures: [...(first === undefined ? [] : [first]), how, ...others],
    }
  }
  if (query.joined === 'times') {
    const ratio = times(final.figure, budget.figure)
    if (ratio !== null)
      return built(view, query, `${looked.words}决算÷预算`, `${looked.words}：决算是年初预算的 ${money(ratio.figure)}`, ratio, from, times)
  }
  const done = completion(final.figure, budget.figure)
  if (done === null) return withoutBase(view, query, looked, { final, budget, told })
  const apart =
    told !== undefined &&
    (!meets(intervalOf(told.figure), intervalOf(done.figure)) ||
      (told.figure.decimals === done.figure.decimals && told.figure.text !== done.figure.text))
  const also = apart && told !== undefined ? `〔报告印为 ${money(told.figure)}〕` : ''
  // A self-evaluation has 全年预算数 and 执行数, no 年初预算.
  const evaluated = phaseOf(view, budget) === '全年预算数'
  const how = evaluated ? '执行数占全年预算数' : '完成年初预算'
  const answer = built(view, query, `${looked.words}${how}`, `${looked.words}：${how} ${money(done.figure)}${also}`, done, from, completion)
  return apart && told !== undefined
    ? { ...answer, figures: [...answer.figures, printedFigure(view, `${looked.words}完成率（报告所印）`, told)] }
    : answer
}

/** A budget of zero has no rate; one that the report prints all the same is said. */
function withoutBase(
  view: ReportView,
  query: Query,
  looked: Looked,
  { final, budget, told }: { readonly final: Fact; readonly budget: Fact; readonly told: Fact | undefined },
): Answer {
  const printed = told === undefined ? '' : `（报告印为 ${money(told.figure)}）`
  const { amount } = show(view, looked.words, final, query)
  return cannot(view, query, `${looked.words}：预算为 ${money(budget.figure)}，没有完成率可言${printed}；决算 ${amount}。`)
}

/** No budget is printed, but what came of it is. */
function toldAgainstBudget(view: ReportView, query: Query, looked: Looked, final: Fact, told: Fact): Answer {
  const shown = [show(view, looked.words, told, { unit: null }), show(view, looked.words, final, query)]
  const claim = view.report.claims.find((one) => claimKey(one) === told.key)
  const way = query.operation === 'completion' ? '完成年初预算' : claim?.direction === 'up' ? '决算比年初预算多' : '决算比年初预算少'
  return answerOf(
    'answered',
    `${whose(view)}${looked.words}：${way} ${shown[0]?.amount ?? ''}（报告自述）；决算 ${shown[1]?.amount ?? ''}。`,
    {
      figures: shown.flatMap(({ figures }) => figures),
      notes: ['报告没有列预算数，不能重算。', ...factNotes(view, [told, final], shown)],
      context: contextOf(view, query),
    },
  )
}

function budgetAnswer(view: ReportView, query: Query, looked: Looked): Answer {
  const asked = look(view, looked.subject, 'budget')
  const [fact] = asked.facts
  const general = BUDGETED[looked.subject]
  if (fact === undefined && general !== undefined) {
    const answer = budgetAnswer(view, query, look(view, general))
    if (answer.status === 'answered')
      return { ...answer, notes: ['报告没有列全部支出的预算数，这是一般公共预算财政拨款支出的。', ...answer.notes] }
  }
  if (fact === undefined) return cannot(view, query, `“${looked.words}”没有列预算数。`)
  const shown = show(view, `${looked.words}预算数`, fact, query)
  const { lines, figures } = evaluatedBeside(view, looked, fact, 'budget')
  return answerOf('answered', `${whose(view)}${looked.words}：${phaseOf(view, fact)} ${shown.amount}（${scopeWords(fact.form)}）。`, {
    lines,
    figures: [...shown.figures, ...figures],
    notes: factNotes(view, [fact], [shown]),
    context: contextOf(view, query),
  })
}

/** Runs the operation of a query on one item. */
export function derivedAnswer(view: ReportView, query: Query, looked: Looked, whole: Looked | null = null): Answer {
  switch (query.operation) {
    case 'budget':
      return budgetAnswer(view, query, looked)
    case 'completion':
    case 'difference':
      return againstBudget(view, query, looked)
    case 'share':
      return shareAnswer(view, query, looked, whole)
    case 'change':
      return changeAnswer(view, query, looked)
    case 'perHead':
      return averageAnswer(view, query, looked)
    case 'value':
      return nothing(view, query, looked)
  }
}
