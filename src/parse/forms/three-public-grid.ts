import type { ThreePublicRow } from '../../domain/form.ts'
import { exactly, type Interval, intervalOf, meets, sum } from '../../domain/interval.ts'
import { type Reading, readingsOf } from './numbers.ts'
import type { Slot } from './three-public-slots.ts'
import type { Token } from './tokens.ts'

export const SUMS: readonly (readonly [ThreePublicRow, readonly ThreePublicRow[]])[] = [
  ['total', ['overseas', 'vehicles', 'reception']],
  ['vehicles', ['vehiclePurchase', 'vehicleOperation']],
]

/** How far a header may be moved against its body. */
const SHIFTS = [-3, -2, -1, 1, 2, 3]

interface Standing {
  readonly placed: ReadonlyMap<Slot, Reading>
  /** Sums that hold, that fail, and figures under which no slot stands. */
  readonly held: number
  readonly broken: number
  readonly off: number
}

function standing(figures: readonly Token[], slots: readonly Slot[], decimals: number, shift: number): Standing {
  const placed = new Map<Slot, Reading>()
  let off = 0
  for (const token of figures) {
    const slot = slots.find((one) => one.cell !== null && one.cell + shift === token.cell)
    const reading = readingsOf([token], decimals)[0]?.[0]
    if (slot && reading && !placed.has(slot)) placed.set(slot, reading)
    else off++
  }
  const at = (row: ThreePublicRow, column: string): Interval | null => {
    const hit = [...placed].find(([slot]) => slot.row === row && slot.column === column)
    return hit ? intervalOf({ text: hit[1].text, unit: '万元', decimals }) : null
  }
  let [held, broken] = [0, 0]
  for (const column of ['budget', 'final'])
    for (const [whole, parts] of SUMS) {
      const value = at(whole, column)
      const made = parts.map((part) => at(part, column)).filter((part) => part !== null)
      if (value === null || made.length === 0) continue
      if (meets(value, sum([exactly(0), ...made]))) held++
      else broken++
    }
  return { placed, held, broken, off }
}

/**
 * Figures read where a grid lets them stand, although a sum of theirs fails: then the contradiction is the report's.
 * The header must be seen to stand over its body: at least as many sums hold as fail there, and fewer hold wherever else it could stand.
 * @param rows rows of figures under the same slots; what holds in one of them speaks for all
 */
export function standingIn(
  rows: readonly { readonly figures: readonly Token[]; readonly slots: readonly Slot[] }[],
  decimals: number,
): ReadonlyMap<Slot, Reading> | null {
  const at = (shift: number): Standing[] => rows.map(({ figures, slots }) => standing(figures, slots, decimals, shift))
  const held = (list: readonly Standing[]): number => list.reduce((all, one) => all + one.held, 0)
  const own = at(0)
  const broken = own.reduce((all, one) => all + one.broken, 0)
  const sure = held(own) > 0 && held(own) >= broken && own.every(({ off }) => off === 0)
  const rival = SHIFTS.some((shift) => held(at(shift)) >= held(own))
  return sure && !rival ? (own[0]?.placed ?? null) : null
}
