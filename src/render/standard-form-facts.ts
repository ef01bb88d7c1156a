import type { Finding, FindingSide } from '../domain/finding.ts'
import type { Cell, Form, FormNote, Place, Report } from '../domain/report.ts'

/** Longer raw characters are prose, not a figure; longer names are sentences. */
const RAW_LIMIT = 40
const NAME_LIMIT = 40

/** A name as it is, of a sentence in place of a name only its head. */
function shortName(name: string): string {
  const characters = [...name]
  return characters.length <= NAME_LIMIT ? name : `${characters.slice(0, NAME_LIMIT - 1).join('')}…`
}

const optional = (name: string | null): string | null => (name === null ? null : shortName(name))
const shortPath = (path: string): string => path.split(' / ').map(shortName).join(' / ')
/** Quotations in our own sentences, each no longer than a name. */
const shortQuotes = (statement: string): string => statement.replace(/“([^“”]*)”/g, (_, quoted: string) => `“${shortName(quoted)}”`)

/** The raw characters of a figure: as they stand when short, else the figure's own within them. */
function shortRaw(raw: string, figure = ''): string {
  const characters = [...raw]
  if (characters.length <= RAW_LIMIT) return raw
  const own = figure !== '' && raw.includes(figure) ? figure : raw
  return [...own].slice(0, RAW_LIMIT).join('')
}

const shortPlace = (where: Place, figure?: string): Place => ({ page: where.page, line: where.line, raw: shortRaw(where.raw, figure) })

/** A run of characters that formulas over printed row or column numbers are made of: 27行＝（1+2+…+8）行. */
const FORMULA_RUN = /[\d\p{P}\p{S}行栏列各第\s]+/gu
const EQUATION = /\d[^=＝]*[=＝][^=＝]*\d/
const EDGES = /^[\s，。、：,:.]+|[\s，。、：,:.]+$/g

/** The formulas of a form's notes; the words around them are the report's own and stay behind. */
export const formulasOf = (text: string): string[] =>
  (text.match(FORMULA_RUN) ?? [])
    .flatMap((run) => run.split(/[；;。]/))
    .map((formula) => formula.replace(/\s+/g, ' ').replace(EDGES, ''))
    .filter((formula) => EQUATION.test(formula))

const notesOf = (note: FormNote): FormNote[] =>
  formulasOf(note.text).map((text) => ({ text, where: { page: note.where.page, line: note.where.line, raw: shortRaw(text) } }))

function shortCell(cell: Cell): Cell {
  if (cell.kind === 'blank') return cell
  return { ...cell, where: shortPlace(cell.where, cell.kind === 'figure' ? cell.figure.text : undefined) }
}

const shortForm = (form: Form): Form => ({
  ...form,
  where: shortPlace(form.where),
  ...(form.departmentWhere === undefined ? {} : { departmentWhere: shortPlace(form.departmentWhere) }),
  ...(form.unitWhere === undefined ? {} : { unitWhere: shortPlace(form.unitWhere) }),
  notes: form.notes.flatMap(notesOf),
  rows: form.rows.map((row) => ({
    ...row,
    where: shortPlace(row.where, row.name),
    cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, shortCell(cell)])),
  })),
})

const shortSide = (side: FindingSide | null): FindingSide | null =>
  side === null
    ? null
    : { ...side, what: shortQuotes(side.what), value: shortName(side.value), where: side.where === null ? null : shortPlace(side.where) }

const shortFinding = (finding: Finding): Finding => ({
  ...finding,
  statement: shortQuotes(finding.statement),
  left: shortSide(finding.left),
  right: shortSide(finding.right),
  evidence: finding.evidence.map((place) => shortPlace(place)),
  effects: finding.effects.map(shortFinding),
})

/** What of a report may leave the machine that read it: everything but its sentences. Applying it twice changes nothing more. */
export const factsOnly = (report: Report): Report => ({
  ...report,
  outline: null,
  forms: report.forms.map(shortForm),
  claims: report.claims.map((claim) => ({
    ...claim,
    section: shortPath(claim.section),
    item: shortName(claim.item),
    of: optional(claim.of),
    where: shortPlace(claim.where, claim.figure.text),
  })),
  statements: (report.statements ?? []).map((statement) => ({
    ...statement,
    section: shortPath(statement.section),
    item: shortName(statement.item),
    where: shortPlace(statement.where),
  })),
  evaluations: report.evaluations.map((e) => ({
    ...e,
    project: shortName(e.project),
    indicator: optional(e.indicator),
    where: shortPlace(e.where, e.figure.text),
  })),
  unread: report.unread.map((unread) => ({ ...unread, where: shortPlace(unread.where) })),
  records: report.records.map(shortFinding),
})
