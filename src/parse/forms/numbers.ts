import { canonicalDigits } from '../../domain/figure.ts'
import type { Token } from './tokens.ts'

/** One way to read a run of number tokens as a figure. */
export interface Reading {
  readonly text: string
  readonly raw: string
  readonly repaired: string | null
  readonly token: Token
  /** All tokens it was made of. */
  readonly tokens: readonly Token[]
}

const BLANK_INSIDE = '数字中间有空格'
const POINT_LOST = '小数点丢失，按勾稽关系恢复'

const read = (raw: string, tokens: readonly Token[], repaired: string | null): Reading | null => {
  const text = canonicalDigits(raw)
  const token = tokens[0]
  return text === null || token === undefined ? null : { text, raw: tokens.map((t) => t.raw).join(' '), repaired, token, tokens }
}

/** Ways to read the tokens that begin at `from`: each with how many tokens it takes. */
function firstReadings(tokens: readonly Token[], from: number, decimals: number): { reading: Reading; taken: number }[] {
  const [a, b] = [tokens[from], tokens[from + 1]]
  if (a === undefined) return []
  const out: { reading: Reading; taken: number }[] = []
  const push = (reading: Reading | null, taken: number) => {
    if (reading) out.push({ reading, taken })
  }
  const together = b !== undefined && a.cell === b.cell && b.line === a.line
  if (together && (/[.．]$/.test(a.raw) || /^[.．]\d/.test(b.raw) || (/[,，]$/.test(a.raw) && /^\d{3}(?:\D|$)/.test(b.raw)))) {
    push(read(a.raw + b.raw, [a, b], BLANK_INSIDE), 2)
    if (out.length > 0) return out
  }
  push(read(a.raw, [a], null), 1)
  // Two whole numbers side by side in a table with decimals: perhaps one figure that lost its point. Identities decide.
  if (together && decimals > 0 && /^-?[\d,]+$/.test(a.raw) && new RegExp(`^\\d{${decimals}}$`).test(b.raw))
    push(read(`${a.raw}.${b.raw}`, [a, b], POINT_LOST), 2)
  return out
}

/**
 * All ways to read a run of number tokens, the plainest first.
 * @param decimals precision of the table, for figures that lost their point
 * @param limit stop after so many: a run without damage has exactly one
 */
export function readingsOf(tokens: readonly Token[], decimals: number, limit = 64): Reading[][] {
  let open: { done: Reading[]; at: number }[] = [{ done: [], at: 0 }]
  const complete: Reading[][] = []
  while (open.length > 0 && complete.length < limit) {
    const next: typeof open = []
    for (const state of open) {
      if (state.at >= tokens.length) complete.push(state.done)
      else
        for (const { reading, taken } of firstReadings(tokens, state.at, decimals))
          next.push({ done: [...state.done, reading], at: state.at + taken })
    }
    open = next.slice(0, limit * 4)
  }
  return complete
}

/** The most decimals that any undamaged number of a table prints. */
export function decimalsOfTokens(tokens: readonly Token[]): number {
  const seen = tokens.map((t, i) => {
    const next = tokens[i + 1]
    const split = /[.．]$/.test(t.raw) && next?.line === t.line && next.cell === t.cell
    return canonicalDigits(split ? t.raw + next.raw : t.raw)?.split('.')[1]?.length ?? 0
  })
  return Math.max(0, ...seen)
}
