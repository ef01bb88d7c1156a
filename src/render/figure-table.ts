import type { Answer, AnswerFigure } from '../domain/answer.ts'
import type { DataTable } from './data-table.ts'
import { sourceWords } from './source-words.ts'

/** Which edition of a report an answer's figures come from. */
export interface EditionUsed {
  readonly department: string
  readonly fiscalYear: number
  readonly file: string
  readonly sha256: string
  readonly ingestedAt: string
}

/** An answer with what makes it traceable: the question, when it was asked, the editions. */
export interface AnsweredQuestion {
  readonly question: string
  readonly answer: Answer
  readonly text: string
  readonly at: string
  readonly editions: readonly EditionUsed[]
}

export interface FigureRow {
  readonly figure: AnswerFigure
  readonly asked: AnsweredQuestion
}

const editionsOf = ({ figure, asked }: FigureRow): string =>
  [
    ...new Set(
      asked.editions.filter(({ file }) => figure.sources.some(({ report }) => report === file)).map(({ sha256 }) => sha256.slice(0, 16)),
    ),
  ].join('；')

/** The figures of an answer, one row a figure; a rival figure has a row of its own. */
export const FIGURE_TABLE: DataTable<FigureRow> = {
  name: 'figures',
  title: '一次回答里的数字',
  columns: [
    { name: '部门', kind: 'text', about: '部门全称', of: ({ figure }) => figure.department },
    { name: '年度', kind: 'year', about: '数字所属的年度', of: ({ figure }) => figure.fiscalYear },
    { name: '项目', kind: 'text', about: '是什么数；“另一说法”是报告自相矛盾的另一处', of: ({ figure }) => figure.what },
    { name: '数值', kind: 'amount', about: '照报告所印；有算式的是算出的，按所列小数位四舍五入', of: ({ figure }) => figure.figure.text },
    { name: '单位', kind: 'text', about: '元、千元、万元、亿元、%，或计数的单位', of: ({ figure }) => figure.figure.unit },
    { name: '算式', kind: 'text', about: '算出的数由报告的数得来的步骤；空白是报告印出的数', of: ({ figure }) => figure.derivation },
    { name: '出处', kind: 'text', about: '表、行、栏目、页或行、原文字符', of: ({ figure }) => figure.sources.map(sourceWords).join('；') },
    {
      name: '原文件',
      kind: 'text',
      about: '报告的文件名',
      of: ({ figure }) => [...new Set(figure.sources.map(({ report }) => report))].join('；'),
    },
    { name: '版本', kind: 'text', about: '报告文件内容的 SHA-256，前16位', of: editionsOf },
    { name: '问题', kind: 'text', about: '问的话', of: ({ asked }) => asked.question },
  ],
}

export const figureRows = (asked: AnsweredQuestion): FigureRow[] => asked.answer.figures.map((figure) => ({ figure, asked }))
