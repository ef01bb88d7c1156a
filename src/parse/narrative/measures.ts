import type { Direction, Measure, Topic } from '../../domain/report.ts'
import { masked } from './items.ts'
import { ABOUT, AMOUNT_MEASURES, CHANGES, MONEY, PERCENT_MEASURES, SCORE_MEASURES, SHARE } from './lexicon.ts'

export type UnitKind = 'money' | 'percent' | 'points' | 'score' | 'count' | 'none'

/** What the words before a figure say that it measures. */
export interface Reading {
  readonly measure: Measure
  readonly direction: Direction | null
  readonly of: string | null
  /** The words before the measure: the item, if they name one. */
  readonly rest: string
  /** False when no word said what it measures. */
  readonly said: boolean
}

const FINAL_TOPICS: ReadonlySet<string> = new Set([
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
const RATE = /率[为是达到约:=]*$/
const COUNTED = /(?:新增|新|净增|增|多)$/

export function kindOfUnit(unit: string | null): UnitKind {
  if (unit === null) return 'none'
  if (MONEY.test(unit)) return 'money'
  if (unit === '%' || unit === '‰') return 'percent'
  if (unit === '个百分点') return 'points'
  return unit === '分' ? 'score' : 'count'
}

const found = (rules: readonly (readonly [RegExp, Measure])[], words: string): { measure: Measure; at: number } | null => {
  for (const [rule, measure] of rules) {
    const match = rule.exec(words)
    if (match) return { measure, at: match.index }
  }
  return null
}

function changeIn(words: string): { direction: Direction; at: number } | null {
  for (const [rule, direction] of CHANGES) {
    const match = rule.exec(words)
    if (match) return { direction, at: match.index }
  }
  return null
}

function percentReading(words: string): Reading {
  const completion = found(PERCENT_MEASURES, masked(words))
  if (completion) return { measure: 'completion', direction: null, of: null, rest: words.slice(0, completion.at), said: true }
  const share = SHARE.exec(words)
  if (share) return { measure: 'share', direction: null, of: share[1] || null, rest: words.slice(0, share.index), said: true }
  const change = changeIn(words)
  if (change) return { measure: 'growth', direction: change.direction, of: null, rest: words.slice(0, change.at), said: true }
  return { measure: 'rate', direction: null, of: null, rest: words, said: RATE.test(words) }
}

function amountReading(words: string, kind: UnitKind, topic: Topic, compared: boolean): Reading {
  const change = changeIn(words)
  const counts = kind === 'count' && (!compared || COUNTED.test(words))
  if (change && !counts) return { measure: 'change', direction: change.direction, of: null, rest: words.slice(0, change.at), said: true }
  const named = kind === 'count' ? null : found(AMOUNT_MEASURES, masked(words))
  if (named) return { measure: named.measure, direction: null, of: null, rest: words.slice(0, named.at), said: true }
  if (kind === 'count') return { measure: 'count', direction: null, of: null, rest: words, said: true }
  const final = FINAL_TOPICS.has(topic.split('.')[0] ?? '') && !/授予|合同(?!签订)|预留|中标|采购金额$/.test(words)
  return { measure: final ? 'final' : 'amount', direction: null, of: null, rest: words, said: false }
}

/** Reads the words straight before a figure of this kind. `compared`: has the sentence named what it compares with? */
export function readMeasure(before: string, kind: UnitKind, topic: Topic, compared: boolean): Reading {
  const words = before.replace(ABOUT, '')
  if (kind === 'percent') return percentReading(words)
  if (kind === 'points') return { ...amountReading(words, 'money', topic, true), measure: 'change' }
  if (kind === 'score') {
    const score = found(SCORE_MEASURES, words)
    if (score) return { measure: score.measure, direction: null, of: null, rest: words.slice(0, score.at), said: true }
    return { measure: /\($/.test(words) ? 'weight' : 'score', direction: null, of: null, rest: words.replace(/\($/, ''), said: false }
  }
  return amountReading(words, kind, topic, compared)
}

/** A figure without a unit: the kind that the words before it demand, or null. */
export function kindByWords(words: string, amountsBefore: boolean): UnitKind | null {
  if (found(SCORE_MEASURES, words)) return 'score'
  if (found(PERCENT_MEASURES, masked(words)) || SHARE.test(words)) return 'percent'
  const change = changeIn(words)
  if (change) return /(?:增长|下降|上升|降低)\D{0,4}$/.test(words) ? 'percent' : amountsBefore ? 'money' : null
  if (found(AMOUNT_MEASURES, masked(words))) return 'money'
  return amountsBefore && /(?:支出|收入|费|经费|资金|合计|总计|总额|工作|项目)[为是共]?$/.test(words) ? 'money' : null
}
