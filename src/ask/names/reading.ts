import { pinyin } from 'pinyin-pro'
import { READINGS } from '../../../knowledge/aliases/index.ts'

const syllables = new Map<string, string>()

/** One character's reading; Latin letters and digits stand for themselves. */
function syllable(character: string): string {
  const known = syllables.get(character)
  if (known !== undefined) return known
  const read = pinyin(character, { toneType: 'none', v: true }).toLowerCase()
  syllables.set(character, read)
  return read
}

const READ_WORDS = [...READINGS].map(([word, read]) => [word, read.split(' ')] as const)

/** Syllables of a name; knowledge/aliases/readings.csv corrects place names. */
function syllablesOf(name: string): string[] {
  const read = [...name].map(syllable)
  for (const [word, right] of READ_WORDS) {
    const at = name.indexOf(word)
    if (at >= 0) read.splice(at, right.length, ...right)
  }
  return read
}

/** A name as it is typed by sound: 硚口 → qiaokou. */
export const reading = (name: string): string => syllablesOf(name).join('')

/** First letters of the syllables: 硚口机关工委 → qkjggw. */
export const initials = (name: string): string =>
  syllablesOf(name)
    .map((read) => read.slice(0, 1))
    .join('')
