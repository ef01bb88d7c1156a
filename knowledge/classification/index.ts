import { readFileSync } from 'node:fs'

/** One code of the government's classification of revenue and expenditure, with every name it has had. */
export interface ClassificationItem {
  readonly code: string
  readonly name: string
  /** Names of other editions and other spellings. */
  readonly otherNames: readonly string[]
}

function load(file: string): ReadonlyMap<string, ClassificationItem> {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  const rows = text.trimEnd().split('\n').slice(1)
  return new Map(
    rows.map((row) => {
      const [code = '', name = '', others = ''] = row.split(',')
      return [code, { code, name, otherNames: others === '' ? [] : others.split(';') }]
    }),
  )
}

/** Functional classification (类 3 digits, 款 5, 项 7), by code. Not complete: an absent code is unknown, not wrong. */
export const FUNCTIONAL = load('./functional.csv')
/** Departmental economic classification (301… 399, 3 and 5 digits), by code. */
export const ECONOMIC = load('./economic.csv')
