import { parseArgs } from 'node:util'
import { InputError } from '../domain/errors.ts'
import type { VerbEntry } from './registry.ts'

export interface Arguments {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly json: boolean
}

const usageOf = (verb: VerbEntry): string => `用法：npm run -s chazhang -- ${verb.usage}`

/**
 * Parses what follows a verb.
 * @throws InputError naming the usage when an option is unknown or words are missing
 */
export function parseArguments(verb: VerbEntry, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(verb.options.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...options, json: { type: 'boolean' } },
    })
    const { json, ...rest } = values
    const [fewest, most] = verb.words
    if (positionals.length < fewest || positionals.length > most) throw new TypeError('words')
    return { words: positionals, options: rest as Record<string, string | undefined>, json: json === true }
  } catch (error) {
    if (error instanceof TypeError) throw new InputError('bad-usage', `${verb.name} 的写法不对。${usageOf(verb)}`)
    throw error
  }
}
