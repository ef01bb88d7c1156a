import type { Answer, AnswerFigure, Source } from '../domain/answer.ts'
import { COLUMN_WORDS, FORM_TITLES, THREE_PUBLIC_WORDS } from '../domain/form.ts'
import { placeWords } from './contract-text.ts'

/** Where figures come from, in words: their places in the report, and how computed ones came about. */

/** Rows of one place that are named. */
const MOST_ROWS = 12

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
  target: '目标值',
  actual: '完成值',
  score: '得分',
  weight: '分值',
  adjusted: '调整预算数',
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

/** A key without words of its own is never shown. */
const measureWords = (column: string): string => MEASURE_WORDS[column] ?? (/[a-z]/i.test(column) ? '数' : column)

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

/** Sources, one place a line: what the report prints there. The first line names the files; of several, each line names its own. */
export function sourceLines(figures: readonly AnswerFigure[]): string[] {
  const sources = figures.flatMap((figure) => figure.sources)
  if (sources.length === 0) return []
  const files = [...new Set(sources.map((source) => source.report))]
  const fileWords = ({ report }: Source): string => (files.length > 1 ? `${report} ` : '')
  const placeOf = (source: Source): string => `${fileWords(source)}${standWords(source)}`
  const lines = grouped(sources, placeOf).map((stand) => {
    const rows = grouped(stand, rowWords).map(rowLine)
    const more = rows.length > MOST_ROWS ? `等${rows.length}项` : ''
    return `${stand[0] === undefined ? '' : placeOf(stand[0])}：${rows.slice(0, MOST_ROWS).join('；')}${more}`
  })
  return [`来源（${files.join('、')}）：`, ...lines]
}

/** How computed figures came about, one a line; what the answer itself says is not said again. */
export const stepLines = ({ figures, lines }: Answer): string[] =>
  figures.flatMap(({ what, derivation }) =>
    derivation === null || lines.some((line) => line.includes(derivation)) ? [] : [`${what}：${derivation}`],
  )
