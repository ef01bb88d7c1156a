import type { Verb } from './verb.ts'

export interface VerbEntry {
  readonly name: string
  /** Arguments as the help prints them. */
  readonly usage: string
  readonly summary: string
  /** Fewest and most words it takes. */
  readonly words: readonly [number, number]
  /** Options that take a value, besides --json. */
  readonly options: readonly string[]
  /** Options without a value. */
  readonly flags?: readonly string[]
  /** Verbs are loaded when they are called: starting is quick. */
  readonly load: () => Promise<{ readonly run: Verb }>
}

/** Every verb of the command line; help, parsing and the documentation test live from this table. */
export const VERBS: readonly VerbEntry[] = [
  {
    name: 'read',
    usage: 'read FILE',
    summary: '读一份报告：部门、年度、各表与说明里的每个数字',
    words: [1, 1],
    options: [],
    load: () => import('./verbs/read.ts'),
  },
  {
    name: 'check',
    usage: 'check FILE [--out RESULT.docx|.xlsx|.md]',
    summary: '核对一份报告：哪里自相矛盾，核对了多少；--out 把全部结果写成文件',
    words: [1, 1],
    options: ['out'],
    load: () => import('./verbs/check.ts'),
  },
  {
    name: 'ask',
    usage: 'ask "TEXT" [--out FILE]｜ask --batch FILE',
    summary: '问一句话或一条斜杠命令；--out 存成文件，扩展名决定存什么；--batch 一次问一个文件里的许多句',
    words: [0, 1],
    options: ['batch', 'out'],
    load: () => import('./verbs/ask.ts'),
  },
  {
    name: 'ingest',
    usage: 'ingest [--again] FILE…',
    summary: '收录报告文件或文件夹；--again 把收录过的也重读一遍（程序更新之后用）',
    words: [1, Number.POSITIVE_INFINITY],
    options: [],
    flags: ['again'],
    load: () => import('./verbs/ingest.ts'),
  },
  {
    name: 'export',
    usage: 'export DEPARTMENT YEAR [--format markdown|csv|json|xlsx] [--out FILE]',
    summary: '导出一份已收录的报告',
    words: [2, 2],
    options: ['format', 'out'],
    load: () => import('./verbs/export.ts'),
  },
  {
    name: 'alias',
    usage: 'alias [DEPARTMENT ALIAS]｜alias --remove ALIAS',
    summary: '给部门记一个别名；--remove 去掉一个；不写就列出记过的别名',
    words: [0, 2],
    options: ['remove'],
    load: () => import('./verbs/alias.ts'),
  },
  {
    name: 'withdraw',
    usage: 'withdraw DEPARTMENT YEAR [--budget]',
    summary: '撤回一份已收录的决算报告（--budget：预算），前一版恢复为现行；再收录同一文件就回来',
    words: [2, 2],
    options: [],
    flags: ['budget'],
    load: () => import('./verbs/withdraw.ts'),
  },
  {
    name: 'backup',
    usage: 'backup FILE',
    summary: '备份知识库，正在使用时也可以',
    words: [1, 1],
    options: [],
    load: () => import('./verbs/backup.ts'),
  },
  {
    name: 'rebuild',
    usage: 'rebuild',
    summary: '重建知识库的索引',
    words: [0, 0],
    options: [],
    load: () => import('./verbs/rebuild.ts'),
  },
  {
    name: 'help',
    usage: 'help',
    summary: '显示这份说明',
    words: [0, 0],
    options: [],
    load: () => import('./verbs/help.ts'),
  },
]

export const verbNamed = (name: string): VerbEntry | undefined => VERBS.find((verb) => verb.name === name)
