import type { Report } from '../domain/report.ts'
import { csvOf } from './data-table.ts'
import { FACT_TABLE, factRows } from './fact-table.ts'

export { textField } from './data-table.ts'

/** All facts of a report as a table for spreadsheets: one row a fact. */
export const csv = (report: Report): string => csvOf(FACT_TABLE, factRows(report))
