import { parseArgs } from 'node:util'
import { InputError } from '../domain/errors.ts'
import type { VerbEntry } from './registry.ts'

export interface Arguments {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  /** Options without a value that were given. */
  readonly flags: ReadonlySet<string>
  readonly json: boolean
}

const usageOf = (verb: VerbEntry): string => `用法：npm run -s chazhang -- ${verb.usage}`

/**
 * Parses what follows a verb.
 * @throws InputError naming the usage when an option is unknown or words are missing
 */
export function parseArguments(verb: VerbEntry, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(verb.options.map((name) => [name, { type: 'string' as const }]))
  const flags = Object.fromEntries((verb.flags ?? []).map((name) => [name, { type: 'boolean' as const }]))
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...options, ...flags, json: { type: 'boolean' } },
    })
    const { json, ...rest } = values
    const [fewest, most] = verb.words
    if (positionals.length < fewest || positionals.length > most) throw new TypeError('words')
    const given = Object.entries(rest)
    return {
      words: positionals,
      options: Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      flags: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
      json: json === true,
    }
  } catch (error) {
    if (error instanceof TypeError) throw new InputError('bad-usage', `${verb.name} 的写法不对。${usageOf(verb)}`)
    throw error
  }
}
