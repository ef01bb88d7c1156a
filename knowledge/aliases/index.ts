import { readFileSync } from 'node:fs'

/** Names that people use for departments and items. Data beside this file; a row more needs no line of code. */

const rowsOf = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','))

const listOf = (cell: string | undefined): string[] => (cell ?? '').split(';').filter((word) => word !== '')

/** Official part of a name → the short forms in use, longest part first. */
export const ORGANS: readonly { readonly long: string; readonly short: readonly string[] }[] = rowsOf('./organs.csv')
  .map(([long = '', short]) => ({ long, short: listOf(short) }))
  .sort((a, b) => b.long.length - a.long.length)

/** Place names whose reading a dictionary gets wrong → syllables. */
export const READINGS: ReadonlyMap<string, string> = new Map(rowsOf('./readings.csv').map(([word = '', pinyin = '']) => [word, pinyin]))

/** Spellings that people type for another word. */
export const VARIANTS: readonly (readonly [written: string, meant: string])[] = rowsOf('./variants.csv').map(([a = '', b = '']) => [a, b])

/** Traditional characters of this field → simplified. */
export const TRADITIONAL: ReadonlyMap<string, string> = new Map(rowsOf('./traditional.csv').map(([a = '', b = '']) => [a, b]))

/**
 * Words for an item → what is meant, best first. Each is a subject key (domain/subject.ts);
 * several joined by `+` are added up.
 */
export const ITEM_WORDS: readonly { readonly words: readonly string[]; readonly subjects: readonly string[] }[] = rowsOf('./items.csv').map(
  ([words, subjects]) => ({ words: listOf(words), subjects: listOf(subjects) }),
)

/** Plain definitions of the terms that accounts use, in our own words; what the report itself says goes first. */
export const TERMS: readonly { readonly term: string; readonly names: readonly string[]; readonly meaning: string }[] = rowsOf(
  './terms.csv',
).map(([term = '', others, ...meaning]) => ({ term, names: listOf(others), meaning: meaning.join(',') }))
