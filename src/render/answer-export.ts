import type { Answer } from '../domain/answer.ts'
import { answerJson } from './contract-answer.ts'
import { csvOf } from './data-table.ts'
import { type AnsweredQuestion, FIGURE_TABLE, figureRows } from './figure-table.ts'
import { plainLine } from './plain-text.ts'
import { tableSheet, wordsSheet, workbook } from './xlsx.ts'

/** An answer as a file: its figures with question, sources and edition. */

export const answerCsv = (asked: AnsweredQuestion): string => csvOf(FIGURE_TABLE, figureRows(asked))

/** The reply of `ask --json` with the question, the time and the editions beside it. */
export const answerFileJson = (asked: AnsweredQuestion): string =>
  `${JSON.stringify({ question: asked.question, answeredAt: asked.at, ...answerJson(asked), editions: asked.editions }, null, 2)}\n`

const spoken = ({ headline, lines, notes }: Answer): (readonly [string, string])[] => [
  ['回答', headline],
  ...lines.map((line) => ['', line] as const),
  ...notes.map((note) => ['注意', note] as const),
]

export const answerXlsx = (asked: AnsweredQuestion): Promise<Uint8Array> =>
  workbook([
    tableSheet(FIGURE_TABLE, figureRows(asked)),
    wordsSheet('说明', [
      ['问题', asked.question],
      ['时间', asked.at],
      ...spoken(asked.answer),
      ...asked.editions.map(({ department, fiscalYear, file, sha256, ingestedAt }) => [
        '报告',
        `${department}${fiscalYear}年度，${file}，收录于${ingestedAt}，SHA-256 ${sha256}`,
      ]),
    ]),
  ])

const cell = (text: string): string => plainLine(text).replaceAll('|', '\\|')

/** The answer as Markdown: for a document of one's own. */
export function answerMarkdown({ question, answer, at, editions }: AnsweredQuestion): string {
  const { table } = answer
  const rows =
    table === null ? [] : ['', ...[table.head, table.head.map(() => '---'), ...table.rows].map((row) => `| ${row.map(cell).join(' | ')} |`)]
  return [
    `**${plainLine(question)}**`,
    '',
    plainLine(answer.headline),
    ...answer.lines.map(plainLine),
    ...rows,
    '',
    ...answer.notes.map((note) => `- ${plainLine(note)}`),
    ...editions.map(({ department, fiscalYear, file }) => `- 出自：${plainLine(department)}${fiscalYear}年度决算（${plainLine(file)}）`),
    `- ${at}`,
    '',
  ].join('\n')
}
