import type { Answer } from '../domain/answer.ts'
import { USED } from './answers/built.ts'
import { money } from './answers/parts.ts'
import { echo } from './answers/resolve.ts'
import { measureOf } from './follow-up.ts'
import type { Query } from './query.ts'
import { readWay } from './way.ts'

/** Several wishes of one message as one reply: none is dropped in silence. */

/** What the next wish leans on: of a ranking the department that came first; where nothing was found, what was asked for. */
export function contextAfter(answer: Answer, query: Query): Answer['context'] {
  const { ranking } = query
  const [first] = answer.figures
  if (answer.context === null) {
    const { departments, years } = query
    return answer.status === 'answered' || departments.length === 0
      ? null
      : { departments, years, measure: query.rest === '' ? measureOf(query) : null }
  }
  if (ranking === null || ranking.place || ranking.everyone === true) return answer.context
  // 哪些超预算了，超了多少: of all that were found.
  if (query.bound !== null) return { ...answer.context, departments: [...(readWay(answer.context.way)?.listed ?? [])] }
  // Of several at the top none is meant more than the others.
  if (first === undefined || answer.headline.includes('（并列）')) return null
  return { departments: [first.department], years: answer.context.years, measure: answer.context.measure }
}

const keysOf = ({ figures }: Answer): string[] =>
  figures.map(({ figure, department, fiscalYear }) => `${department}${fiscalYear}${money(figure)}`)
/** Does one reply hold every figure of another? */
function holds(whole: Answer, part: Answer): boolean {
  const keys = new Set(keysOf(whole))
  return part.figures.length > 0 && keysOf(part).every((key) => keys.has(key))
}

/** The second line need not say again whose report it is. */
function behind(first: Answer, headline: string): string {
  const [figure] = first.figures
  const named = figure === undefined ? '' : `${figure.department}${figure.fiscalYear}年度`
  return named !== '' && first.headline.includes(named) ? headline.replace(new RegExp(`^${named}(的)?`), '') : headline
}

const MOST_ROWS = 8
/** A second table in lines, where it tells more than what was used. */
const rowsOf = ({ table }: Answer): string[] =>
  table === null || table.head[0] === USED || table.rows.length > MOST_ROWS
    ? []
    : table.rows.map(([name = '', ...cells]) => `${name}：${cells.join('，')}`)

/** A question back, without the invitation to choose where the choices are not its own. */
const plainly = (headline: string): string => headline.replace(/(，先不回答)?。?您要问的是不是：$|，?请选一项：$/, '。')

/** The reply to a further wish, beside those before it. */
export function withFurther(first: Answer, words: string, second: Answer, ordered = false): Answer {
  const answered = [first, second].filter(({ status }) => status === 'answered').length
  // 各是多少，哪家最高: the same figures, but who it is was asked.
  if (answered === 2 && holds(first, second))
    return ordered && second.headline !== first.headline ? { ...first, headline: `${first.headline}${second.headline}` } : first
  if (answered === 2 && holds(second, first)) return second
  const notes = [...new Set([...first.notes, ...second.notes])]
  if (second.status !== 'answered')
    return {
      ...first,
      lines: [
        ...first.lines,
        `“${echo(words)}”没有回答：${first.choices.length > 0 ? plainly(behind(first, second.headline)) : behind(first, second.headline)}`,
      ],
      notes,
      choices: first.choices.length > 0 ? first.choices : second.choices,
    }
  if (first.status !== 'answered')
    return {
      ...second,
      lines: [...second.lines, `前面一问没有回答：${first.choices.length > 0 ? first.headline : plainly(first.headline)}`],
      notes,
      choices: first.choices,
      context: second.context ?? first.context,
    }
  return {
    ...first,
    headline: `${first.headline}${behind(first, second.headline)}`,
    lines: [...first.lines, ...second.lines, ...(first.table === null ? [] : rowsOf(second))],
    table: first.table ?? second.table,
    figures: [...first.figures, ...second.figures],
    notes,
    choices: second.choices,
    context: second.context ?? first.context,
  }
}
