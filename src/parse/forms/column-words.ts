import { COLUMN_HEADERS } from '../../../knowledge/forms/index.ts'
import type { FormId } from '../../domain/form.ts'

/** Words that stand over many columns of money and name none. */
export const GENERIC = /^(?:合计|小计|金额|决算数|本年支出合计|本年收入合计)$/

/** Every column key that one header cell names: two where two headers were smeared into one cell. */
export function keysIn(id: FormId, words: string): string[] {
  const found = (COLUMN_HEADERS[id] ?? []).flatMap(([pattern, key]) => {
    const match = pattern.exec(words)
    return match ? [{ key, at: match.index }] : []
  })
  const strong = found.filter(({ key }) => key !== 'total' && key !== 'expenditure' && key !== 'revenue')
  const list = strong.length > 1 ? strong : found.slice(0, 1)
  return list.sort((a, b) => a.at - b.at).map(({ key }) => key)
}
