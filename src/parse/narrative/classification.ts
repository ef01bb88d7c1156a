import { type ClassificationItem, ECONOMIC, FUNCTIONAL } from '../../../knowledge/classification/index.ts'

/** A name without the marks and endings in which its spellings differ. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/其它/g, '其他')
    .replace(/[\s()（）、，·“”"'\-—]/g, '')
    .replace(/(?:支出){1,2}$/, '')

type Index = ReadonlyMap<string, readonly string[]>

function indexOf(items: ReadonlyMap<string, ClassificationItem>): Index {
  const index = new Map<string, string[]>()
  for (const { code, name, otherNames } of items.values())
    for (const spelling of new Set([name, ...otherNames].map(plainName)))
      if (spelling.length > 1) index.set(spelling, [...(index.get(spelling) ?? []), code])
  return index
}

const FUNCTIONAL_INDEX = indexOf(FUNCTIONAL)
const ECONOMIC_INDEX = indexOf(ECONOMIC)

/** `一般公共服务支出(类)财政事务(款)行政运行(项)` cut into its levels. */
const LEVELS = /([^()]+(?:\([^类款项目级()]{1,12}\)[^()]*)*)\((类|款|项)(?:级)?\)/g
const LENGTH: Readonly<Record<string, number>> = { 类: 3, 款: 5, 项: 7 }

export interface Level {
  readonly name: string
  /** How many digits its code has. */
  readonly length: number
}

/** The levels that an item names, outermost first; none when it names none. */
export const levelsOf = (item: string): Level[] =>
  [...item.matchAll(LEVELS)].map(([, name = '', level = '']) => ({
    name: name.replace(/^支出/, '').replace(/^[、.\s\d]+/, ''),
    length: LENGTH[level] ?? 0,
  }))

/** The code printed behind the name: `小学教育(2050202)`. */
const PRINTED = /\((\d{7}|\d{5}|\d{3})\)\s*(?:支出)?$/

/** Codes of this length that the official classification gives the name, under `parent` where one is given. */
export const codesNamed = (name: string, length: number, parent: string | null): readonly string[] =>
  (FUNCTIONAL_INDEX.get(plainName(name)) ?? []).filter((code) => code.length === length && (parent === null || code.startsWith(parent)))

const only = (codes: readonly string[]): string | null => (codes.length === 1 ? (codes[0] ?? null) : null)

/**
 * The functional code that an item names, or null where the words leave it open.
 * A name alone (行政运行) stands under many 款: it counts only with its parents, or when it is the only one of that name.
 * @param parent code of the 类 or 款 that the heading above names
 */
export function functionalCode(item: string, parent: string | null): string | null {
  const printed = PRINTED.exec(item)?.[1]
  if (printed) return printed
  let code: string | null = parent
  let levels = 0
  for (const { name, length } of levelsOf(item)) {
    const found = only(codesNamed(name, length, code)) ?? only(codesNamed(name, length, null))
    if (found === null && length > 3) return null
    code = found
    levels++
  }
  if (levels > 0) return code
  const sections = codesNamed(item, 3, null)
  return only(sections) ?? only((FUNCTIONAL_INDEX.get(plainName(item)) ?? []).filter((c) => parent === null || c.startsWith(parent)))
}

/** The departmental economic code that an item names, or null. */
export const economicCode = (item: string): string | null => {
  const codes = (ECONOMIC_INDEX.get(plainName(item)) ?? []).filter((code) => /^3/.test(code))
  return only(codes)
}
