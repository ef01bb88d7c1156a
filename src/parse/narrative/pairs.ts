import { kindOfUnit } from './measures.ts'
import type { FigureToken } from './tokens.ts'
import { comparedWith } from './versus.ts'

/** A figure that 分别 gives its own item: `甲、乙分别为1万元、2万元`. */
export interface Paired {
  /** The words that this figure is read with. */
  readonly words: string
  /** Where the sentence named the items before: how many items back this figure's is; null where `words` names it. */
  readonly back: number | null
  /** How many figures stand in the row. */
  readonly count: number
}

/** 分别 and what it says: 为, 占…的, 增加, 完成…的. */
const EACH = /((?:[^，。；;:()]|\([^()，。；]{1,12}\))*?)分别((?:为|是|达到?|占|增|减|下降|上升|完成)[^，。；;:()\d]{0,20})$/
const BETWEEN = /^\s*(?:、|和|及|与|以及)\s*$/
/** 收、支总计分别为: both sides of one whole, not two items. */
const BOTH_SIDES = /收入?(?:决算)?[、和及与]支/
/** What the last name says for all of them: 甲费、乙费支出决算. */
const COMMON = /(?:财政拨款)?(?:支出)?(?:决算|预算|执行)(?:数|支出|金额)?$/
/** Words that say what is told of items named before. */
const NO_NAMES = /^(?:其?(?:占比|比重|比例|完成率|执行率)|[，、\s]*)$/

const parts = (words: string, by: RegExp): string[] => words.split(by).filter((part) => part !== '')

/** `甲、乙和丙` cut into as many names as there are figures, or null. */
function namesOf(words: string, count: number): readonly string[] | null {
  const listed = parts(words, /、/)
  const last = parts(listed.at(-1) ?? '', /以及|和|及|与/)
  for (const names of [listed, [...listed.slice(0, -1), ...last], parts(words, /、|以及|和|及|与/)])
    if (names.length === count) return names
  return null
}

/** Figures that follow each other with nothing but 、 or 和 between them. */
function runFrom(view: string, figures: readonly FigureToken[], first: number): readonly FigureToken[] {
  const run = [figures[first]].filter((figure) => figure !== undefined)
  const kind = kindOfUnit(run[0]?.unit ?? null)
  for (const figure of figures.slice(first + 1)) {
    const above = run.at(-1)
    if (!above || !BETWEEN.test(view.slice(above.close, figure.start)) || kindOfUnit(figure.unit) !== kind) break
    run.push(figure)
  }
  return run
}

function wordsFor(named: string, said: string, count: number): readonly Paired[] | null {
  const base = comparedWith(named)
  const own = base ? named.slice(0, base.start) + named.slice(base.end) : named
  if (NO_NAMES.test(own)) return Array.from({ length: count }, (_, i) => ({ words: `${named}${said}`, back: count - i, count }))
  if (BOTH_SIDES.test(own)) return null
  const names = namesOf(own, count)
  if (names === null) return null
  const common = COMMON.exec(names.at(-1) ?? '')?.[0] ?? ''
  const against = base ? named.slice(base.start, base.end) : ''
  return names.map((name) => ({ words: `${name}${COMMON.test(name) ? '' : common}${against}${said}`, back: null, count }))
}

/** The figures of [start, end) that 分别 pairs with items, by where they start. */
export function pairsOf(view: string, start: number, figures: readonly FigureToken[]): ReadonlyMap<number, Paired> {
  const pairs = new Map<number, Paired>()
  figures.forEach((figure, i) => {
    const each = EACH.exec(view.slice(figures[i - 1]?.close ?? start, figure.start))
    const run = each ? runFrom(view, figures, i) : []
    const words = each && run.length > 1 ? wordsFor(each[1] ?? '', each[2] ?? '', run.length) : null
    words?.forEach((one, n) => {
      const at = run[n]
      if (at) pairs.set(at.start, one)
    })
  })
  return pairs
}
