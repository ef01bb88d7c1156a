import { type Fact, factsOf } from '../domain/fact.ts'
import { COLUMN_WORDS, FORM_TITLES, type FormId } from '../domain/form.ts'
import type { Report } from '../domain/report.ts'
import { EVALUATION_WORDS, MEASURE_WORDS } from '../domain/standard-form.ts'
import type { DataTable } from './data-table.ts'

const FORM_WORDS: Readonly<Record<string, string>> = { ...FORM_TITLES, narrative: '说明', selfEvaluation: '绩效自评' }

function columnWords(fact: Fact): string {
  const words: Readonly<Record<string, string>> =
    fact.form === 'narrative' ? MEASURE_WORDS : fact.form === 'selfEvaluation' ? EVALUATION_WORDS : COLUMN_WORDS
  return words[fact.column] ?? fact.column
}

export interface FactRow {
  readonly fact: Fact
  readonly report: Report
}

/** All facts of a report, one row a fact. */
export const FACT_TABLE: DataTable<FactRow> = {
  name: 'facts',
  title: '一份报告里的全部数字',
  columns: [
    { name: '部门', kind: 'text', about: '报告的部门全称', of: ({ report }) => report.meta.department },
    { name: '年度', kind: 'year', about: '决算年度', of: ({ report }) => report.meta.fiscalYear },
    { name: '表', kind: 'text', about: '数字所在的表；说明、绩效自评', of: ({ fact }) => FORM_WORDS[fact.form as FormId] ?? fact.form },
    { name: '编码', kind: 'text', about: '功能或经济分类科目编码；合计行没有', of: ({ fact }) => fact.row.code },
    { name: '名称', kind: 'text', about: '行的名称，照报告所印', of: ({ fact }) => fact.row.name },
    { name: '所属', kind: 'text', about: '其中行所属的行', of: ({ fact }) => fact.row.parent },
    { name: '栏目', kind: 'text', about: '列的名称，或说明中数字的含义', of: ({ fact }) => columnWords(fact) },
    { name: '数值', kind: 'amount', about: '照报告所印的数字，小数位不变', of: ({ fact }) => fact.figure.text },
    { name: '单位', kind: 'text', about: '元、千元、万元、亿元、%，或计数的单位', of: ({ fact }) => fact.figure.unit },
    { name: '章节', kind: 'text', about: '所在的标题', of: ({ fact }) => fact.section },
    { name: '页', kind: 'integer', about: '原文件的页', of: ({ fact }) => fact.where.page },
    { name: '行', kind: 'integer', about: '原文件的行', of: ({ fact }) => fact.where.line },
    { name: '原文', kind: 'text', about: '原文件里的字符，一字不改', of: ({ fact }) => fact.where.raw },
    { name: '修补', kind: 'text', about: '字符经过修补才读出数字的，写明缘由', of: ({ fact }) => fact.repaired },
    { name: '原文件', kind: 'text', about: '报告的文件名', of: ({ report }) => report.meta.file },
  ],
}

export const factRows = (report: Report): FactRow[] => factsOf(report).map((fact) => ({ fact, report }))
