import { type Fact, factsOf } from '../domain/fact.ts'
import type { CheckResult, Finding, FindingSide } from '../domain/finding.ts'
import type { Place, Report } from '../domain/report.ts'

/** What the program prints for other programs: the JSON of `read` and `check`. */

const placeJson = (where: Place) => ({ page: where.page, line: where.line, raw: where.raw })

const reportJson = (report: Report) => {
  const { department, aliases, fiscalYear, kind, unit, file, sha256, pages } = report.meta
  const scanned = report.meta.scanned === undefined ? {} : { scannedPages: report.meta.scanned }
  return { department, aliases, fiscalYear, kind, unit, file, sha256, pages, ...scanned }
}

const factJson = (fact: Fact) => ({
  form: fact.form,
  row: fact.row.parent === null ? { code: fact.row.code, name: fact.row.name } : fact.row,
  column: fact.column,
  value: fact.figure.text,
  unit: fact.figure.unit,
  where: placeJson(fact.where),
  repaired: fact.repaired !== null,
  ...(fact.repaired === null ? {} : { repair: fact.repaired }),
  ...(fact.section === null ? {} : { section: fact.section }),
})

const unreadJson = (unread: Report['unread'][number]) => ({
  where: { page: unread.where.page, line: unread.where.line },
  raw: unread.where.raw,
  reason: unread.reason,
})

/** The object that `read --json` prints. */
export const readJson = (report: Report) => ({
  report: reportJson(report),
  facts: factsOf(report).map(factJson),
  unread: report.unread.map(unreadJson),
  tokens: report.tokens,
  missingForms: report.missingForms,
})

const sideJson = (side: FindingSide | null) =>
  side === null ? null : { what: side.what, value: side.value, unit: side.unit, where: side.where === null ? null : placeJson(side.where) }

export interface FindingJson extends Omit<Finding, 'left' | 'right' | 'evidence' | 'touches' | 'effects'> {
  readonly left: ReturnType<typeof sideJson>
  readonly right: ReturnType<typeof sideJson>
  readonly evidence: readonly ReturnType<typeof placeJson>[]
  readonly effects: readonly FindingJson[]
}

/** One finding as programs read it; what it touches inside the program stays inside. */
export const findingJson = (finding: Finding): FindingJson => ({
  rule: finding.rule,
  kind: finding.kind,
  verdict: finding.verdict,
  statement: finding.statement,
  left: sideJson(finding.left),
  right: sideJson(finding.right),
  evidence: finding.evidence.map(placeJson),
  difference: finding.difference,
  derivation: finding.derivation,
  likelyCause: finding.likelyCause,
  effects: finding.effects.map(findingJson),
})

/** The object that `check --json` prints. */
export function checkJson(report: Report, result: CheckResult) {
  const { paragraphs: _, ...coverage } = result.coverage
  return { report: reportJson(report), findings: result.findings.map(findingJson), coverage }
}
