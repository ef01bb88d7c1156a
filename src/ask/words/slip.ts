import { reading } from '../names/reading.ts'
import { edits } from '../names/similarity.ts'

/** What one slip of the pen is, and how much it tells about the word that was meant. */

/** Characters that get into a word by mistake and name nothing: a wrong one of these is no other word's sign. */
const EMPTY = new Set('的地得在再做作了是有和与')
const LONG_MISSING = 4
const LONG_WRONG = 5

const sameCharacters = (a: string, b: string): boolean => a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

/** Where two texts of one length differ. */
const differing = (a: string, b: string): number => [...a].findIndex((character, i) => character !== b[i])

/** The one character that `longer` has too many. */
function surplus(longer: string, shorter: string): { readonly character: string; readonly doubled: boolean } {
  const at = [...longer].findIndex((character, i) => character !== shorter[i])
  const character = longer.charAt(at)
  return { character, doubled: character === longer.charAt(at - 1) || character === longer.charAt(at + 1) }
}

/** How much a slip tells of the word that was meant: 3 the word itself, 2 the word unless another fits too, 1 only a likeness. */
export type Evidence = 1 | 2 | 3

/**
 * One slip between what was typed and a word; null where there is none or more than one. Neighbours changed, a
 * character doubled, an empty or like-sounding one in place of the right one tell most; one missing tells a long word.
 */
export function slipOf(said: string, word: string): Evidence | null {
  if (said === word || word.length < 2 || edits(said, word, 1) !== 1) return null
  if (sameCharacters(said, word)) return 3
  if (said.length > word.length) {
    const { character, doubled } = surplus(said, word)
    if (doubled) return 3
    return EMPTY.has(character) && word.length > 2 ? 2 : 1
  }
  // Half of a short word likens anything: 招商 is no 招待, 出来没 no 来钱.
  if (said.length < word.length) return word.length >= LONG_MISSING ? 2 : word.length > 2 ? 1 : null
  const at = differing(said, word)
  const wrong = said.charAt(at)
  const sounds = reading(wrong) === reading(word.charAt(at))
  if (word.length === 2) return sounds ? 1 : null
  if (sounds) return 3
  if (EMPTY.has(wrong) || word.length >= LONG_WRONG) return 2
  // 上设备 is no 买设备: a short word is likened only from its beginning on.
  return at > 0 || word.length > 3 ? 1 : null
}

export const isEmptyCharacter = (character: string): boolean => EMPTY.has(character)
