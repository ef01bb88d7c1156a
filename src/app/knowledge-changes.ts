import { InputError } from '../domain/errors.ts'
import type { Finding } from '../domain/finding.ts'
import { findingKey, formerFindingKey } from '../domain/finding-key.ts'
import type { Report, ReportMeta } from '../domain/report.ts'
import { numberedFindings } from '../render/check-markdown.ts'
import { plainLine } from '../render/plain-text.ts'
import type { FindingMark, IngestOutcome, KnowledgeStore, MarkKind, Person } from '../store/interface.ts'
import { refuseAlias } from './aliases.ts'
import { compareYears } from './examine.ts'
import { holdNextYear } from './ingest-next.ts'
import { departmentNamed, yearNamed } from './stored-report.ts'
import type { Examined } from './uploads-examiner.ts'

export type { IngestOutcome as TakenIn, MarkKind, Person } from '../store/interface.ts'

/** What people change of the knowledge: who, when, which edition. Whether they may is asked before, by the chat. */

/** What a person says about a report before it becomes knowledge; an empty field leaves what was read. */
export interface Corrections {
  readonly department: string
  readonly year: string
  /** Further names, apart by commas. */
  readonly aliases: string
}

const LONGEST_NAME = 60
const LONGEST_WORD = 200

function nameFrom(words: string): string {
  const name = plainLine(words)
  if (name.length > LONGEST_NAME) throw new InputError('bad-usage', `部门名称太长，请用${LONGEST_NAME}字以内的全称。`)
  return name
}

const aliasesFrom = (words: string): string[] => [
  ...new Set(
    words
      .split(/[,，、;；\n]/)
      .map(nameFrom)
      .filter((alias) => alias !== ''),
  ),
]

/** The report as the person corrects it, and the corrections in words. */
export function corrected(report: Report, said: Corrections): { readonly report: Report; readonly detail: string } {
  const { meta } = report
  const department = nameFrom(said.department) || meta.department
  const fiscalYear = said.year.trim() === '' ? meta.fiscalYear : yearNamed(said.year)
  const detail = [
    ...(department === meta.department ? [] : [`部门由“${meta.department}”改为“${department}”`]),
    ...(fiscalYear === meta.fiscalYear ? [] : [`年度由${meta.fiscalYear}改为${fiscalYear}`]),
  ].join('；')
  return { report: { ...report, meta: { ...meta, department, fiscalYear } }, detail }
}

export interface TakingIn {
  readonly store: KnowledgeStore
  /** Checks a corrected report again: another year has another year before. */
  recheck(report: Report): Promise<Examined>
}

/** Takes a checked report in, as corrected, in one transaction with who did it and when. */
export async function takeIn(examined: Examined, said: Corrections, by: Person, { store, recheck }: TakingIn): Promise<IngestOutcome> {
  const { report, detail } = corrected(examined.report, said)
  const aliases = aliasesFrom(said.aliases)
  const { result } = detail === '' ? examined : await recheck(report)
  await refuseTakenNames(store, report, aliases)
  const taken = await store.batch(async (sink) => {
    const outcome = await (detail === '' ? sink.ingest(report, result) : sink.reread(report, result))
    const { departmentId, meta } = outcome.report
    for (const alias of aliases) await sink.addAlias(departmentId, alias)
    const words = [detail, aliases.length === 0 ? '' : `别名：${aliases.join('、')}`].filter((part) => part !== '').join('；')
    const { sha256, department, fiscalYear } = meta
    await sink.note({ action: 'taken-in', by, sha256, department, fiscalYear, detail: words })
    return outcome
  })
  await holdNextYear(store, taken.report, report, compareYears)
  return taken
}

/** An alias that means something else would lead questions astray. */
async function refuseTakenNames(store: KnowledgeStore, report: Report, aliases: readonly string[]): Promise<void> {
  if (aliases.length === 0) return
  const [own, departments] = [await store.departmentOf(report.meta), await store.departments()]
  for (const alias of aliases) refuseAlias(alias, own, departments)
}

export interface Withdrawn {
  readonly department: string
  readonly fiscalYear: number
  readonly file: string
  /** When the edition that is current now came in; null when there is none left. */
  readonly now: string | null
}

const KIND_WORDS: Readonly<Record<ReportMeta['kind'], string>> = { finalAccount: '决算', budget: '预算' }

/** Takes the current edition of a department's year back. */
export async function withdraw(
  store: KnowledgeStore,
  departmentWords: string,
  yearWords: string,
  why: string,
  by: Person,
  kind: ReportMeta['kind'] = 'finalAccount',
): Promise<Withdrawn> {
  const fiscalYear = yearNamed(yearWords)
  const department = await departmentNamed(store, departmentWords)
  const inYear = async () => (await store.reports({ departmentId: department.id, fiscalYear })).find(({ meta }) => meta.kind === kind)
  const edition = await inYear()
  if (edition === undefined)
    throw new InputError('not-found', `没有${department.name}${fiscalYear}年度的${KIND_WORDS[kind]}报告，不用撤回。`)
  const { sha256, file } = edition.meta
  await store.batch(async (sink) => {
    await sink.withdraw(edition.id)
    const detail = plainLine(why).slice(0, LONGEST_WORD)
    await sink.note({ action: 'withdrawn', by, sha256, department: department.name, fiscalYear, detail })
  })
  return { department: department.name, fiscalYear, file, now: (await inYear())?.ingestedAt ?? null }
}

const MARK_WORDS: Readonly<Record<MarkKind, string>> = { known: '已知', mistaken: '误报' }

/** `2、5` → the findings that a check printed under these numbers. */
function numbered(examined: Examined, words: string): Finding[] {
  const numbers = [...new Set((words.normalize('NFKC').match(/\d+/g) ?? []).map(Number))]
  if (numbers.length === 0) throw new InputError('bad-usage', '请写问题的编号，例如 2 或 2、5。')
  const findings = numberedFindings(examined.result)
  return numbers.map((number) => {
    const found = findings[number - 1]
    if (found === undefined) throw new InputError('bad-usage', `没有编号${number}，这份报告的问题是1到${findings.length}号。`)
    return found
  })
}

/** Marks findings of one edition as known or mistaken, with a word of why. */
export async function markFindings(
  store: KnowledgeStore,
  examined: Examined,
  numbers: string,
  mark: MarkKind,
  why: string,
  by: Person,
): Promise<number> {
  const reason = plainLine(why).slice(0, LONGEST_WORD)
  if (reason === '') throw new InputError('bad-usage', '请用一句话写明为什么。')
  const findings = numbered(examined, numbers)
  const { sha256, department, fiscalYear } = examined.report.meta
  const at = new Date().toISOString()
  await store.batch(async (sink) => {
    await sink.mark(
      sha256,
      findings.map((finding) => ({ finding: findingKey(finding), mark, why: reason, by, at })),
    )
    const detail = `${MARK_WORDS[mark]}：第${plainLine(numbers)}条，${reason}`
    await sink.note({ action: 'marked', by, sha256, department, fiscalYear, detail })
  })
  return findings.length
}

const markWords = ({ mark, why, by, at }: FindingMark): string => `〔${MARK_WORDS[mark]}：${why}，${by.name}，${at.slice(0, 10)}〕`

/** Findings with what people said of them: their sentences carry the mark. Nothing is hidden. */
export function withMarks(findings: readonly Finding[], marks: readonly FindingMark[]): readonly Finding[] {
  const said = new Map(marks.map((mark) => [mark.finding, mark]))
  return findings.map((finding): Finding => {
    const mark = said.get(findingKey(finding)) ?? said.get(formerFindingKey(finding))
    return mark === undefined ? finding : { ...finding, statement: `${finding.statement}${markWords(mark)}` }
  })
}
