import type { Paragraph } from '../../domain/outline.ts'
import type { Measure } from '../../domain/report.ts'
import { accountGroup, budgetGroup, planned } from './budget.ts'
import { groupFor } from './grouping.ts'
import { itemOf } from './items.ts'
import type { Ledger } from './ledger.ts'
import { type Group, parentClaim } from './lists.ts'
import { kindByWords, kindOfUnit, type Reading, readMeasure, type UnitKind } from './measures.ts'
import type { Scope } from './scope.ts'
import { nameOf } from './subjects.ts'
import type { FigureToken } from './tokens.ts'
import { type Compared, comparedWith, type Versus } from './versus.ts'

export interface Meta {
  readonly fiscalYear: number
  readonly unit: string
  /** What kind of document speaks: in a budget an amount without another word is the budget. */
  readonly kind?: 'finalAccount' | 'budget'
}

/** One figure in its sentence. */
export interface Spot {
  readonly paragraph: Paragraph
  readonly sentence: number
  /** Words between the mark or figure before it and the figure. */
  readonly before: string
  /** Words after it, up to the next mark. */
  readonly after: string
  readonly figure: FigureToken
}

interface FigureUnit {
  readonly unit: string
  readonly kind: UnitKind
  readonly repaired: string | null
}

/** Characters on either side of a figure that tell whether a passage is repeated. */
const AROUND = 12
const YEAR = /(\d{4})年/
/** Parts in which a change compares with the last year, as their prescribed form demands, when no base is named. */
const ANNUAL: ReadonlySet<string> = new Set([
  'overall',
  'revenue',
  'expenditure',
  'fiscalOverall',
  'generalBudget',
  'basic',
  'threePublic',
  'governmentFund',
  'stateCapital',
  'operating',
  'procurement',
])

/** 完成预算8.50万元的92.10%: of the budget just told. */
const OF_BUDGET = /^的$/
/** Whose receptions a sentence speaks of. */
const GUESTS = /国内(?!外)|外事|外宾|境\)?外|国外/g

/** Words straight behind a figure without a unit make it part of a name (252弄4号, 110系统), whatever stands before. */
const RUNS_ON = /^\s?(?![万亿余多])[\u4e00-\u9fff]/

const inAmountList = (scope: Scope, before: string): boolean =>
  scope.moneyUnit !== null && scope.lists.innermost?.parent.kind === 'money' && before.length > 1 && !scope.reasons

/** The unit of a figure, completed from the words and amounts around it where none is printed; null when nothing says it. */
function unitOf({ figure, before, after }: Spot, scope: Scope, meta: Meta): FigureUnit | null {
  const { unit, completed } = figure
  if (unit !== null) return { unit, kind: kindOfUnit(unit), repaired: completed ? `原文单位只写“${unit.slice(0, -1)}”，读作${unit}` : null }
  const kind = kindByWords(before, scope.moneyUnit !== null) ?? (inAmountList(scope, before) ? 'money' : null)
  if (kind === 'percent') return { unit: '%', kind, repaired: '原文没有写“%”，按前后文读作百分比' }
  if (kind === 'score') return { unit: '分', kind, repaired: null }
  if (kind !== 'money' || RUNS_ON.test(after)) return null
  const money = scope.moneyUnit ?? meta.unit
  return { unit: money, kind, repaired: `原文没有写单位，按前后文读作${money}` }
}

/** What `words` compare with; in a budget another year's budget is the year before, not this one's. */
function baseOf(words: string, { kind, fiscalYear }: Meta): Compared | null {
  const base = comparedWith(words)
  const earlier = base?.versus === 'budget' && kind === 'budget' && base.year !== null && base.year !== fiscalYear
  return earlier ? { ...base, versus: 'priorYear' } : base
}

/** A figure that is itself the base: `与2023年度656.23万元相比` is last year's, `较预算100万元` the budget. */
function baseReading(words: string, base: Compared | null, kind: UnitKind): Reading | null {
  if (!base || kind === 'percent' || kind === 'points' || base.end < words.replace(/[为的是共计]+$/, '').length) return null
  return {
    measure: base.versus === 'priorYear' ? 'prior' : 'budget',
    direction: null,
    of: null,
    rest: words.slice(0, base.start),
    said: true,
  }
}

/** Shares in a list need no 占; an amount in the reasons is no final account unless it says so; one of an earlier year is a prior one. */
function settle(reading: Reading, year: number | null, kind: UnitKind, scope: Scope, meta: Meta): Measure {
  const bare = reading.measure === 'rate' && !reading.said && kind === 'percent' && itemOf(reading.rest) === ''
  if (bare && scope.current?.list?.parent.kind === 'money') return 'share'
  if (scope.reasons && !reading.said && reading.measure === 'final') return 'amount'
  const amount = kind === 'money' && (reading.measure === 'final' || reading.measure === 'amount')
  return amount && year !== null && year < meta.fiscalYear ? 'prior' : reading.measure
}

/** Expenses that have parts of their own; told under 其他情况 they are the same figures. */
const YEARLY = /^(?:operating$|threePublic\.)/
const SPENT = /^procurement\.(?:total|goods|works|services)$/

/** What only the item shows: a contract's amount is no final account; beside the opening budget the year's budget is an adjusted one. */
function settleWith(group: Group, measure: Measure, words: string, scope: Scope): Measure {
  if (measure === 'final' && group.subject?.startsWith('procurement') && !SPENT.test(group.subject)) return 'amount'
  if (measure === 'amount' && group.subject !== null && SPENT.test(group.subject)) return 'final'
  if (measure === 'amount' && group.subject !== null && scope.topic === 'other' && !scope.reasons && YEARLY.test(group.subject))
    return 'final'
  if (measure === 'budget' && /全年/.test(words) && group.claims.has('budget')) return 'adjusted'
  return measure
}

const OWN_YEARS: ReadonlySet<Measure> = new Set(['final', 'budget', 'execution', 'amount'])

/** In a budget the amounts are what is planned; those of an earlier year (上年预算执行数) are prior ones, whatever they measured then. */
function inBudget(measure: Measure, said: boolean, kind: UnitKind, year: number | null, meta: Meta): Measure {
  if (meta.kind !== 'budget' || kind !== 'money') return measure
  if (year !== null && year < meta.fiscalYear && OWN_YEARS.has(measure)) return 'prior'
  return measure === 'final' && !said ? 'budget' : measure
}

function versusOf(measure: Measure, scope: Scope): Versus | null {
  if (measure !== 'change' && measure !== 'growth') return null
  return scope.versus ?? (ANNUAL.has(scope.topic.split('.')[0] ?? '') ? 'priorYear' : null)
}

/** Reads one figure into the ledger: a claim, or unread with the reason. */
export function readFigure(spot: Spot, scope: Scope, ledger: Ledger, meta: Meta): void {
  const { figure, paragraph, sentence, before } = spot
  const unit = unitOf(spot, scope, meta)
  if (unit === null) {
    ledger.unread.push({ where: ledger.place(paragraph, figure.start, figure.end), reason: '没有单位，看不出是什么数' })
    return
  }
  const around = paragraph.text.slice(Math.max(0, figure.start - AROUND), figure.close + AROUND)
  if ((unit.kind === 'count' || unit.kind === 'percent') && ledger.repeats(paragraph.topic, `${figure.text}${unit.unit}`, around)) return
  const guests = scope.topic === 'threePublic' ? before.match(GUESTS)?.at(-1) : undefined
  if (guests !== undefined) scope.guests = guests === '国内' ? 'domestic' : 'foreign'
  const base = baseOf(before, meta)
  if (base) scope.versus = base.versus
  const isBase = baseReading(before, base, unit.kind)
  const spoken = base && !isBase ? before.slice(0, base.start) + before.slice(base.end) : before
  const words = meta.kind === 'budget' ? planned(spoken) : spoken
  const reading = isBase ?? readMeasure(words, unit.kind, paragraph.topic, scope.versus !== null)
  const year = Number(YEAR.exec(isBase ? '' : words)?.[1] ?? 0) || null
  if (year !== null && !scope.reasons) scope.year = year
  const read =
    OF_BUDGET.test(before) && scope.lastMeasure === 'budget' ? 'completion' : settle(reading, year ?? scope.year, unit.kind, scope, meta)
  const pointsBack = isBase !== null && scope.current !== null && nameOf(itemOf(reading.rest), scope.topic, 'money').subject === null
  const group =
    pointsBack && scope.current
      ? scope.current
      : (budgetGroup(reading, scope, meta) ??
        accountGroup(reading, scope, meta) ??
        groupFor(spot, { ...reading, measure: read }, unit.kind, scope))
  const measure = inBudget(settleWith(group, read, words, scope), reading.said, unit.kind, year ?? scope.year, meta)
  if (unit.kind === 'money') scope.moneyUnit = unit.unit
  const id = ledger.claim(paragraph, sentence, figure.start, figure.spelled ? figure.close : figure.end, {
    item: group.item,
    subject: group.subject,
    measure,
    figure: { text: figure.text, unit: unit.unit, decimals: figure.text.split('.')[1]?.length ?? 0 },
    repaired: unit.repaired,
    direction: reading.direction,
    of: measure === 'share' ? (reading.of ?? scope.shareOf ?? group.list?.parent.item ?? null) : null,
    versus: versusOf(measure, scope),
    year: isBase ? (base?.year ?? null) : (year ?? scope.year),
    ...(figure.approximate ? { approximate: true as const } : {}),
    partOf: parentClaim(group.list, measure),
  })
  group.claims.set(measure, id)
  scope.lastMeasure = unit.kind === 'percent' && measure !== 'completion' ? null : measure
  if (reading.of !== null) scope.shareOf = reading.of
  if (scope.versus === 'priorYear') scope.lastVersus = scope.versus
  scope.speakOf(group)
}
