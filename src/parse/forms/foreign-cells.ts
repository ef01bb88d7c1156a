import { FOREIGN_COLUMNS } from '../../../knowledge/forms/index.ts'
import type { Line } from '../../domain/document.ts'
import type { FormId } from '../../domain/form.ts'
import { GENERIC, keysIn } from './column-words.ts'
import { headerStack, headRows } from './header-stack.ts'

/** Grid columns whose figures are none of the form's columns, each with what is said of its figures. */
export type ForeignCells = ReadonlyMap<number, string>

const PART = '前一栏的一部分，未单列'
/** 合计 and 支出 head many columns; what stands under them may be a column of the form. */
const WIDE: ReadonlySet<string> = new Set(['total', 'expenditure'])
/** Columns whose parts bear the names of other columns. */
const CARRIED: ReadonlySet<string> = new Set(['opening', 'revenue', 'closing'])

/** The words over a column from the top down, without those that every column of money has. */
const namesOver = (rows: readonly Line[], cell: number): string[] =>
  headerStack(rows, cell).filter(
    (words, i, all) => /[一-鿿]/.test(words) && words !== all[i - 1] && !GENERIC.test(words) && !/^(?:栏次|其中[:：]?)$/.test(words),
  )

/** The one column of the form that a word over other words names; none where two words were smeared into one. */
function headed(id: FormId, words: string): string | null {
  const [key, more] = keysIn(id, words)
  return key === undefined || more !== undefined || WIDE.has(key) ? null : key
}

function reasonFor(id: FormId, names: readonly string[]): string | null {
  const [own, ...above] = [...names].reverse()
  if (own === undefined) return null
  const told = FOREIGN_COLUMNS[id]?.find(([pattern]) => names.some((words) => pattern.test(words)))
  if (told) return told[1]
  if (/^其中/.test(own)) return `“其中”栏，是${PART}`
  const whole = above.find((words) => {
    const key = headed(id, words)
    // 项目支出 under 年末结转 is a part of it; in one row 其他收入 beside 附属单位上缴收入 is a column of its own.
    return key !== null && (CARRIED.has(key) ? headed(id, own) !== key : keysIn(id, own).length === 0)
  })
  return whole === undefined ? null : `“${whole}”下的“${own}”栏，是${PART}`
}

/** Finds the columns that a form prints beside its own: parts of a column, balances, another phase, remarks. */
export function foreignCells(id: FormId, header: readonly Line[], width: number): ForeignCells {
  const rows = headRows(header)
  const found = new Map<number, string>()
  for (let cell = 0; cell < width; cell++) {
    const reason = reasonFor(id, namesOver(rows, cell))
    if (reason !== null) found.set(cell, reason)
  }
  return found
}
