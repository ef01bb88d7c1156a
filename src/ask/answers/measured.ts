import { Decimal } from 'decimal.js'
import { completion, type Derived, difference, perHead, share } from '../../compute/derive.ts'
import type { AnswerFigure } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import { decimalOf, type Figure, isMoneyUnit, scaleBetween } from '../../domain/figure.ts'
import { choose } from '../figures/choose.ts'
import { type Looked, look, standingWith } from '../figures/lookup.ts'
import { wholeOf } from '../figures/relatives.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Item, Query } from '../query.ts'
import { computedFigure, money, scopeWords } from './parts.ts'
import { hollowWords, missingWords, type Shown, show } from './show.ts'

/** One figure of one report, ready to be set beside those of others: what comparisons, rankings and years are made of. */
export interface Measured {
  readonly view: ReportView
  /** The year it is about; the year before the report's where the report only tells of it. */
  readonly year: number
  /** 公务接待费, or 人均公务接待费 for a computed one. */
  readonly words: string
  readonly subject: string
  /** As shown. */
  readonly figure: Figure
  /** As compared: exact, money in 元. */
  readonly exact: Decimal
  /** The words of its unit, one for all money. */
  readonly kind: string
  readonly facts: readonly Fact[]
  readonly scope: string
  /** own: its year's report prints or gives it; stated: the next report prints it; implied: it follows from the next report's change. */
  readonly origin: 'own' | 'stated' | 'implied'
  readonly amount: string
  readonly mark: string
  readonly shown: readonly Shown[]
  readonly figures: readonly AnswerFigure[]
}

/** Why there is no figure. */
export interface Missing {
  readonly department: string
  readonly year: number | null
  readonly why: string
}

export const isMeasured = (one: Measured | Missing): one is Measured => 'exact' in one

export const kindOf = (unit: string): string => (isMoneyUnit(unit) ? '元' : unit)
/** The value on the one scale on which figures are compared. */
export const onOneScale = (value: Decimal, unit: string): Decimal =>
  isMoneyUnit(unit) ? new Decimal(`${value.toFixed()}e${scaleBetween(unit, '元')}`) : value

/** The printed figures that an operation takes, and what it makes of them. */
interface Operands {
  readonly words: string
  readonly from: readonly { readonly words: string; readonly fact: Fact }[]
  readonly derived: Derived | null
}

const PER_WORDS: Readonly<Record<string, string>> = {
  'staff.active': '人均',
  'told:退休人员': '退休人员平均每人',
  'count.vehiclesKept': '每辆车平均',
  'count.receptionBatches': '每批次平均',
  'count.receptionPersons': '每人次平均',
  'count.overseasGroups': '每个团组平均',
  months: '平均每月',
  days: '平均每天',
}
export const perWords = (per: string): string => PER_WORDS[per] ?? '平均'

function twoOf(
  words: string,
  first: { words: string; fact: Fact | undefined },
  second: { words: string; fact: Fact | undefined; none: string },
  make: (a: Figure, b: Figure) => Derived | null,
  zero: string,
): Operands | string {
  if (first.fact === undefined) return `没有“${first.words}”的数字`
  if (second.fact === undefined) return second.none
  const derived = make(first.fact.figure, second.fact.figure)
  if (derived === null) return zero
  return {
    words,
    derived,
    from: [
      { words: first.words, fact: first.fact },
      { words: second.words, fact: second.fact },
    ],
  }
}

/** 支出's budget is told of the general budget where no budget of all expenditure is printed. */
export const BUDGETED: Readonly<Record<string, string>> = { 'expenditure.total': 'generalBudget.expenditure' }

function operands(view: ReportView, query: Query, looked: Looked): Operands | string {
  const { words } = looked
  const fact = looked.facts[0]
  const none = `没有“${words}”的数字`
  const broader = BUDGETED[looked.subject]
  const general = broader === undefined ? null : look(view, broader)
  switch (query.operation) {
    case 'budget': {
      const budget = look(view, looked.subject, 'budget').facts[0]
      if (budget === undefined && general !== null) return operands(view, query, general)
      return budget === undefined ? '没有列预算数' : { words: `${words}年初预算`, from: [{ words, fact: budget }], derived: null }
    }
    case 'completion':
    case 'difference': {
      const budget = look(view, looked.subject, 'budget').facts[0]
      if (budget === undefined && general !== null) return operands(view, query, general)
      const final = standingWith(looked.facts, budget)
      const done = query.operation === 'completion'
      const zero = done ? '预算为0，没有完成率可言' : '单位不同，不能相减'
      const second = { words: `${words}预算数`, fact: budget, none: '没有列预算数' }
      const name = done ? `${words}完成年初预算` : `${words}决算减预算`
      return twoOf(name, { words: `${words}决算数`, fact: final }, second, done ? completion : difference, zero)
    }
    case 'share': {
      const whole = wholeOf(looked.subject)
      const phase = query.planned ? 'budget' : 'final'
      const all = whole === null ? null : look(view, whole, phase)
      const part = query.planned ? look(view, looked.subject, phase).facts[0] : fact
      const base = all?.facts.find((one) => one.form === part?.form) ?? all?.facts[0]
      const second = { words: all?.words ?? '', fact: base, none: '没有可比的总数' }
      return twoOf(
        `${words}占${all?.words ?? '总数'}${query.planned ? '（年初预算）' : ''}`,
        { words, fact: part },
        second,
        share,
        '总数为0，没有占比可言',
      )
    }
    case 'perHead': {
      const counted = look(view, query.per)
      const second = { words: counted.words, fact: counted.facts[0], none: `没有写“${counted.words}”的数量，算不出平均` }
      return twoOf(`${perWords(query.per)}${words}`, { words, fact }, second, perHead, `“${counted.words}”为0，没有平均可言`)
    }
    default:
      return fact === undefined ? none : { words, from: [{ words, fact }], derived: null }
  }
}

const core = (words: string): string => words.replace(/(实有|在编)?(人员|人数|职工|干部|数量?|辆数)*$/, '')
const MOST_NEARBY = 2

/** 退休人员 11人 where 离退休人员 was asked for: counts of a narrower name. */
function nearby(view: ReportView, words: string): string {
  const wanted = core(words)
  const found = view.report.claims.filter(
    ({ item, measure: kind, year }) =>
      kind === 'count' &&
      (year === null || year === view.report.meta.fiscalYear) &&
      core(item).length > 1 &&
      [...core(item)].every((one) => wanted.includes(one)),
  )
  return found
    .slice(0, MOST_NEARBY)
    .map(({ item, figure }) => `${item} ${money(figure)}`)
    .join('、')
}

/** Why an item has no figure here. */
function whyNot(view: ReportView, item: Item, looked: Looked | null): string {
  if (looked !== null && looked.hollow.length > 0) return `${hollowWords(looked)}`
  const words = looked?.words ?? item.words
  const near = nearby(view, words)
  if (near !== '') return `报告没有写“${words}”，只写了${near}`
  const missing = view.report.missingForms.length > 0 ? `，报告缺少${missingWords(view)}` : ''
  return `报告中没有“${words}”的数字${missing}`
}

/** Reads one figure of one report. */
export function measure(view: ReportView, item: Item, query: Query): Measured | Missing {
  const year = view.stored.meta.fiscalYear
  const missing = (why: string): Missing => ({ department: view.department.name, year, why })
  const chosen = choose(view, item)
  if (chosen.kind === 'several')
    return missing(`有${chosen.looked.length}项都叫“${item.words}”（${chosen.looked.map(({ words }) => words).join('、')}），请用代码`)
  if (chosen.kind === 'sum') return missing(`“${item.words}”是几项之和，请分项来比`)
  if (chosen.kind === 'none') return missing(whyNot(view, item, chosen.looked))
  const made = operands(view, query, chosen.looked)
  if (typeof made === 'string') return missing(made)
  const shown = made.from.map(({ words, fact }) => show(view, words, fact, made.derived === null ? query : { unit: null }))
  const facts = made.from.map(({ fact }) => fact)
  const figure = made.derived?.figure ?? facts[0]?.figure
  if (figure === undefined) return missing(whyNot(view, item, chosen.looked))
  const computed = made.derived === null ? [] : [computedFigure(view, made.words, made.derived, facts)]
  return {
    view,
    year,
    words: made.words,
    subject: chosen.looked.subject,
    figure,
    exact: onOneScale(made.derived?.value ?? decimalOf(figure), figure.unit),
    kind: kindOf(figure.unit),
    facts,
    scope: [...new Set(facts.map((fact) => scopeWords(fact.form)))].join('与'),
    origin: 'own',
    amount: made.derived === null ? (shown[0]?.amount ?? money(figure)) : money(figure),
    mark: shown.some(({ mark }) => mark !== '') ? '※' : '',
    shown,
    figures: [...computed, ...shown.flatMap(({ figures }) => figures)],
  }
}
