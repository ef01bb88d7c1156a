import { setImmediate as breathe } from 'node:timers/promises'
import { initials, reading } from '../ask/names/reading.ts'
import { normaliseName } from '../ask/normalise.ts'

/** Names to complete while a person types; made for hundreds of thousands of them and an answer within milliseconds. */

/** How many names are indexed before others get their turn. */
const AT_ONCE = 2000
/** More good matches than this are not ranked against each other. */
const MOST_RANKED = 400
const SEPARATOR = '\n'

/** One long text of all names, searched as a whole: quicker than name by name. */
class Names {
  private readonly starts: number[] = []
  private readonly parts: string[] = []
  private length = 0
  private whole: string | null = null

  add(words: readonly string[]): void {
    const text = words.join(SEPARATOR) + SEPARATOR
    this.starts.push(this.length)
    this.parts.push(text)
    this.length += text.length
    this.whole = null
  }

  get count(): number {
    return this.starts.length
  }

  /** Numbers of the names that hold the words, those that begin so first. */
  holding(words: string, limit: number): number[] {
    this.whole ??= SEPARATOR + this.parts.join('')
    return [...new Set([...this.find(SEPARATOR + words, limit), ...this.find(words, limit)])]
  }

  private find(words: string, limit: number): number[] {
    const found: number[] = []
    const text = this.whole ?? ''
    for (let at = text.indexOf(words); at >= 0 && found.length < limit; ) {
      const number = this.at(at - 1 + (words.startsWith(SEPARATOR) ? 1 : 0))
      found.push(number)
      const next = this.starts[number + 1]
      if (next === undefined) break
      at = text.indexOf(words, next + (words.startsWith(SEPARATOR) ? 0 : 1))
    }
    return found
  }

  /** The name whose text holds this offset. */
  private at(offset: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

export interface Suggested {
  readonly name: string
  readonly aliases: readonly string[]
}

const LATIN = /^[a-z0-9]+$/

/** An index over names. Names by sound follow a little later; until then they are found by their characters. */
export class NameSuggestions {
  private readonly written = new Names()
  private readonly sounding = new Names()
  /** In which names a character stands. */
  private readonly byCharacter = new Map<string, number[]>()
  private readonly lengths: number[] = []
  /** How many of the wanted characters a name holds; all zero between two searches. */
  private counts: Uint8Array | null = null

  private constructor(private readonly all: readonly Suggested[]) {}

  static async build(all: readonly Suggested[]): Promise<NameSuggestions> {
    const index = new NameSuggestions(all)
    for (const [i, { name, aliases }] of all.entries()) {
      const forms = [name, ...aliases].map(normaliseName)
      index.written.add(forms)
      index.lengths.push(forms[0]?.length ?? 0)
      for (const character of new Set(forms.join(''))) {
        const names = index.byCharacter.get(character)
        if (names === undefined) index.byCharacter.set(character, [i])
        else names.push(i)
      }
      index.sounding.add([name, ...aliases].flatMap((one) => [reading(one), initials(one)]).map((sound) => sound.toLowerCase()))
      if (i % AT_ONCE === AT_ONCE - 1) await breathe()
    }
    index.sounding.holding('', 1)
    index.written.holding('', 1)
    return index
  }

  /** Full names for what was typed so far: any part of a name or alias, its characters in any order, its sound, or a slip. */
  suggest(typed: string, limit: number): string[] {
    const words = normaliseName(typed).slice(0, 60)
    const found = words === '' ? this.all.slice(0, limit).map((_, i) => i) : this.find(words, limit)
    return found.slice(0, limit).map((i) => this.all[i]?.name ?? '')
  }

  private find(words: string, limit: number): number[] {
    const found = new Set(this.written.holding(words, limit))
    const more = (numbers: readonly number[]): boolean => {
      for (const number of numbers) if (found.size < limit) found.add(number)
      return found.size >= limit
    }
    if (found.size >= limit) return [...found]
    if (LATIN.test(words)) more(this.sounding.holding(words, limit))
    else if (!more(this.scattered(words, 0)) && words.length >= 3 && found.size === 0) more(this.scattered(words, 1))
    return [...found]
  }

  /** Names that hold all characters but `missing` of them, the shortest first. */
  private scattered(words: string, missing: number): number[] {
    const lists = [...new Set(words)].map((character) => this.byCharacter.get(character) ?? []).sort((a, b) => a.length - b.length)
    const needed = lists.length - missing
    this.counts ??= new Uint8Array(this.all.length)
    const { counts } = this
    // A name that lacks `missing` characters holds one of the rarest `missing + 1`.
    const candidates: number[] = []
    for (const list of lists.slice(0, missing + 1))
      for (const number of list) {
        if (counts[number] === 0) candidates.push(number)
        counts[number] = (counts[number] ?? 0) + 1
      }
    for (const list of lists.slice(missing + 1)) countIn(list, candidates, counts)
    const good = candidates.filter((number) => (counts[number] ?? 0) >= needed).slice(0, MOST_RANKED)
    for (const number of candidates) counts[number] = 0
    return good.sort((a, b) => (this.lengths[a] ?? 0) - (this.lengths[b] ?? 0))
  }
}

/** Counts the numbers of a sorted list that are candidates already, from the shorter of the two. */
function countIn(list: readonly number[], candidates: readonly number[], counts: Uint8Array): void {
  const few = candidates.length * 18 < list.length
  for (const number of few ? candidates : list) {
    const count = counts[number] ?? 0
    if (count > 0 && (!few || holds(list, number))) counts[number] = count + 1
  }
}

function holds(list: readonly number[], wanted: number): boolean {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const number = list[middle] ?? 0
    if (number === wanted) return true
    if (number < wanted) low = middle + 1
    else high = middle - 1
  }
  return false
}
