import { impliedPrior } from '../../compute/derive.ts'
import { claimKey } from '../../domain/fact.ts'
import { decimalOf } from '../../domain/figure.ts'
import type { Claim } from '../../domain/report.ts'
import type { Department } from '../../store/interface.ts'
import { choose } from '../figures/choose.ts'
import { claimsAbout, type Looked, look, moveOf } from '../figures/lookup.ts'
import { openReport, type ReportView } from '../figures/report-view.ts'
import { type Asking, accountsOf, budgetsOf } from '../knowledge.ts'
import { normaliseName } from '../normalise.ts'
import type { Item, Query } from '../query.ts'
import { isMeasured, kindOf, type Measured, type Missing, measure, onOneScale } from './measured.ts'
import { computedFigure, money } from './parts.ts'
import { show } from './show.ts'

/** The figure of a department's year: from its own report, else what the next year's report says of it, marked. */

/** 上年 as the next report prints it. */
function stated(next: ReportView, looked: Looked): Measured | null {
  const year = next.stored.meta.fiscalYear - 1
  const claim = claimsAbout(next, looked.subject, ['prior']).find((one) => one.year === null || one.year === year)
  return claim === undefined ? null : priorTold(next, looked, claim)
}

function priorTold(next: ReportView, looked: Looked, claim: Claim): Measured | null {
  const year = next.stored.meta.fiscalYear - 1
  const fact = next.facts.get(claimKey(claim))
  if (fact === undefined) return null
  const shown = show(next, `${year}年度${looked.words}`, fact, { unit: null })
  return {
    view: next,
    year,
    words: looked.words,
    subject: looked.subject,
    figure: fact.figure,
    exact: onOneScale(decimalOf(fact.figure), fact.figure.unit),
    kind: kindOf(fact.figure.unit),
    facts: [fact],
    scope: `${year + 1}年度报告所述`,
    origin: 'stated',
    amount: shown.amount,
    mark: shown.mark,
    shown: [shown],
    figures: shown.figures,
  }
}

/** 上年 as it follows from this year's figure and the stated change; printed nowhere. */
function implied(next: ReportView, looked: Looked): Measured | null {
  const year = next.stored.meta.fiscalYear - 1
  const change = claimsAbout(next, looked.subject, ['change']).find(({ versus }) => versus === 'priorYear')
  const direction = change === undefined ? null : moveOf(change)
  if (change === undefined || direction === null) return null
  const told = next.facts.get(claimKey(change))
  // A change told in the text belongs to the figure told in the text, where there is one.
  const now = looked.facts.find((fact) => fact.form === 'narrative') ?? looked.facts[0]
  if (now === undefined || told === undefined) return null
  const prior = impliedPrior(now.figure, change.figure, direction)
  if (prior === null) return null
  const shown = [
    show(next, `${year + 1}年度${looked.words}`, now, { unit: null }),
    show(next, `${looked.words}增减额`, told, { unit: null }),
  ]
  return {
    view: next,
    year,
    words: looked.words,
    subject: looked.subject,
    figure: prior.figure,
    exact: onOneScale(prior.value, prior.figure.unit),
    kind: kindOf(prior.figure.unit),
    facts: [now, told],
    scope: `由${year + 1}年度报告推算`,
    origin: 'implied',
    amount: money(prior.figure),
    mark: shown.some(({ mark }) => mark !== '') ? '※' : '',
    shown,
    figures: [
      { ...computedFigure(next, `${looked.words}（推算，不是报告印出的数）`, prior, [now, told]), fiscalYear: year },
      ...shown.flatMap(({ figures }) => figures),
    ],
  }
}

/** The department's own 决算数 of the year before, printed under its name: preferred to one that only follows from a change. */
function printedWhole(next: ReportView, looked: Looked): Measured | null {
  const year = next.stored.meta.fiscalYear - 1
  const name = normaliseName(next.department.name)
  const whole = (item: string) => item.length > 5 && name.endsWith(normaliseName(item).replace(/^(中共|中国共产党)/, ''))
  const claims = next.report.claims.filter((claim) => claim.measure === 'prior' && claim.year === year && whole(claim.item))
  const figures = new Set(claims.map(({ figure }) => `${figure.text}${figure.unit}`))
  const [claim] = claims
  return looked.subject !== 'expenditure.total' || claim === undefined || figures.size !== 1 ? null : priorTold(next, looked, claim)
}

/** What the report speaks of where it says nothing of the year before of a total alone: 收、支总计各增加…. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  'expenditure.total': ['total.both'],
  'revenue.total': ['total.both'],
  'generalBudget.expenditure': ['fiscal.both'],
  'threePublic.vehicleOperation': ['threePublic.vehicles'],
  'revenue.appropriation': ['fiscal.both'],
}
export const widerThan = (subject: string): readonly string[] => WIDER[subject] ?? []

/** The year before a report's own, as that report states or implies it. */
export function toldByNext(next: ReportView, item: Item): Measured | null {
  const chosen = choose(next, item)
  const all = chosen.kind === 'one' ? [chosen.looked, ...widerThan(chosen.looked.subject).map((subject) => look(next, subject))] : []
  for (const looked of all) {
    const found = stated(next, looked) ?? printedWhole(next, looked) ?? implied(next, looked)
    if (found !== null) return found
  }
  return null
}

/** The figure of one department and year. */
export async function figureOfYear(
  asking: Asking,
  query: Query,
  department: Department,
  year: number,
  item: Item,
): Promise<Measured | Missing> {
  const accounts = await accountsOf(asking.store, department.id)
  const open = async (wanted: number) => {
    const account = accounts.find(({ meta }) => meta.fiscalYear === wanted)
    return account === undefined ? null : openReport(asking.store, department, account)
  }
  const own = await open(year)
  if (own !== null) return measure(own, item, query)
  const next = query.operation === 'value' ? await open(year + 1) : null
  const found = next === null ? null : toldByNext(next, item)
  if (found !== null) return found
  const planned = (await budgetsOf(asking.store, department.id)).some(({ meta }) => meta.fiscalYear === year)
  return {
    department: department.name,
    year,
    why: `没有${year}年度的决算报告${planned ? `，只收录了${year}年度部门预算，预算不与决算放在一起比` : ''}`,
  }
}

/** What must be said of a figure that its own year's report does not give. */
export function originNotes(all: readonly Measured[]): string[] {
  // A change told by the year's own report is no figure of a year that is missing.
  const years = (origin: Measured['origin']) =>
    [
      ...new Set(
        all
          .filter((one) => one.origin === origin && one.view.stored.meta.fiscalYear !== one.year)
          .map(({ view, year }) => `${view.department.name}${year}年度`),
      ),
    ].join('、')
  return [
    ...(years('stated') === '' ? [] : [`没有收录${years('stated')}的报告，用的是下一年报告所述的上年数。`]),
    ...(years('implied') === ''
      ? []
      : [`没有收录${years('implied')}的报告，用的是按下一年报告的决算数与增减额推算的数，不是报告印出的数。`]),
  ]
}

export const ORIGIN_WORDS: Readonly<Record<Measured['origin'], string>> = { own: '', stated: '（下年报告所述）', implied: '（推算）' }

/** Both kinds, apart. */
export const sorted = (
  all: readonly (Measured | Missing)[],
): { readonly measured: readonly Measured[]; readonly missing: readonly Missing[] } => ({
  measured: all.filter(isMeasured),
  missing: all.filter((one): one is Missing => !isMeasured(one)),
})
