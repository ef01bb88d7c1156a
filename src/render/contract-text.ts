import { factsOf } from '../domain/fact.ts'
import type { CheckResult } from '../domain/finding.ts'
import { FORM_IDS, FORM_TITLES } from '../domain/form.ts'
import type { Report } from '../domain/report.ts'
import { checkLines, checkVerdict } from './check-lines.ts'

/** What `read` and `check` say to people, in plain Chinese. */

const KIND_WORDS = { finalAccount: '决算', budget: '预算' } as const
const UNREAD_SHOWN = 20

/** A place as people name it: 第9页、第190行. */
export const placeWords = (where: { readonly page: number | null; readonly line: number | null }): string =>
  [where.page === null ? null : `第${where.page}页`, where.line === null ? null : `第${where.line}行`].filter(Boolean).join('、') ||
  '位置不明'

/** `790/812（97.3%）`; nothing to share out is said as such. */
function shareWords(part: number, all: number): string {
  if (all === 0) return '没有数字'
  return `${part}/${all}（${((part / all) * 100).toFixed(1)}%）`
}

const headline = (report: Report): string =>
  `${report.meta.department} ${report.meta.fiscalYear}年度${KIND_WORDS[report.meta.kind]}（单位：${report.meta.unit}）`

function formLines(report: Report): string[] {
  const facts = factsOf(report)
  const count = (form: string) => facts.filter((fact) => fact.form === form).length
  const found = FORM_IDS.filter((id) => report.forms.some((form) => form.id === id))
  return [
    found.length === 0 ? '没有读到表格。' : '读到的表：',
    ...found.map((id) => `  ${FORM_TITLES[id]}：${count(id)}个数字`),
    ...(report.missingForms.length === 0 ? [] : [`没有的表：${report.missingForms.map((id) => FORM_TITLES[id]).join('、')}`]),
    `说明文字：${count('narrative')}个数字；绩效自评：${count('selfEvaluation')}个数字`,
  ]
}

/** 8、9、10、12 → 第8—10、12页 */
function pagesWords(pages: readonly number[]): string {
  const runs: [number, number][] = []
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && page === last[1] + 1) last[1] = page
    else runs.push([page, page])
  }
  return `第${runs.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join('、')}页`
}

/** Pages out of pictures, and pages that could not be read at all, by reason: said with every reading and every check. */
export function gapLines(report: Report): string[] {
  const gaps = report.unread.filter((unread) => unread.where.raw === '')
  const scanned = report.meta.scanned ?? []
  const seen = scanned.length === 0 ? [] : [`${pagesWords(scanned)}是图片，文字和数字由程序识别，请对照原件`]
  return [...seen, ...unreadableLines(gaps)]
}

function unreadableLines(gaps: Report['unread']): string[] {
  return [...new Set(gaps.map((gap) => gap.reason))].map((reason) => {
    const pages = gaps.filter((gap) => gap.reason === reason).flatMap((gap) => gap.where.page ?? [])
    return `${pages.length === 0 ? '' : `${pagesWords(pages)}没有读：`}${reason}`
  })
}

function unreadLines(report: Report): string[] {
  const figures = report.unread.filter((unread) => unread.where.raw !== '')
  if (figures.length === 0) return []
  const shown = figures.slice(0, UNREAD_SHOWN).map((unread) => `  ${placeWords(unread.where)} “${unread.where.raw}”：${unread.reason}`)
  const more = figures.length - shown.length
  return ['没有读懂的数字：', ...shown, ...(more > 0 ? [`  另有${more}个，用 --json 看全部。`] : [])]
}

/** The reply of `read` for people. */
export function readText(report: Report): string {
  const { tokens } = report
  return [
    headline(report),
    ...formLines(report),
    `读懂的数字：${shareWords(tokens.facts, tokens.all)}`,
    ...gapLines(report),
    ...unreadLines(report),
  ].join('\n')
}

/** The reply of `check` for people: errors first, then wording, rounding in one line, and what was checked. */
export const checkText = (report: Report, result: CheckResult): string =>
  [`${headline(report)}：${checkVerdict(result)}`, ...checkLines(result), ...gapLines(report)].join('\n')
