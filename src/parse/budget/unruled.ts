import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { FormId } from '../../domain/form.ts'
import type { Form, FormRow } from '../../domain/report.ts'
import type { ParsedRows } from '../forms/code-form.ts'
import { type RowReader, readRows } from '../forms/index.ts'
import { squeeze } from '../text.ts'
import { foreignYear } from './columns.ts'
import { shortFund, withLongFunds, withWholeNames } from './halves.ts'
import { readMended } from './mended.ts'
import { sourceRows } from './sources.ts'
import { withSpelledTotals } from './spelled-totals.ts'
import { withStaffColumns } from './staff-columns.ts'
import { withThreePublicLine } from './three-public-line.ts'

const SEVERAL_YEARS = '表中并列不止一年的数，没有表格线，分不清哪一栏是本年的'

/** 301 7 绩效工资: a 款 that lost its zero stands apart from its 类. */
const LOST_ZERO = /^(\s*[23]\d\d\s+)(\d)(?=\s+[一-鿿])/
/** 301 01基本工资: the last part of a code has grown together with the name. */
const GLUED_PART = /^(\s*[23]\d\d(?:\s+\d\d)?\s+\d\d)(?=[一-鿿])/
const withWholeCodes = (lines: readonly Line[]): Line[] =>
  lines.map((line) => {
    const text = line.text.replace(LOST_ZERO, '$10$2').replace(GLUED_PART, '$1 ')
    return text === line.text ? line : { ...line, text }
  })

/** A budget's money is budget money: the readers of final accounts call their one column `final`. */
const budgetCells = (cells: FormRow['cells']): FormRow['cells'] => {
  const { final, ...rest } = cells
  return final === undefined ? cells : { budget: final, ...rest }
}

const CARRIES = /年初|年末|上年|结转|收入/

/**
 * A budget's fund table is the expenditure table of its fund: 合计 = 基本支出 + 项目支出, no carry-overs. What the table of all
 * expenditure says of the same item, with the same total, may settle its columns.
 */
function readFund(lines: readonly Line[], unit: MoneyUnit, done: ReadonlyMap<FormId, Form>): ParsedRows {
  const all = done.get('expenditure')
  const parsed = readRows('generalBudgetExpenditure', lines, unit, new Map(all === undefined ? [] : [[all.id, all]]), [])
  const cells = ({ total, ...rest }: FormRow['cells']): FormRow['cells'] => (total === undefined ? rest : { expenditure: total, ...rest })
  return { ...parsed, rows: parsed.rows.map((row) => ({ ...row, cells: cells(row.cells) })) }
}

/** The words above the first row. */
function headWords(lines: readonly Line[], rows: readonly FormRow[]): string[] {
  const first = rows[0]?.where
  const at = lines.findIndex((line) => first?.line === line.no && first.page === line.page)
  return lines.slice(0, at).map((line) => squeeze(line.text).replace(/.*表$/, ''))
}

/** A line of a header; items and sentences speak of 收入 freely (国有土地使用权出让收入安排的支出). */
const headOnly = (line: Line): string => (/\d|。|^注|^说明/.test(line.text) ? '' : squeeze(line.text))

/** Reads a table of words and figures without a grid: the accounts tell the columns that its scattered header does not. */
export function readUnruled(year: number, ...[id, lines, unit, done, claims]: Parameters<RowReader>): ParsedRows {
  const mended = id === 'fiscalOverview' ? withLongFunds(withWholeNames(lines)) : withWholeCodes(lines)
  const fund = (id === 'governmentFund' || id === 'stateCapital') && !lines.some((line) => CARRIES.test(headOnly(line)))
  const read = readMended(lines, mended, (own) => (fund ? readFund(own, unit, done) : readRows(id, own, unit, done, claims)))
  const name = (row: FormRow): string => (id === 'fiscalOverview' ? shortFund(row.name, lines) : row.name)
  const parsed = { ...read, rows: read.rows.map((row) => ({ ...row, name: name(row), cells: budgetCells(row.cells) })) }
  if (foreignYear(headWords(lines, parsed.rows), year) !== null) {
    const figures = parsed.rows.flatMap((row) => Object.values(row.cells)).flatMap((cell) => (cell.kind === 'figure' ? [cell.where] : []))
    return { ...parsed, rows: [], unread: [...parsed.unread, ...figures.map((where) => ({ where, reason: SEVERAL_YEARS }))] }
  }
  if (id === 'overview') return withSpelledTotals(parsed, lines, unit)
  if (id === 'revenue') return sourceRows(parsed, lines, unit, done.get('overview'))
  if (id === 'basicExpenditure') return withStaffColumns(parsed, lines, unit)
  return id === 'threePublic' ? withThreePublicLine(parsed, lines, unit, claims) : parsed
}
