import { ORGANS } from '../../../knowledge/aliases/index.ts'
import { normaliseName } from '../normalise.ts'
import { type Evidence, isEmptyCharacter, slipOf } from '../words/slip.ts'
import type { DepartmentIndex, Indexed } from './department-index.ts'
import { reading } from './reading.ts'

/** Slips of the pen in the name of a department: 口硚机关工委, 洪山区委办办. */

/** Characters that make another organ of a name: 党 for 工 is no slip of the pen. */
const ORGAN_CHARACTERS = new Set(ORGANS.flatMap(({ short }) => [...short.join('')]))
const SHORTEST = 4

export interface MendedName {
  readonly meant: string
  readonly entry: Indexed
  readonly evidence: Evidence
}

/** Another place or another organ is another name, however alike they look. */
function isOtherName(words: string, form: string, entry: Indexed): boolean {
  if (words.length !== form.length) return false
  const at = [...words].findIndex((character, i) => character !== form[i])
  const [wrong, right] = [words.charAt(at), form.charAt(at)]
  if (isEmptyCharacter(wrong) || [...words].sort().join('') === [...form].sort().join('')) return false
  if (reading(wrong) === reading(right)) return false
  return ORGAN_CHARACTERS.has(wrong) || entry.cores.some((core) => core.includes(right))
}

/** The departments that a name is one slip away from, the best told first; one form each. */
export function mendedNames(index: DepartmentIndex, said: string): MendedName[] {
  const words = normaliseName(said)
  if (words.length < SHORTEST - 1 || words.length > 40) return []
  const found = index.near(words).flatMap((entry): MendedName[] => {
    const forms = entry.forms.flatMap((form): MendedName[] => {
      const evidence = form.length < SHORTEST || !entry.cores.some((core) => form.includes(core)) ? null : slipOf(words, form)
      return evidence === null || evidence < 2 || isOtherName(words, form, entry) ? [] : [{ meant: form, entry, evidence }]
    })
    return forms.sort((a, b) => b.evidence - a.evidence || a.meant.length - b.meant.length).slice(0, 1)
  })
  return found.sort((a, b) => b.evidence - a.evidence)
}
