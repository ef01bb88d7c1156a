import { Decimal } from 'decimal.js'
import { type Fact, factsOf } from '../domain/fact.ts'
import { decimalsOf, isMoneyUnit, type MoneyUnit, scaleBetween } from '../domain/figure.ts'
import type { Finding, FindingSide } from '../domain/finding.ts'
import { COLUMN_WORDS, FORM_TITLES, type FormId } from '../domain/form.ts'
import type { Books } from './books/index.ts'

/** How one row of digits can have become another; the first that fits is told. */
const SLIPS: readonly { readonly fits: (a: string, b: string) => boolean; readonly says: string }[] = [
  { fits: (a, b) => isBlank(a) || isBlank(b), says: '可能漏填了一格。' },
  { fits: (a, b) => factor(a, b, 10000) || factor(a, b, 100000000), says: '相差一万（亿）倍，可能是金额单位写错。' },
  { fits: (a, b) => factor(a, b, 10) || factor(a, b, 100), says: '相差十倍（百倍），可能多写或少写了一个零，或小数点错位。' },
  { fits: swapped, says: '两个数字次序相反，可能是相邻数字写颠倒。' },
  { fits: oneDropped, says: '只差一个数字，可能漏写或多写了一个数字。' },
  { fits: oneWrong, says: '只有一个数字不同，可能是一个数字写错。' },
]

const isBlank = (text: string): boolean => text === '空'
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)
const digits = (text: string): string => text.replace(/[^\d]/g, '')

function factor(a: string, b: string, by: number): boolean {
  if (!isNumber(a) || !isNumber(b)) return false
  const [x, y] = [new Decimal(a), new Decimal(b)]
  return !x.isZero() && !y.isZero() && (x.eq(y.times(by)) || y.eq(x.times(by)))
}

/** The same number of decimals on both sides, so that digits stand over each other. */
function aligned(a: string, b: string): readonly [string, string] | null {
  if (!isNumber(a) || !isNumber(b)) return null
  const places = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0)
  const [x, y] = [digits(new Decimal(a).toFixed(places)), digits(new Decimal(b).toFixed(places))]
  return x.length >= 3 && y.length >= 3 ? [x, y] : null
}

const differing = (x: string, y: string): readonly number[] => [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]))

function swapped(a: string, b: string): boolean {
  const pair = aligned(a, b)
  if (!pair || pair[0].length !== pair[1].length) return false
  const [x, y] = pair
  const [i, j, ...more] = differing(x, y)
  return i !== undefined && j === i + 1 && more.length === 0 && x[i] === y[j] && x[j] === y[i]
}

function oneDropped(a: string, b: string): boolean {
  const pair = aligned(a, b)
  if (!pair) return false
  const [longer, shorter] = [...pair].sort((x, y) => y.length - x.length)
  if (longer === undefined || shorter?.length !== longer.length - 1) return false
  return [...longer].some((_, i) => longer.slice(0, i) + longer.slice(i + 1) === shorter)
}

function oneWrong(a: string, b: string): boolean {
  const pair = aligned(a, b)
  return pair !== null && pair[0].length === pair[1].length && differing(...pair).length === 1
}

/** One unit of the last place that a side prints, in 元; null for what is no money. */
const stepOf = (side: FindingSide): Decimal | null =>
  side.unit !== null && isMoneyUnit(side.unit) && isNumber(side.value)
    ? Decimal.pow(10, scaleBetween(side.unit, '元') - decimalsOf(side.value))
    : null

const inYuan = (side: FindingSide): Decimal => new Decimal(side.value).times(Decimal.pow(10, scaleBetween(side.unit as MoneyUnit, '元')))

/** 87.70万元 for 877080元: the rest was cut off where it had to be rounded up. */
function cutOff(a: FindingSide, b: FindingSide): boolean {
  const [x, y] = [stepOf(a), stepOf(b)]
  if (x === null || y === null || x.eq(y)) return false
  const [coarse, fine, step] = x.gt(y) ? [a, b, x] : [b, a, y]
  return inYuan(fine).div(step).trunc().times(step).eq(inYuan(coarse))
}

const MIN_DIGITS = 3
const telling = (text: string): boolean => digits(text).replace(/^0+|0+$/g, '').length >= MIN_DIGITS

const placeWords = (fact: Fact): string =>
  fact.where.line !== null ? `第${fact.where.line}行` : fact.where.page !== null ? `第${fact.where.page}页` : ''

const nameOf = (fact: Fact): string => {
  const place = placeWords(fact)
  const what =
    fact.form === 'narrative' || fact.form === 'selfEvaluation'
      ? `“${fact.row.name}”`
      : `“${FORM_TITLES[fact.form as FormId]}”${fact.row.name}${fact.column === 'final' ? '' : (COLUMN_WORDS[fact.column] ?? '')}`
  return place === '' ? what : `${what}（${place}）`
}

/** The same digits somewhere else, for something else: copied from there, or last year's. */
function copied(side: FindingSide | null, other: FindingSide | null, facts: readonly Fact[], touched: ReadonlySet<string>): string | null {
  if (side?.where == null || !telling(side.value)) return null
  const same = facts.filter((fact) => fact.figure.text === side.value && fact.figure.unit === side.unit && !touched.has(fact.key))
  const elsewhere = facts.filter((fact) => other !== null && fact.figure.text === other.value && fact.figure.unit === other.unit)
  // Where both figures stand in several places neither is the odd one out.
  if (same.length === 0 || same.length > 2 || elsewhere.length < same.length) return null
  const [first] = same
  if (!first) return null
  return first.column === 'prior'
    ? `${side.value}与上年的${nameOf(first)}相同，可能沿用了上年数。`
    : `${side.value}与${nameOf(first)}相同，可能由那里误抄。`
}

function causeOf(finding: Finding, facts: readonly Fact[]): string | null {
  const { left, right } = finding
  const touched = new Set(finding.touches)
  if (left && right && cutOff(left, right)) return '可能是舍去了尾数，没有四舍五入。'
  const slip = left && right && finding.kind !== 'missing-content' ? SLIPS.find(({ fits }) => fits(left.value, right.value)) : undefined
  return slip?.says ?? copied(left, right, facts, touched) ?? copied(right, left, facts, touched)
}

/** Says what probably happened, as evidence and never as blame. */
export function withCauses(findings: readonly Finding[], books: Books): readonly Finding[] {
  const facts = factsOf(books.report)
  return findings.map((finding) => ({ ...finding, likelyCause: finding.likelyCause ?? causeOf(finding, facts) }))
}
