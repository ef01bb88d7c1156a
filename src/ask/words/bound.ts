import { Decimal } from 'decimal.js'
import { type Figure, isMoneyUnit, scaleBetween } from '../../domain/figure.ts'
import type { Query } from '../query.ts'

/** Amounts inside a question: 超过10万元, 不足5%, 是不是花了3万. */
export type Bound = NonNullable<Query['bound']>
type Relation = Bound['relation']

const AMOUNT =
  '(?<number>\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十百千]+(?=万|亿|千|元|个))\\s*(?<scale>万|亿|千|百)?\\s*(?<unit>元钱?|块钱?|%|人次|批次|[人辆个批])?(?![年月\\d])'
const BEFORE: readonly (readonly [string, Relation])[] = [
  ['不超过|(?<!有)没有?超过|不高于|不多于|不大于|至多|最多不超过', 'atMost'],
  ['不低于|不少于|不小于|至少|达到|达', 'atLeast'],
  ['超过了?|大于|高于|多于|超出|超', 'above'],
  ['不到|不足|低于|少于|小于|(?<!有)没有?到|不满|没有达到', 'below'],
]
const AFTER: readonly (readonly [string, Relation])[] = [
  ['以上|及以上', 'atLeast'],
  ['以下|以内|之内', 'atMost'],
]
/** Asked whether it is so. */
const WHETHER = /是不是|是否|有没有|对吗|对不对|真的|属实|难道|[吗么](?=[？?。！!，, ]|$)/
/** 单价50万元以上通用设备 is an item's name. */
const NAME_FOLLOWS = /^[^，。？]{0,4}(通用|专用|大型)?设备/

const NUMERALS = '零一二三四五六七八九'
/** 十 → 10, 三百 → 300, 二十五 → 25. */
function plain(said: string): Decimal {
  if (/^\d/.test(said)) return new Decimal(said.replaceAll(',', ''))
  let sum = 0
  let digit = 0
  for (const character of said.replaceAll('两', '二')) {
    const power = { 十: 10, 百: 100, 千: 1000 }[character]
    if (power === undefined) digit = NUMERALS.indexOf(character)
    else {
      sum += Math.max(digit, 1) * power
      digit = 0
    }
  }
  return new Decimal(sum + digit)
}

const SCALES: Readonly<Record<string, number>> = { 亿: 8, 万: 4, 千: 3, 百: 2 }

function boundOf(relation: Relation, groups: Readonly<Record<string, string | undefined>>, said: string): Bound {
  const { number = '0', scale, unit } = groups
  const value = new Decimal(`${plain(number).toFixed()}e${SCALES[scale ?? ''] ?? 0}`)
  const money = unit === undefined ? scale !== undefined : /^[元块]/.test(unit)
  return { relation, value: value.toFixed(), unit: money ? '元' : (unit ?? null), said: said.trim() }
}

/** Takes an amount that the figure is held against out of a question. */
export function readBound(text: string): { readonly bound: Bound | null; readonly rest: string } {
  for (const [words, relation] of BEFORE) {
    const found = new RegExp(`(?:${words})\\s*${AMOUNT}`).exec(text)
    if (found?.groups !== undefined && !NAME_FOLLOWS.test(text.slice(found.index + found[0].length)))
      return { bound: boundOf(relation, found.groups, found[0]), rest: text.replace(found[0], ' ') }
  }
  for (const [words, relation] of AFTER) {
    const found = new RegExp(`${AMOUNT}(?:${words})`).exec(text)
    if (found?.groups !== undefined && !NAME_FOLLOWS.test(text.slice(found.index + found[0].length)))
      return { bound: boundOf(relation, found.groups, found[0]), rest: text.replace(found[0], ' ') }
  }
  const equal = WHETHER.test(text) ? [...text.matchAll(new RegExp(AMOUNT, 'g'))].find(isAmount(text)) : undefined
  if (equal?.groups === undefined) return { bound: null, rest: text }
  const about = /[左右多来]|大约|大概|将近|接近/.test(
    text.slice(equal.index - 2, equal.index) + text.slice(equal.index + equal[0].length).slice(0, 2),
  )
  return {
    bound: about ? null : boundOf('equal', equal.groups, equal[0]),
    rest: text.replace(equal[0], ' ').replace(/对吗|对不对|真的|属实|难道|[左右]{2}/g, ' '),
  }
}

/** A number with a unit or a scale, no count of departments and no part of an item's name. */
const isAmount =
  (text: string) =>
  ({ index, groups, 0: said }: RegExpExecArray): boolean =>
    (groups?.scale !== undefined || groups?.unit !== undefined) &&
    !/前\s*$/.test(text.slice(0, index)) &&
    !NAME_FOLLOWS.test(text.slice(index + said.length))

/** How a figure stands to a bound; null where their units cannot meet. */
export function meetsBound(figure: Figure, value: Decimal, { relation, value: wanted, unit }: Bound): boolean | null {
  const money = isMoneyUnit(figure.unit)
  if (unit !== null && (money ? unit !== '元' : unit !== figure.unit)) return null
  const scale = money && isMoneyUnit(figure.unit) ? scaleBetween(figure.unit, '元') : 0
  const bare = unit === null ? new Decimal(`${wanted}e${scale}`) : new Decimal(wanted)
  const order = value.comparedTo(bare)
  switch (relation) {
    case 'above':
      return order > 0
    case 'below':
      return order < 0
    case 'atLeast':
      return order >= 0
    case 'atMost':
      return order <= 0
    case 'equal':
      return order === 0
  }
}
