import { TRADITIONAL } from '../../knowledge/aliases/index.ts'

/** Ways in which people's questions differ from the clean ones; each is a function of the text and a number that decides where. */

export const DAMAGES: Readonly<Record<string, (text: string, seed: number) => string>> = {
  blanks: (text, seed) => insert(text, at(text, seed), ' '),
  punctuation: (text, seed) => insert(text, at(text, seed), '，'.charAt(0)),
  traditional: (text) => [...text].map((character) => WRITTEN.get(character) ?? character).join(''),
  'full width': (text) => text.replace(/[0-9a-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  courtesy: (text, seed) => `${['请问', '麻烦查一下', '我想知道'][seed % 3]}${text}${['，谢谢', '？', '呢'][seed % 3]}`,
  'word order': (text) => {
    const year = /20\d\d年?/.exec(text)?.[0]
    return year === undefined ? text : `${text.replace(year, '')}${year}`
  },
  'doubled character': (text, seed) => insert(text, at(text, seed), text.charAt(at(text, seed))),
  'dropped character': (text, seed) => text.slice(0, at(text, seed)) + text.slice(at(text, seed) + 1),
  'swapped neighbours': (text, seed) => {
    const i = Math.min(at(text, seed), text.length - 2)
    return text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2)
  },
  'wrong character': (text, seed) => {
    const i = at(text, seed)
    return `${text.slice(0, i)}${'的地得在再做作'.charAt(seed % 7)}${text.slice(i + 1)}`
  },
}

const WRITTEN = new Map([...TRADITIONAL].map(([written, plain]) => [plain, written]))
/** Never inside a number: another year is another question. */
function at(text: string, seed: number): number {
  const places = [...text].flatMap((character, i) => (/[\d.]/.test(character) ? [] : [i]))
  return places[(seed * 7919) % Math.max(1, places.length)] ?? 0
}
const insert = (text: string, place: number, more: string): string => text.slice(0, place) + more + text.slice(place)
