import { COLUMN_WORDS, FORM_COLUMNS, FORM_TITLES } from '../domain/form.ts'
import type { Cell, Form, FormRow } from '../domain/report.ts'
import {
  CELL_MARKS,
  escapeText,
  HEADINGS,
  ROW_HEADS,
  SIDE_WORDS,
  spotText,
  tableHead,
  tableRow,
  withRemarks,
} from '../domain/standard-form.ts'
import { type Context, figureRemarks, placeRemarks, remark } from './standard-form-remarks.ts'

function cellText(cell: Cell | undefined, context: Context): string {
  switch (cell?.kind) {
    case undefined:
      return CELL_MARKS.absent
    case 'blank':
      return ''
    case 'dash':
      return withRemarks(CELL_MARKS.dash, placeRemarks(cell.where, CELL_MARKS.dash, context))
    case 'unreadable':
      return withRemarks(CELL_MARKS.unreadable, [
        ...placeRemarks(cell.where, CELL_MARKS.unreadable, context),
        ...remark('缘由', cell.reason),
      ])
    case 'figure':
      return withRemarks(cell.figure.text, figureRemarks(cell.figure, cell.where, cell.repaired, context))
  }
}

const optional = (text: string | null): string => (text === null ? '' : escapeText(text))

/** The descriptive columns in front of the figures; one that no row uses is left out. */
const LEADING: readonly { readonly head: string; readonly of: (row: FormRow) => string; readonly used: (row: FormRow) => boolean }[] = [
  { head: ROW_HEADS.ordinal, of: (row) => (row.ordinal === null ? '' : String(row.ordinal)), used: (row) => row.ordinal !== null },
  { head: ROW_HEADS.side, of: (row) => (row.side === null ? '' : SIDE_WORDS[row.side]), used: (row) => row.side !== null },
  { head: ROW_HEADS.code, of: (row) => optional(row.code), used: (row) => row.code !== null },
  { head: ROW_HEADS.parent, of: (row) => optional(row.parent), used: (row) => row.parent !== null },
  { head: ROW_HEADS.name, of: (row) => escapeText(row.name), used: () => true },
]

/** The columns any row has, in the form's own order, unknown ones last. */
function columnsOf(form: Form): string[] {
  const present = new Set(form.rows.flatMap((row) => Object.keys(row.cells)))
  const known = FORM_COLUMNS[form.id].filter((column) => present.has(column))
  return [...known, ...[...present].filter((column) => !known.includes(column))]
}

/** A column's official word; a key without one is written as it is, marked. */
const columnHead = (column: string): string =>
  Object.hasOwn(COLUMN_WORDS, column) ? (COLUMN_WORDS[column] ?? '') : `栏 ${escapeText(column)}`

function tableLines(form: Form): string[] {
  const leading = LEADING.filter((column) => form.rows.some(column.used))
  const columns = columnsOf(form)
  const head = [...leading.map((column) => column.head), ...columns.map(columnHead), ROW_HEADS.where]
  const rows = form.rows.map((row) => {
    const context: Context = { page: row.where.page, line: row.where.line, unit: form.unit, decimals: form.decimals }
    const where = withRemarks(spotText(row.where), row.where.raw === row.name ? [] : remark('原文', row.where.raw))
    return tableRow([...leading.map((column) => column.of(row)), ...columns.map((column) => cellText(row.cells[column], context)), where])
  })
  return form.rows.length === 0 ? [] : [...tableHead(head), ...rows, '']
}

/** One form: its heading, what it says of itself, its table, the formulas of its notes. */
export function formLines(form: Form): string[] {
  const about = withRemarks('', [
    ...remark('题名', form.title),
    ...remark('单位', form.unit),
    ...remark('小数', form.decimals),
    ...remark('部门', form.department),
    ...(form.departmentWhere === undefined
      ? []
      : [...remark('部门位置', spotText(form.departmentWhere)), ...remark('部门原文', form.departmentWhere.raw)]),
    ...(form.unitWhere === undefined ? [] : [...remark('单位位置', spotText(form.unitWhere)), ...remark('单位原文', form.unitWhere.raw)]),
    ...placeRemarks(form.where, form.title ?? ''),
    ...remark('止', spotText(form.end)),
  ])
  const notes = form.notes.map((note) => `- ${withRemarks(escapeText(note.text), placeRemarks(note.where, note.text))}`)
  return [
    `## ${HEADINGS.form} ${withRemarks(FORM_TITLES[form.id], [['标识', form.id]])}`,
    '',
    about,
    '',
    ...tableLines(form),
    ...(notes.length === 0 ? [] : [...notes, '']),
  ]
}
