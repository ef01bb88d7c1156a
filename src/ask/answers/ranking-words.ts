import type { Department } from '../../store/interface.ts'
import type { Query, Ranking } from '../query.ts'
import { sideName } from './guards.ts'
import type { Measured } from './measured.ts'
import type { Placed, Within } from './ranking-order.ts'
import { movedAgainst } from './year-change.ts'
import { ORIGIN_WORDS } from './year-figure.ts'

/** The first line of a ranking, of a list of everybody's figures, of those that meet a condition. */
export interface RankingSaid {
  readonly title: string
  readonly query: Query
  readonly ranking: Ranking
  /** One year for all; null where each has its own. */
  readonly year: number | null
  readonly focus: Department | null
  /** How many have a figure. */
  readonly all: number
  /** Places by the index, for reports that the list does not reach. */
  readonly places: ReadonlyMap<number, number>
}

const ORDER_WORDS = { largest: '最高', smallest: '最低' } as const
const CHANGE_WORDS = { largest: '增加最多', smallest: '减少最多' } as const
const MOST_TIED = 3
const MOST_LISTED = 8

const nameIn = ({ year }: RankingSaid, side: Measured): string => (year === null ? sideName(side) : side.view.department.name)
const told = (said: RankingSaid, side: Measured): string => `${nameIn(said, side)} ${side.amount}${ORIGIN_WORDS[side.origin]}`
const listed = (said: RankingSaid, rows: readonly Placed[]): string =>
  rows
    .slice(0, MOST_LISTED)
    .map(({ side }) => told(said, side))
    .join('；') + (rows.length > MOST_LISTED ? `；等${rows.length}个` : '')

/** 最高的是; of changes 减少最多的是, where anything fell at all. */
function orderWords({ title, query, ranking }: RankingSaid, best: Measured, order: Ranking['order']): string {
  if (ranking.distance === true) return `${title}离100%${order === 'largest' ? '最远' : '最近'}的是`
  if (query.operation !== 'change') return `${title}${ORDER_WORDS[order]}的是`
  const plain = title.replace(/增减(幅度)?$/, '')
  return movedAgainst(best, order)
    ? `${plain}没有哪个部门${order === 'largest' ? '增加' : '减少'}；最接近的是`
    : `${plain}${CHANGE_WORDS[order]}的是`
}

/** 最高的是A、B：3.00万元（并列). */
function extreme(said: RankingSaid, rows: readonly Placed[], order: Ranking['order']): string {
  const best = order === said.ranking.order ? rows[0] : rows.at(-1)
  if (best === undefined) return ''
  const tied = rows.filter(({ place }) => place === best.place).map(({ side }) => side)
  const names = tied
    .slice(0, MOST_TIED)
    .map((side) => nameIn(said, side))
    .join('、')
  const more = tied.length > MOST_TIED ? `等${tied.length}个部门` : ''
  const origin = tied.every((side) => side.origin === best.side.origin) ? ORIGIN_WORDS[best.side.origin] : ''
  return `${orderWords(said, best.side, order)}${names}${more}：${best.side.amount}${origin}${tied.length > 1 ? '（并列）' : ''}`
}

const turned = (order: Ranking['order']): Ranking['order'] => (order === 'largest' ? 'smallest' : 'largest')

export function rankingHead(said: RankingSaid, rows: readonly Placed[]): string {
  const { title, ranking, focus, all, places } = said
  const best = extreme(said, rows, ranking.order)
  if (ranking.both === true && rows.length > 1)
    return `${best}；${extreme(said, rows, turned(ranking.order)).replace(title.replace(/增减(幅度)?$/, ''), '')}；有这个数的部门共${all}个。`
  if (ranking.everyone === true && focus === null && rows.length === all) return `${title}：${listed(said, rows)}。`
  if (focus === null) return `${best}；有这个数的部门共${all}个。`
  const own = rows.find(({ side }) => side.view.department.id === focus.id)
  if (own === undefined) return `${focus.name}没有可排的数；${best}。`
  const place = places.get(own.side.view.stored.id) ?? own.place
  const ties = rows.filter((row) => row.place === own.place).length > 1 ? '并列' : ''
  return `${title}：${nameIn(said, own.side)} ${own.side.amount}，在${all}个部门中从${ranking.order === 'largest' ? '高到低' : '低到高'}${ties}第${place}；${best}。`
}

/** A condition that speaks of the year before or of the budget says itself what is compared. */
const SPEAKS_FOR_ITSELF: readonly (readonly [said: RegExp, words: RegExp])[] = [
  [/^(比|与)上年/, /比上年增减(幅度)?$/],
  [/年初预算$/, /决算减预算(?=决算$|$)/],
]

/** 决算减预算 as people say it: 多, 少. */
function apartWords(said: RankingSaid, side: Measured): string {
  const { operation } = said.query
  if (operation !== 'difference') return told(said, side)
  const way = side.exact.isZero() ? '相差' : side.exact.isNegative() ? '少' : '多'
  return `${nameIn(said, side)} ${way} ${side.amount.replace(/^-/, '')}`
}

export interface ConditionTold {
  readonly head: string
  readonly lines: readonly string[]
  /** Those in the lines. */
  readonly others: readonly Measured[]
}

/** Who meets a condition, with the figures; behind it, those who do not. */
export function conditionHead(said: RankingSaid, { rows, others, foreign }: Within, many: number): ConditionTold | null {
  const { bound } = said.query
  if (bound === null) return null
  const [, words] = SPEAKS_FOR_ITSELF.find(([pattern]) => pattern.test(bound.said)) ?? []
  const title = words === undefined ? said.title : said.title.replace(words, '').replace(/决算$/, '')
  if (foreign) return { head: `${said.title}的单位与“${bound.said}”不同，没有相比。`, lines: [], others: [] }
  const named = rows.slice(0, MOST_TIED).map(({ side }) => apartWords(said, side))
  const head =
    many === 0
      ? `${title}${bound.said}的一个也没有；有这个数的部门共${said.all}个。`
      : `${title}${bound.said}的有${many}个：${named.join('；')}${many > named.length ? '等' : ''}；有这个数的部门共${said.all}个。`
  const besides = others.slice(0, MOST_LISTED).map(({ side }) => side)
  const rest = besides.map((side) => apartWords(said, side))
  return {
    head,
    others: besides,
    lines: rest.length === 0 ? [] : [`不符合的：${rest.join('；')}${others.length > rest.length ? `；等${others.length}个` : ''}。`],
  }
}
