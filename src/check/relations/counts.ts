import { Decimal } from 'decimal.js'
import { decimalsOf } from '../../domain/figure.ts'
import { halfUlp } from '../../domain/interval.ts'
import type { Books } from '../books/index.ts'
import { sentencesOf } from '../books/text.ts'
import { type Outcome, passed, type Relation, type Remark, unchecked } from '../relation.ts'
import { oncePerSlip, placeOfText, remarkAt, written } from '../text/scan.ts'

/** A count of this year and the rate by which it is said to have changed. */
interface Told {
  readonly count: string
  readonly unit: string
  readonly countAt: number
  readonly rate: string
  readonly rateAt: number
  readonly down: boolean
}

const COUNT = /(?<![\d.])(\d{1,6})(件次|人次|批次|份|件|次|期|篇|个|项|场|条|起|宗|人|户|家|例|张|套|册|名)(?!以上|左右)/g
const RATE = /(?:同比|较上年|比上年|与上年相比)(?:分别)?(增长|增加|上升|下降|减少|降低)(?:了)?((?:\d+(?:\.\d+)?%[和、及与]?)+)/g
/** Words between a count and its rate that make it something else than an exact number of this year. */
const LOOSE = /余|多|近|约|以上|至少|超过/

/** Text inside brackets speaks of its own; blanked so that places stay. */
const withoutBrackets = (text: string): string => text.replace(/（[^（）]*）|\([^()]*\)/g, (inner) => ' '.repeat(inner.length))

/** `督办通知62期，专报51期，分别同比下降29.54%和7.84%`: the last counts before the rates, in their order. */
function toldIn(text: string): readonly Told[] {
  const plain = withoutBrackets(text)
  return [...plain.matchAll(RATE)].flatMap((match): Told[] => {
    const rates = [...(match[2] ?? '').matchAll(/(\d+(?:\.\d+)?)%/g)]
    const clause = plain.slice(Math.max(0, plain.lastIndexOf('；', match.index) + 1), match.index)
    const from = match.index - clause.length
    const counts = [...clause.matchAll(COUNT)].filter(
      (count) => !LOOSE.test(clause.slice(count.index + count[0].length, count.index + count[0].length + 1)),
    )
    const own = counts.slice(-rates.length)
    // An amount or another figure right before the rate is what the rate speaks of.
    const last = own.at(-1)
    if (own.length < rates.length || !last || /\d/.test(clause.slice(last.index + last[0].length))) return []
    return own.map((count, i) => ({
      count: count[1] ?? '',
      unit: count[2] ?? '',
      countAt: from + count.index,
      rate: rates[i]?.[1] ?? '',
      rateAt: match.index + match[0].indexOf(rates[i]?.[0] ?? ''),
      down: /下降|减少|降低/.test(match[1] ?? ''),
    }))
  })
}

const percentOf = (part: Decimal, whole: Decimal): Decimal => part.div(whole).times(100)

/** The whole number of last year nearest to what count and rate imply. */
function priorOf({ count, rate, down }: Told): Decimal {
  const factor = new Decimal(rate).div(100)
  return new Decimal(count).div(down ? new Decimal(1).minus(factor) : factor.plus(1)).round()
}

/** Cut off instead of rounded is a habit, no error of counting. */
function fits({ count, rate }: Told, prior: Decimal): boolean {
  if (prior.isZero()) return false
  const exact = percentOf(new Decimal(count).minus(prior).abs(), prior)
  const places = decimalsOf(rate)
  return exact.minus(rate).abs().lte(halfUlp(places)) || exact.toDecimalPlaces(places, Decimal.ROUND_DOWN).eq(rate)
}

/** The prior count under which this year's count as the base gives the printed rate. */
function baseConfused(told: Told): Decimal | null {
  const step = new Decimal(told.rate).div(100).times(told.count).round()
  const places = decimalsOf(told.rate)
  const same = !step.isZero() && percentOf(step, new Decimal(told.count)).toDecimalPlaces(places).eq(told.rate)
  return same ? new Decimal(told.count)[told.down ? 'plus' : 'minus'](step) : null
}

function remarkOf(
  told: Told,
  wrong: { readonly prior: Decimal; readonly confused: Decimal | null },
  place: (at: number, raw: string) => Remark['left'] & object,
): Remark {
  const { count, unit, rate, down } = told
  const word = down ? '下降' : '增长'
  const prior = wrong.confused ?? wrong.prior
  const right = percentOf(new Decimal(count).minus(prior).abs(), prior).toFixed(Math.max(1, decimalsOf(rate)))
  const left = place(told.rateAt, `${rate}%`)
  const remark = remarkAt(
    left.where ?? { page: null, line: null, raw: '' },
    '同比',
    `本年${count}${unit}，同比${word}${rate}%：没有哪个整数的上年数能得出这个比率，上年若为${prior.toString()}${unit}应${word}${right}%`,
    {
      state: 'inconsistent',
      difference: new Decimal(right).minus(rate).abs().toString(),
      derivation: `(${down ? `${prior}−${count}` : `${count}−${prior}`})÷${prior}=${right}%`,
      ...(wrong.confused ? { likelyCause: `误以本年数作分母：${new Decimal(count).minus(prior).abs()}÷${count}=${rate}%。` } : {}),
    },
  )
  return {
    ...remark,
    left,
    right: { ...place(told.countAt, `${count}${unit}`), what: `按上年${prior.toString()}${unit}计`, value: right, unit: '%' },
  }
}

/** Counts are whole numbers, so not every rate of change is possible. */
function growthOfCounts(books: Books): Outcome[] {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  const outcomes = written(books).flatMap((paragraph) =>
    sentencesOf(paragraph).flatMap(({ text, start }) =>
      toldIn(text).map((told): Outcome => {
        const prior = priorOf(told)
        const near = [prior, prior.plus(1), prior.minus(1)]
        if (near.some((one) => fits(told, one))) return passed()
        const place = (at: number, raw: string) => ({
          what: '同比',
          value: raw.replace('%', ''),
          unit: raw.endsWith('%') ? '%' : null,
          where: placeOfText(paragraph, start + at, raw),
        })
        return remarkOf(told, { prior, confused: baseConfused(told) }, place)
      }),
    ),
  )
  // The same sentence in a summary table is the same slip.
  return oncePerSlip(outcomes)
}

/** Changes of counted things. */
export const counts: readonly Relation[] = [
  {
    id: 'count.growth',
    title: '件数、次数的同比能由整数的上年数得出',
    kind: 'yoy',
    compares: '“发文…件，同比下降…%”等：有没有一个整数的上年数能得出所写的比率',
    applies: '同一句里写了本年的数量和同比；“余”“近”等约数、截尾的比率不判',
    wording: '{left}',
    origin: '算术',
    outcomes: growthOfCounts,
  },
]
