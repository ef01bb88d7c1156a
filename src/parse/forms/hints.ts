import { Decimal } from 'decimal.js'
import type { FormId } from '../../domain/form.ts'
import type { Claim, Form, FormRow, Side } from '../../domain/report.ts'
import type { Hints } from './settle.ts'

const figureText = (row: FormRow | undefined, column: string): string | undefined => {
  const cell = row?.cells[column]
  return cell?.kind === 'figure' ? cell.figure.text : undefined
}

const stated = (claims: readonly Claim[], subjects: readonly string[]): string | undefined => {
  const texts = new Set(
    claims
      .filter((c) => c.measure === 'final' && c.subject !== null && subjects.includes(c.subject) && c.versus === null)
      .map((c) => c.figure.text),
  )
  // An explanation that contradicts itself settles nothing.
  return texts.size === 1 ? [...texts][0] : undefined
}

const REVENUE_ROWS: readonly (readonly [RegExp, string])[] = [
  [/^上级补助收入/, 'superiorSubsidy'],
  [/^事业收入/, 'undertaking'],
  [/^经营收入/, 'business'],
  [/^附属单位/, 'subordinate'],
  [/^其他收入/, 'other'],
  [/^本年收入合计/, 'total'],
]

/** The overview's left side gives the totals of the revenue form's columns; 财政拨款 is the sum of its three funds. */
function revenueTotals(overview: Form | undefined): Record<string, string> {
  const rows = overview?.rows.filter((row) => row.side === 'revenue') ?? []
  const totals: Record<string, string> = {}
  if (rows.length === 0) return totals
  for (const [pattern, column] of REVENUE_ROWS) {
    const row = rows.find((r) => pattern.test(r.name))
    if (row) totals[column] = figureText(row, 'final') ?? '0'
  }
  const funds = rows
    .filter((row) => row.parent === null && /财政拨款/.test(row.name) && !/年初|结转/.test(row.name))
    .map((row) => figureText(row, 'final') ?? '0')
  if (funds.length > 0) totals.appropriation = Decimal.sum(...funds).toString()
  return totals
}

function siblingRows(form: Form | undefined, columns: readonly string[]): Hints['siblings'] {
  return new Map(
    (form?.rows ?? []).flatMap((row) =>
      row.code === null ? [] : [[row.code, Object.fromEntries(columns.map((c) => [c, figureText(row, c)] as const))] as const],
    ),
  )
}

function split(total: string | undefined, basic: string | undefined, project: string | undefined): Record<string, string> {
  if (basic === undefined || project === undefined) return {}
  return { ...(total === undefined ? {} : { total }), basic, project }
}

const FUND_ROW = { governmentFund: /^政府性基金/, stateCapital: /^国有资本/ } as const

/** A fund's income, spending and balances as 财政拨款收入支出决算总表 gives them; nothing where one of its figures there is not read. */
function fundTotals(form: Form | undefined, id: 'governmentFund' | 'stateCapital'): Record<string, string> {
  const of = (side: Side, name: RegExp, parent: RegExp | null, column: string): FormRow['cells'][string] | undefined =>
    form?.rows.find(
      (row) => row.side === side && name.test(row.name) && (parent === null ? row.parent === null : parent.test(row.parent ?? '')),
    )?.cells[column]
  const cells = {
    opening: of('revenue', FUND_ROW[id], /^年初|^上年/, 'final'),
    revenue: of('revenue', FUND_ROW[id], null, 'final'),
    expenditure: of('expenditure', /^本年支出合计$/, null, id),
    closing: of('expenditure', /^年末/, null, id),
  }
  const texts = Object.entries(cells).map(
    ([key, cell]) => [key, cell?.kind === 'figure' ? cell.figure.text : cell?.kind === 'blank' ? '0' : null] as const,
  )
  if (texts.some(([, text]) => text === null)) return {}
  const known = Object.fromEntries(texts.map(([key, text]) => [key, text ?? '0']))
  return Object.values(known).every((text) => new Decimal(text).isZero()) ? {} : known
}

/** What other forms and the explanations say about the totals and rows of a form. */
export function hintsFor(id: FormId, done: ReadonlyMap<FormId, Form>, claims: readonly Claim[]): Hints {
  if (id === 'revenue') return { totals: revenueTotals(done.get('overview')), siblings: new Map() }
  if (id === 'expenditure') {
    const known = split(
      stated(claims, ['expenditure.total']),
      stated(claims, ['expenditure.basic']),
      stated(claims, ['expenditure.project']),
    )
    const further = ['toSuperior', 'business', 'toSubordinate'].flatMap((column) => {
      const text = stated(claims, [`expenditure.${column}`])
      return text === undefined ? [] : [[column, text] as const]
    })
    const totals = 'basic' in known ? { ...known, ...Object.fromEntries(further) } : known
    return { totals, siblings: siblingRows(done.get('generalBudgetExpenditure'), ['total', 'basic', 'project']) }
  }
  if (id === 'generalBudgetExpenditure') {
    const basic = stated(claims, ['generalBudget.basic']) ?? basicFromForm(done.get('basicExpenditure'))
    const totals = split(stated(claims, ['generalBudget.expenditure']), basic, stated(claims, ['generalBudget.project']))
    return { totals, siblings: siblingRows(done.get('expenditure'), ['total', 'basic', 'project']) }
  }
  // A fund's items stand in 支出决算表 too, and there alone, where their 类 is the fund's own.
  if (id === 'governmentFund' || id === 'stateCapital') {
    const rows = siblingRows(done.get('expenditure'), ['total', 'basic', 'project'])
    const totals = fundTotals(done.get('fiscalOverview'), id)
    return { totals, siblings: new Map([...rows].map(([code, { total, ...parts }]) => [code, { ...parts, expenditure: total }])) }
  }
  return { totals: {}, siblings: new Map() }
}

/** 人员经费合计 + 公用经费合计 is the basic expenditure of the general budget. */
function basicFromForm(form: Form | undefined): string | undefined {
  const parts =
    form?.rows.filter((row) => row.code === null && /^(?:人员|公用)经费/.test(row.name)).map((row) => figureText(row, 'final')) ?? []
  const values = parts.filter((text) => text !== undefined)
  return values.length === 2 ? Decimal.sum(...values).toString() : undefined
}
