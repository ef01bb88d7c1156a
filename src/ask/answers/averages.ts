import { type Derived, perHead, spread } from '../../compute/derive.ts'
import type { Answer } from '../../domain/answer.ts'
import { convert, type Figure, isMoneyUnit } from '../../domain/figure.ts'
import { type Looked, look } from '../figures/lookup.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { built, cannot } from './built.ts'
import { nothing } from './compositions.ts'
import { perWords } from './measured.ts'
import { money } from './parts.ts'
import { show } from './show.ts'

/** Averages over people, vehicles, guests, or over the parts of the year. */

const DAYS_IN_LEAP_YEAR = 366
const daysOf = (year: number): number => (new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? DAYS_IN_LEAP_YEAR : DAYS_IN_LEAP_YEAR - 1)

/** How many months or days an average is taken over; null for things that the report counts. */
export const partsOfYear = (per: string, year: number): number | null => (per === 'months' ? 12 : per === 'days' ? daysOf(year) : null)

export function averageAnswer(view: ReportView, query: Query, looked: Looked): Answer {
  const [fact] = looked.facts
  if (fact === undefined) return nothing(view, query, looked)
  const parts = partsOfYear(query.per, view.stored.meta.fiscalYear)
  if (parts !== null) return overTime(view, query, looked, parts)
  const counted = look(view, query.per)
  const [people] = counted.facts
  const staff = query.per === 'staff.active'
  const what = staff ? '在职人数' : `“${counted.words}”的数量`
  if (people === undefined)
    return cannot(
      view,
      query,
      `“${looked.words}”：报告没有写${what}，算不出${perWords(query.per)}；总数 ${show(view, looked.words, fact, query).amount}。`,
    )
  const each = among(fact.figure, people.figure)
  if (each === null) return cannot(view, query, `“${looked.words}”：${what}为0，没有${perWords(query.per)}可言。`)
  const from = [
    { words: looked.words, fact },
    { words: counted.words, fact: people },
  ]
  const over = staff ? `按在职人员 ${money(people.figure)}，平均每人` : `按${counted.words} ${money(people.figure)}，${perWords(query.per)}`
  return built(view, query, `${perWords(query.per)}${looked.words}`, `${looked.words}：${over} ${money(each.figure)}`, each, from, among)
}

const LEAST = 0.1
/** An average is often too small for the unit of its amount: 72.92元 says more than 0.01万元. */
function among(amount: Figure, count: Figure): Derived | null {
  const each = perHead(amount, count)
  const small = each !== null && isMoneyUnit(amount.unit) && !each.value.isZero() && each.value.abs().lt(LEAST)
  return small ? perHead(convert(amount, '元'), count) : each
}

function overTime(view: ReportView, query: Query, looked: Looked, parts: number): Answer {
  const [fact] = looked.facts
  if (fact === undefined) return nothing(view, query, looked)
  const again = (amount: Figure) => spread(amount, parts)
  const derived = again(fact.figure)
  const over = `${perWords(query.per)}（全年除以${parts}）`
  return built(
    view,
    query,
    `${perWords(query.per)}${looked.words}`,
    `${looked.words}：${over} ${money(derived.figure)}`,
    derived,
    [{ words: looked.words, fact }],
    again,
  )
}
