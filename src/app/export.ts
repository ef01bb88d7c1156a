import { InputError } from '../domain/errors.ts'
import type { CheckResult, Finding, FindingSide } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { checkJson, readJson } from '../render/contract.ts'
import { csv } from '../render/csv.ts'
import { standardForm } from '../render/standard-form.ts'
import { factsOnly } from '../render/standard-form-facts.ts'

export const EXPORT_FORMATS = ['markdown', 'csv', 'json', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** @throws InputError naming the formats there are */
export function exportFormat(name: string): ExportFormat {
  const format = EXPORT_FORMATS.find((known) => known === name.toLowerCase())
  if (format === undefined) throw new InputError('bad-usage', `不认识格式“${name}”，可以用：${EXPORT_FORMATS.join('、')}。`)
  return format
}

const ENDINGS: Readonly<Record<string, ExportFormat>> = { md: 'markdown', csv: 'csv', json: 'json', xlsx: 'xlsx' }

/**
 * The format of an export: what was said, else what the file's ending says, else Markdown.
 * @throws InputError where the two contradict
 */
export function exportFormatFor(said: string | undefined, file: string | undefined): ExportFormat {
  const ending = /\.([a-z]+)$/i.exec(file ?? '')?.[1]?.toLowerCase() ?? ''
  const named = ENDINGS[ending]
  const format = said === undefined ? (named ?? 'markdown') : exportFormat(said)
  if (named !== undefined && named !== format)
    throw new InputError('bad-usage', `格式是 ${format}，文件名却以 .${ending} 结尾，请改成一致的。`)
  return format
}

const sideKey = (side: FindingSide | null): string =>
  side === null ? '' : [side.value, side.where?.page ?? '', side.where?.line ?? ''].join('@')

/** Findings are the same when one rule sets the same figures of the same places against each other, or says the same words. */
const sameFinding = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule &&
  (a.statement === b.statement ||
    ((a.left ?? a.right) !== null && sideKey(a.left) === sideKey(b.left) && sideKey(a.right) === sideKey(b.right)))

/** The findings that `known` does not hold, an effect without its known cause on its own. */
function missingFrom(known: readonly Finding[], findings: readonly Finding[]): Finding[] {
  const flat = known.flatMap((finding) => [finding, ...finding.effects])
  return findings.flatMap((finding): Finding[] => {
    const effects = missingFrom(flat, finding.effects)
    return flat.some((other) => sameFinding(other, finding)) ? effects : [{ ...finding, effects }]
  })
}

/**
 * What an export carries of a report: its facts, and as records those findings that only the original's text can show.
 * @param check the consistency engine, to see which findings the facts alone bring back
 */
export async function forExport(
  report: Report,
  findings: readonly Finding[],
  check: (report: Report) => CheckResult | Promise<CheckResult>,
): Promise<Report> {
  const facts = factsOnly({ ...report, records: [] })
  const again = await check(facts)
  return factsOnly({ ...facts, records: missingFrom(again.findings, findings) })
}

/** One report with its check as a text of the given format. */
export function exportText(report: Report, result: CheckResult, format: Exclude<ExportFormat, 'xlsx'>): string {
  switch (format) {
    case 'markdown':
      return standardForm(report)
    case 'csv':
      return csv(report)
    case 'json':
      return `${JSON.stringify({ ...readJson(report), ...checkJson(report, result) })}\n`
  }
}

/** One report with its check as a file of any format. */
export async function exportBytes(report: Report, result: CheckResult, format: ExportFormat): Promise<Uint8Array> {
  if (format !== 'xlsx') return new TextEncoder().encode(exportText(report, result, format))
  const { reportWorkbook } = await import('../render/report-workbook.ts')
  return reportWorkbook(report, result)
}
