/** Marks that stand inside a term without parting it: “三公”经费, 因公出国（境）费. */
const INNER_MARKS = /[“”‘’"'「」『』《》〈〉()[\]【】〔〕]/gu
const BLANK_BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[.,](?=\p{N})\p{N}+)*/gu

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(INNER_MARKS, '')
const runsOf = (text: string): string[] => text.match(RUN) ?? []
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)

/** 公务接待 → 公务 务接 接待: with pairs as words, a term of any length is a phrase, and a rare pair narrows the search at once. */
const pairsOf = (characters: readonly string[]): string[] => characters.slice(0, -1).map((character, i) => character + characters[i + 1])

/** The words under which a text is indexed: pairs of characters (the last one also alone), and Latin words and numbers as they are. */
export function indexWords(text: string): string {
  return runsOf(folded(text).replace(BLANK_BETWEEN_HAN, ''))
    .flatMap((run) => {
      const characters = [...run]
      return isHan(run) ? [...pairsOf(characters), characters.at(-1)] : [run]
    })
    .join(' ')
}

/** A run as an FTS5 phrase; one character alone matches every pair that it begins. Runs hold letters and digits only: nothing to escape. */
function phraseOf(run: string): string {
  const characters = [...run]
  if (!isHan(run)) return `"${run}"`
  return characters.length === 1 ? `"${run}"*` : `"${pairsOf(characters).join(' ')}"`
}

const MAX_RUNS = 32

/** What a person typed as an FTS5 expression in which every run must occur; null when it holds nothing to search for. */
export function matchExpression(words: string): string | null {
  const runs = [...new Set(runsOf(folded(words)))].slice(0, MAX_RUNS)
  return runs.length === 0 ? null : runs.map(phraseOf).join(' AND ')
}

/** Words of the scope column: searching inside a department or a year is part of the match, not a filter after it. */
export const departmentScope = (id: number): string => `d${id}`
export const yearScope = (year: number): string => `y${year}`
