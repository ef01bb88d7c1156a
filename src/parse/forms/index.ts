import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import { FORM_IDS, type FormId } from '../../domain/form.ts'
import type { Claim, Form, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { type FormHead, headOf, placeOf } from './cells.ts'
import { type ParsedRows, readCodeForm } from './code-form.ts'
import { hintsFor } from './hints.ts'
import { readLanes } from './lanes.ts'
import { withoutPageBreaks } from './page-breaks.ts'
import { withoutDoubtful } from './pictures.ts'
import type { FormRegion } from './recognise.ts'
import { givenWay, prevails } from './rivals.ts'
import { readThreePublic } from './three-public.ts'
import { tokensOf } from './tokens.ts'
import { readTwoSided } from './two-sided.ts'

export { type Aside, asideFigures, asidesOf } from './asides.ts'
export { type FormRegion, recogniseForms, recogniseTables } from './recognise.ts'

export interface ParsedForms {
  readonly forms: readonly Form[]
  readonly unread: readonly Unread[]
  /** Figure tokens on form pages: facts plus unread. */
  readonly tokens: number
}

/** Simple forms first: what they say settles the columns of the others. */
const ORDER: readonly FormId[] = [
  'overview',
  'fiscalOverview',
  'basicExpenditure',
  'threePublic',
  'revenue',
  'expenditure',
  'generalBudgetExpenditure',
  'governmentFund',
  'stateCapital',
]

/** Reads the rows of one form from its lines; what other forms and the explanations say may settle its columns. */
export type RowReader = (
  id: FormId,
  lines: readonly Line[],
  unit: MoneyUnit,
  done: ReadonlyMap<FormId, Form>,
  claims: readonly Claim[],
) => ParsedRows

/** The forms of a final account. */
export const readRows: RowReader = (id, lines, unit, done, claims) => {
  if (id === 'overview' || id === 'fiscalOverview') return readTwoSided(id, lines, unit)
  if (id === 'basicExpenditure') return readLanes(lines, unit)
  if (id === 'threePublic') return readThreePublic(lines, unit, claims)
  return readCodeForm(id, lines, unit, hintsFor(id, done, claims))
}

/** Figures with a decimal point that no row took: said, with the reason. */
function strays(lines: readonly Line[], parsed: ParsedRows): Unread[] {
  const used = new Map<Line, Set<number>>()
  for (const token of parsed.used) used.set(token.line, (used.get(token.line) ?? new Set()).add(token.index))
  return lines
    .filter((line) => !parsed.notes.includes(line))
    .flatMap(tokensOf)
    .filter((t) => t.kind === 'number' && /\d[.．]\d/.test(t.raw) && !used.get(t.line)?.has(t.index))
    .map((t) => ({ where: placeOf(t.line, t.raw), reason: '没有行名，无法归入表中' }))
}

function formOf(
  region: FormRegion,
  lines: readonly Line[],
  parsed: ParsedRows,
  unit: MoneyUnit,
  head: Omit<FormHead, 'unit'>,
): Form | null {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    id: region.id,
    title: region.title,
    unit,
    decimals: parsed.decimals,
    department: head.department,
    ...(head.departmentWhere === null ? {} : { departmentWhere: head.departmentWhere }),
    ...(head.unitWhere === null ? {} : { unitWhere: head.unitWhere }),
    rows: parsed.rows,
    notes: joinNotes(parsed.notes),
    where: placeOf(first, region.title ?? ''),
    end: { page: last.page, line: last.no },
  }
}

/** Notes wrap over lines; formulas are cut from their sentences by the checks, so lines are joined to paragraphs. */
function joinNotes(lines: readonly Line[]): Form['notes'] {
  const notes: { text: string; line: Line }[] = []
  for (const line of lines) {
    const flat = squeeze(line.text)
    const last = notes.at(-1)
    if (last && !/^(?:注|说明|备注|\d+\s*[栏行])/.test(flat) && !/[。；]$/.test(last.text)) last.text += flat
    else notes.push({ text: flat, line })
  }
  return notes.map(({ text, line }) => ({ text, where: placeOf(line, text.slice(0, 40)) }))
}

/**
 * Reads every recognised form.
 * @param claims figures of the explanations: where a form's 合计 is lost they tell the totals
 * @param unit the report's unit, for a form that does not print one
 * @param read how the forms of this kind of document are read
 */
export function parseForms(
  lines: readonly Line[],
  regions: readonly FormRegion[],
  claims: readonly Claim[],
  unit: MoneyUnit,
  read: RowReader = readRows,
): ParsedForms {
  const first = readAll(lines, regions, claims, unit, new Map(), read)
  // A form settled late can settle one that was read before it.
  const known = new Map(first.forms.map((form) => [form.id, form]))
  return first.unread.length === 0 ? first : readAll(lines, regions, claims, unit, known, read)
}

function readAll(
  lines: readonly Line[],
  regions: readonly FormRegion[],
  claims: readonly Claim[],
  unit: MoneyUnit,
  known: ReadonlyMap<FormId, Form>,
  read: RowReader,
): ParsedForms {
  const done = new Map<FormId, Form>()
  const unread: Unread[] = []
  for (const id of ORDER) {
    for (const region of regions.filter((r) => r.id === id)) {
      const own = withoutPageBreaks(lines.slice(region.from, region.to))
      const head = headOf(own.slice(0, 12))
      const parsed = read(id, own, head.unit ?? unit, new Map([...known, ...done]), claims)
      const unitWhere = head.unit === unit ? null : head.unitWhere
      const form = formOf(region, own, parsed, head.unit ?? unit, { ...head, unitWhere })
      if (form === null) continue
      unread.push(...parsed.unread, ...strays(own, parsed))
      const rival = done.get(id)
      if (prevails(form, rival)) done.set(id, form)
      if (rival) unread.push(...(done.get(id) === form ? givenWay(rival, form) : givenWay(form, rival)))
    }
  }
  const { forms, unread: doubtful } = withoutDoubtful(
    FORM_IDS.flatMap((id) => done.get(id) ?? []),
    claims,
  )
  unread.push(...doubtful)
  const figures = forms
    .flatMap((form) => form.rows.flatMap((row) => Object.values(row.cells)))
    .filter((cell) => cell.kind === 'figure').length
  return { forms, unread, tokens: figures + unread.length }
}
