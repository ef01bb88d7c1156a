import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Names that stand on the right half alone. */
const RIGHT_NAME = /^(?:[一二三四五六七八九十]{1,3}、.+支出|本年支出合计|结余分配|年末.*结转和?结余)$/

const hasAmount = (line: Line): boolean => tokensOf(line).some((t) => t.kind === 'number' && /\d[.．]\d/.test(t.raw))

/** Where a line's right half begins; null where nothing shows it. */
function rightOf(line: Line): number | null {
  const at = line.cells?.findIndex((cell, index) => index > 0 && RIGHT_NAME.test(squeeze(cell))) ?? -1
  return at < 0 ? null : at
}

const gridOf = (line: Line): string => `${line.page}|${line.cells?.length}`

/**
 * Lines of a two-sided form that do not stand in its grid: without cells among lines that have some, or on a page whose own grid
 * begins the right half elsewhere. Tables without rulings get a grid for each page.
 * @param right the grid column at which the right half begins
 */
export function outsideGrid(body: readonly Line[], right: number): ReadonlySet<Line> {
  const pages = new Map<string, Set<number>>()
  for (const line of body) {
    const at = rightOf(line)
    if (at !== null) pages.set(gridOf(line), (pages.get(gridOf(line)) ?? new Set()).add(at))
  }
  const widths = new Map(body.filter((line) => rightOf(line) === right).map((line) => [line.cells?.length, true] as const))
  const isOutside = (line: Line): boolean => {
    if (line.cells === null) return hasAmount(line)
    const own = pages.get(gridOf(line))
    return own === undefined ? !widths.has(line.cells.length) : !own.has(right)
  }
  return new Set(body.filter(isOutside))
}

/** The line as running text: its cells prove nothing. */
export const withoutGrid = (line: Line): Line =>
  line.cells === null ? line : { ...line, text: line.cells.filter((cell) => cell.trim() !== '').join('   '), cells: null }

/** The same tokens on the lines that they were printed on. */
export const onLines =
  (originals: ReadonlyMap<Line, Line>) =>
  (token: Token): Token => ({ ...token, line: originals.get(token.line) ?? token.line })
