import { decimalOf } from '../../domain/figure.ts'
import type { ThreePublicRow } from '../../domain/form.ts'
import { exactly, intervalOf, meets, sum } from '../../domain/interval.ts'
import type { Claim } from '../../domain/report.ts'
import { threePublicSubject } from '../../domain/subject.ts'
import { type Reading, readingsOf } from './numbers.ts'
import { SUMS, standingIn } from './three-public-grid.ts'
import type { Slot } from './three-public-slots.ts'
import type { Token } from './tokens.ts'

const PHASES = ['budget', 'final'] as const

export function addsUp(given: ReadonlyMap<Slot, Reading>, decimals: number): boolean {
  const value = (row: ThreePublicRow, column: string) => {
    const hit = [...given].find(([slot]) => slot.row === row && slot.column === column)
    return hit ? intervalOf({ text: hit[1].text, unit: '万元', decimals }) : exactly(0)
  }
  return PHASES.every((column) =>
    SUMS.every(([whole, parts]) => meets(value(whole, column), sum(parts.map((part) => value(part, column))))),
  )
}

/** Some forms leave 小计 of the vehicles blank: 合计 is then the sum of all that is printed. Only a grid can show that. */
function addsUpWithoutSubtotal(given: ReadonlyMap<Slot, Reading>, decimals: number): boolean {
  const has = [...given.keys()].some((slot) => slot.row === 'vehicles')
  const range = (column: string, isOwn: (row: ThreePublicRow) => boolean) =>
    sum([
      exactly(0),
      ...[...given].flatMap(([slot, { text }]) =>
        slot.column === column && isOwn(slot.row) ? [intervalOf({ text, unit: '万元', decimals })] : [],
      ),
    ])
  return (
    !has &&
    PHASES.every((column) =>
      meets(
        range(column, (row) => row === 'total'),
        range(column, (row) => row !== 'total'),
      ),
    )
  )
}

/** More ways than this prove nothing. */
const LIMIT = 200

/** All ways to hand readings to slots in order that add up. */
function fittings(readings: readonly Reading[], slots: readonly Slot[], decimals: number): Map<Slot, Reading>[] {
  const found: Map<Slot, Reading>[] = []
  const walk = (at: number, from: number, done: Map<Slot, Reading>) => {
    if (found.length > LIMIT) return
    const reading = readings[at]
    if (reading === undefined) {
      if (addsUp(done, decimals)) found.push(done)
      return
    }
    for (let s = from; s + (readings.length - at) <= slots.length; s++) {
      const slot = slots[s]
      if (slot) walk(at + 1, s + 1, new Map(done).set(slot, reading))
    }
  }
  walk(0, 0, new Map())
  return found.length > LIMIT ? [] : found
}

/** Does the explanation state each placed figure that it states at all as it is placed here? */
function agreesWith(claims: readonly Claim[], given: ReadonlyMap<Slot, Reading>): boolean {
  const stated = claims.filter(
    (c) => c.subject?.startsWith('threePublic.') && (c.measure === 'budget' || c.measure === 'final') && c.versus === null,
  )
  return stated.every((claim) => {
    const placed = [...given].find(([slot]) => threePublicSubject(slot.row) === claim.subject && slot.column === claim.measure)
    return decimalOf(claim.figure).eq(placed?.[1].text ?? 0)
  })
}

export function placeFigures(
  figures: readonly Token[],
  slots: readonly Slot[],
  decimals: number,
  claims: readonly Claim[],
): Map<Slot, Reading> | null {
  const numbers = figures.filter((f) => f.kind === 'number')
  const ruled = slots.every((slot) => slot.cell !== null) && numbers.every((f) => slots.some((slot) => slot.cell === f.cell))
  const all = readingsOf(numbers, decimals)
  if (ruled) {
    const one = all.find((r) => new Set(r.map((x) => x.token.cell)).size === r.length)
    const placed =
      one &&
      new Map(one.flatMap((reading) => slots.filter((slot) => slot.cell === reading.token.cell).map((slot) => [slot, reading] as const)))
    if (placed && (addsUp(placed, decimals) || addsUpWithoutSubtotal(placed, decimals))) return placed
    const standing = standingIn([{ figures: numbers, slots }], decimals)
    if (standing) return new Map(standing)
  }
  const whole = all.filter((r) => r.length === slots.length)
  const sums = whole.find((r) => addsUp(new Map(r.map((reading, i) => [slots[i] as Slot, reading])), decimals)) ?? whole[0]
  if (sums) return new Map(sums.map((reading, i) => [slots[i] as Slot, reading]))
  const told = fitsAmong(
    all.filter((r) => r.length < slots.length),
    slots,
    decimals,
    claims,
  )
  return told.length === 0 ? null : agreed(told)
}

function fitsAmong(
  readings: readonly (readonly Reading[])[],
  slots: readonly Slot[],
  decimals: number,
  claims: readonly Claim[],
): Map<Slot, Reading>[] {
  const fits = readings.flatMap((r) => fittings(r, slots, decimals))
  const phases = new Set<string>(slots.map((slot) => slot.column))
  const own = claims.filter((claim) => phases.has(claim.measure))
  const told = fits.filter((given) => agreesWith(own, given))
  return fits.length > 1 && told.length > 0 ? told : fits
}

/** All ways to give figures to slots that add up; those that the explanations bear out, where any do. */
export const fitsOf = (
  figures: readonly Token[],
  slots: readonly Slot[],
  decimals: number,
  claims: readonly Claim[],
): Map<Slot, Reading>[] => fitsAmong(readingsOf(figures, decimals), slots, decimals, claims)

/** What all ways have in common. */
function agreed(ways: readonly ReadonlyMap<Slot, Reading>[]): Map<Slot, Reading> | null {
  const [first, ...others] = ways
  const sure = [...(first ?? [])].filter(([slot, reading]) => others.every((way) => way.get(slot)?.token === reading.token))
  return sure.length === 0 ? null : new Map(sure)
}
