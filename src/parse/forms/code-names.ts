import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import { nameKey } from '../text.ts'

/** A row's name as far as its own line prints it, and the words that stand between it and the next row. */
export interface NamedDraft {
  readonly code: string | null
  name: string
  readonly after: readonly string[]
}

const known = (code: string | null): readonly string[] => {
  const item = code === null ? undefined : FUNCTIONAL.get(code)
  return item === undefined ? [] : [item.name, ...item.otherNames].map(nameKey)
}

const isKnown = (code: string | null, name: string): boolean => known(code).includes(nameKey(name))
const begins = (code: string | null, words: string): boolean => words !== '' && known(code).some((name) => name.startsWith(nameKey(words)))
const ends = (code: string | null, name: string): boolean => name !== '' && known(code).some((full) => full.endsWith(nameKey(name)))

/** How many of the words between two rows end the first row's name; the others begin the second's. */
function tailOf(row: NamedDraft, head: string, next: NamedDraft | undefined): number {
  const { after } = row
  const printed = row.name !== ''
  const options = Array.from({ length: after.length + 1 }, (_, i) => i)
  const name = (count: number): string => head + row.name + after.slice(0, count).join('')
  const rest = (count: number): string => after.slice(count).join('')
  if (next === undefined) return after.length
  const whole = options.find((count) => isKnown(row.code, name(count)))
  if (whole !== undefined) return whole
  const heads = options.filter((count) => count < after.length && begins(next.code, rest(count) + next.name))
  const fits = heads.find((count) => (count === 0 ? printed : ends(row.code, after.slice(0, count).join('')))) ?? heads[0]
  if (fits !== undefined) return fits
  if (next.name !== '') return after.length
  if (printed) return 0
  // 前半 / 编码 数字 / 后半: the first words behind a row without a name end it.
  return Math.min(1, after.length)
}

/**
 * Gives words that stand on lines of their own to the rows they name. Long names are printed behind the row's first line, or
 * half above and half below the line of its code and figures; the classification tells where one name ends and the next begins.
 * @param above words above the first row that the header may have swallowed
 */
export function nameRows(rows: readonly NamedDraft[], above: readonly string[]): void {
  const first = rows[0]
  const start = above.findIndex((_, i) => begins(first?.code ?? null, above.slice(i).join('')))
  let head = first?.name === '' && start >= 0 ? above.slice(start).join('') : ''
  for (const [i, row] of rows.entries()) {
    const count = tailOf(row, head, rows[i + 1])
    row.name = head + row.name + row.after.slice(0, count).join('')
    const next = rows[i + 1]
    // A name that is whole on its own line takes nothing before it.
    head = next === undefined || isKnown(next.code, next.name) ? '' : row.after.slice(count).join('')
  }
}
