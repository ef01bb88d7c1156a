import type { Claim, Form, Statement } from '../../domain/report.ts'
import { codesNamed, type Level, levelsOf, plainName } from './classification.ts'

/** Forms whose codes are functional. */
const FUNCTIONAL_FORMS: ReadonlySet<string> = new Set([
  'revenue',
  'expenditure',
  'generalBudgetExpenditure',
  'governmentFund',
  'stateCapital',
])

/** Codes by the plain name that this report's own forms print for them. */
type OwnNames = ReadonlyMap<string, ReadonlySet<string>>

function ownNames(forms: readonly Form[]): OwnNames {
  const names = new Map<string, Set<string>>()
  for (const form of forms)
    for (const { code, name } of FUNCTIONAL_FORMS.has(form.id) ? form.rows : [])
      if (code !== null) names.set(plainName(name), (names.get(plainName(name)) ?? new Set()).add(code))
  return names
}

const only = (codes: readonly string[]): string | null => (codes.length === 1 ? (codes[0] ?? null) : null)

const ownUnder = (names: OwnNames, { name, length }: Level, parent: string): string | null =>
  only([...(names.get(plainName(name)) ?? [])].filter((code) => code.length === length && code.startsWith(parent)))

/**
 * The code that the levels of an item name among the report's own rows, each under the one before.
 * A 款 that no row has (its name is misprinted, or wrapped in the form) is passed over where the 项 is the only one of its name in the 类.
 */
function ownCode(item: string, names: OwnNames): string | null {
  const levels = levelsOf(item)
  let code: string | null = null
  for (const level of levels) {
    const found: string | null = ownUnder(names, level, code ?? '') ?? only(codesNamed(level.name, level.length, code))
    if (found === null && (code === null || level === levels.at(-1))) return null
    code = found ?? code
  }
  return code
}

/**
 * Gives items that the official classification does not know (it is not complete, and new items come every year)
 * the code that the report's own forms print for this very name under the same 类 and 款.
 */
export function withOwnCodes<T extends Claim | Statement>(said: readonly T[], forms: readonly Form[]): T[] {
  const names = ownNames(forms)
  return said.map((one) => {
    const code = one.subject === null ? ownCode(one.item, names) : null
    return code === null ? one : { ...one, subject: `code:${code}` }
  })
}
