import { edits } from '../names/similarity.ts'
import { itemWords } from './items.ts'

/** Slips of the pen in the words of a question: 完率成, 公务待接费. Only close to a known word, and always said in the reply. */

export interface Mended {
  readonly text: string
  readonly said: string
  readonly meant: string
}

/** Words of the question beside items. */
const OTHERS = [
  '完成率',
  '执行率',
  '占比',
  '比例',
  '百分之几',
  '预算',
  '人均',
  '排名',
  '趋势',
  '同比',
  '最高',
  '最低',
  '哪个部门',
  '比上年',
  '多少',
]
/** Shorter words are taken only with their characters in another order. */
const LONG = 4

let known: readonly string[] | null = null
const words = (): readonly string[] => {
  known ??= [...new Set([...itemWords(), ...OTHERS])].filter((word) => /^\p{Script=Han}+$/u.test(word)).sort((a, b) => b.length - a.length)
  return known
}

const sameCharacters = (a: string, b: string): boolean => a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

/** One slip: neighbours changed, and in longer words one character wrong, missing or too many. */
const isSlip = (said: string, word: string): boolean =>
  said !== word && edits(said, word, 1) === 1 && (sameCharacters(said, word) || (word.length >= LONG && said.length >= LONG - 1))

/** Every word that a piece of the text of about this length is one slip away from. */
function slips(text: string, odd: string, length: number): Map<string, Mended> {
  const found = new Map<string, Mended>()
  const sizes = length >= LONG ? [length, length - 1, length + 1] : [length]
  for (const size of sizes)
    for (let start = 0; start + size <= text.length; start++) {
      const said = text.slice(start, start + size)
      if (/\P{Script=Han}/u.test(said) || ![...said].some((character) => odd.includes(character))) continue
      for (const word of words())
        if (word.length === length && isSlip(said, word))
          found.set(word, { text: text.slice(0, start) + word + text.slice(start + size), said, meant: word })
    }
  return found
}

/**
 * Where a word of `text` is one slip away from a known word; the longest such word wins, two of one length are none.
 * @param odd characters that were not understood: a slip holds one of them
 */
export function mend(text: string, odd: string): Mended | null {
  for (const length of new Set(words().map((word) => word.length))) {
    const found = slips(text, odd, length)
    const [only] = found.values()
    if (only === undefined) continue
    // A wrong first character makes too many words alike.
    return found.size === 1 && (sameCharacters(only.said, only.meant) || only.said[0] === only.meant[0]) ? only : null
  }
  return null
}
