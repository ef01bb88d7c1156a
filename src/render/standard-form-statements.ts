import type { Claim, Evaluation, Unread } from '../domain/report.ts'
import {
  DIRECTION_WORDS,
  EVALUATION_HEADS,
  EVALUATION_WORDS,
  escapeText,
  MEASURE_WORDS,
  SCOPE_WORDS,
  spotText,
  VERSUS_WORDS,
  withRemarks,
} from '../domain/standard-form.ts'
import { figureRemarks, placeRemarks, remark } from './standard-form-remarks.ts'

/** A colon parts the item from the figure, so the item's own is marked. */
const itemText = (item: string): string => escapeText(item).replaceAll('：', '\\：')

/** `- 行政运行：决算数 268.74 万元〔编号 c12；句 30；位置 190行〕` */
function claimLine(claim: Claim): string {
  const head = `${itemText(claim.item)}：${MEASURE_WORDS[claim.measure]} ${claim.figure.text} ${escapeText(claim.figure.unit)}`
  const remarks = [
    ...remark('编号', claim.id),
    ...remark('属于', claim.partOf),
    ...remark('主题', claim.subject),
    ...remark('方向', claim.direction === null ? null : DIRECTION_WORDS[claim.direction]),
    ...remark('比', claim.versus === null ? null : VERSUS_WORDS[claim.versus]),
    ...remark('占', claim.of),
    ...remark('年度', claim.year),
    ...remark('句', claim.sentence),
    ...figureRemarks(claim.figure, claim.where, claim.repaired),
  ]
  return `- ${withRemarks(head, remarks)}`
}

const headingLine = (claim: Claim): string => `### ${withRemarks(escapeText(claim.section), [['话题', claim.topic]])}`

/** The figures of the explanations in print order, under the headings they stand under. */
export const claimLines = (claims: readonly Claim[]): string[] =>
  claims.flatMap((claim, index) => {
    const heading = headingLine(claim)
    const before = claims[index - 1]
    const same = before !== undefined && headingLine(before) === heading
    return same ? [claimLine(claim)] : [...(index === 0 ? [] : ['']), heading, '', claimLine(claim)]
  })

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const evaluationRow = (e: Evaluation): string =>
  tableRow([
    String(e.table),
    SCOPE_WORDS[e.scope],
    escapeText(e.project),
    e.indicator === null ? '' : escapeText(e.indicator),
    EVALUATION_WORDS[e.column],
    withRemarks(e.figure.text, figureRemarks(e.figure, e.where, e.repaired, { page: e.where.page, line: e.where.line })),
    escapeText(e.figure.unit),
    spotText(e.where),
  ])

/** The figures of self-evaluation tables, one a row. */
export const evaluationLines = (evaluations: readonly Evaluation[]): string[] =>
  evaluations.length === 0
    ? []
    : [tableRow(EVALUATION_HEADS), tableRow(EVALUATION_HEADS.map(() => '---')), ...evaluations.map(evaluationRow)]

/** Figures that did not become facts, with the reason. */
export const unreadLines = (unread: readonly Unread[]): string[] =>
  unread.map(
    ({ where, reason }) => `- ${withRemarks(escapeText(where.raw), [...placeRemarks(where, where.raw), ...remark('缘由', reason)])}`,
  )
