import { BUDGET_SUMS } from '../../../knowledge/forms/budget.ts'
import type { FormId } from '../../domain/form.ts'
import { exactly, type Interval, intervalOf, meets, sum } from '../../domain/interval.ts'
import type { Cell, FormRow } from '../../domain/report.ts'

const intervalIn = (cell: Cell | undefined): Interval => (cell?.kind === 'figure' ? intervalOf(cell.figure) : exactly(0))

/** Does this row add up? null when it has too few figures to tell. */
function addsUp(id: FormId, row: FormRow): boolean | null {
  const told = (BUDGET_SUMS[id] ?? []).filter(
    ([whole, parts]) => row.cells[whole]?.kind === 'figure' && parts.some((part) => row.cells[part]?.kind === 'figure'),
  )
  if (told.length === 0) return null
  return told.every(([whole, parts]) => meets(intervalIn(row.cells[whole]), sum(parts.map((part) => intervalIn(row.cells[part])))))
}

/**
 * Do the rows of one grid speak against the columns they were given? One row that does not add up is the report's own slip;
 * when most do not, the header does not stand over its figures.
 */
export function contradictColumns(id: FormId, rows: readonly FormRow[]): boolean {
  const told = rows.map((row) => addsUp(id, row)).filter((answer) => answer !== null)
  return told.length >= 2 && told.filter((answer) => !answer).length * 2 > told.length
}
