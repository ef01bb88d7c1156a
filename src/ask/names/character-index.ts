/** Which texts hold which characters: lists of their numbers, so that a search reads only those. */
export class CharacterIndex {
  readonly #lists = new Map<string, number[]>()
  readonly #size: number

  constructor(texts: readonly string[]) {
    this.#size = texts.length
    texts.forEach((text, number) => {
      for (const character of new Set(text)) {
        const list = this.#lists.get(character)
        if (list === undefined) this.#lists.set(character, [number])
        else list.push(number)
      }
    })
  }

  /** Numbers of the texts that hold every one of the characters, in their order. */
  holding(characters: Iterable<string>): readonly number[] {
    const lists = [...new Set(characters)].map((character) => this.#lists.get(character) ?? []).sort((a, b) => a.length - b.length)
    const [shortest = [], ...others] = lists
    let kept: readonly number[] = shortest
    for (const list of others) {
      if (kept.length === 0) return []
      const present = new Set(list)
      kept = kept.filter((number) => present.has(number))
    }
    return kept
  }

  /** Numbers of the texts that share characters with these, the most shared first; `limit` at most. */
  sharing(characters: Iterable<string>, limit: number): readonly number[] {
    const shared = new Uint8Array(this.#size)
    let most = 0
    for (const character of new Set(characters))
      for (const number of this.#lists.get(character) ?? []) {
        const now = (shared[number] ?? 0) + 1
        shared[number] = now
        if (now > most) most = now
      }
    const found: number[] = []
    for (let wanted = most; wanted > 0 && found.length < limit; wanted--)
      for (let number = 0; number < this.#size && found.length < limit; number++) if (shared[number] === wanted) found.push(number)
    return found
  }
}
