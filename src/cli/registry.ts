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
    usage: 'check FILE',
    summary: '核对一份报告：哪里自相矛盾，核对了多少',
    words: [1, 1],
    options: [],
    load: () => import('./verbs/check.ts'),
  },
]

export const verbNamed = (name: string): VerbEntry | undefined => VERBS.find((verb) => verb.name === name)
