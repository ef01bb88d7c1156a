import type { Book, ItemTold, Told } from './book.ts'
import type { Hand, Pen } from './pen.ts'

/** One place's way of explaining its accounts. */
export interface Manner {
  readonly name: string
  readonly hand: Hand
  readonly write: (b: Book, pen: Pen) => readonly string[]
}

export const PLAIN: Hand = { unit: '万元', separators: false, places: 2, percent: '%' }

export const bare = (name: string): string => name.replace(/支出$/, '')
export const levels = (item: ItemTold): string => `${bare(item.cls)}（类）${item.section}（款）${item.name}（项）`
export const present = (list: readonly Told[]): readonly Told[] => list.filter(({ final }) => final > 0)

/** 大于, 小于, 等于 between two amounts. */
export const beside = (now: number, before: number, words: readonly [string, string, string] = ['大于', '小于', '等于']): string =>
  now > before ? words[0] : now < before ? words[1] : words[2]

/** `，占12.30%` only where there is a whole. */
export const shares = (pen: Pen, list: readonly Told[], whole: number, join: string, between: (told: Told) => string): string =>
  list.map((told) => `${between(told)}${pen.w(told.subject, told.final)}，占${pen.share(told.subject, told.final, whole)}`).join(join)

export const TITLE = (b: Book): string[] => [`第三部分 ${b.year}年度部门决算情况说明`]
export const END = ['第四部分 名词解释', '一、财政拨款收入：指单位从本级财政部门取得的财政预算资金。']
