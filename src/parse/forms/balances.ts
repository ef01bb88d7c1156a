import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'
import type { Token } from './tokens.ts'

/**
 * A few provinces and years print the general budget with its balances: 年初 (3 columns), 本年收入 (3), 本年支出 (3), 年末 (3 or 4).
 * Spending stands behind the first six.
 */
const BEFORE = 6
const SPENT = 3
const ALL = [12, 13]

export const printsBalances = (header: readonly Line[]): boolean => {
  const words = squeeze(header.map((line) => line.text).join(''))
  return /年初|上年结转/.test(words) && /本年收入/.test(words)
}

/**
 * The figures of 本年支出 in a row without a grid: where every column is printed, by count; where nothing is carried over, income
 * and spending are the same figures twice. Null where neither holds.
 */
export function spentAlone(figures: readonly Token[]): readonly Token[] | null {
  const numbers = figures.filter((t) => t.kind === 'number')
  if (numbers.length === 0) return []
  if (ALL.includes(figures.length)) return figures.slice(BEFORE, BEFORE + SPENT)
  const half = numbers.length / 2
  const twice = Number.isInteger(half) && half >= 2 && numbers.slice(0, half).every((t, i) => t.raw === numbers[half + i]?.raw)
  return twice && figures.length === numbers.length ? numbers.slice(half) : null
}
