import type { Claim, Evaluation, Statement, Topic, Unread } from '../domain/report.ts'
import {
  DIRECTION_WORDS,
  EVALUATION_HEADS,
  EVALUATION_WORDS,
  escapeText,
  MEASURE_WORDS,
  RELATION_WORDS,
  SCOPE_WORDS,
  spotText,
  tableHead,
  tableRow,
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
    ...remark('约', claim.approximate === true ? '是' : null),
    ...remark('句', claim.sentence),
    ...figureRemarks(claim.figure, claim.where, claim.repaired),
  ]
  return `- ${withRemarks(head, remarks)}`
}

/** `- 行政运行：增〔比 预算；句 31；位置 190行〕` */
function statementLine(statement: Statement): string {
  const remarks = [
    ...remark('主题', statement.subject),
    ...remark('比', statement.versus === null ? null : VERSUS_WORDS[statement.versus]),
    ...remark('句', statement.sentence),
    ...placeRemarks(statement.where, ''),
  ]
  return `- ${withRemarks(`${itemText(statement.item)}：${RELATION_WORDS[statement.relation]}`, remarks)}`
}

type UnderHeading = { readonly section: string; readonly topic: Topic }
const headingLine = ({ section, topic }: UnderHeading): string => `### ${withRemarks(escapeText(section), [['话题', topic]])}`

/** One line each in print order, under the headings they stand under. */
const underHeadings = <T extends UnderHeading>(entries: readonly T[], lineOf: (entry: T) => string): string[] =>
  entries.flatMap((entry, index) => {
    const heading = headingLine(entry)
    const before = entries[index - 1]
    const same = before !== undefined && headingLine(before) === heading
    return same ? [lineOf(entry)] : [...(index === 0 ? [] : ['']), heading, '', lineOf(entry)]
  })

/** The figures of the explanations. */
export const claimLines = (claims: readonly Claim[]): string[] => underHeadings(claims, claimLine)

/** What the explanations say without a figure. */
export const statementLines = (statements: readonly Statement[]): string[] => underHeadings(statements, statementLine)

const evaluationRow = (e: Evaluation): string =>
  tableRow([
    String(e.table),
    SCOPE_WORDS[e.scope],
    escapeText(e.project),
    e.indicator === null ? '' : escapeText(e.indicator),
    EVALUATION_WORDS[e.column],
    withRemarks(e.figure.text, figureRemarks(e.figure, e.where, e.repaired, { page: e.where.page, line: e.where.line })),
    e.figure.unit === '' ? '' : escapeText(e.figure.unit),
    spotText(e.where),
  ])

/** The figures of self-evaluation tables, one a row. */
export const evaluationLines = (evaluations: readonly Evaluation[]): string[] =>
  evaluations.length === 0 ? [] : [...tableHead(EVALUATION_HEADS), ...evaluations.map(evaluationRow)]

/** Figures that did not become facts, with the reason. */
export const unreadLines = (unread: readonly Unread[]): string[] =>
  unread.map(
    ({ where, reason }) => `- ${withRemarks(escapeText(where.raw), [...placeRemarks(where, where.raw), ...remark('缘由', reason)])}`,
  )
