import type { Answer, AnswerFigure, Source } from '../domain/answer.ts'
import { COLUMN_WORDS, FORM_TITLES, THREE_PUBLIC_WORDS } from '../domain/form.ts'
import { placeWords } from './contract-text.ts'
import { plainLine } from './plain-text.ts'
import { tableLines } from './table-text.ts'

/** An answer as a person reads it in a terminal: the answer, the table, the notes, the sources. */

const MOST_SOURCES = 8
const MOST_STEPS = 12

const MEASURE_WORDS: Readonly<Record<string, string>> = {
  ...COLUMN_WORDS,
  change: '增减额',
  growth: '增减率',
  share: '占比',
  completion: '完成率',
  count: '数量',
  prior: '上年数',
  execution: '执行数',
  amount: '金额',
  rate: '比率',
}

const formWords = (source: Source): string =>
  source.form === 'narrative' ? '决算情况说明' : source.form === 'selfEvaluation' ? '绩效自评表' : `《${FORM_TITLES[source.form]}》`

const rowWords = (source: Source): string =>
  source.form === 'threePublic' ? ((THREE_PUBLIC_WORDS as Readonly<Record<string, string>>)[source.row] ?? source.row) : source.row

const sourceWords = (source: Source): string =>
  [formWords(source), rowWords(source), MEASURE_WORDS[source.column] ?? source.column, placeWords(source)]
    .filter((word) => word !== '')
    .join(' · ')

/** Sources one a line: what the report prints, where. */
function sourceLines(figures: readonly AnswerFigure[]): string[] {
  const sources = figures.flatMap((figure) => figure.sources)
  const lines = [...new Set(sources.map((source) => `  ${sourceWords(source)}，原文“${source.raw}”`))]
  const files = [...new Set(sources.map((source) => source.report))]
  if (lines.length === 0) return []
  const more = lines.length > MOST_SOURCES ? [`  另有${lines.length - MOST_SOURCES}处出处。`] : []
  return [`来源（${files.join('、')}）：`, ...lines.slice(0, MOST_SOURCES), ...more]
}

/** How computed figures came about. */
function stepLines({ figures, lines }: Answer): string[] {
  const steps = figures.flatMap(({ what, derivation }) =>
    derivation === null || lines.some((line) => line.includes(derivation)) ? [] : [`  ${what}：${derivation}`],
  )
  return steps.length === 0 ? [] : ['怎么算的：', ...steps.slice(0, MOST_STEPS)]
}

const noteLines = (notes: readonly string[]): string[] => (notes.length === 0 ? [] : ['注意：', ...notes.map((note) => `  ${note}`)])

/** The reply, line by line, free of control characters. */
export function answerLines(answer: Answer): string[] {
  return [
    plainLine(answer.headline),
    ...answer.lines.map((line) => `${/^ */.exec(line)?.[0] ?? ''}${plainLine(line)}`),
    ...(answer.table === null ? [] : tableLines(answer.table)),
    ...[...choiceLines(answer), ...noteLines(answer.notes), ...stepLines(answer), ...sourceLines(answer.figures)].map(
      (line) => `${/^ */.exec(line)?.[0] ?? ''}${plainLine(line)}`,
    ),
  ]
}

const choiceLines = ({ choices }: Answer): string[] => choices.map((choice, i) => `  ${i + 1}. ${choice}`)

export const answerText = (answer: Answer): string => answerLines(answer).join('\n')
