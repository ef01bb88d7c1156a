import type { DocumentPart, SourceDocument } from '../domain/document.ts'
import { InputError } from '../domain/errors.ts'
import type { Report, Topic } from '../domain/report.ts'
import { plainLine } from '../render/plain-text.ts'

/** The files of an archive are read as one document. They are one report only if none of them is a report of its own beside another. */

type Parse = (document: SourceDocument) => Report

/** A part that speaks for a whole report. */
interface Voice {
  readonly file: string
  readonly report: Report
}

/** Explanations of these are a report's own; attachments (self-evaluations, lists of projects) have none. */
const OWN_TOPICS: ReadonlySet<Topic> = new Set(['overall', 'revenue', 'expenditure', 'fiscalOverall', 'generalBudget.total'])
const FEWEST = 2
const MOST_LISTED = 6

/** One file of the archive as a document of its own. */
const documentOf = (whole: SourceDocument, { file, type, firstPage, pages }: DocumentPart): SourceDocument => ({
  ...whole,
  file,
  type,
  pages,
  lines: whole.lines.filter(({ page }) => page !== null && page >= firstPage && page < firstPage + pages),
  gaps: [],
})

/** The part as a report of its own; null for an attachment, which may name no department, or another's. */
function voiceOf(whole: SourceDocument, part: DocumentPart, parse: Parse): Voice | null {
  try {
    const report = parse(documentOf(whole, part))
    const own = report.claims.filter(({ topic }) => OWN_TOPICS.has(topic)).length
    return report.forms.length >= FEWEST || own >= FEWEST ? { file: part.file, report } : null
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\s|^中国共产党|^中共/g, ''],
  [/工作委员会/g, '工委'],
  [/委员会/g, '委'],
  [/办公室/g, '办'],
]
const shortened = (name: string): string => SHORT.reduce((left, [long, short]) => left.replace(long, short), name)

/** 江汉区财政局 is 武汉市江汉区财政局, for a higher place may be left out; 武汉市财政局 is not. */
const sameName = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a)

/** The length of the longest common subsequence. */
function common(a: string, b: string): number {
  let above: readonly number[] = Array(b.length + 1).fill(0)
  for (const char of a) {
    const row = [0]
    for (let i = 1; i <= b.length; i++) row.push(char === b[i - 1] ? (above[i - 1] ?? 0) + 1 : Math.max(above[i] ?? 0, row[i - 1] ?? 0))
    above = row
  }
  return above[b.length] ?? 0
}

const ORGAN = 3
const ALIKE = 0.75
/** Two spellings of a long name (经开区工委（汉南区委）办公室, 经济技术开发区（汉南区）工委办公室); 财政局 and 民政局 of one place are two. */
const alikeName = (a: string, b: string): boolean =>
  a.startsWith(b) || b.startsWith(a) || (a.slice(-ORGAN) === b.slice(-ORGAN) && common(a, b) >= ALIKE * Math.min(a.length, b.length))

const NAMELESS = '（未写明部门）'

function sameDepartment({ meta: a }: Report, { meta: b }: Report, spellingsMayDiffer: boolean): boolean {
  if (a.department === NAMELESS || b.department === NAMELESS) return true
  const [ours, theirs] = [a, b].map(({ department, aliases }) => [department, ...aliases].map(shortened))
  const same = (ours ?? []).some((one) => (theirs ?? []).some((other) => sameName(one, other)))
  return same || (spellingsMayDiffer && alikeName(a.department, b.department))
}

/** What the overview prints, the form every report begins with. */
const overviewOf = ({ forms }: Report): ReadonlySet<string> => {
  const rows = forms.find(({ id }) => id === 'overview')?.rows ?? []
  const cells = rows.flatMap((row) => Object.values(row.cells))
  return new Set(cells.flatMap((cell) => (cell.kind === 'figure' && !/^[0.]+$/.test(cell.figure.text) ? [cell.figure.text] : [])))
}

/** The same report given twice prints the same overview; two reports, however alike their names, do not. Null where one has none. */
function sameOverview(a: Report, b: Report): boolean | null {
  const [ours, theirs] = [overviewOf(a), overviewOf(b)]
  const shared = [...ours].filter((figure) => theirs.has(figure)).length
  return ours.size === 0 || theirs.size === 0 ? null : shared * 2 >= Math.min(ours.size, theirs.size)
}

const ownTopics = ({ claims }: Report): ReadonlySet<Topic> =>
  new Set(claims.map(({ topic }) => topic).filter((topic) => OWN_TOPICS.has(topic)))

/** The explanation and the forms of one report have nothing in common; two reports have. */
function areParted(a: Report, b: Report): boolean {
  const forms = b.forms.filter(({ id }) => a.forms.some((form) => form.id === id))
  const topics = ownTopics(b)
  return forms.length < FEWEST && ![...ownTopics(a)].some((topic) => topics.has(topic))
}

function apart(a: Report, b: Report): boolean {
  if (a.meta.kind !== b.meta.kind || a.meta.fiscalYear !== b.meta.fiscalYear) return true
  const same = sameOverview(a, b)
  return same === false || !sameDepartment(a, b, same ?? areParted(a, b))
}

const COUNT = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
const KIND = { finalAccount: '决算', budget: '预算' } as const

function several(name: string, voices: readonly Voice[]): InputError {
  const listed = voices
    .slice(0, MOST_LISTED)
    .map(({ file, report: { meta } }) => `${meta.department}${meta.fiscalYear}年度${KIND[meta.kind]}（${plainLine(file)}）`)
  const more = voices.length > MOST_LISTED ? '等' : ''
  const count = COUNT[voices.length] ?? String(voices.length)
  return new InputError(
    'not-a-report',
    `压缩包“${plainLine(name)}”里是${count}份报告：${listed.join('、')}${more}；合在一起读会混淆，请解开后分开给。`,
  )
}

/**
 * Parses a document as one report.
 * @throws InputError 'not-a-report' where an archive holds reports of several departments, years or kinds, which it lists
 */
export function parseOneReport(document: SourceDocument, parse: Parse): Report {
  const voices =
    (document.parts ?? []).length < FEWEST ? [] : (document.parts ?? []).flatMap((part) => voiceOf(document, part, parse) ?? [])
  const reports = voices.filter(({ report }, i) => voices.slice(0, i).every((before) => apart(report, before.report)))
  if (reports.length > 1) throw several(document.file, reports)
  return parse(document)
}
