import { type Claim, type Evaluation, type Statement, TOPICS, type Topic, type Unread } from '../domain/report.ts'
import {
  DIRECTION_WORDS,
  EVALUATION_HEADS,
  EVALUATION_WORDS,
  keyOf,
  MEASURE_WORDS,
  RELATION_WORDS,
  SCOPE_WORDS,
  splitCells,
  spotOf,
  unescapeText,
  VERSUS_WORDS,
} from '../domain/standard-form.ts'
import type { NumberedLine } from './standard-form.ts'
import { damaged, need, Remarks, remarksOf } from './standard-form-damage.ts'
import { figureWith, placeOf } from './standard-form-figure.ts'

const NOWHERE = { page: null, line: null }

/** `item：measure digits unit`, with the item's own colons escaped. */
const FIGURE_LINE = /^((?:\\.|[^\\：])*)：(\S+) (\S+) (.*)$/su

function claimOf(line: NumberedLine, section: string, topic: Topic): Claim {
  const { head, remarks: list } = remarksOf(line.text.slice(2), line.no)
  const remarks = new Remarks(list, line.no)
  const [, item = '', measure = '', digits = '', unit = ''] = need(FIGURE_LINE.exec(head), line.no, '数字的说法')
  const direction = remarks.get('方向')
  const versus = remarks.get('比')
  return {
    id: remarks.must('编号'),
    topic,
    section,
    item: unescapeText(item),
    subject: remarks.get('主题'),
    measure: need(keyOf(MEASURE_WORDS, measure), line.no, measure),
    ...figureWith(digits, remarks, { ...NOWHERE, unit: unescapeText(unit) }),
    sentence: need(remarks.number('句'), line.no, '句'),
    direction: direction === null ? null : need(keyOf(DIRECTION_WORDS, direction), line.no, '方向'),
    of: remarks.get('占'),
    versus: versus === null ? null : need(keyOf(VERSUS_WORDS, versus), line.no, '比'),
    year: remarks.number('年度'),
    ...(remarks.get('约') === null ? {} : { approximate: true as const }),
    partOf: remarks.get('属于'),
  }
}

/** `item：relation`. */
const WORD_LINE = /^((?:\\.|[^\\：])*)：(\S+)$/su

function statementOf(line: NumberedLine, section: string, topic: Topic): Statement {
  const { head, remarks: list } = remarksOf(line.text.slice(2), line.no)
  const remarks = new Remarks(list, line.no)
  const [, item = '', relation = ''] = need(WORD_LINE.exec(head), line.no, '说法')
  const versus = remarks.get('比')
  return {
    topic,
    section,
    item: unescapeText(item),
    subject: remarks.get('主题'),
    relation: need(keyOf(RELATION_WORDS, relation), line.no, relation),
    versus: versus === null ? null : need(keyOf(VERSUS_WORDS, versus), line.no, '比'),
    sentence: need(remarks.number('句'), line.no, '句'),
    where: placeOf(remarks, '', NOWHERE),
  }
}

/** Lines under third-level headings, each with its heading's section and topic. */
function underHeadings<T>(lines: readonly NumberedLine[], entryOf: (line: NumberedLine, section: string, topic: Topic) => T): T[] {
  let section = ''
  let topic: Topic | undefined
  return lines.flatMap((line) => {
    if (!line.text.startsWith('### ')) return [entryOf(line, section, need(topic, line.no, '话题'))]
    const { head, remarks } = remarksOf(line.text.slice(4), line.no)
    const named = new Remarks(remarks, line.no).get('话题')
    section = unescapeText(head)
    topic = TOPICS.find((one) => one === named)
    return []
  })
}

/** The figures of the explanations. */
export const readClaims = (lines: readonly NumberedLine[]): Claim[] => underHeadings(lines, claimOf)

/** What the explanations say without a figure. */
export const readStatements = (lines: readonly NumberedLine[]): Statement[] => underHeadings(lines, statementOf)

function evaluationOf(line: NumberedLine): Evaluation {
  const cells = splitCells(line.text)
  if (cells.length !== EVALUATION_HEADS.length) throw damaged(line.no, `应有${EVALUATION_HEADS.length}格，只有${cells.length}格`)
  const [table = '', scope = '', project = '', indicator = '', column = '', written = '', unit = '', place = ''] = cells
  const { head, remarks } = remarksOf(written, line.no)
  return {
    project: unescapeText(project),
    scope: need(keyOf(SCOPE_WORDS, scope), line.no, '范围'),
    indicator: indicator === '' ? null : unescapeText(indicator),
    column: need(keyOf(EVALUATION_WORDS, column), line.no, '栏目'),
    ...figureWith(head, new Remarks(remarks, line.no), { ...need(spotOf(place), line.no, '位置'), unit: unescapeText(unit) }),
    table: need(/^-?\d+$/.test(table) ? Number(table) : null, line.no, '表'),
  }
}

/** The rows of the self-evaluation table. */
export const readEvaluations = (lines: readonly NumberedLine[]): Evaluation[] =>
  lines.filter((line) => /^\| -?\d/.test(line.text)).map(evaluationOf)

/** Figures that did not become facts. */
export const readUnread = (lines: readonly NumberedLine[]): Unread[] =>
  lines.map((line) => {
    const { head, remarks: list } = remarksOf(line.text.slice(2), line.no)
    const remarks = new Remarks(list, line.no)
    return { where: placeOf(remarks, unescapeText(head), NOWHERE), reason: remarks.must('缘由') }
  })
