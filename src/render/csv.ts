import { type Fact, factsOf } from '../domain/fact.ts'
import { COLUMN_WORDS, FORM_TITLES, type FormId } from '../domain/form.ts'
import type { Report } from '../domain/report.ts'
import { EVALUATION_WORDS, MEASURE_WORDS } from '../domain/standard-form.ts'

const BOM = '\ufeff'
/** Spreadsheets run text that begins like this as a formula. */
const RUNS = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/

/** A field of text: quoted, so that codes stay text; an apostrophe keeps a spreadsheet from running it. Digits are never touched. */
export function textField(text: string | null): string {
  if (text === null || text === '') return ''
  const safe = RUNS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** A field of digits, as they are. */
const numberField = (value: string | number | null): string => (value === null ? '' : String(value))

const FORM_WORDS: Readonly<Record<string, string>> = { ...FORM_TITLES, narrative: '说明', selfEvaluation: '绩效自评' }

function columnWords(fact: Fact): string {
  const words: Readonly<Record<string, string>> =
    fact.form === 'narrative' ? MEASURE_WORDS : fact.form === 'selfEvaluation' ? EVALUATION_WORDS : COLUMN_WORDS
  return words[fact.column] ?? fact.column
}

/** The columns of the file, in order: what stands above them and what each takes of a fact. */
const COLUMNS: readonly (readonly [head: string, of: (fact: Fact, report: Report) => string])[] = [
  ['部门', (_, report) => textField(report.meta.department)],
  ['年度', (_, report) => numberField(report.meta.fiscalYear)],
  ['表', (fact) => textField(FORM_WORDS[fact.form as FormId] ?? fact.form)],
  ['编码', (fact) => textField(fact.row.code)],
  ['名称', (fact) => textField(fact.row.name)],
  ['所属', (fact) => textField(fact.row.parent)],
  ['栏目', (fact) => textField(columnWords(fact))],
  ['数值', (fact) => numberField(fact.figure.text)],
  ['单位', (fact) => textField(fact.figure.unit)],
  ['章节', (fact) => textField(fact.section)],
  ['页', (fact) => numberField(fact.where.page)],
  ['行', (fact) => numberField(fact.where.line)],
  ['原文', (fact) => textField(fact.where.raw)],
  ['修补', (fact) => textField(fact.repaired)],
  ['原文件', (_, report) => textField(report.meta.file)],
]

/** All facts of a report as a table for spreadsheets: one row a fact, UTF-8 with a byte order mark, lines end as RFC 4180 wants. */
export const csv = (report: Report): string =>
  [COLUMNS.map(([head]) => textField(head)), ...factsOf(report).map((fact) => COLUMNS.map(([, of]) => of(fact, report)))]
    .map((fields) => `${fields.join(',')}\r\n`)
    .join('')
    .replace(/^/, BOM)
