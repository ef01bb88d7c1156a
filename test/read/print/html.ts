import type { Line } from '../../../src/domain/document.ts'
import type { Form, Report } from '../../../src/domain/report.ts'
import { recogniseForms } from '../../../src/parse/forms/index.ts'
import { escapeXml } from '../formats/docx.ts'
import { formTable, type Head } from './form-table.ts'

const STYLE = `tr{break-inside:avoid}@page{size:A4;margin:16mm 14mm}
body{font:11pt "Noto Serif CJK SC";line-height:1.5}
p{margin:0;white-space:pre-wrap}
table{border-collapse:collapse;width:100%;font:8pt/1.35 "Noto Sans CJK SC";margin:2mm 0}
td,th{border:0.75pt solid #222;padding:1pt 3pt;font-weight:normal}
td.n{text-align:right;font-family:"Liberation Serif"}
section{break-before:page}
section.wide{page:wide}
@page wide{size:A4 landscape;margin:14mm}
h2{font-size:14pt;text-align:center;margin:0 0 2mm}
.over{display:flex;justify-content:space-between;font-size:9pt}`

const FIGURE = /^[-\d.,%]+$/
const th = ([text, across = 1, down = 1]: Head): string => `<th colspan="${across}" rowspan="${down}">${escapeXml(text)}</th>`
const td = (text: string): string => `<td${FIGURE.test(text) ? ' class="n"' : ''}>${escapeXml(text)}</td>`
const tr = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`

/** Wide forms stand on a sheet of their own that lies across. */
const isWide = ({ id }: Form): boolean => id === 'fiscalOverview' || id === 'basicExpenditure' || id === 'threePublic'

function section(form: Form, { meta }: Report): string {
  const { title, head, rows } = formTable(form)
  return [
    `<section${isWide(form) ? ' class="wide"' : ''}><h2>${escapeXml(title)}</h2>`,
    `<div class="over"><span>部门：${escapeXml(form.department ?? meta.department)}</span><span>金额单位：${form.unit}</span></div>`,
    `<table>${[...head.map((cells) => tr(cells.map(th))), ...rows.map((cells) => tr(cells.map(td)))].join('\n')}</table>`,
    ...form.notes.map((note) => `<p>${escapeXml(note.text)}</p>`),
    '</section>',
  ].join('\n')
}

/** Explanations as they stand, neighbouring rows as one table. */
function prose(lines: readonly Line[]): string {
  const out: string[] = []
  let rows: string[] = []
  const flush = () => {
    if (rows.length > 0) out.push(`<table>${rows.join('\n')}</table>`)
    rows = []
  }
  for (const { cells, text } of lines) {
    if (cells) rows.push(tr(cells.map(td)))
    else {
      flush()
      out.push(`<p>${escapeXml(text)}</p>`)
    }
  }
  flush()
  return out.join('\n')
}

/** A report that was read from a text, as a web page to print: its forms as tables in their usual layout, the rest as it stands. */
export function printable(report: Report, lines: readonly Line[]): string {
  const parts: string[] = []
  let at = 0
  for (const { id, from, to } of recogniseForms(lines).toSorted((a, b) => a.from - b.from)) {
    const form = report.forms.find((one) => one.id === id)
    if (form === undefined || from < at) continue
    parts.push(prose(lines.slice(at, from)), section(form, report))
    at = to
  }
  parts.push('<section></section>', prose(lines.slice(at)))
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${parts.join('\n')}</body></html>`
}
