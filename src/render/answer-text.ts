import type { Answer, AnswerFigure, Source } from '../domain/answer.ts'
import { COLUMN_WORDS, FORM_TITLES, THREE_PUBLIC_WORDS } from '../domain/form.ts'
import { blockLines } from './chart/blocks.ts'
import { placeWords } from './contract-text.ts'
import { plainLine } from './plain-text.ts'
import { tableLines } from './table-text.ts'

/** An answer as a person reads it in a terminal: the answer, the table, the notes, the sources. */

const MOST_SOURCES = 8
const MOST_ROWS = 4
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
  source.kind === 'budget' ? titleWords(source).replaceAll('决算', '预算') : titleWords(source)

const titleWords = (source: Source): string =>
  source.form === 'narrative' ? '决算情况说明' : source.form === 'selfEvaluation' ? '绩效自评表' : `《${FORM_TITLES[source.form]}》`

const rowWords = (source: Source): string =>
  source.form === 'threePublic' ? ((THREE_PUBLIC_WORDS as Readonly<Record<string, string>>)[source.row] ?? source.row) : source.row

/** Where a source stands: the form and its line or page. */
const standWords = (source: Source): string => [formWords(source), placeWords(source)].join('')

/** One source in a line: form, place, row, column and characters. */
export const sourceWords = (source: Source): string =>
  `${standWords(source)} ${rowWords(source)} ${measureWords(source.column)}“${source.raw}”`.replace(/ {2,}/g, ' ')

const measureWords = (column: string): string => MEASURE_WORDS[column] ?? column

/** `公务接待费 预算数“0.60”、决算数“0.00”` for the cells of one row. */
function rowLine(sources: readonly Source[]): string {
  const [first] = sources
  const cells = sources.map((source) => `${measureWords(source.column)}“${source.raw}”`)
  return `${first === undefined ? '' : rowWords(first)} ${[...new Set(cells)].join('、')}`
}

function grouped<T>(list: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return [...groups.values()]
}

/** Sources, one place a line: what the report prints there. */
export function sourceLines(figures: readonly AnswerFigure[]): string[] {
  const sources = figures.flatMap((figure) => figure.sources)
  if (sources.length === 0) return []
  const lines = grouped(sources, standWords).map((stand) => {
    const rows = grouped(stand, rowWords).map(rowLine)
    const more = rows.length > MOST_ROWS ? `等${rows.length}项` : ''
    return `  ${stand[0] === undefined ? '' : standWords(stand[0])}：${rows.slice(0, MOST_ROWS).join('；')}${more}`
  })
  const files = [...new Set(sources.map((source) => source.report))]
  const more = lines.length > MOST_SOURCES ? [`  另有${lines.length - MOST_SOURCES}处出处。`] : []
  return [`来源（${files.join('、')}）：`, ...lines.slice(0, MOST_SOURCES), ...more]
}

/** How computed figures came about. */
export function stepLines({ figures, lines }: Answer): string[] {
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
    ...(answer.output === 'picture' && answer.chart !== undefined ? blockLines(answer.chart).map(plainBlock) : []),
    ...[...choiceLines(answer), ...noteLines(answer.notes), ...stepLines(answer), ...sourceLines(answer.figures)].map(
      (line) => `${/^ */.exec(line)?.[0] ?? ''}${plainLine(line)}`,
    ),
  ]
}

const plainBlock = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${plainLine(line)}`

const choiceLines = ({ choices }: Answer): string[] => choices.map((choice, i) => `  ${i + 1}. ${choice}`)

export const answerText = (answer: Answer): string => answerLines(answer).join('\n')
