import { EXACT_TITLES } from '../../../knowledge/forms/index.ts'
import type { Cell, Form, FormRow, Unread } from '../../domain/report.ts'

type FigureCell = Extract<Cell, { kind: 'figure' }>

const figuresIn = (row: FormRow): (readonly [column: string, cell: FigureCell])[] =>
  Object.entries(row.cells).flatMap(([column, cell]) => (cell.kind === 'figure' ? [[column, cell] as const] : []))
const count = (form: Form): number => form.rows.flatMap(figuresIn).length

/** How exactly a title means the form: 0 is best. */
function distance({ id, title }: Form): number {
  const exact = EXACT_TITLES[id] ?? []
  const at = exact.findIndex((pattern) => pattern.test(title ?? ''))
  return at < 0 ? exact.length : at
}

/** Of two tables for one form the one whose title means exactly it is read, else the longer one, of equal ones the fuller. */
export function prevails(form: Form, over: Form | undefined): boolean {
  if (over === undefined) return true
  const [mine, theirs] = [count(form), count(over)]
  if (mine === 0 || theirs === 0) return mine > theirs
  const [near, far] = [distance(form), distance(over)]
  if (near !== far) return near < far
  return form.rows.length === over.rows.length ? mine > theirs : form.rows.length > over.rows.length
}

const sameRow = (a: FormRow) => (b: FormRow) => a.side === b.side && a.parent === b.parent && (a.code ?? a.name) === (b.code ?? b.name)

/** Every figure of the table that gave way, unread, with what the other one says in its place. */
export function givenWay(form: Form, to: Form): Unread[] {
  if (form.title === to.title || form.title === null)
    return form.rows.flatMap(figuresIn).map(([, { where }]) => ({ where, reason: '同名的表不止一张，此张未采用' }))
  const [mine, theirs] = [`“${form.title}”`, to.title === null ? '另一张表' : `“${to.title}”`]
  return form.rows.flatMap((row) => {
    const other = to.rows.find(sameRow(row))
    return figuresIn(row).map(([column, { figure, where }]) => {
      const printed = other?.cells[column]
      if (printed?.kind !== 'figure') return { where, reason: `${mine}与${theirs}同类，没有读入` }
      const same = printed.figure.text === figure.text && printed.figure.unit === figure.unit
      const reason = same
        ? `与${theirs}的同一格相同，没有重复读入`
        : `${mine}此处与${theirs}的同一格（${printed.figure.text}${printed.figure.unit}）不同，没有读入`
      return { where, reason }
    })
  })
}
