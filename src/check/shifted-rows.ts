import { cellKey } from '../domain/fact.ts'
import type { Finding } from '../domain/finding.ts'
import type { FormId } from '../domain/form.ts'
import type { FormRow } from '../domain/report.ts'
import type { FormView } from './books/form-view.ts'
import type { Books } from './books/index.ts'
import { type Case, findingOf } from './case.ts'
import { placeWords } from './wording.ts'

/** Forms that print the same items: where one has slid against the other, its amounts stand beside the wrong names. */
const SIBLINGS: readonly (readonly [FormId, FormId])[] = [
  ['generalBudgetExpenditure', 'expenditure'],
  ['expenditure', 'revenue'],
]
const ENOUGH = 4

/** The rows of one form that print the amounts of other rows. */
interface Shift {
  readonly form: FormView
  readonly rows: readonly FormRow[]
  /** The row of the sibling whose amount the first of them prints. */
  readonly owner: FormRow
  readonly sibling: FormView
}

const amount = (form: FormView, row: FormRow): string | null => {
  const reading = form.reading(row, 'total')
  return reading.kind === 'figure' && Number(reading.term.figure.text) !== 0 ? String(Number(reading.term.figure.text)) : null
}

/** From the first row that differs from its sibling's to the last one, where most of them print what the sibling prints elsewhere. */
function shiftOf(form: FormView, sibling: FormView): Shift | null {
  const differs = form.rows.flatMap((row, at) => {
    const own = row.code === null ? undefined : sibling.byCode(row.code)
    const [left, right] = [amount(form, row), own ? amount(sibling, own) : null]
    return own === undefined || left === null || right === null || left === right ? [] : [{ row, at, left }]
  })
  const owners = differs.map(({ row, left }) => sibling.rows.find((other) => other.code !== row.code && amount(sibling, other) === left))
  const known = owners.filter((owner) => owner !== undefined).length
  const shown = owners.findIndex((owner) => owner !== undefined)
  const [first, last, owner] = [differs[shown], differs.at(-1), owners[shown]]
  if (!first || !last || !owner || known < ENOUGH || known * 4 < differs.length * 3) return null
  const rows = form.rows.filter((row, at) => at >= first.at && (at <= last.at || row === form.totalRow))
  return { form, rows, owner, sibling }
}

const keysOf = (form: FormView, rows: readonly FormRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => form.columns.map((column) => cellKey(form.id, row, column))))

const named = (row: FormRow): string => `${row.code ?? ''} ${row.name}`.trim()

function findingFor({ form, rows, owner, sibling }: Shift, explained: readonly Case[]): Finding | null {
  const [first] = rows
  const shown = keysOf(form, rows.slice(0, 1))
  const [root, ...effects] = [...explained].sort((a, b) => Number(touches(b, shown)) - Number(touches(a, shown)))
  if (!root || !first) return null
  const says = `《${form.title}》自${named(first)}起${rows.length}行的金额与行名错位：${named(first)}印作${amount(form, first)}，那是《${sibling.title}》${named(owner)}的数`
  return {
    ...findingOf(root, 'inconsistent'),
    statement: `${says}（${placeWords([first.where, owner.where])}）。`,
    likelyCause: '整列错行：行名与金额没有对齐。',
    effects: effects.map((made) => findingOf(made, 'inconsistent')),
  }
}

const touches = (made: Case, keys: ReadonlySet<string>): boolean => [...made.keys].some((key) => keys.has(key))

export interface ShiftFound {
  readonly finding: Finding
  readonly explains: readonly Case[]
}

/** Failed relations that rows out of line explain: all that touch them, as one finding for each form. */
export function shiftedRows(books: Books, failed: readonly Case[]): readonly ShiftFound[] {
  return SIBLINGS.flatMap(([a, b]): ShiftFound[] => {
    const [left, right] = [books.form(a), books.form(b)]
    if (!left || !right) return []
    const found = [shiftOf(left, right), shiftOf(right, left)].flatMap((shift) => {
      if (!shift) return []
      const keys = keysOf(shift.form, shift.rows)
      const explains = failed.filter((made) => touches(made, keys))
      const alone = explains.filter((made) => [...made.keys].every((key) => key.startsWith(`${shift.form.id}|`))).length
      return [{ shift, explains, alone }]
    })
    // The form that contradicts itself as well is the one that slid.
    const [worst] = found.sort((x, y) => y.alone - x.alone)
    const finding = worst && worst.alone > 0 ? findingFor(worst.shift, worst.explains) : null
    return worst && finding ? [{ finding, explains: worst.explains }] : []
  })
}
