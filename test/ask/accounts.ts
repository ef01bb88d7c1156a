import { cellKey, claimKey } from '../../src/domain/fact.ts'
import { decimalsOf, figureOf } from '../../src/domain/figure.ts'
import type { CheckResult, Finding } from '../../src/domain/finding.ts'
import type { FormId } from '../../src/domain/form.ts'
import { FORM_IDS } from '../../src/domain/form.ts'
import type { Cell, Claim, Form, FormRow, Measure, Report, Side } from '../../src/domain/report.ts'

/** Reports in a short notation: figures of our own making, five departments that differ in what their reports have. */

let line = 0
const next = () => ({ page: null, line: ++line })

const isRow = /^(?:(\d{3,7}) )?(?:\[(收|支)\])?(.+)$/

function cellOf(raw: string, decimals: number): Cell {
  const where = { ...next(), raw }
  if (raw === '') return { kind: 'blank' }
  if (raw === '—') return { kind: 'dash', where }
  const figure = figureOf(raw, '万元', decimals)
  return figure === null ? { kind: 'unreadable', where, reason: '字迹不清' } : { kind: 'figure', figure, where, repaired: null }
}

/** `'2013101 行政运行': { total: '268.74' }`; `[收]` and `[支]` tell the side of a two-sided form. */
export function form(id: FormId, rows: Readonly<Record<string, Readonly<Record<string, string>>>>): Form {
  const made = Object.entries(rows).map(([label, cells]): FormRow => {
    const [, code = null, side = null, name = ''] = isRow.exec(label) ?? []
    const sides: Record<string, Side> = { 收: 'revenue', 支: 'expenditure' }
    return {
      code,
      name,
      parent: null,
      side: side === null ? null : (sides[side] ?? null),
      ordinal: null,
      cells: Object.fromEntries(Object.entries(cells).map(([column, raw]) => [column, cellOf(raw, 2)])),
      where: { ...next(), raw: label },
    }
  })
  return { id, title: null, unit: '万元', decimals: 2, department: null, rows: made, notes: [], where: { ...next(), raw: '' }, end: next() }
}

export interface Told {
  readonly subject: string
  readonly item: string
  readonly measure: Measure
  readonly text: string
  readonly unit?: string
  readonly direction?: Claim['direction']
  readonly versus?: Claim['versus']
  readonly topic?: Claim['topic']
  readonly year?: number
}

let claims = 0
const claim = (told: Told): Claim => {
  const unit = told.unit ?? (told.measure === 'growth' || told.measure === 'share' ? '%' : '万元')
  const figure = figureOf(told.text, unit, decimalsOf(told.text))
  if (figure === null) throw new Error(told.text)
  return {
    id: `c${++claims}`,
    topic: told.topic ?? 'overall',
    section: '决算情况说明',
    item: told.item,
    subject: told.subject,
    measure: told.measure,
    figure,
    where: { ...next(), raw: told.text },
    repaired: null,
    sentence: claims,
    direction: told.direction ?? null,
    of: null,
    versus: told.versus ?? null,
    year: told.year ?? null,
    partOf: null,
  }
}

export function report(department: string, fiscalYear: number, forms: readonly Form[], told: readonly Told[]): Report {
  const present = new Set(forms.map((one) => one.id))
  return {
    meta: {
      department,
      aliases: [],
      fiscalYear,
      kind: 'finalAccount',
      unit: '万元',
      file: `${department}${fiscalYear}.txt`,
      sha256: Buffer.from(`${department}${fiscalYear}`).toString('hex').padEnd(64, '0').slice(-64),
      pages: null,
    },
    forms,
    claims: told.map(claim),
    evaluations: [],
    unread: [],
    tokens: { all: 0, facts: 0, unread: 0 },
    missingForms: FORM_IDS.filter((id) => !present.has(id)),
    outline: null,
    records: [],
  }
}

/** A contradiction between a cell of a form and a sentence. */
export function contradiction(of: Report, id: FormId, rowName: string, column: string, subject: string, gap: string): Finding {
  const row = of.forms.find((one) => one.id === id)?.rows.find((one) => one.name === rowName)
  const cell = row?.cells[column]
  const told = of.claims.find((one) => one.subject === subject && one.measure === 'final')
  if (row === undefined || cell?.kind !== 'figure' || told === undefined) throw new Error('no such figures')
  return {
    rule: 'test.form-narrative',
    kind: 'table-vs-narrative',
    verdict: 'inconsistent',
    statement: `表中${cell.figure.text}万元，说明中${told.figure.text}万元，相差${gap}万元。`,
    left: { what: '“三公”经费决算表', value: cell.figure.text, unit: '万元', where: cell.where },
    right: { what: '说明文字', value: told.figure.text, unit: '万元', where: told.where },
    evidence: [],
    difference: gap,
    derivation: null,
    likelyCause: null,
    touches: [cellKey(id, row, column), claimKey(told)],
    effects: [],
  }
}

export const checked = (findings: readonly Finding[]): CheckResult => ({
  findings,
  coverage: {
    checked: 40,
    passed: 40 - findings.length,
    rounding: 0,
    inconsistent: findings.length,
    text: 0,
    unchecked: [{ rule: 'x', reason: '没有这张表', count: 2 }],
  },
})
