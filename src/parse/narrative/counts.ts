import type { StandardSubject } from '../../domain/subject.ts'

/** Counts of 三公 that say only a number and a unit: what they count follows from what is being spoken of. */
const COUNTS: readonly { readonly spokenOf: RegExp; readonly words: RegExp; readonly unit: RegExp; readonly subject: StandardSubject }[] = [
  { spokenOf: /overseas/i, words: /./s, unit: /^(?:人次|人|名)$/, subject: 'count.overseasPersons' },
  { spokenOf: /overseas/i, words: /./s, unit: /^(?:个|批|次|批次|团组)$/, subject: 'count.overseasGroups' },
  { spokenOf: /reception/i, words: /./s, unit: /^(?:人次|人|名)$/, subject: 'count.receptionPersons' },
  { spokenOf: /reception/i, words: /./s, unit: /^(?:批|批次|次|个)$/, subject: 'count.receptionBatches' },
  { spokenOf: /vehicle/i, words: /保有|实有|现有|共有|拥有/, unit: /^(?:辆|台)$/, subject: 'count.vehiclesKept' },
  { spokenOf: /vehicle/i, words: /购置|更新|新购|购买|购入/, unit: /^(?:辆|台)$/, subject: 'count.vehiclesBought' },
]

/**
 * What a bare count of the 三公 part counts.
 * @param spokenOf subject of the item that is being spoken of
 */
export function threePublicCount(spokenOf: string | null, words: string, unit: string): StandardSubject | null {
  if (spokenOf === null) return null
  for (const count of COUNTS)
    if (count.spokenOf.test(spokenOf) && count.words.test(`${words} `) && count.unit.test(unit)) return count.subject
  return null
}

const MONEY: Readonly<Record<string, StandardSubject>> = {
  'count.overseasGroups': 'threePublic.overseas',
  'count.overseasPersons': 'threePublic.overseas',
  'count.vehiclesBought': 'threePublic.vehiclePurchase',
  'count.vehiclesKept': 'threePublic.vehicleOperation',
  'count.receptionBatches': 'threePublic.reception',
  'count.receptionPersons': 'threePublic.reception',
}

/** The expense that a 三公 count belongs to: `团组2个，支出5万元` spends on going abroad. */
export const moneyOfCount = (subject: string | null): StandardSubject | null => (subject === null ? null : (MONEY[subject] ?? null))
