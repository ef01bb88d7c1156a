import { LIMITS } from './limits.ts'

/**
 * What a button needs to know stands in its id, so that it works after a restart: what to do, which page, whose reply
 * it is, and what was said. The last can be longer than one id holds: it is spread over the ids of all the message's
 * components, which Discord sends along with every press.
 */

/** What pressing does; the letters stand in ids of messages that live on, so they never change their meaning. */
export const ACTIONS = {
  steps: 'h',
  sources: 's',
  priorYear: 'p',
  export: 'e',
  picture: 'g',
  page: 'n',
  choose: 'c',
  takeIn: 'i',
  markKnown: 'k',
  markMistaken: 'm',
  publish: 'b',
  exportCheck: 'x',
} as const
export type Action = keyof typeof ACTIONS

const VERSION = '1'
const SEPARATOR = '\u241f'
const BASE = 36
const ID = /^1([a-z])([0-9a-z]*)\.([0-9a-z]+)\.([\s\S]*)$/

export interface Pressable {
  readonly action: Action
  /** The page to show, or another small number. */
  readonly number?: number
}

export interface State {
  /** Whose reply it is. */
  readonly owner: string
  /** What was said, in order: a question and what followed on it. */
  readonly said: readonly string[]
}

export interface Pressed extends State {
  readonly action: Action
  readonly number: number
}

/** Ids for the components of one message in their order; null when they cannot hold what was said. */
export function idsFor(pressables: readonly Pressable[], { owner, said }: State): string[] | null {
  let rest = said.join(SEPARATOR)
  const ids = pressables.map(({ action, number = 0 }) => {
    const head = `${VERSION}${ACTIONS[action]}${number.toString(BASE)}.${BigInt(owner).toString(BASE)}.`
    const room = LIMITS.customId - head.length
    // A character of two halves stays in one id.
    const chunk = rest.slice(0, room).replace(/[\ud800-\udbff]$/, '')
    rest = rest.slice(chunk.length)
    return head + chunk
  })
  return rest === '' ? ids : null
}

function decimalOf(base36: string): string {
  return [...base36].reduce((sum, digit) => sum * BigInt(BASE) + BigInt(Number.parseInt(digit, BASE)), 0n).toString()
}

/** What a pressed component means, null when it is none of ours or of another version. */
export function pressedIn(pressed: string, all: readonly string[]): Pressed | null {
  const [, letter, number = '', owner = ''] = ID.exec(pressed) ?? []
  const action = (Object.keys(ACTIONS) as Action[]).find((key) => ACTIONS[key] === letter)
  if (action === undefined) return null
  return { action, number: Number.parseInt(number || '0', BASE), owner: decimalOf(owner), said: saidIn(all.length === 0 ? [pressed] : all) }
}

function saidIn(ids: readonly string[]): string[] {
  const text = ids.map((id) => ID.exec(id)?.[4] ?? '').join('')
  return text === '' ? [] : text.split(SEPARATOR)
}

/** What led to a message, from the ids of its components; null when it carries nothing. */
export function stateIn(ids: readonly string[]): State | null {
  const [first] = ids
  const pressed = first === undefined ? null : pressedIn(first, ids)
  return pressed === null || pressed.said.length === 0 ? null : { owner: pressed.owner, said: pressed.said }
}
