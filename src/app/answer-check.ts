import { contextOf } from '../ask/answers/context.ts'
import { answerOf, whose } from '../ask/answers/parts.ts'
import { resolve } from '../ask/answers/resolve.ts'
import { findingsOn } from '../ask/answers/rivals.ts'
import { factsNamed } from '../ask/figures/choose.ts'
import type { ReportView } from '../ask/figures/report-view.ts'
import type { Asking } from '../ask/knowledge.ts'
import type { Query } from '../ask/query.ts'
import type { Answer } from '../domain/answer.ts'
import type { Fact } from '../domain/fact.ts'
import type { CheckResult } from '../domain/finding.ts'
import type { ReportMeta } from '../domain/report.ts'
import { checkLines, checkVerdict } from '../render/check-lines.ts'
import { wholeResultHint } from './check-files.ts'
import { withMarks } from './knowledge-changes.ts'

/** A file that was read and checked; the caller says how (only where files of the machine may be opened). */
export type CheckFile = (path: string) => Promise<{ readonly meta: ReportMeta; readonly result: CheckResult }>

const FILE = /^["'“]?(.*\.(?:txt|md|pdf|docx?|xlsx?|html?|csv|zip))["'”]?\s*$/i

/** The path in `/check 文件`, null when the words name a department. */
export function pathIn(words: string): string | null {
  const named = FILE.exec(words.trim())?.[1]
  if (named !== undefined) return named
  return /^(\.{0,2}[/\\]|~\/|[A-Za-z]:\\)/.test(words.trim()) ? words.trim() : null
}

/** Checks a file now. */
export async function checkFileAnswer(path: string, checkFile: CheckFile | null): Promise<Answer> {
  if (checkFile === null) return answerOf('refused', '这里不能打开文件，请用“/check 部门 年度”核对已收录的报告。')
  const { meta, result } = await checkFile(path)
  return answerOf('answered', `${meta.department}${meta.fiscalYear}年度：${checkVerdict(result)}`, {
    lines: [...checkLines(result), ...wholeResultHint(result)],
  })
}

/** What the check of a stored report found. */
export async function checkStoredAnswer(query: Query, asking: Asking): Promise<Answer> {
  const resolved = await resolve(query, asking)
  if (resolved.kind === 'answer') return resolved.answer
  const { view, notes } = resolved
  const { id, meta } = view.stored
  const [found, coverage, marks] = await Promise.all([
    asking.store.findings(id),
    asking.store.coverage(id),
    asking.store.marks(meta.sha256),
  ])
  if (coverage === null) return answerOf('not-found', `${whose(view)}的报告还没有核对过。`)
  const result = { findings: withMarks(found, marks), coverage }
  const about = query.items.flatMap((item) => factsNamed(view, item))
  if (about.length > 0) return aboutItems(view, query, result, about, notes)
  return answerOf('answered', `${whose(view)}${view.stored.meta.kind === 'budget' ? '' : '决算'}：${checkVerdict(result)}`, {
    lines: checkLines(result),
    notes,
    context: { departments: [view.department.name], years: [view.stored.meta.fiscalYear], measure: null },
  })
}

/** 基本支出前后一致吗: only what the check found about these figures. */
function aboutItems(view: ReportView, query: Query, result: CheckResult, facts: readonly Fact[], notes: readonly string[]): Answer {
  const findings = findingsOn(view, facts).filter(({ verdict }) => verdict !== 'rounding')
  const words = query.items.map((item) => item.words).join('、')
  const head = findings.length === 0 ? '没有发现前后不一致' : `核对发现${findings.length}处问题`
  return answerOf('answered', `${whose(view)}“${words}”：${head}。`, {
    lines: [...findings.map(({ statement }) => statement), `整份报告：${checkVerdict(result)}`],
    notes,
    context: contextOf(view, { ...query, topic: 'item' }),
  })
}
