import type { Answer } from '../domain/answer.ts'
import { blockLines } from './chart/blocks.ts'
import { plainLine } from './plain-text.ts'
import { type Reply, replyOf } from './reply.ts'
import { tableLines } from './table-text.ts'

/** A reply as plain lines: the answer, the table, the notes, how it was computed, the sources. */

const MOST_SOURCES = 8
const MOST_STEPS = 12

/** A titled list under the answer, indented; what is left out is counted. */
function section(title: string, lines: readonly string[], most: number, unit: string): string[] {
  if (lines.length === 0) return []
  const more = lines.length > most ? [`另有${lines.length - most}${unit}。`] : []
  return [title, ...[...lines.slice(0, most), ...more].map((line) => `  ${line}`)]
}

const indented = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${plainLine(line)}`

/** A reply, line by line, free of control characters. */
export function replyLines({ headline, lines, table, drawn, choices, notes, steps, sources: [files = '', ...places] }: Reply): string[] {
  return [
    headline,
    ...lines.map(indented),
    ...(table === null ? [] : tableLines(table)),
    ...(drawn === null ? [] : blockLines(drawn).map(indented)),
    ...choices.map((choice, i) => `  ${i + 1}. ${choice}`),
    ...section('注意：', notes, notes.length, '条'),
    ...section('怎么算的：', steps, MOST_STEPS, '步'),
    ...section(files, places, MOST_SOURCES, '处出处'),
  ]
}

export const answerText = (answer: Answer): string => replyLines(replyOf({ answer })).join('\n')
