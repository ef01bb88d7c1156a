import { canonicalDigits } from '../../domain/figure.ts'
import { numberingOf } from '../outline/numbering.ts'
import { spelledNumbers } from './chinese-numbers.ts'
import { ABOUT, BARE_SCALE, BOUND, UNIT } from './lexicon.ts'
import { nameReason } from './names.ts'
import { dateSpans, quotedSpans, spanAt } from './spans.ts'

/** A number in running text that can be a figure. */
export interface FigureToken {
  /** Offsets of the digits, minus sign included. */
  readonly start: number
  readonly end: number
  /** Offset after the unit and 余/以上. */
  readonly close: number
  readonly text: string
  /** As printed beside it; null when none is. */
  readonly unit: string | null
  /** `23万` among amounts: the unit had to be completed. */
  readonly completed: boolean
  /** 余, 近, 以上 …: not exact. */
  readonly approximate: boolean
  /** Written in Chinese numerals: its characters are the words with their unit. */
  readonly spelled: boolean
}

/** A number that is no figure but cannot be explained away either. */
export interface OddToken {
  readonly start: number
  readonly end: number
  readonly reason: string
}

export interface Tokens {
  readonly figures: readonly FigureToken[]
  readonly odd: readonly OddToken[]
}

const NUMBER = /\d{1,3}(?:,\d{3})+(?![\d,]*\d)(?:\.\d+)?|\d+(?:\.\d+)?/g
const WINDOW = 40

/** Is the sign before the digits a minus (and no dash or range)? */
function minusBefore(view: string, at: number): boolean {
  const sign = view[at - 1]
  if (sign !== '-' && sign !== '—') return false
  const before = view[at - 2]
  return before === undefined || (!/[\d年月日—-]/.test(before) && (sign === '-' || before === ')'))
}

function unitAfter(view: string, end: number): { unit: string | null; length: number; rough: boolean; completed: boolean } {
  const after = view.slice(end, end + 16)
  const match = UNIT.exec(after)
  if (match) {
    const rough = match[1] !== undefined || match[3] !== undefined
    const bound = BOUND.exec(after.slice(match[0].length))
    const unit = `${match[2] ?? ''}${match[4] ?? ''}`.replace(/^百分点$/, '个百分点')
    return { unit, length: match[0].length + (bound?.[0].length ?? 0), rough: rough || bound !== null, completed: false }
  }
  const bare = BARE_SCALE.exec(after)
  if (bare) return { unit: `${bare[2]}元`, length: bare[0].length, rough: bare[1] !== undefined, completed: true }
  return { unit: null, length: 0, rough: false, completed: false }
}

/**
 * Sorts the numbers of a text: figures, parts of names and dates (left out), and numbers that are damaged (odd).
 * @param view the text with one form of brackets (viewOf)
 */
export function tokensOf(view: string): Tokens {
  const figures: FigureToken[] = []
  const odd: OddToken[] = []
  const dates = dateSpans(view)
  const quoted = quotedSpans(view)
  const numbering = numberingOf(view)?.length ?? 0
  let taken = 0
  for (const match of view.matchAll(NUMBER)) {
    const end = match.index + match[0].length
    if (match.index < Math.max(numbering, taken) || spanAt(dates, match.index) || spanAt(quoted, match.index)) continue
    const before = view.slice(Math.max(0, match.index - WINDOW), match.index)
    const after = view.slice(end, end + WINDOW)
    if (nameReason(match[0], before, after) !== null) continue
    const lost = /^ \d{1,2}(?=万元|元|%)/.exec(after)
    if (lost) {
      taken = end + lost[0].length
      odd.push({ start: match.index, end: taken, reason: '两段数字之间的小数点可能丢失，读不准' })
      continue
    }
    if (/^\.\d|^,\d/.test(after)) {
      const rest = /^[.,\d]+/.exec(after)?.[0].length ?? 0
      taken = end + rest
      odd.push({ start: match.index, end: taken, reason: '数字里的小数点或逗号不合规则，读不准' })
      continue
    }
    const start = minusBefore(view, match.index) ? match.index - 1 : match.index
    const digits = canonicalDigits(view.slice(start, end).replace('—', '-'))
    if (digits === null) continue
    const { unit, length, rough, completed } = unitAfter(view, end)
    if (unit === null && match.index === 0 && /^\d{1,2}$/.test(digits) && /^[\u4e00-\u9fff]/.test(after)) continue
    taken = end + length
    figures.push({ start, end, close: taken, text: digits, unit, completed, approximate: rough || ABOUT.test(before), spelled: false })
  }
  for (const spelled of spelledNumbers(view))
    if (!spanAt(quoted, spelled.start)) figures.push({ ...spelled, completed: false, approximate: false, spelled: true })
  return { figures: figures.sort((a, b) => a.start - b.start), odd }
}
