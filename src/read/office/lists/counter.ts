import { countWord } from './count-words.ts'

export interface Level {
  start: number
  format: string
  /** `第%1部分`, `（%2）`: the numbers of the levels filled in. */
  text: string
  gap: string
  style: string | null
}

/** A numbered list; several lists can count on one another when they share `counter`. */
export interface List {
  readonly counter: string
  readonly restarts: ReadonlyMap<number, number>
}

export interface Numbering {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
  readonly lists: ReadonlyMap<string, List>
}

/** Word has nine levels; whatever else a file says. */
export const LEVELS = 9

export const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', gap: ' ', style: null })

/** The level of a list that belongs to a paragraph style. */
export function levelOfStyle(numbering: Numbering, list: string, style: string): number {
  const levels = numbering.levels.get(numbering.lists.get(list)?.counter ?? '')
  return [...(levels ?? [])].find(([, level]) => level.style === style)?.[0] ?? 0
}

/** Counts the numbered paragraphs of a document in reading order. */
export class Counter {
  readonly #numbering: Numbering
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  /** The number that the next paragraph on this level prints, with the blank behind it. */
  next(listId: string, at: number): string {
    const list = this.#numbering.lists.get(listId)
    const levels = this.#numbering.levels.get(list?.counter ?? '')
    const level = levels?.get(at)
    if (list === undefined || levels === undefined || level === undefined || level.format === 'bullet') return ''
    const counts = this.#advance(listId, list, at, (i) => levels.get(i)?.start ?? 1)
    const words = level.text.replace(/%([1-9])/g, (_, n: string) => {
      const i = Number(n) - 1
      return countWord(counts[i] ?? 1, levels.get(i)?.format ?? 'decimal')
    })
    return words === '' ? '' : words + level.gap
  }

  /** A deeper level begins anew below each number; a list may restart when it is first used. */
  #advance(listId: string, list: List, at: number, startOf: (level: number) => number): readonly number[] {
    const counts = this.#counts.get(list.counter) ?? []
    const restart = this.#begun.has(`${listId}/${at}`) ? undefined : list.restarts.get(at)
    this.#begun.add(`${listId}/${at}`)
    for (let i = 0; i < at; i++) counts[i] ??= startOf(i)
    counts[at] = restart ?? (counts[at] === undefined ? startOf(at) : counts[at] + 1)
    counts.length = at + 1
    this.#counts.set(list.counter, counts)
    return counts
  }
}
