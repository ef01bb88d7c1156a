import type { Line } from '../../domain/document.ts'
import type { Unread } from '../../domain/report.ts'
import { placeOf } from './cells.ts'
import { recogniseTables, type TableSigns } from './recognise.ts'
import { tokensOf } from './tokens.ts'

/** A table that is none of the nine: projects, procurement, performance targets, the government's own items. */
export interface Aside {
  readonly title: string | null
  readonly from: number
  readonly to: number
}

interface Stretch {
  readonly from: number
  readonly to: number
}

const AMOUNT = /\d[.．,，]\d/
const YEAR = /^20\d\d$/

/** Of a table with a grid the text below its last row is no part. */
function trimmed(lines: readonly Line[], { title, from, to }: Aside): Aside {
  const last = lines.slice(from, to).findLastIndex((line) => line.cells !== null)
  return last < 0 ? { title, from, to } : { title, from, to: from + last + 1 }
}

/**
 * The further tables of a document.
 * @param known the tables that this kind of document prints
 * @param taken what other parsers read
 */
export function asidesOf(lines: readonly Line[], known: TableSigns, taken: readonly Stretch[]): Aside[] {
  return recogniseTables(lines, known)
    .filter(({ id, from, to }) => id === 'other' && !taken.some((one) => one.from < to && from < one.to))
    .map((region) => trimmed(lines, region))
}

/** What stands after a row's words, and every amount wherever it stands: codes, ordinals and years are no figures. */
function figuresOf(line: Line): Unread['where'][] {
  const tokens = tokensOf(line)
  const words = tokens.findIndex((token) => token.kind === 'text')
  return tokens
    .filter((token, i) => token.kind === 'number' && !YEAR.test(token.raw) && (AMOUNT.test(token.raw) || (words >= 0 && i > words)))
    .map((token) => placeOf(token.line, token.raw))
}

/** Every figure of a further table, unread, with its title as the reason. */
export const asideFigures = (lines: readonly Line[], { title, from, to }: Aside): Unread[] =>
  lines
    .slice(from, to)
    .flatMap(figuresOf)
    .map((where) => ({ where, reason: `${title === null ? '这张表' : `“${title}”`}不是九张标准表，没有读入` }))
