import { Decimal } from 'decimal.js'

/** More ways than this to fill a column, and one of them adds up by chance. */
const WAYS = 4096

const scaled = (text: string, decimals: number): bigint => BigInt(new Decimal(text).times(new Decimal(10).pow(decimals)).toFixed(0))

/**
 * The one way to pick a figure from each list so that they add up to the whole to the last digit; null when none does or several do.
 * @param lists what each part may hold in the column; '0' for a blank
 */
export function onlySum(whole: string, lists: readonly (readonly string[])[], decimals: number): readonly string[] | null {
  const ways = lists.reduce((product, list) => product * list.length, 1)
  if (ways > WAYS || ways < 2) return null
  const amounts = lists.map((list) => list.map((text) => scaled(text, decimals)))
  const found: string[][] = []
  const walk = (at: number, left: bigint, picked: readonly string[]): void => {
    if (found.length > 1) return
    if (at === lists.length) {
      if (left === 0n) found.push([...picked])
      return
    }
    lists[at]?.forEach((text, i) => {
      walk(at + 1, left - (amounts[at]?.[i] ?? 0n), [...picked, text])
    })
  }
  walk(0, scaled(whole, decimals), [])
  return found.length === 1 ? (found[0] ?? null) : null
}
