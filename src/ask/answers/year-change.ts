import { type Derived, difference, growth, impliedPrior } from '../../compute/derive.ts'
import { claimKey, type Fact } from '../../domain/fact.ts'
import { decimalOf } from '../../domain/figure.ts'
import type { Claim } from '../../domain/report.ts'
import type { Department } from '../../store/interface.ts'
import { choose } from '../figures/choose.ts'
import { claimsAbout, type Looked, look, moveOf } from '../figures/lookup.ts'
import { openReport, type ReportView } from '../figures/report-view.ts'
import { type Asking, accountsOf, budgetsOf } from '../knowledge.ts'
import type { Item, Query } from '../query.ts'
import { isBudget } from './budget-report.ts'
import { kindOf, type Measured, type Missing, onOneScale } from './measured.ts'
import { computedFigure, money, scopeWords } from './parts.ts'
import { show } from './show.ts'
import { widerThan } from './year-figure.ts'

/** How much an item moved against the year before, ready to be ranked: between two reports, else by what this year's report tells. */

interface Before {
  readonly view: ReportView
  readonly fact: Fact
  readonly words: string
}

async function yearBefore(view: ReportView, looked: Looked, asking: Asking): Promise<Before | null> {
  const stored = (await (isBudget(view) ? budgetsOf : accountsOf)(asking.store, view.department.id)).find(
    ({ meta }) => meta.fiscalYear === view.stored.meta.fiscalYear - 1,
  )
  const before = stored === undefined ? null : await openReport(asking.store, view.department, stored)
  if (before === null) return null
  const { facts, words } = look(before, looked.subject)
  const fact = facts.find(({ form }) => form === looked.facts[0]?.form) ?? facts[0]
  return fact === undefined ? null : { view: before, fact, words }
}

const signed = (value: Derived): string => `${value.value.isPositive() && !value.value.isZero() ? '+' : ''}${money(value.figure)}`

function measuredChange(
  view: ReportView,
  looked: Looked,
  query: Query,
  apart: Derived,
  rate: Derived | null,
  from: readonly Fact[],
  shown: Measured['shown'],
  more: Pick<Measured, 'origin' | 'scope'>,
): Measured | null {
  const derived = query.asRate ? rate : apart
  if (derived === null) return null
  const words = `${looked.words}比上年增减${query.asRate ? '幅度' : ''}`
  const beside = query.asRate ? signed(apart) : rate === null ? '' : signed(rate)
  return {
    view,
    year: view.stored.meta.fiscalYear,
    words,
    subject: looked.subject,
    figure: derived.figure,
    exact: onOneScale(derived.value, derived.figure.unit),
    kind: kindOf(derived.figure.unit),
    facts: from,
    amount: `${signed(derived)}${beside === '' ? '' : `（${beside}）`}`,
    mark: shown.some(({ mark }) => mark !== '') ? '※' : '',
    shown,
    figures: [
      computedFigure(view, words, derived, from),
      ...(query.asRate
        ? [computedFigure(view, `${looked.words}比上年增减`, apart, from)]
        : rate === null
          ? []
          : [computedFigure(view, `${looked.words}比上年增减幅度`, rate, from)]),
      ...shown.flatMap(({ figures }) => figures),
    ],
    ...more,
  }
}

/** Which way a stated change went; 持平 is a change of nothing. */
const wayOf = (claim: Claim): 'up' | 'down' | null =>
  moveOf(claim) ?? (claim.direction === 'level' && decimalOf(claim.figure).isZero() ? 'up' : null)

/** No change is stated, but the figure of the year before is. */
function byPrior(view: ReportView, looked: Looked, query: Query, now: Fact): Measured | null {
  const claim = claimsAbout(view, looked.subject, ['prior'])[0]
  const before = claim === undefined ? undefined : view.facts.get(claimKey(claim))
  const apart = before === undefined ? null : difference(now.figure, before.figure)
  if (before === undefined || apart === null) return null
  const shown = [show(view, looked.words, now, { unit: null }), show(view, `上年${looked.words}`, before, { unit: null })]
  const scope = `${view.stored.meta.fiscalYear}年度报告所述`
  return measuredChange(view, looked, query, apart, growth(now.figure, before.figure), [now, before], shown, { origin: 'own', scope })
}

/** The change as this year's report tells it; the year before is implied by it, and marked. */
function told(view: ReportView, looked: Looked, query: Query): Measured | null {
  const claim = claimsAbout(view, looked.subject, ['change']).find((one) => one.versus !== 'budget' && wayOf(one) !== null)
  const fact = claim === undefined ? undefined : view.facts.get(claimKey(claim))
  const now = looked.facts.find(({ form }) => form === 'narrative') ?? looked.facts[0]
  if (now !== undefined && (claim === undefined || fact === undefined)) return byPrior(view, looked, query, now)
  if (claim === undefined || fact === undefined || now === undefined) return null
  const prior = impliedPrior(now.figure, claim.figure, wayOf(claim) ?? 'up')
  const apart = prior === null ? null : difference(now.figure, prior.figure)
  if (prior === null || apart === null) return null
  const shown = [show(view, looked.words, now, { unit: null }), show(view, `${looked.words}增减额`, fact, { unit: null })]
  return measuredChange(view, looked, query, apart, growth(now.figure, prior.figure), [now, fact], shown, {
    origin: 'implied',
    scope: `由${view.stored.meta.fiscalYear}年度报告推算`,
  })
}

/** The change of one report's item against the year before. */
export async function measureChange(view: ReportView, item: Item, query: Query, asking: Asking): Promise<Measured | Missing> {
  const missing = (why: string): Missing => ({ department: view.department.name, year: view.stored.meta.fiscalYear, why })
  const chosen = choose(view, item)
  const [now] = chosen.kind === 'one' ? chosen.looked.facts : []
  if (chosen.kind !== 'one' || now === undefined) return missing(`报告中没有“${item.words}”的数字`)
  const { looked } = chosen
  const before = await yearBefore(view, looked, asking)
  if (before === null) {
    const wider = widerThan(looked.subject).map((subject) => look(view, subject))
    const found = [looked, ...wider].map((one) => told(view, one, query)).find((one) => one !== null)
    return found ?? missing('没有上年的报告，本年报告也没有说增减多少')
  }
  const apart = difference(now.figure, before.fact.figure)
  if (apart === null) return missing('两年的单位不同，不能相减')
  const rate = growth(now.figure, before.fact.figure)
  if (query.asRate && rate === null) return missing(`上年为 ${money(before.fact.figure)}，没有增减幅度可言`)
  const shown = [show(view, looked.words, now, { unit: null }), show(before.view, before.words, before.fact, { unit: null })]
  const scope = [...new Set([now, before.fact].map(({ form }) => scopeWords(form)))].join('与')
  return measuredChange(view, looked, query, apart, rate, [now], shown, { origin: 'own', scope }) ?? missing('算不出增减')
}

/** The same for a department and a year. */
export async function changeOfYear(
  asking: Asking,
  query: Query,
  department: Department,
  year: number,
  item: Item,
): Promise<Measured | Missing> {
  const stored = (await accountsOf(asking.store, department.id)).find(({ meta }) => meta.fiscalYear === year)
  const view = stored === undefined ? null : await openReport(asking.store, department, stored)
  return view === null ? { department: department.name, year, why: `没有${year}年度的决算报告` } : measureChange(view, item, query, asking)
}

/** Whether a figure fell or rose at all: 减少最多 asks for no department that grew. */
export const movedAgainst = ({ figure }: Measured, order: 'largest' | 'smallest'): boolean =>
  order === 'largest' ? !decimalOf(figure).isPositive() : decimalOf(figure).isPositive()
