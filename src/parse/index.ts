import { BUDGET_SIGNS } from '../../knowledge/forms/budget.ts'
import { FORM_SIGNS } from '../../knowledge/forms/index.ts'
import type { Line, SourceDocument } from '../domain/document.ts'
import { InputError } from '../domain/errors.ts'
import { FORM_IDS } from '../domain/form.ts'
import type { Report } from '../domain/report.ts'
import { budgetYearOf, kindOf, parseBudget, recogniseBudget } from './budget/index.ts'
import { departmentOf } from './department.ts'
import { evaluationRegions, parseEvaluations } from './evaluation/index.ts'
import { withEvaluationRows } from './evaluation/paragraphs.ts'
import { asideFigures, asidesOf, type FormRegion, parseForms, recogniseForms } from './forms/index.ts'
import { fiscalYearOf, unitOf } from './meta.ts'
import { readClaims } from './narrative/index.ts'
import { withOwnCodes } from './narrative/own-codes.ts'
import { buildOutline } from './outline.ts'
import { illegibleIn, markerOf, withoutNameless, withoutUnsure } from './pictures.ts'
import { inSimplified } from './script.ts'
import { readStandardForm } from './standard-form.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Contiguous stretches of lines outside the given regions. */
function runsOutside(lines: readonly Line[], regions: readonly Stretch[]): Line[][] {
  const runs: Line[][] = []
  let at = 0
  for (const { from, to } of [...regions].sort((a, b) => a.from - b.from)) {
    if (from > at) runs.push(lines.slice(at, from))
    at = Math.max(at, to)
  }
  runs.push(lines.slice(at))
  return runs.filter((run) => run.length > 0)
}

/** Self-evaluation tables are sought outside the forms; their indices come back as indices of the whole document. */
function evaluationsOutside(lines: readonly Line[], forms: readonly FormRegion[]): ReturnType<typeof evaluationRegions> {
  const blank = { text: '', cells: null }
  const masked = lines.map((line, i) => (forms.some((r) => i >= r.from && i < r.to) ? { ...line, ...blank } : line))
  return evaluationRegions(masked)
}

/** Pages that could not be read may hold the report: then the reason is theirs. */
function notAReport({ gaps }: SourceDocument): InputError {
  const [first] = gaps
  const why =
    first === undefined
      ? '请换一份部门决算报告再试'
      : `有${gaps.length}页没有读出（${first.reason}），请给出能读的版本，或换一份部门决算报告再试`
  return new InputError('not-a-report', `这份文件里没有找到部门决算的表或说明，${why}。`)
}

/**
 * Reads a document as a department's report.
 * @throws InputError 'not-a-report' when neither forms nor explanations of a final account or budget are in it
 */
export function parseReport(document: SourceDocument): Report {
  const shipped =
    document.type === 'markdown' || document.type === 'text' ? readStandardForm(document.lines.map((line) => line.text).join('\n')) : null
  if (shipped !== null) return shipped
  const lines = inSimplified(document.lines)
  const kind = kindOf(lines)
  const budget = kind === 'budget'
  const year = (budget ? budgetYearOf(lines) : null) ?? fiscalYearOf(lines)
  const formRegions = budget ? recogniseBudget(lines) : recogniseForms(lines)
  if (year === null || kind === null) throw notAReport(document)
  const unit = unitOf(lines)
  const evaluations = evaluationsOutside(lines, formRegions)
  const asides = asidesOf(lines, budget ? BUDGET_SIGNS : FORM_SIGNS, [...formRegions, ...evaluations])
  const plain = lines.map(withoutUnsure)
  const outline = buildOutline(runsOutside(plain, [...formRegions, ...evaluations, ...asides]))
  const narrative = readClaims(outline, { fiscalYear: year, unit, kind })
  const tables = budget
    ? parseBudget(plain, formRegions, narrative.claims, unit, year)
    : parseForms(lines, formRegions, narrative.claims, unit)
  const further = asides.flatMap((one) => asideFigures(plain, one))
  const scores = parseEvaluations(plain, evaluations, unit)
  const department = departmentOf(lines, tables.forms)
  if (department === null && tables.forms.length === 0 && narrative.claims.length === 0) throw notAReport(document)
  const gaps = document.gaps.map(({ page, reason }) => ({ where: { page, line: null, raw: '' }, reason }))
  const scanned = [...new Set(lines.flatMap((line) => (line.recognised && line.page !== null ? [line.page] : [])))]
  const illegible = illegibleIn(budget ? plain : runsOutside(plain, formRegions).flat())
  const asSeen = markerOf(lines)
  const claims = withoutNameless(narrative.claims, (claim) => claim.item)
  const evaluated = withoutNameless(scores.evaluations, (one) => `${one.project}${one.indicator ?? ''}`)
  const unread = [
    ...tables.unread,
    ...further,
    ...narrative.unread,
    ...scores.unread,
    ...claims.unread,
    ...evaluated.unread,
    ...illegible,
    ...gaps,
  ]
  const all =
    tables.tokens + further.length + narrative.tokens + scores.evaluations.length + scores.unread.length + illegible.length + gaps.length
  return {
    meta: {
      department: department?.name ?? '（未写明部门）',
      aliases: department?.aliases ?? [],
      fiscalYear: year,
      kind,
      unit,
      file: document.file,
      sha256: document.sha256,
      pages: document.pages,
      ...(scanned.length > 0 ? { scanned } : {}),
    },
    forms: tables.forms,
    claims: withOwnCodes(claims.kept, tables.forms).map(asSeen),
    statements: withOwnCodes(narrative.statements, tables.forms),
    evaluations: evaluated.kept.map(asSeen),
    unread,
    tokens: { all, facts: all - unread.length, unread: unread.length },
    missingForms: FORM_IDS.filter((id) => !tables.forms.some((form) => form.id === id)),
    outline: withEvaluationRows(
      outline,
      evaluations.map(({ from, to }) => plain.slice(from, to)),
    ),
    records: [],
  }
}
