import { Decimal } from 'decimal.js'
import type { Figure } from '../../domain/figure.ts'
import { intervalOf, meets } from '../../domain/interval.ts'
import type { Query } from '../query.ts'
import { type Measured, type Missing, onOneScale } from './measured.ts'
import { money } from './parts.ts'
import { factNotes } from './show.ts'
import { originNotes } from './year-figure.ts'

/** What makes figures of several reports hard to compare: said, never passed over. */

const distinct = (values: readonly string[]): string[] => [...new Set(values)]
const MOST_NAMED = 5

export const sideName = ({ view, year }: Measured): string => `${view.department.name}${year}年度`

/** Different years, places in the reports, units, merged or renamed bodies. */
export function guards(all: readonly Measured[]): string[] {
  const years = distinct(all.map(({ year }) => `${year}`))
  const departments = distinct(all.map(({ view }) => view.department.name))
  const scopes = distinct(all.filter(({ origin }) => origin === 'own').map(({ scope }) => scope))
  const units = distinct(all.map(({ figure }) => figure.unit))
  const words = distinct(all.map((one) => one.words))
  return [
    ...(years.length > 1 && departments.length > 1 ? [`年度不同（${years.join('、')}），不宜直接比较。`] : []),
    ...(words.length > 1 ? [`所指的项目不完全相同：${words.join('、')}。`] : []),
    ...(scopes.length > 1 ? [`出处不同（${scopes.join('、')}），口径可能不同。`] : []),
    ...(units.length > 1 ? [`报告的单位不同（${units.join('、')}），比较时已换算，数字照报告原样列出。`] : []),
    ...renamed(all),
    ...originNotes(all),
  ]
}

/** A body that calls itself otherwise from one year to the next may have been merged or reorganised. */
function renamed(all: readonly Measured[]): string[] {
  return distinct(all.map(({ view }) => view.department.name)).flatMap((department) => {
    const names = distinct(
      all.filter(({ view }) => view.department.name === department).map(({ view }) => view.stored.meta.department.replace(/\s/g, '')),
    )
    return names.length > 1 ? [`${department}各年的名称不同（${names.join('、')}），机构可能有过更名或合并，口径可能有变。`] : []
  })
}

/** Contradictions, rounding, missing forms of every report that is shown; of several reports each note names its own. */
export function measuredNotes(all: readonly Measured[]): string[] {
  const several = distinct(all.map(({ view }) => `${view.stored.id}`)).length > 1
  return distinct(
    all.flatMap(({ view, facts, shown }) => {
      const report = `${view.department.name}${view.stored.meta.fiscalYear}年度`
      return factNotes(view, facts, shown).map((note) => {
        if (!several) return note
        return note.includes('这份报告') ? note.replace('这份报告', `${report}的报告`) : note.replace(/^(※?)/, `$1${report}：`)
      })
    }),
  )
}

/** Those without a figure, each with its reason; many of one reason as a number. */
export function missingNotes(missing: readonly Missing[], left = '没有列入'): string[] {
  const reasons = new Map<string, string[]>()
  for (const { department, why } of missing) reasons.set(why, [...(reasons.get(why) ?? []), department])
  return [...reasons].map(([why, all]) => {
    const names = distinct(all)
    const rest = names.length > MOST_NAMED ? `等${names.length}个部门` : ''
    const named = `${names.slice(0, MOST_NAMED).join('、')}${rest}`
    const report = /^没有(\d{4}年度的决算报告.*)$/.exec(why)?.[1]
    return report === undefined ? `${left}：${named}（${why}）。` : `没有${named}${report}，${left}。`
  })
}

/** 五个部门, where there are six: said, never changed in silence. The first count is the whole group. */
export function groupNotes(group: Query['group'], counts: readonly number[], where = '收录的有'): string[] {
  const [all = 0] = counts
  return group === null || group.count === null || counts.includes(group.count)
    ? []
    : [`您说的是${group.count}个，${where}${all}个，按${all}个回答。`]
}

const intervalOnOneScale = (figure: Figure) => {
  const { low, high } = intervalOf(figure)
  return { low: onOneScale(low, figure.unit), high: onOneScale(high, figure.unit) }
}

/** Two printed figures that differ, but not by more than their rounding: which is larger the reports do not tell. */
export const withinRounding = (a: Measured, b: Measured): boolean =>
  !a.exact.eq(b.exact) && a.facts.length === 1 && b.facts.length === 1 && meets(intervalOnOneScale(a.figure), intervalOnOneScale(b.figure))

export const absolute = (figure: Figure): string =>
  money({ ...figure, text: new Decimal(figure.text).isNegative() ? figure.text.slice(1) : figure.text })
