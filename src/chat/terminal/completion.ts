import type { Known } from '../../app/known.ts'

const MOST = 30

const finished = (hits: readonly string[]): string[] => (hits.length === 1 ? hits.map((hit) => `${hit} `) : [...hits])

/**
 * Completes the last word of a line: commands after a slash, years after digits, departments by any part of a name.
 * A single candidate is finished with a blank.
 * @returns candidates and the word they replace, as node:readline wants them
 */
export function complete(line: string, commands: readonly string[], known: readonly Known[]): [string[], string] {
  const word = /\S*$/.exec(line)?.[0] ?? ''
  if (line.startsWith('/') && word === line) return [finished(commands.filter((command) => command.startsWith(word))), word]
  if (word === '') return [[], word]
  if (/^\d{1,4}$/.test(word)) {
    const years = [...new Set(known.flatMap((one) => one.years))].sort((a, b) => b - a).map(String)
    return [finished(years.filter((year) => year.startsWith(word))), word]
  }
  const matches = known.filter((one) => [one.department, ...one.aliases].some((name) => name.includes(word)))
  const starting = known.flatMap((one) => [one.department, ...one.aliases]).filter((name) => name.startsWith(word))
  const hits = starting.length > 0 ? starting : matches.map((one) => one.department)
  return [finished([...new Set(hits)].slice(0, MOST)), word]
}
