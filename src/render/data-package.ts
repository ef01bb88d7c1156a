import type { DataColumn, DataTable } from './data-table.ts'
import { FACT_TABLE } from './fact-table.ts'
import { FIGURE_TABLE } from './figure-table.ts'

const TYPES = { text: 'string', year: 'year', integer: 'integer', amount: 'number' } as const

function fieldOf<Row>({ name, kind, about }: DataColumn<Row>) {
  return { name, type: TYPES[kind], description: about }
}

function resourceOf<Row>({ name, title, columns }: DataTable<Row>) {
  return {
    name,
    title,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: columns.map(fieldOf) },
  }
}

/** The tables that are exported, as a Frictionless Data Package: written from the same columns that write the files. */
export const dataPackage = () => ({
  name: 'chazhang',
  title: '查账导出的表',
  description: "数值照报告所印，是十进制数，不经浮点数；空白是没有，不是0。以 ' 开头的文字是为了不被表格软件当成公式。",
  resources: [resourceOf(FACT_TABLE), resourceOf(FIGURE_TABLE)],
})

export const dataPackageText = (): string => `${JSON.stringify(dataPackage(), null, 2)}\n`
